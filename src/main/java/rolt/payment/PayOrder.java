package rolt.payment;

import java.util.List;
import java.util.stream.Stream;
import rolt.finance.MoneyLedger;
import rolt.finance.MoneyLedger.Kind;
import rolt.finance.MoneyLedger.Transfer;
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

/** Here an order becomes PAID, whichever way it became known: money, order, stock and mail change together. */
final class PayOrder {
    private final Platform platform;

    PayOrder(Platform platform) {
        this.platform = platform;
    }

    /** Books the capture of a locked attempt, and pays its order with it. */
    Moved payOrder(Transaction tx, StoredAttempt attempt) {
        MoneyLedger.post(tx, transfer(Kind.CAPTURE, attempt), transfer(Kind.SALE, attempt));
        return move(tx, attempt, Transition.PAY);
    }

    /** Pays the order of a locked attempt whose capture is booked already. */
    Moved payOrderLate(Transaction tx, StoredAttempt attempt) {
        MoneyLedger.post(tx, transfer(Kind.SALE, attempt));
        return move(tx, attempt, Transition.PAY_LATE);
    }

    /** Books the capture of a locked attempt, in đồng; the money is still the customer's. */
    void capture(Transaction tx, StoredAttempt attempt, long captured) {
        MoneyLedger.post(tx, Transfer.of(Kind.CAPTURE, captured, attempt.orderId(), attempt.id()));
    }

    private static Transfer transfer(Kind kind, StoredAttempt attempt) {
        return Transfer.of(kind, attempt.amount(), attempt.orderId(), attempt.id());
    }

    private Moved move(Transaction tx, StoredAttempt attempt, Transition transition) {
        Moved moved = OrderLifecycle.move(tx, attempt.orderId(), transition, new Reason(attempt.txnRef(), null))
                .orElseThrow(() -> new IllegalStateException("A locked payable order did not move"));
        Outbox.add(tx, Outbox.Kind.MAIL, "order-paid/" + moved.code(), mail(moved));
        return moved;
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
        OrderCustomer customer = new OrderCustomer(receipt.code(), recipient.name(), moved.email(), moved.language());
        OrderPaid content = new OrderPaid(
                recipient.name(),
                receipt.code(),
                lines,
                receipt.goodsTotal(),
                receipt.shippingFee(),
                receipt.total(),
                receipt.vat(),
                address,
                customer.url(platform.config().http().publicUrl()));
        return Mail.of(moved.language(), moved.email(), content);
    }
}
