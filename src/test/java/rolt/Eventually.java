package rolt;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** For what comes true a moment later and tells nobody: a mail arrives before its row in the outbox is done. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Eventually() {}

    /**
     * Asks until the answer is the wanted one, and returns it.
     *
     * @param question takes a while of its own, such as a query
     */
    public static <T> T ask(Supplier<T> question, Predicate<T> wanted) {
        Instant deadline = Instant.now().plus(PATIENCE);
        T answer = question.get();
        while (!wanted.test(answer)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Still " + answer);
            }
            answer = question.get();
        }
        return answer;
    }
}
