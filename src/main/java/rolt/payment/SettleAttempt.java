package rolt.payment;

import java.util.Map;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailMessages.PaymentUnclear;
import rolt.ordering.OrderLifecycle;
import rolt.ordering.OrderLifecycle.Moved;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentMessages.FollowUpCapture;
import rolt.payment.PaymentRepository.Locked;
import rolt.payment.PaymentRepository.Received;
import rolt.platform.Caller;
import rolt.platform.Outbox;
import rolt.platform.Platform;
import rolt.platform.Transaction;

/**
 * Carries out in a running transaction what VNPAY told, by {@link Settlement}'s rules: attempt, money, order, stock and
 * mails change together.
 */
final class SettleAttempt {
    private final Platform platform;
    private final PaymentRepository repository;
    private final PayOrder paying;

    SettleAttempt(Platform platform, PaymentRepository repository) {
        this.platform = platform;
        this.repository = repository;
        this.paying = new PayOrder(platform);
    }

    /**
     * @param moved the order that was paid by it, or null
     * @param mailed whether a mail waits in the outbox because of it
     */
    record Settled(StoredAttempt attempt, Settlement settlement, Moved moved, boolean mailed) {}

    Settled byNotification(Transaction tx, Locked locked, Received received) {
        Told told = Told.of(received.notification());
        Settlement settlement = Settlement.of(locked.attempt(), locked.orderState(), told.amount(), told.outcome());
        repository.record(tx, locked.attempt(), settlement, received);
        return carryOut(tx, locked, settlement, told);
    }

    /** By the answer to a query, or what is as good as one; applied again it changes nothing. */
    Settled byQuery(Transaction tx, Locked locked, Told told) {
        Settlement settlement =
                Settlement.ofQuery(locked.attempt(), locked.orderState(), told.amount(), told.outcome());
        repository.settle(tx, locked.attempt(), settlement, told);
        return carryOut(tx, locked, settlement, told);
    }

    /** By Finance, who has seen the money: the attempt's amount settles it, another one is captured and goes back. */
    Settled byFinance(Transaction tx, Locked locked, Told told) {
        if (told.amount() == Math.multiplyExact(locked.attempt().amount(), 100L)) {
            return byQuery(tx, locked, told);
        }
        Settlement settlement = Settlement.ofOtherAmount();
        repository.settle(tx, locked.attempt(), settlement, told);
        return carryOut(tx, locked, settlement, told);
    }

    private Settled carryOut(Transaction tx, Locked locked, Settlement settlement, Told told) {
        StoredAttempt attempt = locked.attempt();
        if (settlement.paysOrder()) {
            return new Settled(attempt, settlement, paying.payOrder(tx, attempt), true);
        }
        boolean unclear = becomesUnclear(attempt, settlement);
        if (settlement.leavesMoneyOver()) {
            paying.capture(tx, attempt, settlement.captured(told.amount()));
        } else if (unclear) {
            Outbox.add(tx, Outbox.Kind.MAIL, "payment-unclear/" + attempt.txnRef(), unclear(locked, told));
        }
        return new Settled(attempt, settlement, null, unclear);
    }

    /** The bank may have taken the customer's money: he is told before he has to ask. */
    private static boolean becomesUnclear(StoredAttempt attempt, Settlement settlement) {
        boolean unclear = settlement.state() == AttemptState.UNKNOWN || settlement.state() == AttemptState.HELD;
        return unclear && settlement.state() != attempt.state();
    }

    private Mail unclear(Locked locked, Told told) {
        OrderCustomer customer = locked.customer();
        PaymentUnclear content = new PaymentUnclear(
                customer.name(),
                customer.code(),
                locked.orderState(),
                locked.attempt().amount(),
                told.bankCode(),
                customer.url(platform.config().http().publicUrl()));
        return Mail.of(customer.language(), customer.email(), content);
    }

    /** After the commit: tells who follows the order, and has money that is left over followed up. */
    void announce(Settled settled) {
        if (settled.moved() != null) {
            OrderLifecycle.announce(platform.bus(), settled.moved());
        }
        if (settled.mailed()) {
            platform.bus().publish(Outbox.HINT, Map.of());
        }
        if (settled.settlement().leavesMoneyOver()) {
            platform.bus()
                    .request(
                            Caller.system("payment"),
                            "payment.followUpCapture",
                            new FollowUpCapture(settled.attempt().txnRef()));
        }
    }
}
