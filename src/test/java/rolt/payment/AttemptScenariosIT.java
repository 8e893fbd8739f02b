package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rolt.Shopping.attemptState;
import static rolt.Shopping.key;
import static rolt.payment.Vnpay.cancelled;
import static rolt.payment.Vnpay.paid;
import static rolt.payment.Vnpay.tell;
import static rolt.payment.Vnpay.with;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Eventually;
import rolt.Shopping;
import rolt.TestShop;
import rolt.platform.Caller;
import rolt.platform.Language;
import rolt.platform.Role;
import rolt.vnpay.VnpayPayUrl;
import rolt.vnpay.VnpaySecrets;
import rolt.vnpay.VnpaySignature;

/**
 * The attempts to pay an order, from the first to its end, over HTTP against two nodes; each test is named after its
 * scenario of payment integrity.
 */
class AttemptScenariosIT {
    private final TestShop shop = TestShop.running();
    private final Sale sale = new Sale();
    private final Client customer = sale.customer();

    @Test
    void p07_while_money_may_be_on_its_way_the_order_is_neither_cancelled_nor_paid_again() {
        JsonObject attempt = sale.attempt();
        assertThat(tell(customer, with(paid(attempt), "vnp_ResponseCode", "07")))
                .isEqualTo("00");
        assertThat(attemptState(shop, attempt)).isEqualTo("HELD");
        assertRefused(sale.cancel());
        assertRefused(customer.post(sale.path() + "/payments", new JsonObject(), key()));
        assertThat(customer.get(sale.path()).json().getBoolean("payable")).isFalse();
        assertThat(sale.reserved()).isEqualTo(1);
    }

    @Test
    void p09_after_a_failure_a_new_attempt_pays() {
        JsonObject first = sale.attempt();
        assertThat(tell(customer, cancelled(first))).isEqualTo("00");
        assertThat(attemptState(shop, first)).isEqualTo("FAILED");
        assertThat(sale.reserved()).isEqualTo(1);
        JsonObject second = sale.attempt();
        assertThat(second.getString("txnRef")).isNotEqualTo(first.getString("txnRef"));
        assertThat(tell(customer, paid(second))).isEqualTo("00");
        assertThat(sale.state()).isEqualTo("PAID");
    }

    @Test
    void p14_an_old_attempt_that_fails_while_a_newer_one_is_alive_leaves_the_order_as_it_is() {
        JsonObject old = sale.attempt();
        JsonObject newer = sale.attempt();
        shop.number(
                "update payment.attempt set expires_at = now() - interval '1 minute' where txn_ref = ?",
                old.getString("txnRef"));
        assertThat(tell(customer, with(paid(old), "vnp_ResponseCode", "11", "vnp_TransactionStatus", "02")))
                .isEqualTo("00");
        shop.expireOrders();
        assertThat(sale.state()).isEqualTo("PENDING_PAYMENT");
        assertThat(sale.reserved()).isEqualTo(1);
        assertThat(tell(customer, paid(newer))).isEqualTo("00");
        assertThat(sale.state()).isEqualTo("PAID");
    }

    @Test
    void p17_a_success_that_races_a_cancellation_has_one_outcome_and_whole_ledgers() throws Exception {
        Sale now = sale;
        for (int round = 0; round < 8; round++) {
            payAndCancel(now);
            now = now.another();
        }
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    private void payAndCancel(Sale sale) throws Exception {
        JsonObject attempt = sale.attempt();
        int before = sale.onHand();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> answer = threads.submit(() -> tell(customer.at(0), paid(attempt)));
            Future<Client.Answer> cancellation =
                    threads.submit(() -> customer.at(1).post(sale.path() + "/cancellation", new JsonObject()));
            assertThat(answer.get()).isEqualTo("00");
            boolean cancelled = cancellation.get().status() == 200;
            assertThat(sale.state()).isEqualTo(cancelled ? "CANCELLED" : "PAID");
            assertThat(attemptState(shop, attempt)).isEqualTo("CAPTURED");
            assertThat(sale.onHand()).isEqualTo(cancelled ? before : before - 1);
        }
        assertThat(sale.reserved()).isZero();
    }

