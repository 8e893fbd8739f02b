package rolt.torture.ground;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Things that happen at once. */
public final class Parallel {
    private Parallel() {}

    /** Does the same so many times at once; returns when all is done, and throws what the first one threw. */
    public static void copies(int copies, IntConsumer action) {
        all(IntStream.range(0, copies)
                .<Runnable>mapToObj(copy -> () -> action.accept(copy))
                .toList());
    }

    public static void all(Collection<Runnable> actions) {
        if (actions.size() == 1) {
            actions.iterator().next().run();
            return;
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running =
                    actions.stream().map(threads::submit).toList();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Finding finding
                    ? finding
                    : new Finding("Failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            throw new Finding("Interrupted", e);
        }
    }
}
