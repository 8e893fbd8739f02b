package rolt.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rolt.TestShop;

/** Two nodes' caches over one Redis, each on a bus of its own, so that neither hears the other's hints. */
class CacheIT {
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final String tag = "tag-" + UUID.randomUUID();
    private final Cache.Slot slot = new Cache.Slot("slot-" + UUID.randomUUID(), List.of(tag), LIFE);
    private final NodeOfTwo first = new NodeOfTwo();
    private final NodeOfTwo second = new NodeOfTwo();
    private Instant now = Instant.now();

    private final class NodeOfTwo {
        final Vertx vertx = Vertx.vertx();
        final RedisClient redis =
                new RedisClient(vertx, new Config.Redis(TestShop.running().redis.url()));
        final Bus bus = new Bus(vertx);
        final Cache cache = new Cache(bus, redis, () -> now);

        String ask(String computed) {
            return cache.get(
                            slot,
                            () -> Future.succeededFuture(new Cache.Entry(Buffer.buffer(computed), "\"1\"", "text")))
                    .await()
                    .body()
                    .toString();
        }

        void close() {
            redis.close();
            vertx.close().await();
        }
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void an_answer_keeps_its_age_when_it_moves_from_redis_to_a_heap() {
        first.ask("old");
        now = now.plus(LIFE).minusSeconds(1);
        assertThat(second.ask("new")).isEqualTo("old");
        assertThat(second.cache.onHeap(slot.key())).isNotNull();
        now = now.plusSeconds(1);
        assertThat(second.cache.onHeap(slot.key())).isNull();
        assertThat(second.ask("new")).isEqualTo("new");
    }

    @Test
    void a_drop_that_no_hint_tells_of_is_noticed_after_two_seconds() {
        assertThat(first.ask("old")).isEqualTo("old");
        second.cache.drop(tag);
        assertThat(first.cache.onHeap(slot.key())).isNotNull();
        now = now.plusSeconds(2);
        assertThat(first.cache.onHeap(slot.key())).isNull();
        assertThat(first.ask("new")).isEqualTo("new");
    }

    @Test
    void without_redis_an_answer_stays_on_the_heap_for_its_whole_life() {
        first.redis.close();
        first.ask("old");
        now = now.plus(LIFE).minusMillis(1);
        assertThat(first.cache.onHeap(slot.key())).isNotNull();
        now = now.plusMillis(1);
        assertThat(first.cache.onHeap(slot.key())).isNull();
    }

    @Test
    void the_nodes_hear_of_a_drop_once_redis_knows_it() {
        Promise<Response> version = Promise.promise();
        first.bus.listen(
                "platform.cacheDropped",
                Cache.Dropped.class,
                dropped -> second.redis.send(Command.GET, "rolt:tag:" + tag).onComplete(version));
        second.redis.send(Command.CLIENT, "PAUSE", 200, "WRITE").await();
        first.cache.drop(tag);
        assertThat(version.future().await()).isNotNull();
    }
}
