package rolt.fit;

import java.time.LocalDate;

/**
 * What a verdict depends on besides the build.
 *
 * @param benchDate the day on which the bench promises to have it ready; null where none is known
 * @param shelf what could be bought besides
 */
public record Context(LocalDate benchDate, Shelf shelf) {
    public static final Context NONE = new Context(null);

    public Context(LocalDate benchDate) {
        this(benchDate, Shelf.EMPTY);
    }

    Context with(Shelf other) {
        return new Context(benchDate, other);
    }
}
