package rolt.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import rolt.platform.Caller;
import rolt.platform.Problem;
import rolt.platform.RedisClient;

/**
 * How often one client may call, by rate class. Reading is counted on the node alone, so that it costs no
 * round trip; everything else in Redis for the whole cluster, or on the node while Redis is away.
 */
public final class RateLimits {
    private static final String BROWSE = "browse";
    private static final String LOGIN = "login";
    private static final String PROOF = "proof";
    private static final String TRANSPORT = "transport";
    private static final String OPEN = "open";
    private static final String COUNT = """
            local n = redis.call('INCR', KEYS[1])
            if n == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
            return n
            """;

    /** So many calls within a window. */
    private record Limit(int calls, Duration window) {
        static Limit aMinute(int calls) {
            return new Limit(calls, Duration.ofMinutes(1));
        }
    }

    /** Of each client: for each {@code x-rate} of the contract, and for what stands before every call. */
    private static final Map<String, Limit> LIMITS = Map.of(
            BROWSE,
            Limit.aMinute(1_200),
            "write",
            Limit.aMinute(240),
            LOGIN,
            Limit.aMinute(30),
            "payment",
            Limit.aMinute(60),
            "ticket",
            Limit.aMinute(240),
            "upload",
            Limit.aMinute(20),
            "chat",
            new Limit(5, Duration.ofSeconds(5)),
            PROOF,
            Limit.aMinute(300),
            // Whoever polls needs about 30: for his pings, which are sent every 5 s, and for each event that is heard.
            TRANSPORT,
            Limit.aMinute(12_000),
            OPEN,
            Limit.aMinute(1_200));

    private final RedisClient redis;
    private final int factor;
    /** By rate class, and then by client. */
    private final Map<String, Cache<String, AtomicInteger>> counts =
            LIMITS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, limit -> counter(limit.getValue())));

    /** @param factor multiplies every limit: one office behind one address, or a load test */
    RateLimits(RedisClient redis, int factor) {
        this.redis = redis;
        this.factor = factor;
    }

    private static Cache<String, AtomicInteger> counter(Limit limit) {
        return Caffeine.newBuilder()
                .expireAfterWrite(limit.window())
                .maximumSize(200_000)
                .build();
    }

    /** Counts a call in one class after the other, up to the first in which it is one too many. */
    Future<Void> check(List<String> rates, Caller caller) {
        Future<Void> counted = Future.succeededFuture();
        for (String rate : rates) {
            counted = counted.compose(v -> check(rate, caller));
        }
        return counted;
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

    /** Counts a request of any transport of the bridge, on this node alone; fails with a 429 problem. */
    void checkTransport(String network) {
        refuseAbove(TRANSPORT, countHere(TRANSPORT, network));
    }

    /** Counts a socket that is opened at the bridge, on this node alone; whether it is not one too many. */
    boolean mayOpen(String network) {
        return !isAbove(OPEN, countHere(OPEN, network));
    }

    /**
     * Counts a cookie or token that is not known yet, before it is looked up: a false one costs a query or a signature
     * check, and nothing else would count it. A true one is forgiven.
     */
    void checkProof(String client) {
        refuseAbove(PROOF, countHere(PROOF, client));
    }

    void forgiveProof(String client) {
        AtomicInteger count = counts.get(PROOF).getIfPresent(client);
        if (count != null) {
            count.decrementAndGet();
        }
    }

    /** Counts a call in the cluster, or on this node while Redis is away; fails with a 429 problem. */
    Future<Void> check(String rate, String client) {
        String key = "rolt:rate:" + rate + ":" + client;
        return redis.send(Command.EVAL, COUNT, 1, key, LIMITS.get(rate).window().toSeconds())
                .map(Response::toInteger)
                .otherwise(e -> countHere(rate, client))
                .map(count -> {
                    refuseAbove(rate, count);
                    return null;
                });
    }

    private int countHere(String rate, String client) {
        return counts.get(rate).get(client, key -> new AtomicInteger()).incrementAndGet();
    }

    private void refuseAbove(String rate, int count) {
        if (isAbove(rate, count)) {
            throw Problem.tooOften(LIMITS.get(rate).window().toSeconds());
        }
    }

    private boolean isAbove(String rate, int count) {
        return count > (long) LIMITS.get(rate).calls() * factor;
    }
}
