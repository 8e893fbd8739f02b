package rolt.payment;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import rolt.Client;
import rolt.TestShop;
import rolt.vnpay.VnpaySecrets;
import rolt.vnpay.VnpaySignature;

/** Notifications as VNPAY would send them, signed with the terminal's secret. */
public final class Vnpay {
    /** The fault of telling the shop nothing by itself. */
    static final JsonObject SILENT = new JsonObject().put("ipn", "never");

    private static final VnpaySignature SIGNATURE = new VnpaySignature(VnpaySecrets.of(TestShop.HASH_SECRET));

    private Vnpay() {}

    /** What VNPAY tells of an attempt that was paid. */
    public static Map<String, String> paid(JsonObject attempt) {
        Map<String, String> message = new TreeMap<>();
        message.put("vnp_Amount", String.valueOf(attempt.getLong("amount") * 100));
        message.put("vnp_BankCode", "NCB");
        message.put("vnp_BankTranNo", "VNP14226112");
        message.put("vnp_CardType", "ATM");
        message.put("vnp_OrderInfo", "Thanh toan don hang " + attempt.getString("orderCode"));
        message.put("vnp_PayDate", "20261123101512");
        message.put("vnp_ResponseCode", "00");
        message.put("vnp_TmnCode", TestShop.TMN_CODE);
        message.put("vnp_TransactionNo", number(attempt));
        message.put("vnp_TransactionStatus", "00");
        message.put("vnp_TxnRef", attempt.getString("txnRef"));
        return message;
    }

    /** Another one for each attempt, as at VNPAY. */
    static String number(JsonObject attempt) {
        return "7" + Integer.toUnsignedString(attempt.getString("txnRef").hashCode());
    }

    /** The customer cancelled at VNPAY. */
    static Map<String, String> cancelled(JsonObject attempt) {
        return with(paid(attempt), "vnp_ResponseCode", "24", "vnp_TransactionStatus", "02", "vnp_TransactionNo", "0");
    }

    public static Map<String, String> with(Map<String, String> message, String... namesAndValues) {
        Map<String, String> changed = new TreeMap<>(message);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            changed.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return changed;
    }

    /** Sends a signed notification; answers the RspCode. */
    public static String tell(Client shop, Map<String, String> message) {
        return tell(shop, message, UnaryOperator.identity());
    }

    /** Sends a notification whose signed query is tampered with. */
    static String tell(Client shop, Map<String, String> message, UnaryOperator<String> tampering) {
        String query = tampering.apply(SIGNATURE.signedQuery(message));
        return shop.get("/vnpay/ipn?" + query).expect(200).json().getString("RspCode");
    }

    /** The query of a notification under another secret. */
    static String signedWith(String secret, Map<String, String> message) {
        return new VnpaySignature(VnpaySecrets.of(secret)).signedQuery(message);
    }

    static String returnQuery(Map<String, String> message) {
        return SIGNATURE.signedQuery(message);
    }

    /** Sets what goes wrong at VNPAY; an empty object mends everything. */
    public static void faults(TestShop shop, JsonObject faults) {
        shop.client(0).post(shop.console.url() + "/simulator/faults", faults).expect(200);
    }
}
