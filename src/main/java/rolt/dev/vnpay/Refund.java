package rolt.dev.vnpay;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * Money on its way back: first worked on by VNPAY, one interval later at the bank, after another one paid out or
 * refused.
 *
 * @param type {@code 02} for the whole payment, {@code 03} for a part
 * @param amount in hundredths of a đồng
 * @param accepted by the calendar
 * @param begun when the first step began, by the gateway's clock
 * @param ending the status it will end with: {@code 00} or {@code 09}
 */
record Refund(String transactionNo, String type, long amount, Instant accepted, Instant begun, String ending) {
    static final String PROCESSING = "05";
    static final String REFUSED = "09";
    private static final String AT_BANK = "06";
    private static final String PAID_OUT = "00";

    /** Its status by the gateway's clock. */
    String statusAt(Instant now) {
        if (now.isBefore(begun.plus(Gateway.INTERVAL))) {
            return PROCESSING;
        }
        return now.isBefore(begun.plus(Gateway.INTERVAL.multipliedBy(2))) ? AT_BANK : ending;
    }

    /**
     * The refund as it is when it enters this status now; it goes on from there.
     *
     * @throws IllegalArgumentException if no refund has such a status
     */
    Refund entering(String status, Instant now) {
        return switch (status) {
            case PROCESSING -> begun(now, ending);
            case AT_BANK -> begun(now.minus(Gateway.INTERVAL), ending);
            case PAID_OUT, REFUSED -> begun(now.minus(Gateway.INTERVAL.multipliedBy(2)), status);
            default -> throw new IllegalArgumentException("a refund is at 05, 06, 00 or 09");
        };
    }

    private Refund begun(Instant time, String end) {
        return new Refund(transactionNo, type, amount, accepted, time, end);
    }

    JsonObject toJson(Instant now) {
        return new JsonObject()
                .put("transactionNo", transactionNo)
                .put("type", type)
                .put("amount", amount / 100)
                .put("at", accepted.toString())
                .put("status", statusAt(now));
    }
}
