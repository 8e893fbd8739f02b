package rolt.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import rolt.ordering.OrderLifecycle;
import rolt.payment.DecisionMessages.AttemptDecision;
import rolt.payment.DecisionMessages.ConfirmAttempt;
import rolt.payment.DecisionMessages.DecidedAttempt;
import rolt.payment.DecisionMessages.DismissAttempt;
import rolt.payment.DecisionMessages.SettleFromFile;
import rolt.payment.DecisionRepository.Decision;
import rolt.payment.DecisionRepository.Kind;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentRepository.Locked;
import rolt.payment.SettleAttempt.Settled;
import rolt.platform.Caller;
import rolt.platform.Idempotency;
import rolt.platform.Idempotency.Guard;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;

/** Finance says what became of an attempt that nobody else can tell about. Each decision is kept with who and why. */
final class DecideAttempt {
    private static final String FROM_FILE = "FILE";

    private final Platform platform;
    private final PaymentRepository repository;
    private final DecisionRepository decisions;
    private final SettleAttempt settling;

    DecideAttempt(Platform platform, PaymentRepository repository, DecisionRepository decisions) {
        this.platform = platform;
        this.repository = repository;
        this.decisions = decisions;
        this.settling = new SettleAttempt(platform, repository);
    }

    /**
     * @throws Problem 404 for an attempt that there is not, 409 where it is settled or will settle itself, or where the
     *     number belongs to another payment or to a refund
     */
    DecidedAttempt confirmAttempt(Caller caller, ConfirmAttempt input) {
        Guard guard = Guard.of(caller, "payment.confirmAttempt", input.idempotencyKey(), input);
        AtomicReference<Settled> settled = new AtomicReference<>();
        DecidedAttempt decided = platform.database()
                .transaction(tx -> Idempotency.once(tx, guard, DecidedAttempt.class, () -> {
                    Locked locked = lock(tx, input.txnRef(), AttemptDecision.CONFIRM);
                    requireOwnNumber(tx, locked, input.transactionNo());
                    settled.set(settling.byFinance(tx, locked, told(input)));
                    decisions.add(tx, locked.attempt().id(), confirmed(caller, input));
                    return answer(locked, settled.get().settlement().state(), input.amount());
                }))
                .answer();
        Optional.ofNullable(settled.get()).ifPresent(settling::announce);
        return decided;
    }

    /** One payment at VNPAY is not the money of two attempts, nor of two orders. */
    private void requireOwnNumber(Transaction tx, Locked locked, String transactionNo) {
        if (decisions.isTaken(tx, locked.attempt().id(), transactionNo)) {
            throw Problem.conflict("payment.number-taken");
        }
    }

    private static Told told(ConfirmAttempt input) {
        return Told.paid(Math.multiplyExact(input.amount(), 100L), input.transactionNo());
    }

    private static Decision confirmed(Caller caller, ConfirmAttempt input) {
        return new Decision(Kind.CONFIRMED, input.amount(), input.transactionNo(), input.note(), caller.accountId());
    }

    /** @throws Problem as with {@link #confirmAttempt} */
    DecidedAttempt dismissAttempt(Caller caller, DismissAttempt input) {
        Guard guard = Guard.of(caller, "payment.dismissAttempt", input.idempotencyKey(), input);
        AtomicReference<Locked> dismissed = new AtomicReference<>();
        DecidedAttempt decided = platform.database()
                .transaction(tx -> Idempotency.once(tx, guard, DecidedAttempt.class, () -> {
                    Locked locked = lock(tx, input.txnRef(), AttemptDecision.DISMISS);
                    dismissed.set(locked);
                    decisions.dismiss(tx, locked.attempt().id());
                    decisions.add(
                            tx,
                            locked.attempt().id(),
                            new Decision(Kind.DISMISSED, null, null, input.note(), caller.accountId()));
                    return answer(locked, AttemptState.FAILED, null);
                }))
                .answer();
        Optional.ofNullable(dismissed.get())
                .ifPresent(locked -> OrderLifecycle.announce(
                        platform.bus(), locked.customer().code(), locked.orderState()));
        return decided;
    }

    /** @throws Problem 404 for a reference that there is not */
    DecidedAttempt settleFromFile(Caller caller, SettleFromFile input) {
        AtomicReference<Settled> settled = new AtomicReference<>();
        DecidedAttempt decided = platform.database().transaction(tx -> {
            Locked locked = repository.lock(tx, input.txnRef()).orElseThrow(() -> Problem.notFound("payment"));
            settled.set(settling.byQuery(tx, locked, Told.paid(input.amount(), input.transactionNo())));
            AttemptState state = settled.get().settlement().state();
            if (state != locked.attempt().state()) {
                decisions.add(tx, locked.attempt().id(), fromFile(caller, input));
            }
            boolean captured = state == AttemptState.CAPTURED;
            return answer(locked, state, captured ? locked.attempt().amount() : null);
        });
        settling.announce(settled.get());
        return decided;
    }

    private static Decision fromFile(Caller caller, SettleFromFile input) {
        return new Decision(Kind.FILE, input.amount() / 100, input.transactionNo(), FROM_FILE, caller.accountId());
    }

    private Locked lock(Transaction tx, String txnRef, AttemptDecision decision) {
        Locked locked = repository.lock(tx, txnRef).orElseThrow(() -> Problem.notFound("payment"));
        Duration age = Duration.between(locked.attempt().createdAt(), Instant.now());
        if (!decision.possible(locked.attempt().state(), age)) {
            throw Problem.conflict("payment.undecidable");
        }
        return locked;
    }

    private static DecidedAttempt answer(Locked locked, AttemptState state, Long captured) {
        return new DecidedAttempt(locked.attempt().txnRef(), locked.customer().code(), state, captured);
    }
}
