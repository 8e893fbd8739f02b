package rolt.ordering;

import java.util.Map;
import rolt.mail.MailMessages.Content;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailMessages.OrderCancelled;
import rolt.mail.MailMessages.OrderDelivered;
import rolt.mail.MailMessages.OrderInAssembly;
import rolt.mail.MailMessages.OrderShipped;
import rolt.ordering.DeskMessages.ShipOrder;
import rolt.ordering.OrderLifecycle.Moved;
import rolt.platform.Language;
import rolt.platform.Outbox;
import rolt.platform.Platform;
import rolt.platform.Transaction;

/** Tells a customer by mail what became of an order. Written with the change itself, so each is told exactly once. */
final class OrderMails {
    private final Platform platform;

    OrderMails(Platform platform) {
        this.platform = platform;
    }

    /** Whom a mail about an order goes to. */
    record Addressee(String code, String name, String email, Language language) {
        static Addressee of(Moved moved) {
            return new Addressee(moved.code(), moved.receipt().recipient().name(), moved.email(), moved.language());
        }
    }

    void inAssembly(Transaction tx, Moved moved) {
        Addressee to = Addressee.of(moved);
        add(tx, "order-in-assembly/" + to.code(), to, new OrderInAssembly(to.name(), to.code(), url(to)));
    }

    /** @param occasion names the mail, so that a correction is another one */
    void shipped(Transaction tx, String occasion, Addressee to, ShipOrder shipment) {
        boolean corrected = !occasion.startsWith("order-shipped/");
        add(
                tx,
                occasion,
                to,
                new OrderShipped(
                        to.name(),
                        to.code(),
                        corrected,
                        shipment.carrier().title(),
                        shipment.trackingNumber(),
                        shipment.carrier().trackingUrl(shipment.trackingNumber()),
                        url(to)));
    }

    void delivered(Transaction tx, Moved moved) {
        Addressee to = Addressee.of(moved);
        add(tx, "order-delivered/" + to.code(), to, new OrderDelivered(to.name(), to.code(), url(to)));
    }

    /**
     * How an order was cancelled.
     *
     * @param reason what staff wrote, null where the customer cancelled it himself
     * @param refund what goes back by this, in đồng
     */
    record Cancellation(String reason, boolean paid, long refund) {}

    void cancelled(Transaction tx, Moved moved, Cancellation how) {
        Addressee to = Addressee.of(moved);
        add(
                tx,
                "order-cancelled/" + to.code(),
                to,
                new OrderCancelled(to.name(), to.code(), how.reason(), how.paid(), how.refund(), url(to)));
    }

    /** After the commit: the mails go out at once. */
    void hurry() {
        platform.bus().publish(Outbox.HINT, Map.of());
    }

    private <C extends Record & Content> void add(Transaction tx, String occasion, Addressee to, C content) {
        Outbox.add(tx, Outbox.Kind.MAIL, occasion, Mail.of(to.language(), to.email(), content));
    }

    private String url(Addressee to) {
        String prefix = to.language() == Language.EN ? "/en" : "";
        return platform.config().http().publicUrl() + prefix + "/orders/" + to.code();
    }
}
