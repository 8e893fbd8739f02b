package rolt.payment;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import rolt.finance.MoneyLedger;
import rolt.finance.MoneyLedger.Kind;
import rolt.finance.MoneyLedger.Transfer;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailMessages.RefundWithdrawn;
import rolt.payment.DecisionMessages.ConfirmRefund;
import rolt.payment.DecisionMessages.FinishRefundFromFile;
import rolt.payment.DecisionMessages.PayRefundByTransfer;
import rolt.payment.DecisionMessages.RefundDecision;
import rolt.payment.DecisionMessages.ResendRefund;
import rolt.payment.DecisionMessages.WithdrawRefund;
import rolt.payment.DecisionRepository.Words;
import rolt.payment.MoveRefund.Payout;
import rolt.payment.PaymentMessages.Refund;
import rolt.payment.PaymentMessages.RefundState;
import rolt.platform.Caller;
import rolt.platform.Idempotency;
import rolt.platform.Idempotency.Guard;
import rolt.platform.Idempotency.Once;
import rolt.platform.Outbox;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;

/**
 * Finance goes on with a refund where VNPAY does not. Which decision is possible from where, {@link RefundDecision}
 * says; each is kept among the refund's steps, with who and why.
 */
final class DecideRefund {
    private static final String FROM_FILE = "FILE";

    private final Platform platform;
    private final RefundRepository repository;
    private final DecisionRepository decisions;
    private final MoveRefund moving;
    private final OpenRefund opening;

    DecideRefund(Platform platform, RefundRepository repository, DecisionRepository decisions, MoveRefund moving) {
        this.platform = platform;
        this.repository = repository;
        this.decisions = decisions;
        this.moving = moving;
        this.opening = new OpenRefund(platform, repository);
    }

    /** @param looked whether VNPAY's portal was looked at and shows no such refund */
    private record Decision(UUID refund, RefundDecision kind, String transactionNo, boolean looked, Words words) {}

    /** @throws Problem 404 for a refund that there is not, 409 where it is too late or nobody has looked at VNPAY */
    Refund resendRefund(Caller caller, ResendRefund input) {
        Guard guard = Guard.of(caller, "payment.resendRefund", input.idempotencyKey(), input);
        Decision decision = new Decision(
                input.refundId(), RefundDecision.RESEND, null, isTrue(input.notAtVnpay()), words(caller, input.note()));
        Once<Refund> resent = once(guard, decision, (tx, refund) -> {});
        if (!resent.replayed()) {
            opening.sendSoon(input.refundId());
        }
        return resent.answer();
    }

    /** @throws Problem as with {@link #resendRefund} */
    Refund confirmRefund(Caller caller, ConfirmRefund input) {
        Guard guard = Guard.of(caller, "payment.confirmRefund", input.idempotencyKey(), input);
        Decision decision = new Decision(
                input.refundId(), RefundDecision.CONFIRM, input.transactionNo(), true, words(caller, input.note()));
        Payout payout = new Payout(Kind.PAYOUT, caller.accountId(), input.note());
        return once(guard, decision, (tx, refund) -> moving.payOut(tx, refund, payout))
                .answer();
    }

    /** @throws Problem as with {@link #resendRefund} */
    Refund payRefundByTransfer(Caller caller, PayRefundByTransfer input) {
        Guard guard = Guard.of(caller, "payment.payRefundByTransfer", input.idempotencyKey(), input);
        Decision decision = new Decision(
                input.refundId(),
                RefundDecision.TRANSFER,
                null,
                isTrue(input.notAtVnpay()),
                words(caller, input.note()));
        Payout payout = new Payout(Kind.BANK_PAYOUT, caller.accountId(), input.reference());
        return once(guard, decision, (tx, refund) -> moving.payOut(tx, refund, payout))
                .answer();
    }

