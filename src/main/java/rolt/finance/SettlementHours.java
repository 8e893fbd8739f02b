package rolt.finance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import rolt.platform.Dates;

/**
 * What the shop looks for in the file of a day. What it learnt in the last hour before midnight may be in VNPAY's next
 * file, so it is looked for with that one.
 */
record SettlementHours(LocalDate day) {
    private static final Duration LAST_HOUR = Duration.ofHours(1);

    Instant from() {
        return day.atStartOfDay(Dates.VIETNAM).toInstant().minus(LAST_HOUR);
    }

    Instant to() {
        return day.plusDays(1).atStartOfDay(Dates.VIETNAM).toInstant().minus(LAST_HOUR);
    }
}
