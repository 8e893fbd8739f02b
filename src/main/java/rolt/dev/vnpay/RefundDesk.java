package rolt.dev.vnpay;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import rolt.dev.vnpay.MerchantApi.Failure;
import rolt.dev.vnpay.MerchantApi.Refusal;
import rolt.vnpay.VnpayDate;

/** Accepts refunds. Accepted is not paid out: that follows, see {@link Refund}. */
final class RefundDesk {
    private static final String FULL = "02";
    private static final String PART = "03";
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}");

    private final Payments payments;
    private final Switchboard faults;
    private final Completion completion;
    private final SettlementTime time;

    /** The clock by which refunds proceed, and how long each step takes. */
    record SettlementTime(Clock clock, Duration interval) {}

    RefundDesk(Payments payments, Switchboard faults, Completion completion, SettlementTime time) {
        this.payments = payments;
        this.faults = faults;
        this.completion = completion;
        this.time = time;
    }

    /** One refund at a time, or two of them could together be more than the payment. */
    synchronized Map<String, String> refund(Terminal terminal, Map<String, String> request) {
        requireForm(request);
        var payment = QueryDesk.find(payments, terminal, request);
        if (!payment.isSuccess()) {
            throw new Refusal(Failure.NOT_PAID);
        }
        if (!terminal.refundAllowed()) {
            throw new Refusal(Failure.OTHER);
        }
        var amount = Long.parseLong(request.get("vnp_Amount"));
        var type = request.get("vnp_TransactionType");
        requireAmount(payment, type, amount);
        var ending = faults.at(terminal).refundEnding();
        var refund =
                new Refund(completion.nextNumber(), type, amount, time.clock().instant(), ending);
        payment.add(refund);
        return answer(payment, refund, request);
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
                .filter(refund -> !refund.statusAt(time.clock().instant(), time.interval())
                        .equals(Refund.REFUSED))
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
        answer.put("vnp_TransactionStatus", refund.statusAt(time.clock().instant(), time.interval()));
        return answer;
    }
}
