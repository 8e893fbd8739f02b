package rolt.platform;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Postgres. The only class, beside {@link Bus}, that awaits. */
public final class Database implements Queries, AutoCloseable {
    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Who has given up stays in line until it is his turn; where Postgres hangs, the line would fill the memory. */
    private static final int MOST_WAITING = 20_000;
    /** Connection exceptions, shutdown and start of the server, and no connection left. */
    private static final Pattern OUTAGE_STATES = Pattern.compile("08...|57P0[123]|53300");

    private static final Pattern WRONG_ARGUMENTS = Pattern.compile("Parameter at position|The number of parameters");

    private final Pool pool;
    private final Duration patience;

    private Database(Pool pool, Duration patience) {
        this.pool = pool;
        this.patience = patience;
    }

    /**
     * A pool of connections to the configured database; nothing is connected before the first statement. As with psql,
     * {@code sslmode=require} encrypts and believes any certificate.
     */
    public static Database open(Vertx vertx, Config.Postgres config) {
        return open(vertx, config, PATIENCE, MOST_WAITING);
    }

    /**
     * @param patience the longest that a statement waits for a connection
     * @param mostWaiting how many do, before the next one is told of an outage at once
     */
    static Database open(Vertx vertx, Config.Postgres config, Duration patience, int mostWaiting) {
        PgConnectOptions connect = PgConnectOptions.fromUri(config.url())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(512)
                .setReconnectAttempts(0)
                .setPipeliningLimit(64);
        connect.getProperties().put("application_name", "rolt");
        if (connect.getSslMode() != SslMode.DISABLE) {
            connect.setSslOptions(new ClientSSLOptions().setTrustAll(connect.getSslMode() == SslMode.REQUIRE));
        }
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions()
                        .setMaxSize(config.poolSize())
                        .setMaxWaitQueueSize(mostWaiting)
                        .setConnectionTimeout(0))
                .connectingTo(connect)
                .using(vertx)
                .build();
        return new Database(pool, patience);
    }

    @Override
    public <T> List<T> list(String sql, Function<Row, T> mapper, Object... args) {
        return rows(await(alone(sql, args)), mapper);
    }

    @Override
    public int run(String sql, Object... args) {
        return await(alone(sql, args)).rowCount();
    }

    private Future<RowSet<Row>> alone(String sql, Object... args) {
        return connection()
                .compose(connection -> execute(connection, sql, args).onComplete(done -> connection.close()));
    }

    /**
     * A connection of the pool. Its own time limit is not used: a thread that sets the pool's timer late, when the
     * connection is handed over already, makes the pool throw amid its work, and the connections that it was handing to
     * others are never seen again (vertx-sql-client 5.0.10, issue 1567).
     */
    private Future<SqlConnection> connection() {
        Future<SqlConnection> asked = pool.getConnection();
        return asked.timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(e -> asked.onSuccess(SqlConnection::close))
                .recover(e -> Future.failedFuture(worded("connect", e)));
    }

    /**
     * Runs work in one transaction: committed when it returns, rolled back when it throws. A deadlock or a
     * serialisation failure runs it again, so it must have no effect outside the database.
     */
    public <T> T transaction(Function<Transaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (DatabaseException e) {
                if (!e.isTransient() || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(Function<Transaction, T> work) {
        SqlConnection connection = await(connection());
        try {
            Transaction transaction = new Transaction(connection);
            try {
                T result = work.apply(transaction);
                transaction.commit();
                return result;
            } catch (Throwable e) {
                transaction.rollback();
                throw e;
            }
        } finally {
            connection.close();
        }
    }

    /** Whether Postgres answers. */
    public Future<Void> ping() {
        return alone("select 1").mapEmpty();
    }

    @Override
    public void close() {
        pool.close();
    }

    static <T> T await(Future<T> future) {
        return future.await();
    }

    static Future<RowSet<Row>> execute(SqlClient client, String sql, Object... args) {
        Future<RowSet<Row>> rows = args.length == 0
                ? client.query(sql).execute()
                : client.preparedQuery(sql).execute(tuple(args));
        return rows.recover(e -> Future.failedFuture(worded(sql, e)));
    }

    static <T> List<T> rows(RowSet<Row> rows, Function<Row, T> mapper) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(mapper.apply(row)));
        return list;
    }

    private static RuntimeException worded(String sql, Throwable e) {
        return isOutage(e) ? unreachable(e) : new DatabaseException(sql, e);
    }

    /**
     * Whether Postgres could not be asked, or left while it was. The driver throws the same class for a lost connection,
     * for waiting too long for one and for a wrong argument, which only the words tell apart.
     */
    private static boolean isOutage(Throwable e) {
        return switch (e) {
            case PgException refused ->
                OUTAGE_STATES.matcher(String.valueOf(refused.getSqlState())).matches();
            case VertxException driver ->
                !WRONG_ARGUMENTS.matcher(String.valueOf(driver.getMessage())).lookingAt();
            default -> e instanceof IOException || e instanceof TimeoutException;
        };
    }

    private static Problem unreachable(Throwable cause) {
        Problem problem = Problem.unavailable("database");
        problem.initCause(cause);
        return problem;
    }

    private static Tuple tuple(Object... args) {
        Tuple tuple = Tuple.tuple();
        for (Object arg : args) {
            tuple.addValue(
                    switch (arg) {
                        case null -> null;
                        case Instant instant -> instant.atOffset(ZoneOffset.UTC);
                        case Enum<?> constant -> constant.name();
                        default -> arg;
                    });
        }
        return tuple;
    }
}
