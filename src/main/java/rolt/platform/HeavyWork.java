package rolt.platform;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
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

    /**
     * @param name told in the problem when there is no place left
     * @param threads how many computations run at once
     * @param waiting how many more may wait
     */
    public HeavyWork(Vertx vertx, String name, int threads, int waiting) {
        this.name = name;
        this.threads = vertx.createSharedWorkerExecutor("rolt-" + name, threads);
        this.places = new Semaphore(threads + waiting);
    }

    /**
     * Computes, and awaits the result on the calling virtual thread.
     *
     * @throws Problem 503 where all places are taken
     */
    public <T> T run(Callable<T> work) {
        if (!places.tryAcquire()) {
            throw Problem.unavailable(name);
        }
        return Database.await(threads.executeBlocking(work, false).onComplete(done -> places.release()));
    }

    public void close() {
        threads.close();
    }
}
