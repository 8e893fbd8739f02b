package rolt.dev.vnpay;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Ends payments: notifies the merchant and says where the customer's browser goes. */
final class Completion {
    private final Clock clock;
    private final IpnSender ipn;
    private final Switchboard faults;
    private final AtomicLong numbers;

    Completion(Clock clock, IpnSender ipn, Switchboard faults) {
        this.clock = clock;
        this.ipn = ipn;
        this.faults = faults;
        // Numbers start at the time, so that they do not come back after a restart.
        this.numbers = new AtomicLong(clock.millis());
    }

    /** The next number of a transaction: digits, at most 15. */
    String nextNumber() {
        return String.valueOf(numbers.incrementAndGet());
    }

    /** Ends the payment, unless it has ended before, and answers the address of the merchant's return page. */
    Future<String> end(Payment payment, Outcome outcome, Means means) {
        if (!payment.end(result(outcome, means))) {
            return Future.succeededFuture(returnUrl(payment));
        }
        return notify(payment).map(ignored -> returnUrl(payment));
    }

    String returnUrl(Payment payment) {
        return Notice.url(payment.sent("vnp_ReturnUrl"), payment, faults.at(payment.terminal()));
    }

    private Future<Void> notify(Payment payment) {
        var switches = faults.at(payment.terminal());
        switch (switches.ipn()) {
            case BEFORE -> {
                return ipn.send(payment);
            }
            case TOGETHER -> ipn.send(payment);
            case AFTER -> ipn.sendLater(payment, switches.ipnDelayMillis());
            case NEVER -> {}
        }
        return Future.succeededFuture();
    }

    private Payment.Result result(Outcome outcome, Means means) {
        if (outcome == Outcome.CANCELLED) {
            return new Payment.Result(outcome, Means.NONE, "0", "", clock.instant());
        }
        var number = nextNumber();
        var bankNumber = outcome == Outcome.SUCCESS ? bankNumber(means, number) : "";
        return new Payment.Result(outcome, means, number, bankNumber, clock.instant());
    }

    private static String bankNumber(Means means, String number) {
        if (!means.isInternational()) {
            return "VNP" + number;
        }
        var digits = new StringBuilder("7");
        ThreadLocalRandom.current().ints(21, 0, 10).forEach(digits::append);
        return digits.toString();
    }
}