    @Test
    void p17_a_notification_waits_for_the_order_before_it_takes_the_attempt() throws Exception {
        JsonObject attempt = sale.attempt();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> answer = shop.platform().database().transaction(tx -> {
                tx.find("select id from ordering.orders where code = $1 for no key update", row -> true, sale.order());
                Future<String> waiting = threads.submit(() -> tell(customer.at(1), paid(attempt)));
                Eventually.ask(
                        () -> shop.number("select count(*) from pg_locks where not granted"), waits -> waits > 0);
                assertThat(shop.text(
                                "select txn_ref from payment.attempt where txn_ref = ? for no key update nowait",
                                attempt.getString("txnRef")))
                        .isEqualTo(attempt.getString("txnRef"));
                return waiting;
            });
            assertThat(answer.get()).isEqualTo("00");
        }
    }

    @Test
    void p21_a_price_that_changes_after_the_order_changes_neither_order_nor_attempt() {
        shop.number("update catalog.variant set price = price * 2 where sku = ?", sale.sku());
        JsonObject attempt = sale.attempt();
        assertThat(attempt.getLong("amount")).isEqualTo(Sale.PRICE);
        assertThat(tell(customer, paid(attempt))).isEqualTo("00");
        assertThat(customer.get(sale.path()).json().getLong("total")).isEqualTo(Sale.PRICE);
    }

    @Test
    void p22_paying_twice_with_one_key_answers_the_same_address_and_afterwards_the_end() {
        String path = sale.path() + "/payments";
        String key = key();
        JsonObject first =
                customer.post(path, new JsonObject(), key).expect(201).json();
        assertThat(customer.at(1).post(path, new JsonObject(), key).expect(201).json())
                .isEqualTo(first);
        customer.post(path, new JsonObject().put("bankCode", "NCB"), key).expect(422);
        assertThat(tell(customer, paid(first))).isEqualTo("00");
        JsonObject after =
                customer.post(path, new JsonObject(), key).expect(201).json();
        assertThat(after.getString("state")).isEqualTo("CAPTURED");
        assertThat(after.getString("payUrl")).isNull();
    }

    @Test
    void p24_the_stock_is_held_ten_minutes_longer_than_the_attempt_and_none_is_opened_too_late() {
        Instant expires = Instant.parse(sale.attempt().getString("expiresAt"));
        String until = customer.get(sale.path()).json().getString("reservedUntil");
        assertThat(Instant.parse(until)).isEqualTo(expires.plus(Duration.ofMinutes(10)));
        shop.number(
                "update ordering.orders set placed_at = now() - interval '46 minutes' where code = ?", sale.order());
        JsonObject problem = customer.post(sale.path() + "/payments", new JsonObject(), key())
                .expect(409)
                .json();
        assertThat(problem.getString("code")).isEqualTo("payment.too-late");
    }

    @Test
    void p23_a_reference_that_is_taken_is_drawn_anew() {
        Iterator<Integer> draws = List.of(1, 1, 1, 2).iterator();
        OpenAttempt opening = opening(bytes -> Arrays.fill(bytes, draws.next().byteValue()));
        assertThat(open(opening, sale.order())).endsWith("010101010101");
        assertThat(open(opening, sale.order())).endsWith("020202020202");
        OpenAttempt stuck = opening(bytes -> Arrays.fill(bytes, (byte) 1));
        assertThatThrownBy(() -> open(stuck, sale.order())).hasMessageContaining("No free reference");
    }

    private OpenAttempt opening(Consumer<byte[]> random) {
        VnpaySignature signature = new VnpaySignature(VnpaySecrets.of(TestShop.HASH_SECRET));
        VnpayPayUrl payUrl =
                new VnpayPayUrl("http://vnpay.test", TestShop.TMN_CODE, "http://rolt.test/back", signature);
        PaymentRepository repository = new PaymentRepository(shop.platform().database());
        return new OpenAttempt(shop.platform(), repository, payUrl, new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void nextBytes(byte[] bytes) {
                random.accept(bytes);
            }
        });
    }

    private String open(OpenAttempt opening, String order) {
        UUID account = UUID.fromString(shop.text("select account_id from ordering.orders where code = ?", order));
        Caller caller = new Caller(account, null, Set.of(Role.CUSTOMER), Language.VI, "127.0.0.1", "test");
        return opening.openAttempt(caller, new PaymentMessages.OpenAttempt(order, null, key()))
                .txnRef();
    }

    @Test
    void p32_an_abandoned_attempt_does_not_keep_the_stock_but_a_doubtful_one_does() {
        sale.attempt();
        Sale doubtful = sale.another();
        JsonObject attempt = doubtful.attempt();
        tell(customer, with(paid(attempt), "vnp_TransactionStatus", "04"));
        sale.expire();
        doubtful.expire();
        assertThat(sale.state()).isEqualTo("EXPIRED");
        assertThat(doubtful.state()).isEqualTo("PENDING_PAYMENT");
        assertThat(sale.reserved()).isEqualTo(1);
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    private static void assertRefused(Client.Answer answer) {
        assertThat(answer.expect(409).json().getString("code")).isEqualTo("order.payment-in-doubt");
    }
}
