package rolt.payment;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.payment.PaymentMessages.RefundMoved;
import rolt.payment.PaymentMessages.RefundState;
import rolt.platform.Platform;
import rolt.platform.Transaction;
import rolt.vnpay.VnpayCall;
import rolt.vnpay.VnpayReply;
import rolt.vnpay.VnpayReply.Genuine;

/** Asks VNPAY how far a refund is: of what it accepted ever more seldom, about what is unknown by {@link QueryPace}. */
final class TrackRefund {
    private static final Logger LOG = LoggerFactory.getLogger(TrackRefund.class);
    /** The next looks after an accepted refund was asked about; then a person sees it at the review desk. */
    private static final Duration[] LOOKS = {
        Duration.ofHours(4), Duration.ofHours(12), Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1),
        Duration.ofDays(2), Duration.ofDays(2), Duration.ofDays(3), Duration.ofDays(4), Duration.ofDays(7),
    };

    private final Platform platform;
    private final RefundRepository repository;
    private final MerchantApi vnpay;
    private final MoveRefund moving;

    TrackRefund(Platform platform, RefundRepository repository, MerchantApi vnpay) {
        this.platform = platform;
        this.repository = repository;
        this.vnpay = vnpay;
        this.moving = new MoveRefund(platform, repository, vnpay.pace());
    }

    private record Asked(UUID refund, UUID entry, VnpayCall call) {}

    RefundMoved trackRefund(PaymentMessages.TrackRefund input) {
        return platform.database()
                .transaction(tx -> repository
                        .lockToTrack(tx, input.refundId())
                        .filter(refund ->
                                vnpay.queries().takeTurn(tx, vnpay.pace().interval()))
                        .map(refund -> note(tx, refund)))
                .map(this::ask)
                .orElse(SendRefund.NOTHING);
    }

    private Asked note(Transaction tx, StoredRefund refund) {
        VnpayCall call = refund.transactionNo() == null
                ? vnpay.terminal().queryNewest(refund.payment())
                : vnpay.terminal().query(MoveRefund.refund(refund, ""), refund.transactionNo());
        repository.asked(tx, refund.id(), delay(refund));
        return new Asked(refund.id(), vnpay.calls().begin(tx, refund.attemptId(), refund.id(), call), call);
    }

    private Duration delay(StoredRefund refund) {
        if (refund.state() == RefundState.UNKNOWN) {
            return vnpay.pace().after(refund.queries() + 1);
        }
        return refund.queries() < LOOKS.length ? LOOKS[refund.queries()] : null;
    }

    private record Moved(StoredRefund from, RefundState to) {}

    private RefundMoved ask(Asked asked) {
        VnpayReply reply = vnpay.api().send(asked.call());
        if (!(reply instanceof Genuine)) {
            LOG.warn("VNPAY does not tell how far the refund {} is: {}", asked.refund(), reply.body());
        }
        Moved moved = platform.database().transaction(tx -> {
            StoredRefund refund = repository.lock(tx, asked.refund()).orElseThrow();
            vnpay.calls().answered(tx, asked.entry(), reply);
            vnpay.queries().pause(tx, vnpay.pace(), reply);
            boolean open = isOpen(refund);
            return new Moved(
                    refund, open ? moving.move(tx, refund, RefundProgress.ofQuery(refund, reply)) : refund.state());
        });
        if (moved.to() != moved.from().state()) {
            moving.announce(moved.from());
        }
        return new RefundMoved(asked.refund(), CallRepository.result(reply), moved.to());
    }

    /** A person may have decided meanwhile. */
    private static boolean isOpen(StoredRefund refund) {
        return refund.state() == RefundState.ACCEPTED || refund.state() == RefundState.UNKNOWN;
    }
}
