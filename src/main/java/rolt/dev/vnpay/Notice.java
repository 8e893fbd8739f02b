package rolt.dev.vnpay;

import java.util.Map;
import java.util.TreeMap;
import rolt.vnpay.VnpayDate;

/** The signed parameters that tell a merchant how a payment ended: the same for notification and return. */
record Notice(Payment payment, Payment.Result result, Faults faults) {
    /** 1,000 đồng, as VNPAY's acceptance test adds. */
    private static final long WRONG_BY = 100_000;

    private static final String FOREIGN = "FOREIGN1";

    /** What is told of a payment that has ended. */
    static Notice of(Payment payment, Faults faults) {
        return new Notice(payment, payment.result().orElseThrow(), faults);
    }

    /** The address of the merchant with the parameters behind it, in alphabetical order, the hash last. */
    String url(String address) {
        return address + (address.contains("?") ? "&" : "?") + query();
    }

    private String query() {
        var query = payment.terminal().signature().signedQuery(parameters());
        var repeated = faults.is(Switch.REPEATED_PARAMETER) ? "vnp_Amount=" + payment.amount() + "&" + query : query;
        return faults.is(Switch.BAD_HASH) ? withOtherLastDigit(repeated) : repeated;
    }

    private Map<String, String> parameters() {
        var parameters = new TreeMap<String, String>();
        parameters.put("vnp_TmnCode", faults.is(Switch.FOREIGN_TERMINAL) ? FOREIGN : payment.sent("vnp_TmnCode"));
        parameters.put("vnp_TxnRef", payment.reference() + (faults.is(Switch.UNKNOWN_REFERENCE) ? "X" : ""));
        parameters.put(
                "vnp_Amount", String.valueOf(payment.amount() + (faults.is(Switch.WRONG_AMOUNT) ? WRONG_BY : 0)));
        parameters.put("vnp_OrderInfo", payment.sent("vnp_OrderInfo"));
        putResult(parameters);
        return parameters;
    }

    private void putResult(Map<String, String> parameters) {
        var outcome = result.outcome();
        parameters.put("vnp_BankCode", result.means().bankCode());
        parameters.put("vnp_CardType", result.means().cardType());
        parameters.put("vnp_BankTranNo", result.bankTranNo());
        parameters.put("vnp_TransactionNo", result.transactionNo());
        parameters.put("vnp_PayDate", VnpayDate.format(result.at()));
        parameters.put("vnp_ResponseCode", or(faults.text(Switch.RESPONSE_CODE), outcome.responseCode()));
        parameters.put(
                "vnp_TransactionStatus", or(faults.text(Switch.TRANSACTION_STATUS), outcome.transactionStatus()));
    }

    private static String or(String instead, String truth) {
        return instead.isEmpty() ? truth : instead;
    }

    private static String withOtherLastDigit(String query) {
        var last = query.length() - 1;
        return query.substring(0, last) + (query.charAt(last) == '0' ? '1' : '0');
    }
}
