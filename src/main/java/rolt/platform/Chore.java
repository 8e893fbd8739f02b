package rolt.platform;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Work that comes round, such as expiry and sweeping. Every node looks at its time, and the one that claims it in
 * Postgres does it: once in the cluster, by another node next time if that one is gone. It is done in small parts, so
 * that a node which stops waits for one part only. What fails is told to the log by Vert.x and comes round again.
 */
public final class Chore {
    /** Clocks and answers take their time: a node that looks a little early shall not wait for a whole round. */
    private static final double EARLY = 0.9;

    private static final String CLAIM = """
            insert into platform.chore as c (name) values ($1)
            on conflict (name) do update set taken_at = now() where c.taken_at < now() - make_interval(secs => $2)
            """;

    private final String name;
    private final Duration every;
    private final BooleanSupplier part;
    private final Database database;
    private Promise<Void> round = Promise.promise();
    private boolean working;
    private boolean stopped;

    /**
     * @param name unique in the shop, for example {@code ordering.expiry}
     * @param part does the next part of the work; whether there may be more to do
     */
    public Chore(Database database, String name, Duration every, BooleanSupplier part) {
        this.database = database;
        this.name = name;
        this.every = every;
        this.part = part;
    }

    /** Looks now and then at each interval, on the calling verticle's virtual threads. */
    public Chore start(Vertx vertx) {
        Context context = vertx.getOrCreateContext();
        context.runOnContext(v -> look());
        vertx.setPeriodic(every.toMillis(), timer -> look());
        return this;
    }

    /** Begins no further part; done once the one in flight is. For the verticle's own stop, which ends the timer. */
    public Future<Void> stop() {
        stopped = true;
        return working ? round.future() : Future.succeededFuture();
    }

    private void look() {
        if (working || stopped) {
            return;
        }
        working = true;
        round = Promise.promise();
        try {
            work();
        } finally {
            working = false;
            round.complete();
        }
    }

    private void work() {
        boolean more = database.run(CLAIM, name, every.toMillis() / 1_000.0 * EARLY) > 0;
        while (more && !stopped) {
            more = part.getAsBoolean();
        }
    }
}
