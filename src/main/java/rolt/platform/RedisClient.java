package rolt.platform;

import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;

/**
 * Redis over one pipelined connection, which is opened anew after it was lost. Nothing that must not be forgotten is
 * kept there: behind the circuit breaker a missing Redis costs a caller no time, and each caller says what it does
 * without it.
 */
public final class RedisClient {
    private static final int FAILURES = 3;
    private static final long TIMEOUT_MILLIS = 500;
    private static final long RESET_MILLIS = 2_000;

    private final Redis redis;
    private final CircuitBreaker breaker;
    private Future<RedisConnection> connection;

    public RedisClient(Vertx vertx, Config.Redis config) {
        RedisOptions options =
                new RedisOptions().setConnectionString(config.url()).setMaxWaitingHandlers(8_192);
        // Without it no rediss:// address can be connected to.
        options.getNetClientOptions().setHostnameVerificationAlgorithm("HTTPS");
        redis = Redis.createClient(vertx, options);
        breaker = CircuitBreaker.create(
                "redis",
                vertx,
                new CircuitBreakerOptions()
                        .setMaxFailures(FAILURES)
                        .setTimeout(TIMEOUT_MILLIS)
                        .setResetTimeout(RESET_MILLIS));
    }

    /** Sends a command; fails at once while the circuit is open. */
    public Future<Response> send(Command command, Object... args) {
        return breaker.execute(() -> connection().compose(open -> open.send(request(command, args))));
    }

    /** Several keys in one round trip; a missing one is null. */
    public Future<List<Response>> get(List<String> keys) {
        return send(Command.MGET, keys.toArray()).map(answer -> answer.stream().toList());
    }

    public Future<Void> ping() {
        return send(Command.PING).mapEmpty();
    }

    private synchronized Future<RedisConnection> connection() {
        if (connection == null || connection.failed()) {
            connection = redis.connect()
                    .onSuccess(open -> open.exceptionHandler(e -> forget()).endHandler(v -> forget()));
        }
        return connection;
    }

    private synchronized void forget() {
        connection = null;
    }

    private static Request request(Command command, Object... args) {
        Request request = Request.cmd(command);
        for (Object arg : args) {
            switch (arg) {
                case Number number -> request.arg(number.longValue());
                case byte[] bytes -> request.arg(Buffer.buffer(bytes));
                case Buffer buffer -> request.arg(buffer);
                default -> request.arg(String.valueOf(arg));
            }
        }
        return request;
    }

    public void close() {
        breaker.close();
        redis.close();
    }
}
