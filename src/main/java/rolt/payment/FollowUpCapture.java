package rolt.payment;

import java.util.Map;
import java.util.Optional;
import rolt.ordering.OrderLifecycle;
import rolt.ordering.OrderLifecycle.Moved;
import rolt.ordering.OrderLifecycle.Transition;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.PaymentMessages.AttemptReason;
import rolt.payment.PaymentMessages.FollowedUp;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.payment.PaymentRepository.Locked;
import rolt.platform.DatabaseException;
import rolt.platform.Outbox;
import rolt.platform.Platform;
import rolt.platform.Transaction;
import rolt.stock.StockLedger;

/**
 * Decides what becomes of a capture that did not pay its order. An order that had expired is paid after all if its stock
 * is still there; whatever else came late, twice, or in another amount goes back.
 */
final class FollowUpCapture {
    private static final FollowedUp NOTHING = new FollowedUp(null, null);

    private final Platform platform;
    private final PaymentRepository repository;
    private final OpenRefund refunding;
    private final PayOrder paying;

    FollowUpCapture(Platform platform, PaymentRepository repository, OpenRefund refunding) {
        this.platform = platform;
        this.repository = repository;
        this.refunding = refunding;
        this.paying = new PayOrder(platform);
    }

    /** @param owed what goes back, or null */
    private record Decided(FollowedUp answer, Moved moved, Capture owed) {}

    /** Applied again it does nothing. */
    FollowedUp followUp(PaymentMessages.FollowUpCapture input) {
        return Optional.ofNullable(input.txnRef())
                .or(repository::claimFollowUp)
                .map(this::followUp)
                .orElse(NOTHING);
    }

    private FollowedUp followUp(String txnRef) {
        Decided decided = decide(txnRef);
        if (decided.moved() != null) {
            OrderLifecycle.announce(platform.bus(), decided.moved());
        }
        if (decided.owed() != null) {
            refunding.announce(decided.owed());
        }
        platform.bus().publish(Outbox.HINT, Map.of());
        refunding.sendSoon(decided.answer().refund());
        return decided.answer();
    }

    private Decided decide(String txnRef) {
        try {
            return decide(txnRef, true);
        } catch (DatabaseException e) {
            if (e.broke(StockLedger.NEVER_OVERSOLD)) {
                return decide(txnRef, false);
            }
            throw e;
        }
    }

    private Decided decide(String txnRef, boolean mayPay) {
        return platform.database()
                .transaction(tx -> repository
                        .lock(tx, txnRef)
                        .filter(locked -> locked.attempt().leftOver())
                        .map(locked ->
                                mayPay && Transition.PAY_LATE.possibleFrom(locked.orderState()) && isWhole(locked)
                                        ? payLate(tx, locked)
                                        : giveBack(tx, locked))
                        .orElseGet(() -> new Decided(new FollowedUp(txnRef, null), null, null)));
    }

    private static boolean isWhole(Locked locked) {
        return locked.attempt().captured() == locked.attempt().amount();
    }

    private Decided payLate(Transaction tx, Locked locked) {
        repository.followedUp(tx, locked.attempt(), true);
        Moved moved = paying.payOrderLate(tx, locked.attempt());
        return new Decided(new FollowedUp(locked.attempt().txnRef(), null), moved, null);
    }

    private Decided giveBack(Transaction tx, Locked locked) {
        StoredAttempt attempt = locked.attempt();
        repository.followedUp(tx, attempt, false);
        Capture capture = new Capture(
                attempt.id(), attempt.orderId(), attempt.captured(), false, locked.customer(), locked.orderState());
        OpenRefund.Wanted wanted = new OpenRefund.Wanted(attempt.captured(), reason(locked), null, null);
        return new Decided(new FollowedUp(attempt.txnRef(), refunding.open(tx, capture, wanted)), null, capture);
    }

    private static RefundReason reason(Locked locked) {
        if (locked.attempt().reason() == AttemptReason.AMOUNT) {
            return RefundReason.AMOUNT;
        }
        boolean over = locked.orderState() == State.EXPIRED || locked.orderState() == State.CANCELLED;
        return over ? RefundReason.LATE : RefundReason.SECOND;
    }
}
