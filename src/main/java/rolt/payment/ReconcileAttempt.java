package rolt.payment;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.payment.PaymentMessages.CallResult;
import rolt.payment.PaymentMessages.Reconciled;
import rolt.payment.PaymentRepository.Locked;
import rolt.payment.QueryRepository.Due;
import rolt.payment.SettleAttempt.Settled;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;
import rolt.vnpay.VnpayCall;
import rolt.vnpay.VnpayReply;
import rolt.vnpay.VnpayReply.Genuine;

/**
 * Asks VNPAY what became of an attempt whose notification did not come or left doubts, and settles it by the rules of a
 * notification. The request is kept before it is sent, so that a node which is lost in between leaves an attempt that
 * is asked about again; an answer applied twice changes nothing.
 */
final class ReconcileAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileAttempt.class);
    private static final Reconciled NOTHING = new Reconciled(null, null, null);

    private final Platform platform;
    private final PaymentRepository repository;
    private final Returns returns;
    private final MerchantApi vnpay;
    private final SettleAttempt settling;

    ReconcileAttempt(Platform platform, PaymentRepository repository, Returns returns, MerchantApi vnpay) {
        this.platform = platform;
        this.repository = repository;
        this.returns = returns;
        this.vnpay = vnpay;
        this.settling = new SettleAttempt(platform, repository);
    }

    private record Asked(Due due, UUID entry, VnpayCall call) {}

    /** @throws Problem 404 where an attempt is named that there is not */
    Reconciled reconcileAttempt(PaymentMessages.ReconcileAttempt input) {
        if (input.txnRef() == null) {
            return reconcileNext(true);
        }
        return reconcile(tx ->
                Optional.of(vnpay.queries().lock(tx, input.txnRef()).orElseThrow(() -> Problem.notFound("payment"))));
    }

    /** @param abandoned whether an attempt may be asked about that nothing speaks for */
    Reconciled reconcileNext(boolean abandoned) {
        return reconcile(tx -> vnpay.queries().lockDue(tx, returns.references(), abandoned));
    }

    private Reconciled reconcile(Function<Transaction, Optional<Due>> choice) {
        return platform.database()
                .transaction(tx -> choice.apply(tx)
                        .filter(due -> vnpay.queries().takeTurn(tx, vnpay.pace().interval()))
                        .map(due -> note(tx, due)))
                .map(asked -> apply(asked, vnpay.api().send(asked.call())))
                .orElse(NOTHING);
    }

    private Asked note(Transaction tx, Due due) {
        VnpayCall call = vnpay.terminal().query(due.payment());
        vnpay.queries().asked(tx, due.id(), vnpay.pace().after(due.queries() + 1));
        return new Asked(due, vnpay.calls().begin(tx, due.id(), null, call), call);
    }

    private Reconciled apply(Asked asked, VnpayReply reply) {
        String txnRef = asked.due().txnRef();
        returns.remove(txnRef);
        CallResult result = CallRepository.result(reply);
        if (result != CallResult.GENUINE) {
            LOG.warn("VNPAY does not tell what became of {}: {} {}", txnRef, result, reply.body());
        }
        Settled settled = platform.database().transaction(tx -> {
            Locked locked = repository.lock(tx, txnRef).orElseThrow();
            vnpay.calls().answered(tx, asked.entry(), reply);
            pause(tx, asked, reply);
            return settle(tx, locked, reply);
        });
        settling.announce(settled);
        return new Reconciled(txnRef, result, settled.settlement().state());
    }

    private Settled settle(Transaction tx, Locked locked, VnpayReply reply) {
        if (reply instanceof Genuine told) {
            return settling.byQuery(tx, locked, Told.of(told));
        }
        return new Settled(locked.attempt(), Settlement.unchanged(locked.attempt()), null, false);
    }

    /** Where VNPAY found the shop too hasty, it did not look. */
    private void pause(Transaction tx, Asked asked, VnpayReply reply) {
        if (vnpay.queries().pause(tx, vnpay.pace(), reply)) {
            vnpay.queries().askAgain(tx, asked.due().id());
        }
    }
}
