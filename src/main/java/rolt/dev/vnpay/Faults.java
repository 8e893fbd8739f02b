package rolt.dev.vnpay;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Set;
import rolt.vnpay.VnpayEncoding;

/**
 * What goes wrong on purpose at one terminal.
 *
 * @param ipn when the notification leaves, relative to the customer's return
 * @param ipnCopies how many equal notifications leave in parallel
 * @param ipnDelayMillis how long after the return a notification leaves that comes after it
 * @param responseCode reported instead of the true one, unless empty
 * @param transactionStatus reported instead of the true one, unless empty
 * @param lateSuccess whether a payment can still be made after its time is over
 * @param apiCode what the merchant API answers to everything, unless empty
 * @param unsignedAnswers whether the merchant API leaves out its checksum
 * @param apiDelayMillis how late the merchant API answers, after it has done its work
 * @param refundEnding the status every refund ends with: {@code 00} or {@code 09}
 * @param encodings what signatures of payment URLs may be made with
 */
record Faults(
        Ipn ipn,
        int ipnCopies,
        long ipnDelayMillis,
        boolean badHash,
        boolean wrongAmount,
        boolean unknownReference,
        String responseCode,
        String transactionStatus,
        boolean lateSuccess,
        String apiCode,
        boolean unsignedAnswers,
        long apiDelayMillis,
        String refundEnding,
        Set<VnpayEncoding> encodings) {
    static final Faults NONE = of(new JsonObject());
    private static final int MOST_COPIES = 100;
    private static final String NAMES = "tmnCode ipn ipnCopies ipnDelayMillis badHash wrongAmount unknownReference"
            + " responseCode transactionStatus lateSuccess apiCode unsignedAnswers apiDelayMillis refundEnding encoding";

    enum Ipn {
        BEFORE,
        AFTER,
        TOGETHER,
        NEVER
    }

    /**
     * Reads the switches; what is not named works as at VNPAY.
     *
     * @throws IllegalArgumentException if a name or a value is unknown
     */
    static Faults read(JsonObject json) {
        for (var name : json.fieldNames()) {
            if (!Set.of(NAMES.split(" ")).contains(name)) {
                throw new IllegalArgumentException("there is no switch " + name + ", only " + NAMES);
            }
        }
        return of(json);
    }

    private static Faults of(JsonObject json) {
        return new Faults(
                Ipn.valueOf(json.getString("ipn", "before").toUpperCase(Locale.ROOT)),
                Math.clamp(json.getInteger("ipnCopies", 1), 1, MOST_COPIES),
                Math.max(1, json.getLong("ipnDelayMillis", 500L)),
                json.getBoolean("badHash", false),
                json.getBoolean("wrongAmount", false),
                json.getBoolean("unknownReference", false),
                json.getString("responseCode", ""),
                json.getString("transactionStatus", ""),
                json.getBoolean("lateSuccess", false),
                json.getString("apiCode", ""),
                json.getBoolean("unsignedAnswers", false),
                json.getLong("apiDelayMillis", 0L),
                json.getString("refundEnding", "00"),
                encodings(json.getString("encoding", "")));
    }

    private static Set<VnpayEncoding> encodings(String name) {
        return name.isEmpty() ? Set.of(VnpayEncoding.values()) : Set.of(VnpayEncoding.valueOf(name));
    }
}
