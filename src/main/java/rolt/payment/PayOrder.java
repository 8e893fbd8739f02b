package rolt.payment;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailMessages.OrderLine;
import rolt.mail.MailMessages.OrderPaid;
import rolt.ordering.OrderLifecycle;
import rolt.ordering.OrderLifecycle.Moved;
import rolt.ordering.OrderLifecycle.Reason;
import rolt.ordering.OrderLifecycle.Transition;
import rolt.ordering.OrderingMessages.Receipt;
import rolt.ordering.OrderingMessages.Recipient;
import rolt.platform.Outbox;
import rolt.platform.Platform;
import rolt.platform.Transaction;

/** Here an order becomes PAID, whether VNPAY told it by itself or was asked: order, stock and mail change together. */
final class PayOrder {
    private final Platform platform;

    PayOrder(Platform platform) {
        this.platform = platform;
    }

    /** Pays the order of a locked attempt, whose settlement says so. */
    Moved payOrder(Transaction tx, StoredAttempt attempt) {
        Moved moved = OrderLifecycle.move(tx, attempt.orderId(), Transition.PAY, new Reason(attempt.txnRef(), null))
                .orElseThrow(() -> new IllegalStateException("A locked payable order did not move"));
        Outbox.add(tx, Outbox.Kind.MAIL, "order-paid/" + moved.code(), mail(moved));
        return moved;
    }

    /** Tells those who follow the order; after the commit only. */
    void announce(Moved moved) {
        OrderLifecycle.announce(platform.bus(), moved);
        platform.bus().publish(Outbox.HINT, Map.of());
    }

    private Mail mail(Moved moved) {
        Receipt receipt = moved.receipt();
        Recipient recipient = receipt.recipient();
        List<OrderLine> lines = receipt.lines().stream()
                .map(line -> new OrderLine(line.name(), line.quantity(), line.total()))
                .toList();
        List<String> address = Stream.of(
                        recipient.name(),
                        recipient.phone(),
                        recipient.street(),
                        recipient.ward() + ", " + recipient.province())
                .toList();
        OrderPaid content = new OrderPaid(
                recipient.name(),
                receipt.code(),
                lines,
                receipt.goodsTotal(),
                receipt.shippingFee(),
                receipt.total(),
                receipt.vat(),
                address,
                platform.config().http().publicUrl() + "/orders/" + receipt.code());
        return Mail.of(moved.language(), moved.email(), content);
    }
}
