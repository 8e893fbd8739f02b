package rolt.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import rolt.platform.Caller;
import rolt.platform.Problem;
import rolt.platform.RedisClient;

/**
 * How often one client may call, by rate class and minute. Reading is counted on the node alone, so that it costs no
 * round trip; everything else in Redis for the whole cluster, or on the node while Redis is away.
 */
public final class RateLimits {
    private static final String BROWSE = "browse";
    private static final String LOGIN = "login";
    private static final String PROOF = "proof";
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final String COUNT = """
            local n = redis.call('INCR', KEYS[1])
            if n == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
            return n
            """;

    /** Calls per minute and client: for each {@code x-rate} of the contract, and for what stands before every call. */
    private static final Map<String, Integer> LIMITS =
            Map.of("browse", 1_200, "write", 240, LOGIN, 30, "payment", 60, "ticket", 240, "upload", 20, PROOF, 300);

    private final RedisClient redis;
    private final int factor;
    private final Cache<String, AtomicInteger> counts =
            Caffeine.newBuilder().expireAfterWrite(WINDOW).maximumSize(200_000).build();

    /** @param factor multiplies every limit: one office behind one address, or a load test */
    RateLimits(RedisClient redis, int factor) {
        this.redis = redis;
        this.factor = factor;
    }

    /**
     * Counts a call; fails with a 429 problem. What a thief or a flood of mails begins with counts by account and by
     * network, so that many accounts are worth no more than one.
     */
    public Future<Void> check(String rate, Caller caller) {
        String client = caller.signedIn() ? caller.accountId().toString() : caller.network();
        if (BROWSE.equals(rate)) {
            checkHere(client);
            return Future.succeededFuture();
        }
        Future<Void> counted = check(rate, client);
        return LOGIN.equals(rate) && caller.signedIn() ? counted.compose(v -> check(rate, caller.network())) : counted;
    }

    /** Counts reading on this node alone. */
    void checkHere(String client) {
        refuseAbove(BROWSE, countHere(BROWSE, client));
    }

    /**
     * Counts a cookie or token that is not known yet, before it is looked up: a false one costs a query or a signature
     * check, and nothing else would count it. A true one is forgiven.
     */
    void checkProof(String client) {
        refuseAbove(PROOF, countHere(PROOF, client));
    }

    void forgiveProof(String client) {
        AtomicInteger count = counts.getIfPresent(PROOF + "/" + client);
        if (count != null) {
            count.decrementAndGet();
        }
    }

    /** Counts a call in the cluster, or on this node while Redis is away; fails with a 429 problem. */
    Future<Void> check(String rate, String client) {
        String key = "rolt:rate:" + rate + ":" + client;
        return redis.send(Command.EVAL, COUNT, 1, key, WINDOW.toSeconds())
                .map(Response::toInteger)
                .otherwise(e -> countHere(rate, client))
                .map(count -> {
                    refuseAbove(rate, count);
                    return null;
                });
    }

    private int countHere(String rate, String client) {
        return counts.get(rate + "/" + client, key -> new AtomicInteger()).incrementAndGet();
    }

    private void refuseAbove(String rate, int count) {
        if (count > (long) LIMITS.get(rate) * factor) {
            throw Problem.tooOften(WINDOW.toSeconds());
        }
    }
}
