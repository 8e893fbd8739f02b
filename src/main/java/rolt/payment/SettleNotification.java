package rolt.payment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.payment.PaymentMessages.Answer;
import rolt.payment.PaymentRepository.Received;
import rolt.payment.SettleAttempt.Settled;
import rolt.platform.Platform;
import rolt.vnpay.VnpayNotification;
import rolt.vnpay.VnpaySignature;

/**
 * Settles VNPAY's notification. Signature, reference, amount and state are checked in the
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
    private final SettleAttempt settling;

    SettleNotification(Platform platform, PaymentRepository repository, VnpaySignature signature) {
        this.platform = platform;
        this.repository = repository;
        this.signature = signature;
        this.settling = new SettleAttempt(platform, repository);
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
        Optional<Settled> settled = platform.database()
                .transaction(tx -> repository
                        .lock(tx, received.notification().txnRef())
                        .map(locked -> settling.byNotification(tx, locked, received)));
        if (settled.isEmpty()) {
            LOG.error(
                    "A genuine notification for an unknown reference: {}",
                    received.notification().txnRef());
            return answer(Settlement.UNKNOWN_REFERENCE);
        }
        settling.announce(settled.get());
        return answer(settled.get().settlement().answer());
    }

    private static Answer answer(String code) {
        return new Answer(code, MESSAGES.get(code));
    }
}
