package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import rolt.platform.Caller;
import rolt.platform.Problem;
import rolt.platform.RedisClient;

/**
 * How many sockets each account has open in the whole cluster, or on this node while Redis is away. A place is renewed for
 * as long as its socket is open, so that those of a node that was lost are free again soon. Visitors are counted by
 * network, where many may be at once.
 */
final class OpenSockets {
    static final int MOST = 5;
    static final int MOST_VISITORS = 50;
    static final String TOO_MANY = "too-many-sockets";

    private static final Duration LEASE = Duration.ofSeconds(45);
    private static final Duration RENEWAL = Duration.ofSeconds(15);
    private static final String TAKE = """
            local now = tonumber(redis.call('TIME')[1])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
            if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then return 0 end
            redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
            redis.call('EXPIRE', KEYS[1], ARGV[2])
            return 1
            """;

    private final RedisClient redis;
    /** By whom they are counted by, the places on this node. */
    private final Map<String, Set<String>> here = new ConcurrentHashMap<>();

    OpenSockets(Vertx vertx, RedisClient redis) {
        this.redis = redis;
        vertx.setPeriodic(RENEWAL.toMillis(), timer -> renew());
    }

    /** Of one socket; to be left once when the socket is closed. */
    interface Place {
        void leave();
    }

    /** @return a place, or problem 429 {@code too-many-sockets} */
    Future<Place> take(Caller caller) {
        String owner = caller.signedIn() ? caller.accountId().toString() : caller.network();
        int most = caller.signedIn() ? MOST : MOST_VISITORS;
        String id = UUID.randomUUID().toString();
        int open = add(owner, id);
        return count(owner, id, most).otherwise(e -> open <= most).map(free -> {
            if (!free) {
                leave(owner, id);
                throw Problem.of(429, TOO_MANY);
            }
            return () -> leave(owner, id);
        });
    }

    private int add(String owner, String id) {
        Set<String> places = here.compute(owner, (key, before) -> {
            Set<String> now = before == null ? ConcurrentHashMap.newKeySet() : before;
            now.add(id);
            return now;
        });
        return places.size();
    }

    private void leave(String owner, String id) {
        here.computeIfPresent(owner, (key, places) -> {
            places.remove(id);
            return places.isEmpty() ? null : places;
        });
        free(owner, id);
    }

    private Future<Response> free(String owner, String id) {
        return redis.send(Command.ZREM, key(owner), id);
    }

    private Future<Boolean> count(String owner, String id, int most) {
        return redis.send(Command.EVAL, TAKE, 1, key(owner), id, LEASE.toSeconds(), most)
                .map(answer -> answer.toInteger() == 1);
    }

    /** Also of those that Redis has forgotten or never heard of; who is in stays in. */
    private void renew() {
        here.forEach((owner, places) -> places.forEach(id -> renew(owner, id)));
    }

    /** A renewal that was overtaken by the end of its socket would hold the place: it is left once more. */
    Future<?> renew(String owner, String id) {
        return count(owner, id, Integer.MAX_VALUE)
                .compose(held -> isOpen(owner, id) ? Future.succeededFuture() : free(owner, id));
    }

    private boolean isOpen(String owner, String id) {
        return here.getOrDefault(owner, Set.of()).contains(id);
    }

    private static String key(String owner) {
        return "rolt:sockets:" + owner;
    }
}
