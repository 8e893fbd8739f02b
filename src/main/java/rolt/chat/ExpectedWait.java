package rolt.chat;

import java.time.Duration;

/** How long somebody in the queue may wait; a guess from how long it took lately. */
final class ExpectedWait {
    private ExpectedWait() {}

    /**
     * @param median of the rooms that were claimed lately
     * @param position in the queue, from 1
     * @param present how many take rooms, 1 or more
     */
    static Duration of(Duration median, int position, int present) {
        int rounds = (position + present - 1) / present;
        return median.multipliedBy(rounds);
    }
}
