package rolt.fit;

import java.time.Instant;

/**
 * What a verdict depends on besides the build.
 *
 * @param benchDate when the bench promises to have it ready; null where no date is known
 */
public record Context(Instant benchDate) {
    public static final Context NONE = new Context(null);
}
