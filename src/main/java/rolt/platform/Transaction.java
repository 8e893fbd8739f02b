package rolt.platform;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A running transaction. Statements whose answers are not needed at once are {@linkplain #send sent} and pipelined:
 * Postgres runs them in the order they were sent, and a failure of any of them fails the whole transaction.
 */
public final class Transaction implements Queries {
    private final SqlConnection connection;
    private final List<Future<?>> sent = new ArrayList<>();

    Transaction(SqlConnection connection) {
        this.connection = connection;
        sent.add(Database.execute(connection, "begin"));
    }

    @Override
    public <T> List<T> list(String sql, Function<Row, T> mapper, Object... args) {
        return Database.rows(await(execute(sql, args)), mapper);
    }

    @Override
    public int run(String sql, Object... args) {
        return await(execute(sql, args)).rowCount();
    }

    /** Sends a statement without waiting for its answer; the commit waits for it. */
    public void send(String sql, Object... args) {
        execute(sql, args);
    }

    /** Sends a statement; {@link Pending#get} waits for its rows. */
    public <T> Pending<T> sendFor(String sql, Function<Row, T> mapper, Object... args) {
        Future<RowSet<Row>> rows = execute(sql, args);
        return () -> Database.rows(await(rows), mapper);
    }

    /** Rows that are still on their way. */
    @FunctionalInterface
    public interface Pending<T> {
        List<T> get();
    }

    private Future<RowSet<Row>> execute(String sql, Object... args) {
        Future<RowSet<Row>> rows = Database.execute(connection, sql, args);
        sent.add(rows);
        return rows;
    }

    /**
     * Commits what was sent, once all of it has succeeded. The commit is not pipelined behind it: a statement that
     * fails before it reaches Postgres (an argument of the wrong type) does not abort the transaction there.
     */
    void commit() {
        await(Future.all(sent));
        Database.await(Database.execute(connection, "commit"));
    }

    /** Of several failures the first one sent is told: what Postgres refuses after it only follows from it. */
    private <T> T await(Future<T> answer) {
        try {
            return Database.await(answer);
        } catch (RuntimeException e) {
            Database.await(Future.join(sent).otherwiseEmpty());
            throw sent.stream()
                    .filter(Future::failed)
                    .map(failed -> (RuntimeException) failed.cause())
                    .findFirst()
                    .orElse(e);
        }
    }

    /** Where the connection is lost there is nothing to roll back, and the first failure is the one to tell. */
    void rollback() {
        Database.await(Future.join(sent).otherwiseEmpty());
        Database.await(Database.execute(connection, "rollback").otherwiseEmpty());
    }
}
