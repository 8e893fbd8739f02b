package rolt.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import rolt.ordering.OrderLifecycle;
import rolt.ordering.OrderLifecycle.Transition;
import rolt.payment.PaymentMessages.Attempt;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentRepository.Payable;
import rolt.payment.PaymentRepository.Standing;
import rolt.platform.Caller;
import rolt.platform.Config;
import rolt.platform.Idempotency;
import rolt.platform.Idempotency.Guard;
import rolt.platform.Idempotency.Once;
import rolt.platform.Language;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;
import rolt.vnpay.VnpayPayUrl;

/**
 * Opens a payment attempt: its own reference, its own expiry, and the order's stock held until a grace after it. The
 * amount is the order's snapshot, whatever has become of cart and prices since.
 */
final class OpenAttempt {
    /** A notification may come so long after VNPAY's own time is over. */
    static final Duration GRACE = Duration.ofMinutes(10);
    /** Nobody can pay in less. */
    static final Duration SHORTEST = Duration.ofMinutes(5);

    private static final int DRAWS = 3;
    private static final int RANDOM_BYTES = 6;

    private final Platform platform;
    private final PaymentRepository repository;
    private final VnpayPayUrl payUrl;
    private final RandomGenerator random;

    OpenAttempt(Platform platform, PaymentRepository repository, VnpayPayUrl payUrl, RandomGenerator random) {
        this.platform = platform;
        this.repository = repository;
        this.payUrl = payUrl;
        this.random = random;
    }

    /** @throws Problem 404 for another's order, 409 for one that cannot be paid (any more) */
    Attempt openAttempt(Caller caller, PaymentMessages.OpenAttempt input) {
        Guard guard = Guard.of(caller, "payment.openAttempt", input.idempotencyKey(), input);
        Once<Attempt> opened = platform.database()
                .transaction(tx -> Idempotency.once(tx, guard, Attempt.class, () -> open(tx, caller, input)));
        return opened.replayed() ? asItStands(opened.answer()) : opened.answer();
    }

    private Attempt open(Transaction tx, Caller caller, PaymentMessages.OpenAttempt input) {
        Payable order = repository
                .lockPayable(tx, input.code(), caller.accountId())
                .orElseThrow(() -> Problem.notFound("order"));
        if (!Transition.PAY.possibleFrom(order.state())) {
            throw Problem.conflict("order.not-payable", Map.of("state", order.state()));
        }
        if (repository.isDoubtful(tx, order.id())) {
            throw Problem.conflict("order.payment-in-doubt");
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant expires = expiry(order, now);
        for (int draw = 0; draw < DRAWS; draw++) {
            VnpayPayUrl.Attempt attempt = attempt(order, caller, input, new Life(now, expires));
            if (repository.insert(tx, order, attempt, platform.config().vnpay().tmnCode())) {
                OrderLifecycle.extend(tx, order.id(), expires.plus(GRACE));
                return new Attempt(
                        attempt.txnRef(), order.code(), AttemptState.OPEN, order.total(), expires, payUrl.of(attempt));
            }
        }
        throw new IllegalStateException("No free reference in " + DRAWS + " draws");
    }

    /** VNPAY's time, cut so that the order is not held longer than it may be. */
    private Instant expiry(Payable order, Instant now) {
        Config.Vnpay vnpay = platform.config().vnpay();
        Instant latest = order.placedAt().plus(OrderLifecycle.LONGEST_HOLD).minus(GRACE);
        Instant wanted = now.plus(vnpay.attemptLife());
        Instant expires = (wanted.isBefore(latest) ? wanted : latest).truncatedTo(ChronoUnit.SECONDS);
        if (expires.isBefore(now.plus(SHORTEST))) {
            throw Problem.conflict("payment.too-late");
        }
        return expires;
    }

    private record Life(Instant created, Instant expires) {}

    private VnpayPayUrl.Attempt attempt(Payable order, Caller caller, PaymentMessages.OpenAttempt input, Life life) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String reference = order.code().replace("-", "") + HexFormat.of().formatHex(bytes);
        return new VnpayPayUrl.Attempt(
                reference.toUpperCase(Locale.ROOT),
                order.total(),
                "Thanh toan don hang " + order.code(),
                caller.language() == Language.EN ? "en" : "vn",
                caller.address(),
                input.bankCode() == null ? "" : input.bankCode(),
                life.created(),
                life.expires());
    }

    /** A repeated call gets the same address while it can still be paid there, and afterwards how it ended. */
    private Attempt asItStands(Attempt first) {
        Standing standing = repository.standing(first.txnRef()).orElseThrow(() -> Problem.notFound("payment"));
        return new Attempt(
                first.txnRef(),
                first.orderCode(),
                standing.state(),
                first.amount(),
                first.expiresAt(),
                standing.payable() ? first.payUrl() : null);
    }
}
