package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.key;
import static rolt.Shopping.newProduct;
import static rolt.Shopping.openAttempt;
import static rolt.Shopping.payAtVnpay;
import static rolt.Shopping.placeOrder;
import static rolt.Shopping.state;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Eventually;
import rolt.TestShop;
import rolt.platform.Database;
import rolt.platform.Role;

/** Everybody locks an order, then its payment, then a refund of it, so that nobody waits in a circle. */
class PaymentLocksIT {
    private final TestShop shop = TestShop.running();
    private final Database database = shop.platform().database();
    private final RefundRepository refunds = new RefundRepository();
    private Client customer;
    private Client finance;
    private String order;
    private Map<String, String> message;

    @BeforeEach
    void a_paid_order() {
        customer = shop.client(0).becomeCustomer();
        finance = shop.client(1).becomeStaff(Role.FINANCE);
        order = placeOrder(customer, newProduct(shop, 3_500_000, 10), 1);
        JsonObject attempt = openAttempt(customer, order);
        message = Vnpay.paid(attempt);
        payAtVnpay(customer, shop, attempt.getString("payUrl"));
        Eventually.ask(() -> state(customer, order), "PAID"::equals);
    }

    @Test
    void a_notification_that_waits_for_the_order_does_not_hold_its_payment() {
        assertThat(whileTheOrderIsLocked(() -> Vnpay.tell(customer, message), "a.txn_ref"))
                .isEqualTo("02");
    }

    @Test
    void a_refund_that_waits_for_the_order_does_not_hold_its_payment() {
        assertThat(whileTheOrderIsLocked(() -> String.valueOf(ask(1_000)), "a.pays"))
                .startsWith("0");
    }

    /** Nobody sends the second one while the first has no answer. */
    @Test
    void two_refunds_of_a_payment_are_not_sent_at_the_same_time() {
        UUID first = ask(1_000);
        UUID second = ask(2_000);
        String of =
                "select count(*) from payment.refund r join ordering.orders o on o.id = r.order_id where o.code = ?";
        Eventually.ask(() -> shop.number(of + " and r.state = 'ACCEPTED'", order), accepted -> accepted == 2);
        shop.number("update platform.chore set taken_at = now() where name = 'payment.refunding'");
        shop.number("update payment.refund set state = 'REQUESTED', due = now() where id in (?, ?)", first, second);
        database.transaction(one -> {
            assertThat(refunds.lockToSend(one, first)).isPresent();
            return database.transaction(
                    other -> assertThat(refunds.lockToSend(other, second)).isEmpty());
        });
    }

    private UUID ask(long amount) {
        JsonObject body = new JsonObject().put("amount", amount).put("note", "Khách đổi ý");
        JsonObject refund = finance.post("/api/v1/orders/" + order + "/refunds", body, key())
                .expect(201)
                .json();
        return UUID.fromString(refund.getString("id"));
    }

    private String whileTheOrderIsLocked(Supplier<String> call, String statement) {
        String waits = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like ?";
        String free =
                "select count(*) from (select id from payment.attempt where txn_ref = ? for update skip locked) a";
        CompletableFuture<String> answer = database.transaction(tx -> {
            tx.run("select id from ordering.orders where code = $1 for update", order);
            CompletableFuture<String> waiting = CompletableFuture.supplyAsync(call);
            Eventually.ask(() -> shop.number(waits, "%" + statement + "%"), waiters -> waiters > 0);
            assertThat(shop.number(free, message.get("vnp_TxnRef"))).isEqualTo(1);
            return waiting;
        });
        return answer.join();
    }
}
