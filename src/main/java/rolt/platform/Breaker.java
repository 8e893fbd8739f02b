package rolt.platform;

import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.circuitbreaker.TimeoutException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A service outside the shop behind a circuit breaker; calls are awaited on the calling virtual thread. */
public final class Breaker {
    private static final int FAILURES = 5;
    private static final long RESET_MILLIS = 10_000;

    private final String part;
    private final CircuitBreaker breaker;

    /**
     * @param part told in the problem while the circuit is open
     * @param isOutage which failures count; a refusal of one request says nothing about the next
     */
    public Breaker(Vertx vertx, String part, Duration timeout, Predicate<Throwable> isOutage) {
        this.part = part;
        breaker = CircuitBreaker.create(
                        part,
                        vertx,
                        new CircuitBreakerOptions()
                                .setMaxFailures(FAILURES)
                                .setTimeout(timeout.toMillis())
                                .setResetTimeout(RESET_MILLIS))
                .failurePolicy(result -> result.failed() && isOutage.test(result.cause()));
    }

    /**
     * Calls the service.
     *
     * @throws Problem 503 while the circuit is open, 504 after the timeout; any other failure as it is
     */
    public <T> T call(Supplier<Future<T>> request) {
        return Database.await(breaker.execute(request).recover(e -> Future.failedFuture(worded(e))));
    }

    /** Whether the service is known to be out, so that a call would fail at once. */
    public boolean isOpen() {
        return breaker.state() == CircuitBreakerState.OPEN;
    }

    public void close() {
        breaker.close();
    }

    private Throwable worded(Throwable e) {
        return switch (e) {
            case OpenCircuitException open -> Problem.unavailable(part);
            case TimeoutException late -> Problem.timeout();
            default -> e;
        };
    }
}
