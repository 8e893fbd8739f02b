package rolt.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import rolt.platform.Problem;
import rolt.platform.RedisClient;

/**
 * How often one client may call, by rate class and minute. Reading is counted on the node alone, so that it costs no
 * round trip; everything else in Redis for the whole cluster, or on the node while Redis is away.
 */
public final class RateLimits {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final String COUNT = """
            local n = redis.call('INCR', KEYS[1])
            if n == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
            return n
            """;

    /** Calls per minute and client, for each {@code x-rate} of the contract. */
    private static final Map<String, Integer> LIMITS =
            Map.of("browse", 1_200, "write", 240, "login", 30, "payment", 60);

    private final RedisClient redis;
    private final int factor;
    private final Cache<String, AtomicInteger> counts =
            Caffeine.newBuilder().expireAfterWrite(WINDOW).maximumSize(200_000).build();

    /** @param factor multiplies every limit: one office behind one address, or a load test */
    RateLimits(RedisClient redis, int factor) {
        this.redis = redis;
        this.factor = factor;
    }

    static boolean knows(String rate) {
        return LIMITS.containsKey(rate);
    }

    /** Counts a call on this node alone. */
    void checkHere(String rate, String client) {
        refuseAbove(
                rate,
                counts.get(rate + "/" + client, key -> new AtomicInteger()).incrementAndGet());
    }

    /** Counts a call in the cluster; fails with a 429 problem. */
    Future<Void> check(String rate, String client) {
        String key = "rolt:rate:" + rate + ":" + client;
        return redis.send(Command.EVAL, COUNT, 1, key, WINDOW.toSeconds())
                .map(count -> count.toInteger())
                .otherwise(e -> counts.get(rate + "/" + client, k -> new AtomicInteger())
                        .incrementAndGet())
                .map(count -> {
                    refuseAbove(rate, count);
                    return null;
                });
    }

    private void refuseAbove(String rate, int count) {
        if (count > LIMITS.get(rate) * factor) {
            throw Problem.tooOften(WINDOW.toSeconds());
        }
    }
}
