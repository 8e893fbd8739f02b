package rolt.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what comes within milliseconds and tells nobody. */
final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Patience() {}

    static void until(String what, BooleanSupplier here) {
        Instant deadline = Instant.now().plus(LONGEST);
        while (!here.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new CannotMeasure("Waited " + LONGEST.toSeconds() + " s in vain: " + what + ".");
            }
            Thread.onSpinWait();
        }
    }
}
