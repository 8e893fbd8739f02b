package rolt.vnpay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * This shop towards VNPAY's merchant API: makes signed requests. {@link VnpayApi} sends them.
 *
 * @param address the IP address of this server, as VNPAY wants to be told
 */
public record VnpayTerminal(String tmnCode, VnpaySecrets secrets, String address) {
    private static final String PAYMENT = "01";
    private static final String TYPE = "vnp_TransactionType";
    private static final String AMOUNT = "vnp_Amount";
    private static final String NUMBER = "vnp_TransactionNo";

    /**
     * A payment that VNPAY knows.
     *
     * @param created when its attempt was opened: VNPAY finds a payment by reference and this date
     * @param transactionNo VNPAY's number of it; null or empty as long as it is not known
     */
    public record Payment(String txnRef, Instant created, String transactionNo) {}

    /**
     * A refund of all or of a part.
     *
     * @param amount in đồng
     * @param full only as long as nothing of the payment was refunded
     * @param createdBy who asks for it
     */
    public record Refund(Payment payment, long amount, boolean full, String createdBy) {
        private String type() {
            return full ? "02" : "03";
        }

        private String hundredths() {
            return String.valueOf(Math.multiplyExact(amount, 100L));
        }
    }

    /** Asks what became of a payment. */
    public VnpayCall query(Payment payment) {
        Map<String, String> message = message("querydr", payment, "Truy van ");
        if (payment.transactionNo() != null && !payment.transactionNo().isEmpty()) {
            message.put(NUMBER, payment.transactionNo());
        }
        return call(VnpayChecksum.QUERY_REQUEST, VnpayChecksum.QUERY_RESPONSE, message, Map.of(TYPE, PAYMENT));
    }

    /**
     * Asks without a number, in order to find out about a refund whose answer was lost: VNPAY tells of the newest refund
     * of the payment, or of the payment itself where it knows of none. Our inference; VNPAY's documents do not say.
     */
    public VnpayCall queryNewest(Payment payment) {
        Map<String, String> message = message("querydr", payment, "Truy van ");
        return call(VnpayChecksum.QUERY_REQUEST, VnpayChecksum.QUERY_RESPONSE, message, Map.of());
    }

    /**
     * Asks how far a refund has come.
     *
     * @param refundNo the number that VNPAY gave the refund when it accepted it
     */
    public VnpayCall query(Refund refund, String refundNo) {
        Map<String, String> message = message("querydr", refund.payment(), "Truy van hoan tien ");
        message.put(NUMBER, refundNo);
        Map<String, String> echo = Map.of(TYPE, refund.type(), AMOUNT, refund.hundredths(), NUMBER, refundNo);
        return call(VnpayChecksum.QUERY_REQUEST, VnpayChecksum.QUERY_RESPONSE, message, echo);
    }

    /** Asks for money to go back. A genuine answer says that this is accepted, not that it is paid out. */
    public VnpayCall refund(Refund refund) {
        Map<String, String> message = message("refund", refund.payment(), "Hoan tien ");
        Map<String, String> echo = Map.of(TYPE, refund.type(), AMOUNT, refund.hundredths());
        message.putAll(echo);
        message.put(NUMBER, refund.payment().transactionNo());
        message.put("vnp_CreateBy", VnpayPayUrl.plainText(refund.createdBy()));
        return call(VnpayChecksum.REFUND_REQUEST, VnpayChecksum.REFUND_RESPONSE, message, echo);
    }

    private Map<String, String> message(String command, Payment payment, String description) {
        Map<String, String> message = new TreeMap<>();
        message.put("vnp_RequestId", UUID.randomUUID().toString().replace("-", ""));
        message.put("vnp_Version", "2.1.0");
        message.put("vnp_Command", command);
        message.put("vnp_TmnCode", tmnCode);
        message.put("vnp_TxnRef", payment.txnRef());
        message.put("vnp_OrderInfo", description + payment.txnRef());
        message.put("vnp_TransactionDate", VnpayDate.format(payment.created()));
        message.put("vnp_CreateDate", VnpayDate.format(Instant.now()));
        message.put("vnp_IpAddr", VnpayPayUrl.plainAddress(address));
        return message;
    }

    private VnpayCall call(
            VnpayChecksum asked, VnpayChecksum answered, Map<String, String> message, Map<String, String> echo) {
        Map<String, String> expected = new TreeMap<>(echo);
        List.of("vnp_Command", "vnp_TmnCode", "vnp_TxnRef").forEach(name -> expected.put(name, message.get(name)));
        message.put(VnpaySignature.HASH, asked.sign(secrets, message));
        return new VnpayCall(message, answered, expected, secrets);
    }
}
