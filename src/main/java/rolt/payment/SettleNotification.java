package rolt.payment;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailMessages.OrderLine;
import rolt.mail.MailMessages.OrderPaid;
import rolt.ordering.OrderLifecycle;
import rolt.ordering.OrderLifecycle.Moved;
import rolt.ordering.OrderLifecycle.Reason;
import rolt.ordering.OrderLifecycle.Transition;
import rolt.ordering.OrderingMessages.Receipt;
import rolt.ordering.OrderingMessages.Recipient;
import rolt.payment.PaymentMessages.Answer;
import rolt.payment.PaymentRepository.Locked;
import rolt.payment.PaymentRepository.Received;
import rolt.platform.Outbox;
import rolt.platform.Platform;
import rolt.platform.Transaction;

/**
 * Settles VNPAY's notification: here an order becomes PAID. Signature, reference, amount and state are checked in the
 * order that VNPAY prescribes; attempt, order, stock and mail change in one transaction of seven statements, or not at
 * all. Whatever goes wrong is thrown, answered 99 by the gateway, and sent again by VNPAY.
 */
final class SettleNotification {
    private static final Logger LOG = LoggerFactory.getLogger(SettleNotification.class);
    private static final Map<String, String> MESSAGES = Map.of(
            Settlement.RECORDED, "Confirm Success",
            Settlement.UNKNOWN_REFERENCE, "Order not found",
            Settlement.ALREADY_RECORDED, "Order already confirmed",
            Settlement.WRONG_AMOUNT, "Invalid amount",
            Settlement.BAD_SIGNATURE, "Invalid signature");

    private final Platform platform;
    private final PaymentRepository repository;
    private final VnpaySignature signature;

    SettleNotification(Platform platform, PaymentRepository repository, VnpaySignature signature) {
        this.platform = platform;
        this.repository = repository;
        this.signature = signature;
    }

    Answer settleNotification(PaymentMessages.SettleNotification input) {
        Map<String, List<String>> parameters = PaymentMessages.byName(input.parameters());
        if (!signature.verify(parameters)) {
            platform.metrics().counter("rolt.vnpay.bad.signature").increment();
            return answer(Settlement.BAD_SIGNATURE);
        }
        VnpayNotification notification;
        try {
            notification = VnpayNotification.of(parameters);
        } catch (IllegalArgumentException e) {
            LOG.error("A genuine notification cannot be read: {}", e.getMessage());
            return answer(Settlement.UNKNOWN_REFERENCE);
        }
        if (!notification.tmnCode().equals(platform.config().vnpay().tmnCode())) {
            LOG.error("A notification for another terminal: {}", notification.tmnCode());
            return answer(Settlement.UNKNOWN_REFERENCE);
        }
        return settle(new Received(notification, input.parameters(), input.source()));
    }

    private Answer settle(Received received) {
        Settled settled = platform.database()
                .transaction(tx -> repository
                        .lock(tx, received.notification().txnRef())
                        .map(locked -> settle(tx, locked, received))
                        .orElseGet(() -> unknownReference(received)));
        if (settled.moved() != null) {
            OrderLifecycle.announce(platform.bus(), settled.moved());
            platform.bus().publish(Outbox.HINT, Map.of());
        }
        return answer(settled.answer());
    }

    /** @param moved the order that was paid by this, or null */
    private record Settled(String answer, Moved moved) {}

    private Settled settle(Transaction tx, Locked locked, Received received) {
        VnpayNotification told = received.notification();
        Settlement settlement = Settlement.of(locked.attempt(), locked.orderState(), told.amount(), told.outcome());
        repository.record(tx, locked.attempt(), settlement, received);
        if (!settlement.paysOrder()) {
            return new Settled(settlement.answer(), null);
        }
        Moved moved = OrderLifecycle.move(
                        tx, locked.attempt().orderId(), Transition.PAY, new Reason(told.txnRef(), null))
                .orElseThrow(() -> new IllegalStateException("A locked payable order did not move"));
        Outbox.add(tx, Outbox.Kind.MAIL, "order-paid/" + moved.code(), mail(moved));
        return new Settled(settlement.answer(), moved);
    }

    private static Settled unknownReference(Received received) {
        LOG.error(
                "A genuine notification for an unknown reference: {}",
                received.notification().txnRef());
        return new Settled(Settlement.UNKNOWN_REFERENCE, null);
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

    private static Answer answer(String code) {
        return new Answer(code, MESSAGES.get(code));
    }
}
