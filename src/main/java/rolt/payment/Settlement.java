package rolt.payment;

import rolt.ordering.OrderLifecycle.Transition;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentMessages.ReviewReason;
import rolt.payment.VnpayNotification.Outcome;

/**
 * What a genuine notification does to its attempt: the rules of settlement as one pure function.
 *
 * @param answer the RspCode for VNPAY: 00 and 02 end its retries
 * @param state the attempt's new state; the old one where nothing changes
 * @param reason only with REVIEW
 * @param paysOrder whether the order becomes PAID
 */
record Settlement(String answer, AttemptState state, ReviewReason reason, boolean paysOrder) {
    static final String RECORDED = "00";
    static final String UNKNOWN_REFERENCE = "01";
    static final String ALREADY_RECORDED = "02";
    static final String WRONG_AMOUNT = "04";
    static final String BAD_SIGNATURE = "97";

    /**
     * @param attempt as it is stored
     * @param order the state of its order
     * @param amount what VNPAY says was paid, in hundredths of a đồng
     */
    static Settlement of(StoredAttempt attempt, State order, long amount, Outcome outcome) {
        if (amount != Math.multiplyExact(attempt.amount(), 100L)) {
            return wrongAmount(attempt);
        }
        boolean awaited = attempt.state() == AttemptState.OPEN
                || attempt.state() == AttemptState.REVIEW && attempt.reason() == ReviewReason.AMOUNT;
        if (awaited) {
            return awaited(order, outcome);
        }
        return attempt.state() == AttemptState.FAILED && outcome == Outcome.SUCCESS
                ? review(RECORDED, ReviewReason.AFTER_FAILURE)
                : new Settlement(ALREADY_RECORDED, attempt.state(), attempt.reason(), false);
    }

    /** VNPAY may keep the money all the same, so somebody has to look; what is settled stays settled. */
    private static Settlement wrongAmount(StoredAttempt attempt) {
        return attempt.state() == AttemptState.OPEN
                ? review(WRONG_AMOUNT, ReviewReason.AMOUNT)
                : new Settlement(WRONG_AMOUNT, attempt.state(), attempt.reason(), false);
    }

    private static Settlement awaited(State order, Outcome outcome) {
        return switch (outcome) {
            case FAILED -> new Settlement(RECORDED, AttemptState.FAILED, null, false);
            case UNKNOWN -> new Settlement(RECORDED, AttemptState.UNKNOWN, null, false);
            case HELD -> new Settlement(RECORDED, AttemptState.HELD, null, false);
            case SUCCESS -> captured(order);
        };
    }

    private static Settlement captured(State order) {
        if (Transition.PAY.possibleFrom(order)) {
            return new Settlement(RECORDED, AttemptState.CAPTURED, null, true);
        }
        boolean over = order == State.EXPIRED || order == State.CANCELLED;
        return review(RECORDED, over ? ReviewReason.LATE : ReviewReason.SECOND);
    }

    private static Settlement review(String answer, ReviewReason reason) {
        return new Settlement(answer, AttemptState.REVIEW, reason, false);
    }
}
