package rolt.dev.vnpay;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import rolt.vnpay.VnpayDate;

/** When the time for a payment is over. It keeps to the calendar, which the customer's countdown does too. */
final class SessionClock {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Gateway gateway;

    SessionClock(Gateway gateway) {
        this.gateway = gateway;
    }

    /** A session that begins now and lasts as long as the merchant asked for, at most 15 minutes. */
    Payment.Session open(Map<String, String> request, String token) {
        var now = gateway.calendar().instant();
        return new Payment.Session(token, now, closing(request, now.plus(LONGEST)));
    }

    boolean isOver(Payment payment) {
        return payment.result().isEmpty()
                && payment.isOverAt(gateway.calendar().instant())
                && !gateway.faultsOf(payment).is(Switch.LATE_SUCCESS);
    }

    private static Instant closing(Map<String, String> request, Instant longest) {
        return VnpayDate.parse(request.get("vnp_ExpireDate"))
                .filter(longest::isAfter)
                .orElse(longest);
    }
}
