package rolt.vnpay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What VNPAY tells of one attempt, in its notification and in the customer's return alike. Says nothing about whether
 * the message is genuine: {@link VnpaySignature#verify} comes first.
 *
 * @param amount in hundredths of a đồng, as VNPAY counts
 * @param transactionNo VNPAY's own number; {@code 0} or empty where no transaction was made
 * @param bankTranNo the bank's number, or empty
 * @param payDate when it was paid, or null
 */
public record VnpayNotification(
        String tmnCode,
        String txnRef,
        long amount,
        String responseCode,
        String transactionStatus,
        String transactionNo,
        String bankCode,
        String bankTranNo,
        String cardType,
        Instant payDate) {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}");

    /** What a pair of codes means for an attempt. */
    public enum Outcome {
        /** Paid: both codes say so. */
        SUCCESS,
        /** Not paid, and never will be. */
        FAILED,
        /** Neither: to be asked for again. */
        UNKNOWN,
        /** The money is taken, but VNPAY suspects fraud. */
        HELD,
        /** Not completed so far: only when asked. */
        PENDING;

        private static final String DONE = "00";
        private static final String SUSPICIOUS = "07";
        private static final String INCOMPLETE = "01";
        /** The documented failures, with 05 and 06 of VNPAY's older document. */
        private static final Set<String> FAILURES =
                Set.of("05", "06", "09", "10", "11", "12", "13", "24", "51", "65", "75", "79", "99");
        /** Error, payment time over, cancelled. Any other status may still turn into money. */
        private static final Set<String> FINAL = Set.of("02", "08", "11");

        public static Outcome of(String responseCode, String transactionStatus) {
            if (SUSPICIOUS.equals(responseCode) || SUSPICIOUS.equals(transactionStatus)) {
                return HELD;
            }
            if (DONE.equals(responseCode) && DONE.equals(transactionStatus)) {
                return SUCCESS;
            }
            return FAILURES.contains(responseCode) && FINAL.contains(transactionStatus) ? FAILED : UNKNOWN;
        }

        /** By the status alone: the response code of a query is about the query. */
        public static Outcome ofQuery(String transactionStatus) {
            return switch (transactionStatus) {
                case DONE -> SUCCESS;
                case SUSPICIOUS -> HELD;
                case INCOMPLETE -> PENDING;
                default -> FINAL.contains(transactionStatus) ? FAILED : UNKNOWN;
            };
        }
    }

    /**
     * Reads the decoded parameters. Only what an attempt cannot be found and judged without is required: a cancelled
     * payment has no bank number, and a field VNPAY calls optional must not lose a payment.
     *
     * @throws IllegalArgumentException if terminal, reference or amount is missing or malformed
     */
    public static VnpayNotification of(Map<String, List<String>> parameters) {
        var values = VnpaySignature.single(parameters);
        return new VnpayNotification(
                required(values, "vnp_TmnCode"),
                required(values, "vnp_TxnRef"),
                amount(values),
                values.getOrDefault("vnp_ResponseCode", ""),
                values.getOrDefault("vnp_TransactionStatus", ""),
                values.getOrDefault("vnp_TransactionNo", ""),
                values.getOrDefault("vnp_BankCode", ""),
                values.getOrDefault("vnp_BankTranNo", ""),
                values.getOrDefault("vnp_CardType", ""),
                VnpayDate.parse(values.get("vnp_PayDate")).orElse(null));
    }

    public Outcome outcome() {
        return Outcome.of(responseCode, transactionStatus);
    }

    private static long amount(Map<String, String> values) {
        var amount = required(values, "vnp_Amount");
        if (!AMOUNT.matcher(amount).matches()) {
            throw new IllegalArgumentException("vnp_Amount is no amount: " + amount);
        }
        return Long.parseLong(amount);
    }

    private static String required(Map<String, String> values, String name) {
        var value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
