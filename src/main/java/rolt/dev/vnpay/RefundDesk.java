package rolt.dev.vnpay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import rolt.dev.vnpay.Refusal.Failure;
import rolt.vnpay.VnpayDate;

/** Accepts refunds. Accepted is not paid out: that follows, see {@link Refund}. */
final class RefundDesk {
    private static final String FULL = "02";
    private static final String PART = "03";
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}");

    private final Gateway gateway;
    private final Completion completion;

    RefundDesk(Gateway gateway, Completion completion) {
        this.gateway = gateway;
        this.completion = completion;
    }

    /** One refund at a time, or two of them could together be more than the payment. */
    synchronized Map<String, String> refund(Terminal terminal, Map<String, String> request) {
        requireForm(request);
        var payment = QueryDesk.find(gateway.payments(), terminal, request);
        if (!payment.isSuccess()) {
            throw new Refusal(Failure.NOT_PAID);
        }
        requireOpen(payment);
        var amount = Long.parseLong(request.get("vnp_Amount"));
        var type = request.get("vnp_TransactionType");
        requireAmount(payment, type, amount);
        var refund = accept(payment, type, amount);
        payment.add(refund);
        return answer(payment, refund, request);
    }

    private Refund accept(Payment payment, String type, long amount) {
        var accepted = gateway.calendar().instant();
        var ending = gateway.faultsOf(payment).text(Switch.REFUND_ENDING);
        return new Refund(
                completion.nextNumber(), type, amount, accepted, gateway.clock().now(), ending);
    }

    private void requireOpen(Payment payment) {
        var faults = gateway.faultsOf(payment);
        if (!payment.terminal().refundAllowed() || faults.is(Switch.REFUNDS_OFF)) {
            throw new Refusal(Failure.OTHER);
        }
        var isInProgress =
                payment.refunds().stream().anyMatch(refund -> status(refund).equals(Refund.PROCESSING));
        if (isInProgress && faults.is(Switch.REFUND_IN_PROGRESS)) {
            throw new Refusal(Failure.DUPLICATE);
        }
    }

    private String status(Refund refund) {
        return refund.statusAt(gateway.clock().now());
    }

    private static void requireForm(Map<String, String> request) {
        var isGood = Set.of(FULL, PART).contains(request.getOrDefault("vnp_TransactionType", ""))
                && AMOUNT.matcher(request.getOrDefault("vnp_Amount", "")).matches()
                && !request.getOrDefault("vnp_CreateBy", "").isEmpty();
        if (!isGood) {
            throw new Refusal(Failure.MALFORMED);
        }
    }

    private void requireAmount(Payment payment, String type, long amount) {
        var refunded = payment.refunds().stream()
                .filter(refund -> !status(refund).equals(Refund.REFUSED))
                .mapToLong(Refund::amount)
                .sum();
        if (type.equals(FULL) && refunded > 0) {
            throw new Refusal(Failure.FULL_AFTER_PART);
        }
        var isWhole = amount == payment.amount();
        if (amount == 0 || refunded + amount > payment.amount() || type.equals(FULL) && !isWhole) {
            throw new Refusal(Failure.WRONG_AMOUNT);
        }
    }

    private Map<String, String> answer(Payment payment, Refund refund, Map<String, String> request) {
        var answer = new LinkedHashMap<String, String>();
        answer.put("vnp_ResponseId", MerchantApi.responseId());
        answer.put("vnp_Command", "refund");
        answer.put("vnp_ResponseCode", "00");
        answer.put("vnp_Message", "Refund success");
        answer.put("vnp_TmnCode", payment.terminal().tmnCode());
        answer.put("vnp_TxnRef", payment.reference());
        answer.put("vnp_Amount", String.valueOf(refund.amount()));
        answer.put("vnp_OrderInfo", request.get("vnp_OrderInfo"));
        answer.put("vnp_BankCode", payment.result().orElseThrow().means().bankCode());
        answer.put("vnp_PayDate", VnpayDate.format(refund.accepted()));
        answer.put("vnp_TransactionNo", refund.transactionNo());
        answer.put("vnp_TransactionType", refund.type());
        answer.put("vnp_TransactionStatus", status(refund));
        return answer;
    }
}
