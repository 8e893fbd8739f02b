package rolt.dev.vnpay;

import static java.util.Comparator.comparing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** What the gateway will do when its clock has come so far, however that is moved meanwhile. */
final class Agenda {
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final GatewayClock clock;
    private final PriorityQueue<Entry> entries = new PriorityQueue<>(comparing(Entry::due));
    private long timer = NO_TIMER;

    private record Entry(Instant due, Supplier<Future<?>> task) {}

    Agenda(Vertx vertx, GatewayClock clock) {
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Does something at that time by the gateway's clock. */
    synchronized void at(Instant due, Supplier<Future<?>> task) {
        entries.add(new Entry(due, task));
        arm();
    }

    /** Runs the clock so many times as fast. */
    void run(long speed) {
        clock.run(speed);
        arm();
    }

    /** Pushes the clock forward, from one entry on the way to the next; done when all that became due is done. */
    Future<Void> forward(Duration time) {
        return stepTo(clock.now().plus(time));
    }

    private Future<Void> stepTo(Instant end) {
        var next = nextUntil(end);
        clock.pushTo(next);
        return doDue().compose(ignored -> next.isBefore(end) ? stepTo(end) : Future.succeededFuture());
    }

    private synchronized Instant nextUntil(Instant end) {
        return entries.isEmpty() || entries.peek().due().isAfter(end)
                ? end
                : entries.peek().due();
    }

    private Future<Void> doDue() {
        var done = takeDue().stream().map(entry -> entry.task().get()).toList();
        arm();
        return Future.join(done).otherwiseEmpty().mapEmpty();
    }

    private synchronized List<Entry> takeDue() {
        var due = new ArrayList<Entry>();
        while (!entries.isEmpty() && !entries.peek().due().isAfter(clock.now())) {
            due.add(entries.poll());
        }
        return due;
    }

    /** Wakes up when the first entry is due at the speed of now. */
    private synchronized void arm() {
        vertx.cancelTimer(timer);
        timer = NO_TIMER;
        if (!entries.isEmpty() && clock.speed() > 0) {
            var left = Duration.between(clock.now(), entries.peek().due()).dividedBy(clock.speed());
            timer = vertx.setTimer(Math.max(1, left.toMillis()), ignored -> doDue());
        }
    }
}