    /** @throws Problem as with {@link #resendRefund} */
    Refund withdrawRefund(Caller caller, WithdrawRefund input) {
        Guard guard = Guard.of(caller, "payment.withdrawRefund", input.idempotencyKey(), input);
        Words words = words(caller, input.note());
        Decision decision = new Decision(input.refundId(), RefundDecision.WITHDRAW, null, true, words);
        return once(guard, decision, (tx, refund) -> {
                    MoneyLedger.post(tx, withdrawal(refund, words));
                    Outbox.add(tx, Outbox.Kind.MAIL, "refund-withdrawn/" + refund.id(), withdrawn(refund));
                })
                .answer();
    }

    /** Nothing happens where it no longer waits. @throws Problem 404 for a refund that there is not */
    Refund finishRefundFromFile(Caller caller, FinishRefundFromFile input) {
        Words words = words(caller, FROM_FILE);
        Decision decision = new Decision(input.refundId(), RefundDecision.CONFIRM, input.transactionNo(), true, words);
        Payout payout = new Payout(Kind.PAYOUT, caller.accountId(), FROM_FILE);
        AtomicReference<StoredRefund> moved = new AtomicReference<>();
        Refund finished = platform.database().transaction(tx -> {
            StoredRefund found = lock(tx, input.refundId());
            moved.set(found);
            return decision.kind().possible(found.state(), found.reason(), found.orderState())
                    ? decide(tx, found, decision, (at, refund) -> moving.payOut(at, refund, payout))
                    : answer(found, found.state());
        });
        announce(moved.get());
        return finished;
    }

    private Once<Refund> once(Guard guard, Decision decision, BiConsumer<Transaction, StoredRefund> effect) {
        AtomicReference<StoredRefund> moved = new AtomicReference<>();
        Once<Refund> decided = platform.database()
                .transaction(tx -> Idempotency.once(tx, guard, Refund.class, () -> {
                    moved.set(lock(tx, decision.refund()));
                    return decide(tx, moved.get(), decision, effect);
                }));
        if (!decided.replayed()) {
            announce(moved.get());
        }
        return decided;
    }

    private void announce(StoredRefund moved) {
        moving.announce(moved);
        platform.bus().publish(Outbox.HINT, Map.of());
    }

    private StoredRefund lock(Transaction tx, UUID refund) {
        decisions.lockOrder(tx, refund);
        return repository.lock(tx, refund).orElseThrow(() -> Problem.notFound("refund"));
    }

    private Refund decide(
            Transaction tx, StoredRefund refund, Decision decision, BiConsumer<Transaction, StoredRefund> effect) {
        if (!decision.kind().possible(refund.state(), refund.reason(), refund.orderState())) {
            throw Problem.conflict("refund.undecidable");
        }
        if (decision.kind().needsLook(refund.state()) && !decision.looked()) {
            throw Problem.conflict("refund.look-first");
        }
        if (decision.transactionNo() != null && decisions.isTaken(tx, refund.id(), decision.transactionNo())) {
            throw Problem.conflict("payment.number-taken");
        }
        decisions.move(tx, refund.id(), decision.kind().to(), decision.transactionNo(), decision.words());
        effect.accept(tx, refund);
        return answer(refund, decision.kind().to());
    }

    private static Refund answer(StoredRefund refund, RefundState state) {
        return new Refund(refund.id(), refund.customer().code(), refund.amount(), refund.reason(), state);
    }

    private static Transfer withdrawal(StoredRefund refund, Words words) {
        return new Transfer(
                Kind.WITHDRAWAL,
                refund.amount(),
                refund.orderId(),
                refund.attemptId(),
                refund.id(),
                words.actor(),
                words.note());
    }

    /** The customer was told that the money is on its way. */
    private Mail withdrawn(StoredRefund refund) {
        OrderCustomer customer = refund.customer();
        RefundWithdrawn content = new RefundWithdrawn(
                customer.name(),
                customer.code(),
                refund.amount(),
                customer.url(platform.config().http().publicUrl()));
        return Mail.of(customer.language(), customer.email(), content);
    }

    private static Words words(Caller caller, String note) {
        return new Words(caller.accountId(), note);
    }

    private static boolean isTrue(Boolean said) {
        return Boolean.TRUE.equals(said);
    }
}
