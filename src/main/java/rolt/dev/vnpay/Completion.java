package rolt.dev.vnpay;

import io.vertx.core.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Ends payments: notifies the merchant and says where the customer's browser goes. */
final class Completion {
    private static final String NO_NUMBER = "0";

    private final Gateway gateway;
    private final IpnSender ipn;
    private final AtomicLong numbers;

    Completion(Gateway gateway, IpnSender ipn) {
        this.gateway = gateway;
        this.ipn = ipn;
        // Numbers start at the time, so that they do not come back after a restart.
        this.numbers = new AtomicLong(gateway.calendar().millis());
    }

    /** The next number of a transaction: digits, at most 15. */
    String nextNumber() {
        return String.valueOf(numbers.incrementAndGet());
    }

    /** Ends the payment, unless it has ended before, and answers the address of the merchant's return page. */
    Future<String> end(Payment payment, Outcome wanted, Means means) {
        var faults = gateway.faultsOf(payment);
        var outcome = faults.outcome(Switch.ENDS_AS).orElse(wanted);
        if (!payment.end(result(outcome, means, nextNumber()))) {
            return Future.succeededFuture(returnUrl(payment));
        }
        faults.outcome(Switch.THEN).ifPresent(other -> overturnLater(payment, other, means));
        return notify(payment).map(ignored -> sendBack(payment));
    }

    /** Lets an ended payment have ended otherwise, and notifies the merchant again. */
    Future<String> overturn(Payment payment, Outcome outcome, Means means) {
        var number = payment.result()
                .map(Payment.Result::transactionNo)
                .filter(old -> !old.equals(NO_NUMBER))
                .orElseGet(this::nextNumber);
        payment.overturn(result(outcome, means, number));
        return notify(payment).map(ignored -> returnUrl(payment));
    }

    String returnUrl(Payment payment) {
        return Notice.of(payment, gateway.faultsOf(payment)).url(payment.sent("vnp_ReturnUrl"));
    }

    /** How a payment would end now; nothing happens by it. */
    Payment.Result result(Outcome outcome, Means means, String number) {
        var now = gateway.calendar().instant();
        if (outcome == Outcome.CANCELLED) {
            return new Payment.Result(outcome, Means.NONE, NO_NUMBER, "", now);
        }
        var bankNumber = outcome == Outcome.SUCCESS ? bankNumber(means, number) : "";
        return new Payment.Result(outcome, means, number, bankNumber, now);
    }

    private void overturnLater(Payment payment, Outcome outcome, Means means) {
        gateway.agenda().at(gateway.clock().now().plus(Gateway.INTERVAL), () -> overturn(payment, outcome, means));
    }

    private String sendBack(Payment payment) {
        var url = returnUrl(payment);
        gateway.calls().returned(payment.reference(), url);
        return url;
    }

    private Future<Void> notify(Payment payment) {
        var faults = gateway.faultsOf(payment);
        switch (faults.text(Switch.IPN)) {
            case "before" -> {
                return ipn.send(payment);
            }
            case "together" -> ipn.send(payment);
            case "after" -> ipn.sendLater(payment, faults.number(Switch.IPN_DELAY_MILLIS));
            default -> {}
        }
        return Future.succeededFuture();
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
