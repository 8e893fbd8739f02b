package rolt.dev.vnpay;

import java.util.Map;
import java.util.TreeMap;
import rolt.vnpay.VnpayDate;

/** The signed parameters that tell a merchant how a payment ended: the same for notification and return. */
final class Notice {
    /** 1,000 đồng, as VNPAY's acceptance test adds. */
    private static final long WRONG_BY = 100_000;

    private Notice() {}

    /** The address of the merchant with the parameters behind it, in alphabetical order, the hash last. */
    static String url(String address, Payment payment, Faults faults) {
        return address + (address.contains("?") ? "&" : "?") + query(payment, faults);
    }

    private static String query(Payment payment, Faults faults) {
        var query = payment.terminal().signature().signedQuery(parameters(payment, faults));
        return faults.badHash() ? withOtherLastDigit(query) : query;
    }

    private static Map<String, String> parameters(Payment payment, Faults faults) {
        var result = payment.result().orElseThrow();
        var amount = payment.amount() + (faults.wrongAmount() ? WRONG_BY : 0);
        var parameters = new TreeMap<String, String>();
        parameters.put("vnp_TmnCode", payment.terminal().tmnCode());
        parameters.put("vnp_TxnRef", payment.reference() + (faults.unknownReference() ? "X" : ""));
        parameters.put("vnp_Amount", String.valueOf(amount));
        parameters.put("vnp_OrderInfo", payment.sent("vnp_OrderInfo"));
        parameters.put("vnp_BankCode", result.means().bankCode());
        parameters.put("vnp_CardType", result.means().cardType());
        parameters.put("vnp_BankTranNo", result.bankTranNo());
        parameters.put("vnp_TransactionNo", result.transactionNo());
        parameters.put("vnp_PayDate", VnpayDate.format(result.at()));
        parameters.put(
                "vnp_ResponseCode", or(faults.responseCode(), result.outcome().responseCode()));
        parameters.put(
                "vnp_TransactionStatus",
                or(faults.transactionStatus(), result.outcome().transactionStatus()));
        return parameters;
    }

    private static String or(String instead, String truth) {
        return instead.isEmpty() ? truth : instead;
    }

    private static String withOtherLastDigit(String query) {
        var last = query.length() - 1;
        return query.substring(0, last) + (query.charAt(last) == '0' ? '1' : '0');
    }
}
