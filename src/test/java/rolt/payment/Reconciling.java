package rolt.payment;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import rolt.TestShop;
import rolt.payment.PaymentMessages.ReconcileAttempt;
import rolt.payment.PaymentMessages.Reconciled;
import rolt.platform.Caller;
import rolt.platform.Json;

/** Lets the test's shop ask VNPAY, which it does not do by itself. */
final class Reconciling {
    private Reconciling() {}

    /** Asks about the attempt that is most in need of it, as if five minutes had passed. */
    static Reconciled askNext(TestShop shop) {
        return ask(shop, (String) null);
    }

    /** Asks about this attempt. */
    static Reconciled ask(TestShop shop, JsonObject attempt) {
        return ask(shop, attempt.getString("txnRef"));
    }

    private static Reconciled ask(TestShop shop, String txnRef) {
        giveTurn(shop);
        return send(shop, 0, txnRef).await();
    }

    /** Asks at that node, and only if the shop may. */
    static Future<Reconciled> send(TestShop shop, int node, String txnRef) {
        return shop.platform(node)
                .bus()
                .request(Caller.system("test"), "payment.reconcileAttempt", new ReconcileAttempt(txnRef))
                .map(answer -> Json.record(answer, Reconciled.class));
    }

    static void giveTurn(TestShop shop) {
        shop.number("update payment.query_turn set next_at = now()");
        shop.vnpayClock.pass(TestShop.VNPAY_INTERVAL);
    }

    /** Makes these attempts due, and no others. */
    static void due(TestShop shop, JsonObject... attempts) {
        shop.number(
                "update payment.attempt set next_query_at = case when txn_ref = any(string_to_array(?, ',')) then now() end",
                String.join(
                        ",",
                        Arrays.stream(attempts)
                                .map(attempt -> attempt.getString("txnRef"))
                                .toList()));
    }
}
