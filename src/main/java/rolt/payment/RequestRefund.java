package rolt.payment;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import rolt.payment.PaymentMessages.Refund;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.payment.PaymentMessages.RefundState;
import rolt.platform.Caller;
import rolt.platform.Idempotency;
import rolt.platform.Idempotency.Guard;
import rolt.platform.Idempotency.Once;
import rolt.platform.Outbox;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;

/** Finance gives back all or a part of what an order was paid with. */
final class RequestRefund {
    private final Platform platform;
    private final RefundRepository repository;
    private final OpenRefund opening;

    RequestRefund(Platform platform, RefundRepository repository, OpenRefund opening) {
        this.platform = platform;
        this.repository = repository;
        this.opening = opening;
    }

    /** @throws Problem 404 for an order that there is not, 409 for an order that is not paid, or more than is left of what was paid */
    Refund requestRefund(Caller caller, PaymentMessages.RequestRefund input) {
        Guard guard = Guard.of(caller, "payment.requestRefund", input.idempotencyKey(), input);
        AtomicReference<Capture> taken = new AtomicReference<>();
        Once<Refund> requested = platform.database()
                .transaction(tx -> Idempotency.once(tx, guard, Refund.class, () -> {
                    taken.set(lock(tx, input));
                    return request(tx, caller, input, taken.get());
                }));
        if (!requested.replayed()) {
            platform.bus().publish(Outbox.HINT, Map.of());
            opening.announce(taken.get());
            opening.sendSoon(requested.answer().id());
        }
        return requested.answer();
    }

    private Capture lock(Transaction tx, PaymentMessages.RequestRefund input) {
        return repository
                .lockPaying(tx, input.code())
                .orElseThrow(() -> repository.isOrder(tx, input.code())
                        ? Problem.conflict("refund.nothing-paid")
                        : Problem.notFound("order"));
    }

    private Refund request(Transaction tx, Caller caller, PaymentMessages.RequestRefund input, Capture capture) {
        if (input.amount() > capture.refundable()) {
            throw Problem.conflict(
                    "refund.too-much", Map.of("amount", input.amount(), "refundable", capture.refundable()));
        }
        OpenRefund.Wanted wanted =
                new OpenRefund.Wanted(input.amount(), RefundReason.ASKED, input.note(), caller.accountId());
        UUID refund = opening.open(tx, capture, wanted);
        return new Refund(refund, input.code(), input.amount(), RefundReason.ASKED, RefundState.REQUESTED);
    }
}
