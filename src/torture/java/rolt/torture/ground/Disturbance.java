package rolt.torture.ground;

import java.util.List;
import java.util.Random;

/** Breaks things amid a batch, each after so many calls were made, and then mends them. */
public final class Disturbance {
    private final Calls calls;
    private final List<Runnable> faults;
    private final Runnable mend;
    private final List<Integer> moments;
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);
    private volatile RuntimeException failure;

    /** @param expected about how many calls there will be */
    public Disturbance(Calls calls, List<Runnable> faults, Runnable mend, Random random, int expected) {
        this.calls = calls;
        this.faults = faults;
        this.mend = mend;
        this.moments = random.ints(faults.size(), 0, expected).sorted().boxed().toList();
    }

    /** Lets the batch happen meanwhile, and returns once all is mended. */
    public void during(Runnable batch) {
        thread.start();
        batch.run();
        calls.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new Finding("Interrupted", e);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void run() {
        try {
            for (int i = 0; i < faults.size(); i++) {
                calls.awaitMade(moments.get(i));
                faults.get(i).run();
            }
            mend.run();
        } catch (RuntimeException e) {
            failure = e;
        } catch (InterruptedException e) {
            failure = new Finding("Interrupted", e);
        }
    }
}
