package rolt.dev.vnpay;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What all parts of the simulated gateway share.
 *
 * @param calendar the date and time of day
 * @param clock the time by which VNPAY takes its own steps
 * @param faults by terminal, where any are switched on
 */
record Gateway(
        Clock calendar,
        GatewayClock clock,
        Agenda agenda,
        Map<String, Terminal> terminals,
        Payments payments,
        Map<String, Faults> faults,
        CallLog calls) {
    /** Between two notifications, between two queries, and between two steps of a refund. */
    static final Duration INTERVAL = Duration.ofMinutes(5);

    static Gateway open(Vertx vertx, Clock calendar, long speed) {
        var clock = new GatewayClock(calendar, speed);
        return new Gateway(
                calendar,
                clock,
                new Agenda(vertx, clock),
                new ConcurrentHashMap<>(),
                new Payments(),
                new ConcurrentHashMap<>(),
                new CallLog(calendar));
    }

    /** What goes wrong at a terminal. */
    Faults faultsAt(Terminal terminal) {
        return faults.getOrDefault(terminal.tmnCode(), Faults.NONE);
    }

    /** What goes wrong with a payment: its own faults if it has any, else those of its terminal. */
    Faults faultsOf(Payment payment) {
        return payment.faults().orElseGet(() -> faultsAt(payment.terminal()));
    }
}
