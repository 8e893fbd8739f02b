package rolt.bench;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Customers who all call at once, each anew as soon as its last call is answered. */
final class Load {
    static final int CUSTOMERS = 32;

    private final IntFunction<Future<?>> call;
    private final long[] micros;
    private final AtomicInteger taken = new AtomicInteger();

    private Load(int calls, IntFunction<Future<?>> call) {
        this.call = call;
        this.micros = new long[calls];
    }

    /**
     * Makes the calls and measures them.
     *
     * @param call makes the call of a number, 0 to {@code calls - 1}; one that fails ends the measurement
     */
    static Round run(Vertx vertx, int calls, IntFunction<Future<?>> call) {
        Load load = new Load(calls, call);
        DeploymentOptions all = new DeploymentOptions().setInstances(CUSTOMERS);
        long begun = System.nanoTime();
        String customers = vertx.deployVerticle(() -> load.new Customer(), all).await();
        double seconds = (System.nanoTime() - begun) / 1e9;
        vertx.undeploy(customers).await();
        return Round.of(load.micros, seconds);
    }

    /** Counts as started once there is no call left to make. */
    private final class Customer extends VerticleBase {
        @Override
        public Future<?> start() {
            Promise<Void> finished = Promise.promise();
            next(finished);
            return finished.future();
        }

        private void next(Promise<Void> finished) {
            int number = taken.getAndIncrement();
            if (number >= micros.length) {
                finished.complete();
                return;
            }
            long begun = System.nanoTime();
            call.apply(number)
                    .onSuccess(answer -> {
                        micros[number] = (System.nanoTime() - begun) / 1_000;
                        next(finished);
                    })
                    .onFailure(finished::fail);
        }
    }
}
