package rolt.fit;

import java.time.Instant;

/**
 * What a verdict depends on besides the build.
 *
 * @param benchDate when the bench promises to have it ready; null where no date is known
 * @param shelf what could be bought besides
 */
public record Context(Instant benchDate, Shelf shelf) {
    public static final Context NONE = new Context(null);

    public Context(Instant benchDate) {
        this(benchDate, Shelf.EMPTY);
    }

    Context with(Shelf other) {
        return new Context(benchDate, other);
    }
}
