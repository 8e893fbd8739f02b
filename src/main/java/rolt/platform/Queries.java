package rolt.platform;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Statements against Postgres, each prepared once and awaited on the calling virtual thread. Parameters are {@code $1}
 * and so on; an {@link java.time.Instant} and an enum may be given as they are.
 */
public interface Queries {
    /** All rows, in the statement's order. */
    <T> List<T> list(String sql, Function<Row, T> mapper, Object... args);

    /** The first row, if there is one. */
    default <T> Optional<T> find(String sql, Function<Row, T> mapper, Object... args) {
        return list(sql, mapper, args).stream().findFirst();
    }

    /** Runs a statement; the number of rows it changed. */
    int run(String sql, Object... args);
}
