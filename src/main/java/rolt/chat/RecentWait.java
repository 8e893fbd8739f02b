package rolt.chat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * How long rooms waited lately, which changes slowly and is asked at each heartbeat of each room in the queue: kept on the
 * node for half a minute. While one caller asks anew, the others are told what was known before.
 */
final class RecentWait {
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Supplier<Optional<Duration>> question;
    private final AtomicReference<Kept> kept = new AtomicReference<>(new Kept(Optional.empty(), System.nanoTime()));

    RecentWait(Supplier<Optional<Duration>> question) {
        this.question = question;
    }

    /** @param until on the clock of {@link System#nanoTime} */
    private record Kept(Optional<Duration> median, long until) {
        static Kept fresh(Optional<Duration> median) {
            return new Kept(median, System.nanoTime() + KEPT.toNanos());
        }
    }

    /** Empty where nothing is known. */
    Optional<Duration> median() {
        Kept known = kept.get();
        boolean old = System.nanoTime() - known.until() >= 0;
        if (old && kept.compareAndSet(known, Kept.fresh(known.median()))) {
            kept.set(Kept.fresh(question.get()));
        }
        return kept.get().median();
    }
}
