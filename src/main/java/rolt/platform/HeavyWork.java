package rolt.platform;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Long computations (password hashes, pictures) on a few threads of their own, with a bounded queue before them, so that
 * a flood of them is refused instead of stopping everything else.
 */
public final class HeavyWork {
    private final String name;
    private final WorkerExecutor threads;
    private final Semaphore places;
    private final Duration patience;

    /**
     * @param name told in the problem when there is no place left
     * @param threads how many computations run at once
     * @param waiting how many more may wait
     */
    public HeavyWork(Vertx vertx, String name, int threads, int waiting) {
        this(vertx, name, threads, waiting, Bus.PATIENCE);
    }

    /** @param patience how long work may wait to be begun */
    HeavyWork(Vertx vertx, String name, int threads, int waiting, Duration patience) {
        this.name = name;
        this.threads = vertx.createSharedWorkerExecutor("rolt-" + name, threads);
        this.patience = patience;
        this.places = new Semaphore(threads + waiting);
    }

    /**
     * Computes, and awaits the result on the calling virtual thread.
     *
     * @throws Problem 503 where all places are taken, 504 where it waited for so long that nobody asks any more
     */
    public <T> T run(Callable<T> work) {
        return Database.await(begin(work));
    }

    /** As {@link #run}, for an event loop: the problem is the future's failure. */
    public <T> Future<T> begin(Callable<T> work) {
        if (!places.tryAcquire()) {
            return Future.failedFuture(Problem.unavailable(name));
        }
        long asked = System.nanoTime();
        Callable<T> wanted = () -> {
            if (System.nanoTime() - asked > patience.toNanos()) {
                throw Problem.timeout();
            }
            return work.call();
        };
        return threads.executeBlocking(wanted, false).onComplete(done -> places.release());
    }

    public void close() {
        threads.close();
    }
}
