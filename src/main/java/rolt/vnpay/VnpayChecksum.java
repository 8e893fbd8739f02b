package rolt.vnpay;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The checksums of VNPAY's merchant API: raw values in a fixed order, joined by {@code |}, an absent one as an empty
 * segment. The format has no escape, so a value that holds a {@code |} is refused either way.
 */
public enum VnpayChecksum {
    QUERY_REQUEST("RequestId Version Command TmnCode TxnRef TransactionDate CreateDate IpAddr OrderInfo"),
    QUERY_RESPONSE("ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo"
            + " TransactionType TransactionStatus OrderInfo PromotionCode PromotionAmount"),
    REFUND_REQUEST("RequestId Version Command TmnCode TransactionType TxnRef Amount TransactionNo TransactionDate"
            + " CreateBy CreateDate IpAddr OrderInfo"),
    REFUND_RESPONSE("ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo"
            + " TransactionType TransactionStatus OrderInfo");

    private final List<String> fields;

    VnpayChecksum(String names) {
        fields = Arrays.stream(names.split(" ")).map("vnp_"::concat).toList();
    }

    /**
     * The checksum of a message: 128 lower-case hex digits.
     *
     * @throws IllegalArgumentException if a value holds a {@code |}
     */
    public String sign(VnpaySecrets secrets, Map<String, String> message) {
        if (isAmbiguous(message)) {
            throw new IllegalArgumentException("no value of a VNPAY checksum may hold a |");
        }
        return secrets.sign(join(message));
    }

    /** Whether the message carries its own checksum in {@code vnp_SecureHash}. */
    public boolean verify(VnpaySecrets secrets, Map<String, String> message) {
        return !isAmbiguous(message) && secrets.verify(join(message), message.get(VnpaySignature.HASH));
    }

    private boolean isAmbiguous(Map<String, String> message) {
        return fields.stream().anyMatch(field -> value(message, field).contains("|"));
    }

    private String join(Map<String, String> message) {
        return fields.stream().map(field -> value(message, field)).collect(joining("|"));
    }

    private static String value(Map<String, String> message, String field) {
        var value = message.get(field);
        return value == null ? "" : value;
    }
}
