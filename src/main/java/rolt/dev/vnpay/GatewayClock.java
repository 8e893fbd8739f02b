package rolt.dev.vnpay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time by which VNPAY takes steps of its own: notifies again, allows the next query, moves a refund on. It can run
 * faster than the calendar, stand still and be pushed forward. What the merchant can read on its own clock keeps to the
 * calendar: the dates in messages and the fifteen minutes of a customer.
 */
final class GatewayClock {
    static final long FASTEST = 1_000_000;

    private final Clock calendar;
    private Instant changed;
    private Instant then;
    private long speed;

    GatewayClock(Clock calendar, long speed) {
        this.calendar = calendar;
        this.speed = speed;
        changed = calendar.instant();
        then = changed;
    }

    synchronized Instant now() {
        return then.plus(Duration.between(changed, calendar.instant()).multipliedBy(speed));
    }

    synchronized long speed() {
        return speed;
    }

    /**
     * Runs this many times as fast from now on; 0 stands still.
     *
     * @throws IllegalArgumentException outside 0 to {@link #FASTEST}
     */
    synchronized void run(long times) {
        if (times < 0 || times > FASTEST) {
            throw new IllegalArgumentException("speed is 0 to " + FASTEST);
        }
        pushTo(now());
        speed = times;
    }

    /** Is at least as late as this. */
    synchronized void pushTo(Instant time) {
        var now = now();
        changed = calendar.instant();
        then = time.isAfter(now) ? time : now;
    }
}
