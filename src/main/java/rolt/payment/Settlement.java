package rolt.payment;

import rolt.ordering.OrderLifecycle.Transition;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.PaymentMessages.AttemptReason;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.vnpay.VnpayNotification.Outcome;

/**
 * What VNPAY tells does to an attempt, be it a genuine notification or the answer to a query: the rules of settlement as
 * pure functions. A notification settles what waits for one; a query also what is in doubt.
 *
 * @param answer the RspCode for VNPAY, 00 and 02 end its retries; the answer to a query has nobody to tell
 * @param state the attempt's new state; the old one where nothing changes
 * @param reason with REVIEW, with a capture that does not pay its order, and with UNKNOWN until a query has confirmed a
 *     success after a failure
 * @param paysOrder whether the order becomes PAID
 */
record Settlement(String answer, AttemptState state, AttemptReason reason, boolean paysOrder) {
    static final String RECORDED = "00";
    static final String UNKNOWN_REFERENCE = "01";
    static final String ALREADY_RECORDED = "02";
    static final String WRONG_AMOUNT = "04";
    static final String BAD_SIGNATURE = "97";

    /**
     * By a notification.
     *
     * @param attempt as it is stored
     * @param order the state of its order
     * @param amount what VNPAY says was paid, in hundredths of a đồng
     */
    static Settlement of(StoredAttempt attempt, State order, long amount, Outcome outcome) {
        if (isWrong(amount, attempt)) {
            return wrongAmount(attempt);
        }
        return isAwaited(attempt) ? awaited(order, outcome) : afterwards(attempt, outcome);
    }

    /**
     * By the answer to a query, which may be applied again and then changes nothing. A payment that is not completed
     * leaves an open attempt open, so that an abandoned order still expires.
     *
     * @param amount as with a notification
     */
    static Settlement ofQuery(StoredAttempt attempt, State order, long amount, Outcome outcome) {
        if (attempt.state() == AttemptState.CAPTURED) {
            return unchanged(ALREADY_RECORDED, attempt);
        }
        if (isWrong(amount, attempt)) {
            return wrongAmount(attempt);
        }
        return switch (outcome) {
            case SUCCESS -> captured(order);
            case HELD -> new Settlement(RECORDED, AttemptState.HELD, null, false);
            case FAILED -> queriedFailure(attempt);
            case UNKNOWN -> queriedDoubt(attempt);
            case PENDING -> unchanged(ALREADY_RECORDED, attempt);
        };
    }

    /** Finance says that another amount came: the order cannot be paid with it. */
    static Settlement ofOtherAmount() {
        return new Settlement(RECORDED, AttemptState.CAPTURED, AttemptReason.AMOUNT, false);
    }

    /**
     * What VNPAY took, in đồng; null where it is not captured.
     *
     * @param amount as VNPAY told it, in hundredths of a đồng
     */
    Long captured(long amount) {
        return state == AttemptState.CAPTURED ? amount / 100 : null;
    }

    /** Whether money came that the order cannot be paid with: to be followed up once it is recorded. */
    boolean leavesMoneyOver() {
        return answer.equals(RECORDED) && state == AttemptState.CAPTURED && !paysOrder;
    }

    private static boolean isWrong(long amount, StoredAttempt attempt) {
        return amount != Math.multiplyExact(attempt.amount(), 100L);
    }

    private static boolean isAwaited(StoredAttempt attempt) {
        return attempt.state() == AttemptState.OPEN
                || attempt.state() == AttemptState.REVIEW && attempt.reason() == AttemptReason.AMOUNT;
    }

    /** After a failure, a success is believed once VNPAY confirms it when asked; money under suspicion is held. */
    private static Settlement afterwards(StoredAttempt attempt, Outcome outcome) {
        if (attempt.state() != AttemptState.FAILED) {
            return unchanged(ALREADY_RECORDED, attempt);
        }
        return switch (outcome) {
            case SUCCESS -> new Settlement(RECORDED, AttemptState.UNKNOWN, AttemptReason.AFTER_FAILURE, false);
            case HELD -> new Settlement(RECORDED, AttemptState.HELD, null, false);
            default -> unchanged(ALREADY_RECORDED, attempt);
        };
    }

    /** Suspected money never turns into a failure by itself, nor does a success that was once told. */
    private static Settlement queriedFailure(StoredAttempt attempt) {
        if (attempt.reason() == AttemptReason.AFTER_FAILURE) {
            return review(RECORDED, AttemptReason.AFTER_FAILURE);
        }
        return attempt.state() == AttemptState.HELD
                ? unchanged(ALREADY_RECORDED, attempt)
                : new Settlement(RECORDED, AttemptState.FAILED, null, false);
    }

    private static Settlement queriedDoubt(StoredAttempt attempt) {
        return attempt.state() == AttemptState.OPEN
                ? new Settlement(RECORDED, AttemptState.UNKNOWN, null, false)
                : unchanged(ALREADY_RECORDED, attempt);
    }

    /** VNPAY may keep the money all the same, so somebody has to look; what is settled stays settled. */
    private static Settlement wrongAmount(StoredAttempt attempt) {
        boolean open = attempt.state() == AttemptState.OPEN
                || attempt.state() == AttemptState.UNKNOWN && attempt.reason() == null;
        return open ? review(WRONG_AMOUNT, AttemptReason.AMOUNT) : unchanged(WRONG_AMOUNT, attempt);
    }

    private static Settlement awaited(State order, Outcome outcome) {
        return switch (outcome) {
            case FAILED -> new Settlement(RECORDED, AttemptState.FAILED, null, false);
            case UNKNOWN, PENDING -> new Settlement(RECORDED, AttemptState.UNKNOWN, null, false);
            case HELD -> new Settlement(RECORDED, AttemptState.HELD, null, false);
            case SUCCESS -> captured(order);
        };
    }

    private static Settlement captured(State order) {
        if (Transition.PAY.possibleFrom(order)) {
            return new Settlement(RECORDED, AttemptState.CAPTURED, null, true);
        }
        boolean over = order == State.EXPIRED || order == State.CANCELLED;
        AttemptReason reason = over ? AttemptReason.LATE : AttemptReason.SECOND;
        return new Settlement(RECORDED, AttemptState.CAPTURED, reason, false);
    }

    private static Settlement review(String answer, AttemptReason reason) {
        return new Settlement(answer, AttemptState.REVIEW, reason, false);
    }

    /** Nothing was told. */
    static Settlement unchanged(StoredAttempt attempt) {
        return unchanged(ALREADY_RECORDED, attempt);
    }

    private static Settlement unchanged(String answer, StoredAttempt attempt) {
        return new Settlement(answer, attempt.state(), attempt.reason(), false);
    }
}
