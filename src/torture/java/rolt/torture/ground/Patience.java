package rolt.torture.ground;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what comes true in another process and tells nobody. */
public final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Executor LATER = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

    private Patience() {}

    /**
     * Asks twenty times a second.
     *
     * @throws Finding after a minute and a half in vain
     */
    public static void until(String what, BooleanSupplier here) {
        Instant deadline = Instant.now().plus(LONGEST);
        while (!here.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new Finding("Waited " + LONGEST.toSeconds() + " s in vain: " + what);
            }
            moment();
        }
    }

    /** Lets whoever calls again wait a little, as VNPAY and clients do. */
    public static void moment() {
        CompletableFuture.runAsync(() -> {}, LATER).join();
    }
}
