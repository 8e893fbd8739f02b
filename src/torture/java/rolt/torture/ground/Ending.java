package rolt.torture.ground;

import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.dev.DevProblem;

/** How a torture's JVM ends: always, with 0 where the torture passed and with 1 where it did not or could not begin. */
public final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private Ending() {}

    /** @param torture answers whether it passed; nodes that it leaves behind do not keep the JVM */
    public static void after(BooleanSupplier torture) {
        // The mailbox loses connections when a node is killed.
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> LOG.info("{} ended", thread.getName(), e));
        boolean passed = false;
        try {
            passed = torture.getAsBoolean();
        } catch (DevProblem | IllegalArgumentException e) {
            System.err.println(e.getMessage());
        } catch (Throwable e) {
            // Also what an awaited future failed with, which may be checked.
            e.printStackTrace();
        }
        System.exit(passed ? 0 : 1);
    }
}
