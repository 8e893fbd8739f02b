package rolt.dev.vnpay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import rolt.vnpay.VnpayDate;

/** When the time for a payment is over. */
final class SessionClock {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clock clock;
    private final Switchboard faults;

    SessionClock(Clock clock, Switchboard faults) {
        this.clock = clock;
        this.faults = faults;
    }

    /** The end of a payment opened now: what the merchant asked for, at most 15 minutes. */
    Instant closing(Map<String, String> request) {
        var longest = clock.instant().plus(LONGEST);
        return VnpayDate.parse(request.get("vnp_ExpireDate"))
                .filter(longest::isAfter)
                .orElse(longest);
    }

    boolean isOver(Payment payment) {
        return payment.result().isEmpty()
                && payment.isOverAt(clock.instant())
                && !faults.at(payment.terminal()).lateSuccess();
    }
}
