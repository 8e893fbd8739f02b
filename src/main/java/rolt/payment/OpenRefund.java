package rolt.payment;

import java.util.UUID;
import rolt.finance.MoneyLedger;
import rolt.finance.MoneyLedger.Kind;
import rolt.finance.MoneyLedger.Transfer;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailMessages.RefundOnItsWay;
import rolt.ordering.OrderLifecycle;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.payment.PaymentMessages.SendRefund;
import rolt.platform.Caller;
import rolt.platform.Outbox;
import rolt.platform.Platform;
import rolt.platform.Transaction;

/** Writes down that money goes back, in a transaction that has locked the order. It is sent after the commit. */
final class OpenRefund {
    private final Platform platform;
    private final RefundRepository repository;

    OpenRefund(Platform platform, RefundRepository repository) {
        this.platform = platform;
        this.repository = repository;
    }

    /**
     * @param amount in đồng, at most what is refundable: more breaks a constraint
     * @param note a person's words, or null
     * @param actor null for the shop itself
     */
    record Wanted(long amount, RefundReason reason, String note, UUID actor) {}

    /** The refund; the customer is told by mail, unless the mail about his cancelled order says it already. */
    UUID open(Transaction tx, Capture capture, Wanted wanted) {
        UUID refund = write(tx, repository, capture, wanted);
        Outbox.add(tx, Outbox.Kind.MAIL, "refund-requested/" + refund, mail(capture, wanted));
        return refund;
    }

    /** Writes the refund and what it moves in the ledger. */
    static UUID write(Transaction tx, RefundRepository repository, Capture capture, Wanted wanted) {
        UUID refund = repository.insert(tx, capture, wanted);
        if (capture.paid()) {
            MoneyLedger.post(
                    tx,
                    new Transfer(
                            Kind.REVERSAL,
                            wanted.amount(),
                            capture.orderId(),
                            capture.attemptId(),
                            refund,
                            wanted.actor(),
                            wanted.note()));
        }
        return refund;
    }

    private Mail mail(Capture capture, Wanted wanted) {
        OrderCustomer customer = capture.customer();
        RefundOnItsWay content = new RefundOnItsWay(
                customer.name(),
                customer.code(),
                wanted.amount(),
                wanted.reason(),
                customer.url(platform.config().http().publicUrl()));
        return Mail.of(customer.language(), customer.email(), content);
    }

    /** After the commit: tells who follows the order. */
    void announce(Capture capture) {
        OrderLifecycle.announce(platform.bus(), capture.customer().code(), capture.orderState());
    }

    /** Has a refund sent after the commit; should that fail, it is sent in its round. Null does nothing. */
    void sendSoon(UUID refund) {
        if (refund != null) {
            platform.bus().request(Caller.system("payment"), "payment.sendRefund", new SendRefund(refund));
        }
    }
}
