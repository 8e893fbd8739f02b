package rolt.payment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What payment is asked and answers. Amounts are đồng. */
public final class PaymentMessages {
    private PaymentMessages() {}

    /** Where an attempt stands. REVIEW, HELD and UNKNOWN keep the order's stock until they are cleared up. */
    public enum AttemptState {
        OPEN,
        CAPTURED,
        FAILED,
        REVIEW,
        HELD,
        UNKNOWN
    }

    /** Why an attempt is not simply what its state says. */
    public enum AttemptReason {
        /** VNPAY told another amount than the attempt's: in REVIEW, or captured with it. */
        AMOUNT,
        /** Captured when the order had expired or was cancelled. */
        LATE,
        /** The attempt had failed before; UNKNOWN until VNPAY was asked. */
        AFTER_FAILURE,
        /** Captured when the order was paid by another attempt. */
        SECOND
    }

    /**
     * {@code payment.openAttempt}: where the customer pays the order.
     *
     * @param code the order's
     * @param bankCode VNPAY's code of a bank or a way to pay; null lets the customer choose there
     */
    public record OpenAttempt(String code, String bankCode, String idempotencyKey) {}

    /** @param payUrl where to send the browser; null once the attempt is over */
    public record Attempt(
            String txnRef, String orderCode, AttemptState state, long amount, Instant expiresAt, String payUrl) {}

    public record Parameter(String name, String value) {}

    /** The values of each name, so that a repeated name is seen. */
    static Map<String, List<String>> byName(List<Parameter> parameters) {
        return parameters.stream()
                .collect(Collectors.groupingBy(
                        Parameter::name, Collectors.mapping(Parameter::value, Collectors.toList())));
    }

    /**
     * {@code payment.settleNotification}, on the bus only: VNPAY's notification as it came.
     *
     * @param parameters decoded, in the order received, repeated names included
     * @param source the address it came from
     */
    public record SettleNotification(List<Parameter> parameters, String source) {}

    /** What VNPAY is answered. */
    public record Answer(String RspCode, String Message) {}

    /** {@code payment.readReturn}, on the bus only: what the browser brought back from VNPAY. Changes nothing. */
    public record ReadReturn(List<Parameter> parameters) {}

    /**
     * @param orderCode null where the message is not genuine or its reference unknown
     * @param claim what VNPAY says of the payment: SUCCESS, FAILED, UNKNOWN or HELD
     */
    public record Return(String orderCode, String claim) {}

    /** An event: a customer came back from VNPAY, and not with a failure. */
    public record CustomerReturned(String txnRef) {}

    /** How far a refund is. */
    public enum RefundState {
        /** Written down, not sent yet. */
        REQUESTED,
        /** On its way to VNPAY, without an answer so far. */
        SENT,
        /** VNPAY has taken it on; the money is not there yet. */
        ACCEPTED,
        /** The customer has the money. */
        PAID_OUT,
        /** VNPAY will not do it: a person must see how the customer gets the money, which is still owed. */
        REFUSED,
        /** Nobody knows whether VNPAY has taken it on: it is asked, and never sent again by itself. */
        UNKNOWN,
        /** Finance has asked for it and thought better of it. */
        WITHDRAWN
    }

    /** Why money goes back. */
    public enum RefundReason {
        /** Finance says so. */
        ASKED,
        /** The paid order was cancelled. */
        CALLED_OFF,
        /** It came when the order was over. */
        LATE,
        /** The order was paid already. */
        SECOND,
        /** Another amount came than was asked for. */
        AMOUNT
    }

    /**
     * {@code payment.requestRefund}: gives back all or a part of what an order was paid with.
     *
     * @param code the order's
     * @param amount in đồng
     * @param note why; for staff only
     */
    public record RequestRefund(String code, long amount, String note, String idempotencyKey) {}

    /** @param amount in đồng */
    public record Refund(UUID id, String orderCode, long amount, RefundReason reason, RefundState state) {}

    /**
     * {@code payment.sendRefund}, on the bus only: sends a refund to VNPAY.
     *
     * @param refundId null for any that waits
     */
    public record SendRefund(UUID refundId) {}

    /**
     * {@code payment.trackRefund}, on the bus only: asks VNPAY how far a refund is, if the shop may ask now.
     *
     * @param refundId null for the one that is most in need of it
     */
    public record TrackRefund(UUID refundId) {}

    /** All null where there was nothing to do. */
    public record RefundMoved(UUID refundId, CallResult result, RefundState state) {}

    /** How VNPAY's merchant API answered a call. Only from a genuine answer anything follows. */
    public enum CallResult {
        GENUINE,
        REFUSED,
        NOT_GENUINE,
        NO_ANSWER
    }

    /**
     * {@code payment.reconcileAttempt}, on the bus only: asks VNPAY what became of an attempt, if the shop may ask now.
     *
     * @param txnRef null for the one that is most in need of it
     */
    public record ReconcileAttempt(String txnRef) {}

    /**
     * {@code payment.sweepLog}, on the bus only: forgets messages of VNPAY that are older than they have to be kept.
     *
     * @param limit of notifications and of queries at most so many each
     */
    public record SweepLog(int limit) {}

    public record SweptLog(int entries) {}

    /** All null where nothing was asked: nothing is due, or the shop's next turn is not yet. */
    public record Reconciled(String txnRef, CallResult result, AttemptState state) {}

    /**
     * {@code payment.followUpCapture}, on the bus only: decides what becomes of a capture that did not pay its order.
     *
     * @param txnRef null for any that is due
     */
    public record FollowUpCapture(String txnRef) {}

    /** @param refund null where the order was paid after all; both null where there was nothing to do */
    public record FollowedUp(String txnRef, UUID refund) {}
}
