package rolt.platform;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;

/** Forgets what the outbox and the idempotency keys no longer need. Deployed on virtual threads. */
public final class SweepVerticle extends VerticleBase {
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int BATCH = 1_000;

    /**
     * The keys of work that is done stay for 30 days: until then the same occasion adds no second mail, and a customer
     * who says that no mail came can be told when it was sent.
     */
    private static final String DONE_WORK = """
            delete from platform.outbox where id in (
                select id from platform.outbox where done_at < now() - interval '30 days' limit $1 for update skip locked)
            """;

    /** Keys that are not honoured any more. */
    private static final String OLD_KEYS = """
            delete from platform.idempotency where (scope, key) in (
                select scope, key from platform.idempotency
                where created_at < now() - interval '24 hours' limit $1 for update skip locked)
            """;

    private final Database database;
    private final Chore sweep;

    public SweepVerticle(Platform platform) {
        database = platform.database();
        sweep = new Chore(database, "platform.sweep", EVERY, this::sweep);
    }

    @Override
    public Future<?> start() {
        sweep.start(vertx);
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        return sweep.stop();
    }

    private boolean sweep() {
        int works = database.run(DONE_WORK, BATCH);
        int keys = database.run(OLD_KEYS, BATCH);
        return works == BATCH || keys == BATCH;
    }
}
