package rolt.dev.vnpay;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import rolt.vnpay.VnpayDate;

/**
 * Answers what became of a payment, to each terminal once an interval.
 *
 * <p>VNPAY does not document how a query tells a refund from its payment; this is inferred. The number of a refund asks
 * about the refund (type 02 or 03, its own amount), any other number about the payment (type 01). Without a number, or
 * with 0, the newest transaction of the reference answers: the last refund if there is any, else the payment. So a
 * merchant whose refund was never answered can learn of it.
 */
final class QueryDesk {
    private static final Set<String> NO_NUMBER = Set.of("", "0");

    private final Gateway gateway;
    private final Map<String, Instant> answered = new ConcurrentHashMap<>();

    QueryDesk(Gateway gateway) {
        this.gateway = gateway;
    }

    Map<String, String> query(Terminal terminal, Map<String, String> request) {
        throttle(terminal);
        var payment = find(gateway.payments(), terminal, request);
        var number = request.getOrDefault("vnp_TransactionNo", "");
        return payment.refunds().stream()
                .filter(refund ->
                        NO_NUMBER.contains(number) || refund.transactionNo().equals(number))
                .reduce((older, newer) -> newer)
                .map(refund -> answer(payment, refund))
                .orElseGet(() -> answer(payment));
    }

    /** The payment of this reference and day. */
    static Payment find(Payments payments, Terminal terminal, Map<String, String> request) {
        return payments.byReference(terminal.tmnCode(), request.get("vnp_TxnRef"))
                .filter(payment -> payment.sent("vnp_CreateDate").equals(request.get("vnp_TransactionDate")))
                .orElseThrow(() -> new Refusal(Refusal.Failure.NOT_FOUND));
    }

    /** After an accepted query VNPAY refuses every other one of the terminal, whatever it asks for. */
    private synchronized void throttle(Terminal terminal) {
        var now = gateway.clock().now();
        var last = Optional.ofNullable(answered.get(terminal.tmnCode()));
        if (last.filter(time -> now.isBefore(time.plus(Gateway.INTERVAL))).isPresent()) {
            throw new Refusal(Refusal.Failure.DUPLICATE);
        }
        answered.put(terminal.tmnCode(), now);
    }

    private Map<String, String> answer(Payment payment, Refund refund) {
        var answer = head(payment, refund.amount());
        answer.put("vnp_BankCode", bank(payment));
        answer.put("vnp_PayDate", VnpayDate.format(refund.accepted()));
        answer.put("vnp_TransactionNo", refund.transactionNo());
        answer.put("vnp_TransactionType", refund.type());
        answer.put("vnp_TransactionStatus", refund.statusAt(gateway.clock().now()));
        return answer;
    }

    private Map<String, String> answer(Payment payment) {
        var result = payment.result();
        var answer = head(payment, payment.amount());
        answer.put("vnp_BankCode", bank(payment));
        answer.put("vnp_PayDate", result.map(end -> VnpayDate.format(end.at())).orElse(""));
        answer.put(
                "vnp_TransactionNo", result.map(Payment.Result::transactionNo).orElse("0"));
        answer.put("vnp_TransactionType", "01");
        answer.put("vnp_TransactionStatus", status(payment));
        return answer;
    }

    private static Map<String, String> head(Payment payment, long amount) {
        var answer = new LinkedHashMap<String, String>();
        answer.put("vnp_ResponseId", MerchantApi.responseId());
        answer.put("vnp_Command", "querydr");
        answer.put("vnp_ResponseCode", "00");
        answer.put("vnp_Message", "QueryDR Success");
        answer.put("vnp_TmnCode", payment.terminal().tmnCode());
        answer.put("vnp_TxnRef", payment.reference());
        answer.put("vnp_Amount", String.valueOf(amount));
        answer.put("vnp_OrderInfo", payment.sent("vnp_OrderInfo"));
        return answer;
    }

    /** Not completed while it can be paid, then out of time. */
    private String status(Payment payment) {
        var instead = gateway.faultsOf(payment).text(Switch.TRANSACTION_STATUS);
        if (!instead.isEmpty()) {
            return instead;
        }
        var open = payment.isOverAt(gateway.calendar().instant()) ? "08" : "01";
        return payment.result().map(end -> end.outcome().queriedStatus()).orElse(open);
    }

    private static String bank(Payment payment) {
        return payment.result().map(end -> end.means().bankCode()).orElse("");
    }
}
