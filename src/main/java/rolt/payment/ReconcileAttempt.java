package rolt.payment;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.ordering.OrderLifecycle.Moved;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentMessages.QueryResult;
import rolt.payment.PaymentMessages.Reconciled;
import rolt.payment.PaymentRepository.Locked;
import rolt.payment.QueryRepository.Due;
import rolt.payment.QueryRepository.Question;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;
import rolt.vnpay.VnpayApi;
import rolt.vnpay.VnpayCall;
import rolt.vnpay.VnpayNotification;
import rolt.vnpay.VnpayReply;
import rolt.vnpay.VnpayReply.Genuine;
import rolt.vnpay.VnpayReply.NoAnswer;
import rolt.vnpay.VnpayReply.NotGenuine;
import rolt.vnpay.VnpayReply.Refused;
import rolt.vnpay.VnpayTerminal;
import rolt.vnpay.VnpayTerminal.Payment;

/**
 * Asks VNPAY what became of an attempt whose notification did not come or left doubts, and settles it by the rules of a
 * notification. The request is kept before it is sent, so that a node which is lost in between leaves an attempt that
 * is asked about again; an answer applied twice changes nothing.
 */
final class ReconcileAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileAttempt.class);
    private static final Reconciled NOTHING = new Reconciled(null, null, null);

    private final Platform platform;
    private final Records kept;
    private final Vnpay vnpay;
    private final QueryPace pace;
    private final PayOrder paying;

    /** Where attempts and queries are kept, and whose customers have returned. */
    record Records(PaymentRepository attempts, QueryRepository queries, Returns returns) {}

    /** The way to VNPAY. */
    record Vnpay(VnpayTerminal terminal, VnpayApi api) {}

    ReconcileAttempt(Platform platform, Records kept, Vnpay vnpay) {
        this.platform = platform;
        this.kept = kept;
        this.vnpay = vnpay;
        this.pace = new QueryPace(platform.config().vnpay().queryInterval());
        this.paying = new PayOrder(platform);
    }

    private record Asked(UUID attempt, String txnRef, UUID query, VnpayCall call) {}

    /** @throws Problem 404 where an attempt is named that there is not */
    Reconciled reconcileAttempt(PaymentMessages.ReconcileAttempt input) {
        return platform.database()
                .transaction(tx -> choose(tx, input.txnRef())
                        .filter(due -> kept.queries().takeTurn(tx, pace.interval()))
                        .map(due -> note(tx, due)))
                .map(asked -> apply(asked, vnpay.api().send(asked.call())))
                .orElse(NOTHING);
    }

    private Optional<Due> choose(Transaction tx, String txnRef) {
        if (txnRef == null) {
            return kept.queries().lockDue(tx, kept.returns().references());
        }
        return Optional.of(kept.queries().lock(tx, txnRef).orElseThrow(() -> Problem.notFound("payment")));
    }

    private Asked note(Transaction tx, Due due) {
        VnpayCall call = vnpay.terminal().query(new Payment(due.txnRef(), due.created()));
        Question question =
                new Question(call.message(), platform.config().vnpay().apiUrl(), pace.after(due.queries() + 1));
        return new Asked(due.id(), due.txnRef(), kept.queries().ask(tx, due, question), call);
    }

    private record Applied(AttemptState state, Moved moved) {}

    private Reconciled apply(Asked asked, VnpayReply reply) {
        kept.returns().remove(asked.txnRef());
        QueryResult result = result(reply);
        if (result != QueryResult.GENUINE) {
            LOG.warn("VNPAY does not tell what became of {}: {} {}", asked.txnRef(), result, reply.body());
        }
        Applied applied = platform.database().transaction(tx -> {
            Locked locked = kept.attempts().lock(tx, asked.txnRef()).orElseThrow();
            Applied settled = settle(tx, locked, reply);
            kept.queries().answered(tx, asked.query(), result, reply.body());
            pause(tx, asked, reply);
            return settled;
        });
        Optional.ofNullable(applied.moved()).ifPresent(paying::announce);
        return new Reconciled(asked.txnRef(), result, applied.state());
    }

    private Applied settle(Transaction tx, Locked locked, VnpayReply reply) {
        if (!(reply instanceof Genuine told)) {
            return new Applied(locked.attempt().state(), null);
        }
        Settlement settlement = Settlement.ofQuery(
                locked.attempt(),
                locked.orderState(),
                told.amount(),
                VnpayNotification.Outcome.ofQuery(told.transactionStatus()));
        kept.queries().settle(tx, locked.attempt(), settlement, told);
        Moved moved = settlement.paysOrder() ? paying.payOrder(tx, locked.attempt()) : null;
        return new Applied(settlement.state(), moved);
    }

    /** VNPAY counts from its answer. Where it found the shop too hasty, somebody else asks as well: twice as long. */
    private void pause(Transaction tx, Asked asked, VnpayReply reply) {
        if (reply instanceof Refused refused && refused.code().equals(Refused.TOO_OFTEN)) {
            kept.queries().askAgain(tx, asked.attempt());
            kept.queries().extendTurn(tx, pace.interval().multipliedBy(2));
        } else {
            kept.queries().extendTurn(tx, pace.interval());
        }
    }

    private static QueryResult result(VnpayReply reply) {
        return switch (reply) {
            case Genuine told -> QueryResult.GENUINE;
            case Refused refused -> QueryResult.REFUSED;
            case NotGenuine garbled -> QueryResult.NOT_GENUINE;
            case NoAnswer silence -> QueryResult.NO_ANSWER;
        };
    }
}
