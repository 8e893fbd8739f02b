package rolt.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import rolt.TestShop;

class ChoreIT {
    private static final DeploymentOptions VIRTUAL =
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);

    private final TestShop shop = TestShop.running();

    @AutoClose
    private final OwnDatabase own = new OwnDatabase(4);

    private final Vertx vertx = own.vertx;
    private final Database database = own.database;
    private final String name = "test." + UUID.randomUUID();

    private final Promise<Void> stopping = Promise.promise();

    private String deploy(Duration every, BooleanSupplier part) {
        return vertx.deployVerticle(
                        new VerticleBase() {
                            private final Chore chore = new Chore(database, name, every, part);

                            @Override
                            public Future<?> start() {
                                chore.start(vertx);
                                return Future.succeededFuture();
                            }

                            @Override
                            public Future<?> stop() {
                                Future<Void> stopped = chore.stop();
                                stopping.tryComplete();
                                return stopped;
                            }
                        },
                        VIRTUAL)
                .await();
    }

    @Test
    void a_round_is_claimed_by_one_of_all_nodes_and_lasts_until_nothing_is_left() {
        AtomicInteger parts = new AtomicInteger();
        Promise<Void> done = Promise.promise();
        for (int node = 0; node < 5; node++) {
            deploy(Duration.ofHours(1), () -> {
                boolean more = parts.incrementAndGet() < 3;
                if (!more) {
                    done.tryComplete();
                }
                return more;
            });
        }
        done.future().await();
        vertx.close().await();
        assertThat(parts).hasValue(3);
    }

    @Test
    void it_comes_round_again_also_after_a_failure() {
        Promise<Void> again = Promise.promise();
        AtomicInteger rounds = new AtomicInteger();
        deploy(Duration.ofMillis(50), () -> {
            if (rounds.incrementAndGet() == 1) {
                throw new IllegalStateException("The first round of the test fails");
            }
            again.tryComplete();
            return false;
        });
        again.future().await();
        assertThat(rounds.get()).isGreaterThan(1);
    }

    @Test
    void stopping_waits_for_the_part_in_flight_and_begins_no_other() {
        Promise<Void> begun = Promise.promise();
        Promise<Void> released = Promise.promise();
        AtomicInteger finished = new AtomicInteger();
        String id = deploy(Duration.ofHours(1), () -> {
            begun.tryComplete();
            released.future().await();
            finished.incrementAndGet();
            return true;
        });
        begun.future().await();
        Future<Void> stopped = vertx.undeploy(id);
        stopping.future().await();
        assertThat(stopped.isComplete()).isFalse();
        released.complete();
        stopped.await();
        assertThat(finished).hasValue(1);
    }

    @Test
    void what_nobody_needs_any_more_is_swept() {
        String old = name + "/old";
        String recent = name + "/recent";
        keep(old, "31 days", "25 hours");
        keep(recent, "29 days", "23 hours");
        database.run("delete from platform.chore where name = 'platform.sweep'");
        vertx.deployVerticle(
                        new SweepVerticle(new Platform(vertx, null, null, database, null, null, null, null)), VIRTUAL)
                .await();
        awaitGone(old);
        assertThat(kept(recent)).isEqualTo(2);
    }

    private void keep(String key, String done, String made) {
        shop.number(
                "insert into platform.outbox (kind, key, payload, done_at) values ('mail', ?, '{}', now() - ?::interval)",
                key,
                done);
        shop.number("""
                insert into platform.idempotency (scope, key, body_hash, answer, created_at)
                values ('test', ?, '', '{}', now() - ?::interval)
                """, key, made);
    }

    private long kept(String key) {
        return shop.number("""
                select (select count(*) from platform.outbox where key = ?)
                    + (select count(*) from platform.idempotency where key = ?)
                """, key, key);
    }

    private void awaitGone(String key) {
        long left = kept(key);
        for (int tries = 0; tries < 2_000 && left > 0; tries++) {
            left = kept(key);
        }
        assertThat(left).isZero();
    }
}
