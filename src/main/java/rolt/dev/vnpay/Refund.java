package rolt.dev.vnpay;

import java.time.Duration;
import java.time.Instant;

/**
 * Money on its way back: first worked on by VNPAY, one interval later at the bank, after another one paid out or
 * refused.
 *
 * @param type {@code 02} for the whole payment, {@code 03} for a part
 * @param amount in hundredths of a đồng
 * @param ending the status it will end with: {@code 00} or {@code 09}
 */
record Refund(String transactionNo, String type, long amount, Instant accepted, String ending) {
    static final String REFUSED = "09";

    String statusAt(Instant now, Duration interval) {
        if (now.isBefore(accepted.plus(interval))) {
            return "05";
        }
        return now.isBefore(accepted.plus(interval.multipliedBy(2))) ? "06" : ending;
    }
}
