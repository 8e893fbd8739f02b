package rolt.payment;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.payment.PaymentMessages.RefundMoved;
import rolt.payment.PaymentMessages.RefundState;
import rolt.platform.Platform;
import rolt.platform.Transaction;
import rolt.vnpay.VnpayCall;
import rolt.vnpay.VnpayReply;

/**
 * Sends refunds to VNPAY, each at most once: it is marked before it is sent, and what leaves the shop without a clear
 * answer, or with a node that is lost, is asked about and never sent again by itself.
 */
final class SendRefund {
    static final RefundMoved NOTHING = new RefundMoved(null, null, null);

    private static final Logger LOG = LoggerFactory.getLogger(SendRefund.class);
    /** Far more than VNPAY has time to answer. */
    private static final Duration LOST = Duration.ofMinutes(1);

    private final Platform platform;
    private final RefundRepository repository;
    private final MerchantApi vnpay;
    private final MoveRefund moving;

    SendRefund(Platform platform, RefundRepository repository, MerchantApi vnpay) {
        this.platform = platform;
        this.repository = repository;
        this.vnpay = vnpay;
        this.moving = new MoveRefund(platform, repository, vnpay.pace());
    }

    private record Sent(StoredRefund refund, UUID entry, VnpayCall call) {}

    /** Nothing is sent while VNPAY is known to be out. Whose round it is also looks after refunds of a lost node. */
    RefundMoved sendRefund(PaymentMessages.SendRefund input) {
        if (input.refundId() == null) {
            findLost();
        }
        if (vnpay.api().isOut()) {
            return NOTHING;
        }
        return platform.database()
                .transaction(tx -> repository.lockToSend(tx, input.refundId()).map(refund -> mark(tx, refund)))
                .map(this::send)
                .orElse(NOTHING);
    }

    private void findLost() {
        platform.database().transaction(tx -> {
            repository.lose(tx, LOST);
            return Optional.empty();
        });
    }

    private Sent mark(Transaction tx, StoredRefund refund) {
        String by = refund.requestedBy() == null ? "ROLT" : refund.requestedBy().toString();
        VnpayCall call = vnpay.terminal().refund(MoveRefund.refund(refund, by));
        repository.sent(tx, refund);
        return new Sent(refund, vnpay.calls().begin(tx, refund.attemptId(), refund.id(), call), call);
    }

    private RefundMoved send(Sent sent) {
        VnpayReply reply = vnpay.api().send(sent.call());
        RefundProgress progress = RefundProgress.ofSending(reply);
        if (progress.state() != RefundState.ACCEPTED) {
            LOG.error(
                    "The refund {} of {} is {}: {}",
                    sent.refund().id(),
                    sent.refund().customer().code(),
                    progress.state(),
                    reply.body());
        }
        Optional<StoredRefund> moved = platform.database().transaction(tx -> {
            vnpay.calls().answered(tx, sent.entry(), reply);
            Optional<StoredRefund> waiting = repository
                    .lock(tx, sent.refund().id())
                    .filter(refund -> refund.state() == RefundState.SENT || refund.state() == RefundState.UNKNOWN);
            waiting.ifPresent(refund -> moving.move(tx, refund, progress));
            return waiting;
        });
        moved.ifPresent(moving::announce);
        return new RefundMoved(sent.refund().id(), CallRepository.result(reply), progress.state());
    }
}
