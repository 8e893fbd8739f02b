package rolt.payment;

import java.time.Duration;

/**
 * How often VNPAY is asked about one attempt: seldom at once, ever more seldom later.
 *
 * @param interval between any two queries of the shop: VNPAY answers the next one with 94 before five minutes are over
 */
record QueryPace(Duration interval) {
    /** What is older is settled from VNPAY's settlement file. */
    static final Duration GIVEN_UP = Duration.ofHours(24);

    private static final Duration LONGEST = Duration.ofHours(4);
    private static final int MOST_DOUBLINGS = 16;

    /** How long an attempt waits for its next query after so many. */
    Duration after(int queries) {
        Duration delay = interval.multipliedBy(1L << Math.min(queries - 1, MOST_DOUBLINGS));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }

    /** How often a node looks whether the shop may ask again. */
    Duration look() {
        Duration tenth = interval.dividedBy(10);
        return tenth.toSeconds() > 0 ? tenth : Duration.ofSeconds(1);
    }
}
