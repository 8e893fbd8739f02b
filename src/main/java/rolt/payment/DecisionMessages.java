package rolt.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentMessages.CallResult;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.payment.PaymentMessages.RefundState;

/** What Finance decides about attempts and refunds, and when it may. Amounts are đồng. */
public final class DecisionMessages {
    private DecisionMessages() {}

    /** What Finance may do about an attempt. */
    public enum AttemptDecision {
        /** VNPAY's portal shows the money. */
        CONFIRM,
        /** VNPAY's portal shows that no money came. */
        DISMISS,
        /** VNPAY is asked now. */
        ASK;

        /** As long as the shop goes on asking about an attempt, it decides by itself. */
        private static final Duration ASKED_ABOUT = QueryPace.GIVEN_UP;

        /** @param age of the attempt */
        public boolean possible(AttemptState state, Duration age) {
            return switch (state) {
                case REVIEW, HELD, UNKNOWN -> true;
                case OPEN, FAILED -> this == ASK || this == CONFIRM && age.compareTo(ASKED_ABOUT) > 0;
                case CAPTURED -> false;
            };
        }
    }

    /** What Finance may do about a refund, from which states, and where that leads. */
    public enum RefundDecision {
        /** It is sent to VNPAY once more. */
        RESEND(Set.of(RefundState.REFUSED, RefundState.UNKNOWN), RefundState.REQUESTED),
        /** VNPAY's portal shows that it is paid out. */
        CONFIRM(Set.of(RefundState.ACCEPTED, RefundState.UNKNOWN), RefundState.PAID_OUT),
        /** The shop pays it from its own bank account. */
        TRANSFER(Set.of(RefundState.REFUSED, RefundState.UNKNOWN), RefundState.PAID_OUT),
        /** It is not made after all. */
        WITHDRAW(Set.of(RefundState.REQUESTED, RefundState.REFUSED), RefundState.WITHDRAWN),
        /** VNPAY is asked now; its answer says where that leads. */
        ASK(Set.of(RefundState.ACCEPTED, RefundState.UNKNOWN), null);

        private final Set<RefundState> from;
        private final RefundState to;

        RefundDecision(Set<RefundState> from, RefundState to) {
            this.from = from;
            this.to = to;
        }

        /** What the shop owes for a reason of its own, or because it does not deliver, is not withdrawn. */
        public boolean possible(RefundState state, RefundReason reason, State order) {
            boolean owed = reason != RefundReason.ASKED || order == State.CANCELLED;
            return from.contains(state) && (this != WITHDRAW || !owed);
        }

        /** Whether it pays twice where VNPAY has the refund after all, so that somebody has to have looked. */
        public boolean needsLook(RefundState state) {
            return state == RefundState.UNKNOWN && (this == RESEND || this == TRANSFER);
        }

        RefundState to() {
            return to;
        }
    }

    /**
     * {@code payment.confirmAttempt}: the money is there.
     *
     * @param amount what VNPAY took; another than the attempt's goes back to the customer
     * @param transactionNo VNPAY's number of the payment
     * @param note how that is known
     */
    public record ConfirmAttempt(
            String txnRef, long amount, String transactionNo, String note, String idempotencyKey) {}

    /** {@code payment.dismissAttempt}: no money came. */
    public record DismissAttempt(String txnRef, String note, String idempotencyKey) {}

    /** @param captured what VNPAY took; null where it took nothing */
    public record DecidedAttempt(String txnRef, String orderCode, AttemptState state, Long captured) {}

    /** {@code payment.askAttempt}: asks VNPAY now what became of it. */
    public record AskAttempt(String txnRef) {}

    /**
     * @param result how VNPAY answered; null where it was not asked, because the shop's turn is not yet
     * @param mayAskAt when the shop may ask VNPAY again
     */
    public record AskedAttempt(String txnRef, CallResult result, AttemptState state, Instant mayAskAt) {}

    /**
     * {@code payment.resendRefund}: sends it to VNPAY once more.
     *
     * @param notAtVnpay whether VNPAY's portal was looked at and shows no such refund
     */
    public record ResendRefund(UUID refundId, Boolean notAtVnpay, String note, String idempotencyKey) {}

    /** {@code payment.confirmRefund}: VNPAY has paid it out. */
    public record ConfirmRefund(UUID refundId, String transactionNo, String note, String idempotencyKey) {}

    /**
     * {@code payment.payRefundByTransfer}: the shop has paid it from its own bank account.
     *
     * @param reference of the bank transfer
     * @param notAtVnpay as with {@link ResendRefund}
     */
    public record PayRefundByTransfer(
            UUID refundId, String reference, Boolean notAtVnpay, String note, String idempotencyKey) {}

    /** {@code payment.withdrawRefund}: it is not made after all. */
    public record WithdrawRefund(UUID refundId, String note, String idempotencyKey) {}

    /** {@code payment.askRefund}: asks VNPAY now how far it is. */
    public record AskRefund(UUID refundId) {}

    /** As {@link AskedAttempt}. */
    public record AskedRefund(UUID refundId, CallResult result, RefundState state, Instant mayAskAt) {}

    /**
     * {@code payment.settleFromFile}, on the bus only: VNPAY's settlement file says that a payment was taken. Applied
     * again it changes nothing.
     *
     * @param amount in hundredths of a đồng
     */
    public record SettleFromFile(String txnRef, long amount, String transactionNo) {}

    /** {@code payment.finishRefundFromFile}, on the bus only: VNPAY's settlement file says that a refund was paid out. */
    public record FinishRefundFromFile(UUID refundId, String transactionNo) {}
}
