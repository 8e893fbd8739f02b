package rolt.payment;

import rolt.payment.DecisionMessages.AskAttempt;
import rolt.payment.DecisionMessages.AskRefund;
import rolt.payment.DecisionMessages.AskedAttempt;
import rolt.payment.DecisionMessages.AskedRefund;
import rolt.payment.DecisionMessages.RefundDecision;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentMessages.ReconcileAttempt;
import rolt.payment.PaymentMessages.Reconciled;
import rolt.payment.PaymentMessages.RefundMoved;
import rolt.payment.PaymentMessages.RefundState;
import rolt.payment.PaymentMessages.TrackRefund;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/** Finance has VNPAY asked now, instead of when its turn comes by itself; the shop's pace holds for it as well. */
final class AskVnpay {
    private final Platform platform;
    private final PaymentRepository repository;
    private final RefundRepository refunds;
    private final DecisionRepository decisions;

    AskVnpay(Platform platform, PaymentRepository repository, RefundRepository refunds, DecisionRepository decisions) {
        this.platform = platform;
        this.repository = repository;
        this.refunds = refunds;
        this.decisions = decisions;
    }

    /** @throws Problem 404 for an attempt that there is not */
    AskedAttempt askAttempt(Caller caller, AskAttempt input) {
        Reconciled asked = platform.bus()
                .call(caller, "payment.reconcileAttempt", new ReconcileAttempt(input.txnRef()), Reconciled.class);
        AttemptState state = repository
                .standing(input.txnRef())
                .orElseThrow(() -> Problem.notFound("payment"))
                .state();
        return new AskedAttempt(input.txnRef(), asked.result(), state, decisions.nextTurn());
    }

    /** @throws Problem 404 for a refund that there is not, 409 for one that VNPAY has nothing to say about */
    AskedRefund askRefund(Caller caller, AskRefund input) {
        StoredRefund refund = find(input);
        if (!RefundDecision.ASK.possible(refund.state(), refund.reason(), refund.orderState())) {
            throw Problem.conflict("refund.undecidable");
        }
        RefundMoved asked = platform.bus()
                .call(caller, "payment.trackRefund", new TrackRefund(input.refundId()), RefundMoved.class);
        RefundState state = asked.state() == null ? refund.state() : asked.state();
        return new AskedRefund(input.refundId(), asked.result(), state, decisions.nextTurn());
    }

    private StoredRefund find(AskRefund input) {
        return platform.database()
                .transaction(tx -> refunds.lock(tx, input.refundId()))
                .orElseThrow(() -> Problem.notFound("refund"));
    }
}
