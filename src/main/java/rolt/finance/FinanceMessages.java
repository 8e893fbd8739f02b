package rolt.finance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rolt.finance.MoneyLedger.Account;
import rolt.finance.MoneyLedger.Kind;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.PaymentMessages.AttemptReason;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentMessages.CallResult;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.payment.PaymentMessages.RefundState;

/** What finance is asked and answers about orders' money. Amounts are đồng. */
public final class FinanceMessages {
    private FinanceMessages() {}

    /** {@code finance.listReviews} */
    public record ListReviews(Integer limit, String after) {}

    /** A page of what waits for a person, each list with the oldest first; @param next null on the last page */
    public record Reviews(List<PaymentFile> payments, List<RefundFile> refunds, String next) {}

    /** {@code finance.getPayment} */
    public record GetPayment(String txnRef) {}

    /** {@code finance.getRefund} */
    public record GetRefund(UUID refundId) {}

    /** Whose money it is. */
    public record MoneyOwner(String orderCode, State orderState, long total, String name, String email, String phone) {}

    /**
     * An attempt with everything that was told and decided about it.
     *
     * @param captured what VNPAY took; null where it took nothing
     * @param refunded what of it has gone back or shall
     * @param pays whether the order is paid with it
     * @param since when it came where it is
     * @param nextQueryAt when VNPAY is asked next; null where it is not
     */
    public record PaymentFile(
            String txnRef,
            MoneyOwner owner,
            long amount,
            Long captured,
            long refunded,
            boolean pays,
            AttemptState state,
            AttemptReason reason,
            Instant createdAt,
            Instant since,
            String transactionNo,
            String bankCode,
            Instant nextQueryAt,
            List<Notice> notices,
            List<VnpayAnswer> calls,
            List<MoneyDecision> decisions,
            List<OtherAttempt> others) {}

    /**
     * A notification of VNPAY.
     *
     * @param answer the RspCode that the shop answered
     * @param source the address it came from
     */
    public record Notice(
            Instant at,
            Long amount,
            String responseCode,
            String transactionStatus,
            String transactionNo,
            String answer,
            String source) {}

    /**
     * A call of VNPAY's merchant API.
     *
     * @param command querydr or refund
     * @param result null where the node was lost in between
     */
    public record VnpayAnswer(
            Instant askedAt,
            Instant answeredAt,
            String command,
            CallResult result,
            String responseCode,
            String transactionStatus,
            String transactionNo) {}

    /** @param kind CONFIRMED, DISMISSED or FILE */
    public record MoneyDecision(
            String kind, Long amount, String transactionNo, String note, String actor, Instant at) {}

    public record OtherAttempt(String txnRef, AttemptState state, long amount, Instant createdAt) {}

    /**
     * A refund with its steps.
     *
     * @param txnRef of the payment it pays back
     * @param requestedBy null for the shop itself
     * @param nextAt when the shop goes on with it by itself; null where a person must, or it is over
     */
    public record RefundFile(
            UUID refundId,
            String txnRef,
            MoneyOwner owner,
            long amount,
            RefundReason reason,
            RefundState state,
            String note,
            String requestedBy,
            Instant requestedAt,
            Instant since,
            String transactionNo,
            String responseCode,
            Instant nextAt,
            List<RefundStep> steps,
            List<VnpayAnswer> calls) {}

    /** @param actor null for the shop itself and for VNPAY */
    public record RefundStep(RefundState state, String actor, String note, Instant at) {}

    /** {@code finance.explainOrder}: every đồng of an order. */
    public record ExplainOrder(String code) {}

    /** @param vat contained in the total */
    public record OrderMoney(
            MoneyOwner owner,
            Instant placedAt,
            List<Charge> charges,
            long goodsTotal,
            long shippingFee,
            long vat,
            List<PaymentFile> payments,
            List<RefundFile> refunds,
            List<MoneyTransfer> transfers,
            Balance balance) {}

    public record Charge(String sku, String name, int quantity, long unitPrice, long total) {}

    /** Money that moved from one account to another. */
    public record MoneyTransfer(
            Kind kind,
            Account debit,
            Account credit,
            long amount,
            String txnRef,
            UUID refundId,
            String actor,
            String note,
            Instant at) {}

    /**
     * Where the money of an order is: what was received has been paid back, is owed, or is kept.
     *
     * @param owed what the customer shall still get
     * @param onItsWay the part of it that the shop or VNPAY is at work on
     * @param refundable what of the paid order can still be given back
     */
    public record Balance(long received, long paidBack, long owed, long onItsWay, long kept, long refundable) {}
}
