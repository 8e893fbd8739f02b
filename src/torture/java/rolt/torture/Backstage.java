package rolt.torture;

import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import rolt.ordering.OrderingMessages.ExpireOrders;
import rolt.payment.PaymentMessages.CallResult;
import rolt.payment.PaymentMessages.FollowUpCapture;
import rolt.payment.PaymentMessages.ReconcileAttempt;
import rolt.payment.PaymentMessages.Reconciled;
import rolt.payment.PaymentMessages.SendRefund;
import rolt.payment.PaymentMessages.TrackRefund;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Problem;
import rolt.torture.ground.Calls;
import rolt.torture.ground.Finding;
import rolt.torture.ground.Shop;
import rolt.torture.ground.Sql;

/** What the shop does by itself as time passes, done when it is wanted: any node of the cluster does it. */
final class Backstage {
    private static final String NEXT_TURN = "update payment.query_turn set next_at = now()";
    private static final int MOST_TRIES = 1_500;
    private static final int MOST_ORDERS = 1_000;
    /** Whoever asked a node that is dead by now waits no longer. */
    private static final int PATIENCE_SECONDS = 5;

    private final Shop shop;
    private final Sql sql;
    private final Calls calls;

    Backstage(Shop shop, Sql sql, Calls calls) {
        this.shop = shop;
        this.sql = sql;
        this.calls = calls;
    }

    void expireOrders() {
        ask("ordering.expireOrders", new ExpireOrders(MOST_ORDERS));
    }

    /** Asks VNPAY what became of an attempt, as if the shop's next turn had come; whether it answered. */
    boolean query(String txnRef) {
        sql.run(NEXT_TURN);
        Object answer = ask("payment.reconcileAttempt", new ReconcileAttempt(txnRef));
        return Json.record(answer, Reconciled.class).result() == CallResult.GENUINE;
    }

    /** Decides what becomes of a payment that did not pay its order. */
    void followUp() {
        ask("payment.followUpCapture", new FollowUpCapture(null));
    }

    void sendRefunds() {
        ask("payment.sendRefund", new SendRefund(null));
    }

    /** Asks VNPAY how far a refund is, as if the shop's next turn had come. */
    void track(String refund) {
        sql.run(NEXT_TURN);
        ask("payment.trackRefund", new TrackRefund(UUID.fromString(refund)));
    }

    private Object ask(String address, Object input) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                return shop.platform()
                        .bus()
                        .request(Caller.system("torture"), address, input)
                        .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
            } catch (CompletionException e) {
                refuseUnlessOutage(address, e.getCause());
                calls.repeat();
            }
        }
        throw new Finding("Nobody answers " + address);
    }

    private void refuseUnlessOutage(String address, Throwable e) {
        boolean outage = e instanceof TimeoutException
                || e instanceof Problem problem && (problem.status() == 503 || problem.status() == 504);
        if (!outage || calls.isCalm()) {
            throw new Finding(address + " failed: " + e, e);
        }
    }
}
