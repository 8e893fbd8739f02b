package rolt.payment;

import java.time.Duration;
import java.util.UUID;
import rolt.finance.MoneyLedger;
import rolt.finance.MoneyLedger.Kind;
import rolt.finance.MoneyLedger.Transfer;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailMessages.RefundPaidOut;
import rolt.ordering.OrderLifecycle;
import rolt.payment.PaymentMessages.RefundState;
import rolt.platform.Outbox;
import rolt.platform.Platform;
import rolt.platform.Transaction;
import rolt.vnpay.VnpayTerminal;

/** Moves a locked refund on: its state, the money where it has gone out, and the customer's mail. */
final class MoveRefund {
    private static final Duration FIRST_LOOK = Duration.ofHours(1);

    private final Platform platform;
    private final RefundRepository repository;
    private final QueryPace pace;

    MoveRefund(Platform platform, RefundRepository repository, QueryPace pace) {
        this.platform = platform;
        this.repository = repository;
        this.pace = pace;
    }

    /** As VNPAY knows it. */
    static VnpayTerminal.Refund refund(StoredRefund refund, String createdBy) {
        return new VnpayTerminal.Refund(refund.payment(), refund.amount(), refund.whole(), createdBy);
    }

    /** Nothing happens where the refund is there already. */
    RefundState move(Transaction tx, StoredRefund refund, RefundProgress progress) {
        boolean doubtful = progress.state() == RefundState.UNKNOWN;
        repository.move(tx, refund.id(), progress, doubtful ? pace.interval() : FIRST_LOOK);
        if (progress.state() == RefundState.PAID_OUT && refund.state() != RefundState.PAID_OUT) {
            payOut(tx, refund, new Payout(Kind.PAYOUT, null, null));
        }
        return progress.state();
    }

    /** After the commit: tells who follows the order. */
    void announce(StoredRefund refund) {
        OrderLifecycle.announce(platform.bus(), refund.customer().code(), refund.orderState());
    }

    /**
     * How money reached the customer.
     *
     * @param kind PAYOUT or BANK_PAYOUT
     * @param actor who says so; null for VNPAY
     * @param note the reference of a bank transfer, or null
     */
    record Payout(Kind kind, UUID actor, String note) {}

    /** Books that the customer has his money, and tells him. */
    void payOut(Transaction tx, StoredRefund refund, Payout payout) {
        MoneyLedger.post(
                tx,
                new Transfer(
                        payout.kind(),
                        refund.amount(),
                        refund.orderId(),
                        refund.attemptId(),
                        refund.id(),
                        payout.actor(),
                        payout.note()));
        OrderCustomer customer = refund.customer();
        RefundPaidOut content = new RefundPaidOut(
                customer.name(),
                customer.code(),
                refund.amount(),
                customer.url(platform.config().http().publicUrl()));
        Mail mail = Mail.of(customer.language(), customer.email(), content);
        Outbox.add(tx, Outbox.Kind.MAIL, "refund-paid-out/" + refund.id(), mail);
    }
}
