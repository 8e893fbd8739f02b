package rolt.dev.vnpay;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a payment can end, with the codes that VNPAY reports for it. */
enum Outcome {
    SUCCESS("00", "00"),
    INSUFFICIENT_BALANCE("51", "02"),
    NOT_ACTIVATED("09", "02"),
    LOCKED("12", "02"),
    /** No trustworthy code is known for an expired card; 99 is VNPAY's "other". */
    EXPIRED_CARD("99", "02"),
    WRONG_OTP("13", "02"),
    TOO_MANY_ATTEMPTS("10", "02"),
    TIME_OVER("11", "02"),
    LIMIT_EXCEEDED("65", "02"),
    MAINTENANCE("75", "02"),
    CANCELLED("24", "02"),
    SUSPICIOUS("07", "07"),
    REVERSED("99", "04");

    /** All names as they are in JSON, with a bar between them. */
    static final String NAMES = Arrays.stream(values()).map(Outcome::key).collect(Collectors.joining("|"));

    private final String responseCode;
    private final String transactionStatus;

    Outcome(String responseCode, String transactionStatus) {
        this.responseCode = responseCode;
        this.transactionStatus = transactionStatus;
    }

    /**
     * The outcome of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Outcome named(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("name", key())
                .put("responseCode", responseCode)
                .put("transactionStatus", transactionStatus);
    }

    String responseCode() {
        return responseCode;
    }

    String transactionStatus() {
        return transactionStatus;
    }

    /** The status a query reports: after a cancellation the sandbox said 11, though its notification had said 02. */
    String queriedStatus() {
        return this == CANCELLED ? "11" : transactionStatus;
    }
}
