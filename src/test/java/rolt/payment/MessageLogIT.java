package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.newProduct;
import static rolt.Shopping.openAttempt;
import static rolt.Shopping.placeOrder;
import static rolt.payment.Vnpay.cancelled;
import static rolt.payment.Vnpay.tell;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.TestShop;
import rolt.payment.PaymentMessages.SweepLog;
import rolt.payment.PaymentMessages.SweptLog;
import rolt.platform.Caller;
import rolt.platform.Json;

/** What VNPAY told and was asked, as it came. */
class MessageLogIT {
    private final TestShop shop = TestShop.running();

    @Test
    void messages_are_kept_with_answer_and_source_for_two_months_and_no_longer() {
        Client customer = shop.client(0).becomeCustomer();
        JsonObject attempt = openAttempt(customer, placeOrder(customer, newProduct(shop, 3_500_000, 10), 1));
        tell(customer, cancelled(attempt));
        Reconciling.ask(shop, attempt);
        assertThat(kept("payment.notification", "answer = '00' and source = '127.0.0.1'", attempt))
                .isEqualTo(1);
        assertThat(kept("payment.call", "answer is not null and source like '%/transaction'", attempt))
                .isEqualTo(1);
        age("61 days");
        sweep();
        assertThat(kept("payment.notification", "true", attempt) + kept("payment.call", "true", attempt))
                .isEqualTo(2);
        age("2 days");
        sweep();
        assertThat(kept("payment.notification", "true", attempt) + kept("payment.call", "true", attempt))
                .isZero();
    }

    private void age(String time) {
        shop.number("update payment.notification set received_at = received_at - ?::interval", time);
        shop.number("update payment.call set asked_at = asked_at - ?::interval", time);
    }

    private void sweep() {
        SweptLog swept;
        do {
            swept = shop.platform()
                    .bus()
                    .request(Caller.system("test"), "payment.sweepLog", new SweepLog(1_000))
                    .map(answer -> Json.record(answer, SweptLog.class))
                    .await();
        } while (swept.entries() > 0);
    }

    private long kept(String table, String condition, JsonObject attempt) {
        return shop.number(
                "select count(*) from " + table
                        + " m join payment.attempt a on a.id = m.attempt_id where txn_ref = ? and " + condition,
                attempt.getString("txnRef"));
    }
}
