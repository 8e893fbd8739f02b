package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.addToCart;
import static rolt.Shopping.checkout;
import static rolt.Shopping.key;
import static rolt.Shopping.newProduct;
import static rolt.Shopping.onHand;
import static rolt.Shopping.openAttempt;
import static rolt.Shopping.placeOrder;
import static rolt.Shopping.reserved;
import static rolt.Shopping.state;
import static rolt.payment.Vnpay.cancelled;
import static rolt.payment.Vnpay.paid;
import static rolt.payment.Vnpay.tell;
import static rolt.payment.Vnpay.with;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;

/** The scenarios of payment integrity, over HTTP against two nodes; each test is named after its number. */
class PaymentScenariosIT {
    private static final long PRICE = 3_500_000;

    private final TestShop shop = TestShop.running();
    private Client customer;
    private String sku;

    @BeforeEach
    void a_customer_and_a_product() {
        customer = shop.client(0).becomeCustomer();
        sku = newProduct(shop, PRICE, 10);
    }

    @Test
    void p01_a_valid_success_pays_the_order_commits_its_stock_and_mails_once() {
        String order = placeOrder(customer, sku, 2);
        assertThat(reserved(shop, sku)).isEqualTo(2);
        assertThat(tell(customer.at(1), paid(openAttempt(customer, order)))).isEqualTo("00");
        assertThat(state(customer, order)).isEqualTo("PAID");
        assertThat(onHand(shop, sku)).isEqualTo(8);
        assertThat(reserved(shop, sku)).isZero();
        assertThat(customer.mail(order).text()).contains("7,000,000");
        assertThat(paidMails(order)).isEqualTo(1);
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    @Test
    void p02_ten_equal_notifications_at_once_on_two_nodes_settle_once() throws Exception {
        String order = placeOrder(customer, sku, 1);
        Map<String, String> message = paid(openAttempt(customer, order));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = IntStream.range(0, 10)
                    .mapToObj(i -> threads.submit(() -> tell(customer.at(i % 2), message)))
                    .toList();
            List<String> codes = new ArrayList<>();
            for (Future<String> answer : answers) {
                codes.add(answer.get());
            }
            assertThat(codes).containsOnlyOnce("00").filteredOn("02"::equals).hasSize(9);
        }
        assertThat(onHand(shop, sku)).isEqualTo(9);
        assertThat(paidMails(order)).isEqualTo(1);
    }

    @Test
    void p03_a_bad_missing_or_altered_signature_is_refused_and_leaves_no_trace() {
        JsonObject attempt = openAttempt(customer, placeOrder(customer, sku, 1));
        Map<String, String> message = paid(attempt);
        assertThat(tell(customer, message, query -> query.replaceAll("vnp_SecureHash=.*", "vnp_SecureHash=00")))
                .isEqualTo("97");
        assertThat(tell(customer, message, query -> query.replaceAll("&vnp_SecureHash=.*", "")))
                .isEqualTo("97");
        assertThat(tell(customer, message, query -> query.replace("vnp_BankCode=NCB", "vnp_BankCode=VCB")))
                .isEqualTo("97");
        assertThat(notifications(attempt)).isZero();
        assertThat(tell(customer, message)).isEqualTo("00");
    }

    @Test
    void p04_an_unknown_reference_is_answered_01() {
        JsonObject attempt = openAttempt(customer, placeOrder(customer, sku, 1));
        assertThat(tell(customer, with(paid(attempt), "vnp_TxnRef", "NOSUCHREFERENCE")))
                .isEqualTo("01");
    }

    @Test
    void p05_another_amount_waits_for_a_person_and_the_right_one_still_pays() {
        String order = placeOrder(customer, sku, 1);
        JsonObject attempt = openAttempt(customer, order);
        String wrong = String.valueOf(attempt.getLong("amount") * 100 + 100_000);
        assertThat(tell(customer, with(paid(attempt), "vnp_Amount", wrong))).isEqualTo("04");
        assertThat(attemptState(attempt)).isEqualTo("REVIEW");
        assertThat(state(customer, order)).isEqualTo("PENDING_PAYMENT");
        assertThat(tell(customer, paid(attempt))).isEqualTo("00");
        assertThat(state(customer, order)).isEqualTo("PAID");
        assertThat(tell(customer, with(paid(attempt), "vnp_Amount", wrong))).isEqualTo("04");
        assertThat(state(customer, order)).isEqualTo("PAID");
    }

    @Test
    void p09_after_a_failure_a_new_attempt_pays() {
        String order = placeOrder(customer, sku, 1);
        JsonObject first = openAttempt(customer, order);
        assertThat(tell(customer, cancelled(first))).isEqualTo("00");
        assertThat(attemptState(first)).isEqualTo("FAILED");
        assertThat(reserved(shop, sku)).isEqualTo(1);
        JsonObject second = openAttempt(customer, order);
        assertThat(second.getString("txnRef")).isNotEqualTo(first.getString("txnRef"));
        assertThat(tell(customer, paid(second))).isEqualTo("00");
        assertThat(state(customer, order)).isEqualTo("PAID");
    }

    @Test
    void p09_a_failure_code_whose_status_is_not_final_is_unknown() {
        JsonObject attempt = openAttempt(customer, placeOrder(customer, sku, 1));
        Map<String, String> message = with(paid(attempt), "vnp_ResponseCode", "24", "vnp_TransactionStatus", "01");
        assertThat(tell(customer, message)).isEqualTo("00");
        assertThat(attemptState(attempt)).isEqualTo("UNKNOWN");
    }

    @Test
    void p10_a_failure_after_a_success_changes_nothing() {
        String order = placeOrder(customer, sku, 1);
        JsonObject attempt = openAttempt(customer, order);
        assertThat(tell(customer, paid(attempt))).isEqualTo("00");
        assertThat(tell(customer, cancelled(attempt))).isEqualTo("02");
        assertThat(state(customer, order)).isEqualTo("PAID");
    }

    @Test
    void p12_p13_late_and_second_captures_are_recorded_and_wait_in_review() {
        String order = placeOrder(customer, sku, 1);
        JsonObject first = openAttempt(customer, order);
        JsonObject second = openAttempt(customer, order);
        assertThat(tell(customer, paid(first))).isEqualTo("00");
        assertThat(tell(customer, paid(second))).isEqualTo("00");
        assertThat(attemptState(second)).isEqualTo("REVIEW");
        assertThat(onHand(shop, sku)).isEqualTo(9);

        String late = placeOrder(customer, sku, 1);
        JsonObject attempt = openAttempt(customer, late);
        customer.post("/api/v1/orders/" + late + "/cancellation", new JsonObject())
                .expect(200);
        assertThat(tell(customer, paid(attempt))).isEqualTo("00");
        assertThat(attemptState(attempt)).isEqualTo("REVIEW");
        assertThat(state(customer, late)).isEqualTo("CANCELLED");
        assertThat(onHand(shop, sku)).isEqualTo(9);
    }

    @Test
    void p16_the_return_of_the_browser_changes_nothing() {
        String order = placeOrder(customer, sku, 1);
        JsonObject attempt = openAttempt(customer, order);
        int status = customer.get("/vnpay/return?" + Vnpay.returnQuery(paid(attempt)))
                .status();
        assertThat(status).isEqualTo(303);
        assertThat(state(customer, order)).isEqualTo("PENDING_PAYMENT");
        assertThat(attemptState(attempt)).isEqualTo("OPEN");
        assertThat(notifications(attempt)).isZero();
    }

    @Test
    void p17_a_success_that_races_a_cancellation_has_one_outcome_and_whole_ledgers() throws Exception {
        for (int round = 0; round < 8; round++) {
            String order = placeOrder(customer, sku, 1);
            JsonObject attempt = openAttempt(customer, order);
            int before = onHand(shop, sku);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<String> answer = threads.submit(() -> tell(customer.at(0), paid(attempt)));
                Future<Client.Answer> cancellation = threads.submit(
                        () -> customer.at(1).post("/api/v1/orders/" + order + "/cancellation", new JsonObject()));
                assertThat(answer.get()).isEqualTo("00");
                boolean cancelled = cancellation.get().status() == 200;
                assertThat(state(customer, order)).isEqualTo(cancelled ? "CANCELLED" : "PAID");
                assertThat(attemptState(attempt)).isEqualTo(cancelled ? "REVIEW" : "CAPTURED");
                assertThat(onHand(shop, sku)).isEqualTo(cancelled ? before : before - 1);
            }
            assertThat(reserved(shop, sku)).isZero();
        }
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    @Test
    void p20_without_postgres_the_answer_is_99_and_later_the_same_notification_settles() {
        String order = placeOrder(customer, sku, 1);
        Map<String, String> message = paid(openAttempt(customer, order));
        shop.postgres.stop();
        try {
            assertThat(tell(customer, message)).isEqualTo("99");
        } finally {
            shop.postgres.start();
        }
        assertThat(tell(customer, message)).isEqualTo("00");
        assertThat(state(customer, order)).isEqualTo("PAID");
    }

    @Test
    void p21_a_price_that_changes_after_the_order_changes_neither_order_nor_attempt() {
        String order = placeOrder(customer, sku, 1);
        shop.number("update catalog.variant set price = price * 2 where sku = ?", sku);
        JsonObject attempt = openAttempt(customer, order);
        assertThat(attempt.getLong("amount")).isEqualTo(PRICE);
        assertThat(tell(customer, paid(attempt))).isEqualTo("00");
        assertThat(customer.get("/api/v1/orders/" + order).json().getLong("total"))
                .isEqualTo(PRICE);
    }

    @Test
    void p22_paying_twice_with_one_key_answers_the_same_address_and_afterwards_the_end() {
        String path = "/api/v1/orders/" + placeOrder(customer, sku, 1) + "/payments";
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
    void p22_two_checkouts_at_once_with_one_key_make_one_order() throws Exception {
        addToCart(customer, sku, 1);
        String key = key();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Client.Answer>> answers = IntStream.range(0, 6)
                    .mapToObj(
                            i -> threads.submit(() -> customer.at(i % 2).post("/api/v1/orders", checkout(PRICE), key)))
                    .toList();
            for (Future<Client.Answer> answer : answers) {
                assertThat(answer.get().status()).isIn(201, 409);
            }
        }
        assertThat(reserved(shop, sku)).isEqualTo(1);
        assertThat(customer.get("/api/v1/orders").json().getJsonArray("items")).hasSize(1);
    }

    @Test
    void p24_the_stock_is_held_ten_minutes_longer_than_the_attempt_and_none_is_opened_too_late() {
        String order = placeOrder(customer, sku, 1);
        Instant expires = Instant.parse(openAttempt(customer, order).getString("expiresAt"));
        String until = customer.get("/api/v1/orders/" + order).json().getString("reservedUntil");
        assertThat(Instant.parse(until)).isEqualTo(expires.plus(Duration.ofMinutes(10)));
        shop.number("update ordering.orders set placed_at = now() - interval '46 minutes' where code = ?", order);
        JsonObject problem = customer.post("/api/v1/orders/" + order + "/payments", new JsonObject(), key())
                .expect(409)
                .json();
        assertThat(problem.getString("code")).isEqualTo("payment.too-late");
    }

    @Test
    void p25_a_total_beyond_vnpays_limit_is_refused_before_the_redirect_with_the_limit() {
        String dear = newProduct(shop, 600_000_000, 5);
        addToCart(customer, dear, 2);
        JsonObject problem = customer.post("/api/v1/orders", checkout(1_200_000_000L), key())
                .expect(422)
                .json();
        assertThat(problem.getString("code")).isEqualTo("order.total-out-of-range");
        assertThat(problem.getJsonObject("params").getLong("most")).isEqualTo(999_999_999L);
        assertThat(reserved(shop, dear)).isZero();
    }

    @Test
    void p29_no_client_sets_a_state() {
        String order = placeOrder(customer, sku, 1);
        JsonObject forged = checkout(PRICE).put("state", "PAID");
        JsonObject problem =
                customer.post("/api/v1/orders", forged, key()).expect(400).json();
        assertThat(problem.getJsonArray("violations").getJsonObject(0).getString("field"))
                .isEqualTo("state");
        assertThat(customer.patch("/api/v1/orders/" + order, new JsonObject().put("state", "PAID"))
                        .status())
                .isIn(404, 405);
        assertThat(state(customer, order)).isEqualTo("PENDING_PAYMENT");
    }

    @Test
    void p32_an_abandoned_attempt_does_not_keep_the_stock_but_a_doubtful_one_does() {
        String abandoned = placeOrder(customer, sku, 1);
        openAttempt(customer, abandoned);
        String doubtful = placeOrder(customer, sku, 1);
        JsonObject attempt = openAttempt(customer, doubtful);
        tell(customer, with(paid(attempt), "vnp_TransactionStatus", "04"));
        shop.number(
                "update ordering.orders set reserved_until = now() - interval '1 second' where code in (?, ?)",
                abandoned,
                doubtful);
        shop.expireOrders();
        assertThat(state(customer, abandoned)).isEqualTo("EXPIRED");
        assertThat(state(customer, doubtful)).isEqualTo("PENDING_PAYMENT");
        assertThat(reserved(shop, sku)).isEqualTo(1);
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    @Test
    void p33_another_terminal_is_answered_01_and_a_repeated_parameter_97() {
        JsonObject attempt = openAttempt(customer, placeOrder(customer, sku, 1));
        assertThat(tell(customer, with(paid(attempt), "vnp_TmnCode", "FOREIGN1")))
                .isEqualTo("01");
        assertThat(tell(customer, paid(attempt), query -> query + "&vnp_Amount=1"))
                .isEqualTo("97");
    }

    @Test
    void p07_while_money_may_be_on_its_way_the_order_is_neither_cancelled_nor_paid_again() {
        String order = placeOrder(customer, sku, 1);
        JsonObject attempt = openAttempt(customer, order);
        assertThat(tell(customer, with(paid(attempt), "vnp_ResponseCode", "07")))
                .isEqualTo("00");
        assertThat(attemptState(attempt)).isEqualTo("HELD");
        assertRefused(customer.post("/api/v1/orders/" + order + "/cancellation", new JsonObject()));
        assertRefused(customer.post("/api/v1/orders/" + order + "/payments", new JsonObject(), key()));
        assertThat(customer.get("/api/v1/orders/" + order).json().getBoolean("payable"))
                .isFalse();
        assertThat(reserved(shop, sku)).isEqualTo(1);
    }

    private static void assertRefused(Client.Answer answer) {
        assertThat(answer.expect(409).json().getString("code")).isEqualTo("order.payment-in-doubt");
    }

    @Test
    void one_cart_makes_one_order_however_many_keys_it_is_sent_with() throws Exception {
        addToCart(customer, sku, 1);
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Client.Answer>> answers = IntStream.range(0, 6)
                    .mapToObj(i ->
                            threads.submit(() -> customer.at(i % 2).post("/api/v1/orders", checkout(PRICE), key())))
                    .toList();
            for (Future<Client.Answer> answer : answers) {
                statuses.add(answer.get().status());
            }
        }
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(reserved(shop, sku)).isEqualTo(1);
    }

    private long paidMails(String order) {
        return shop.number("select count(*) from platform.outbox where key = ?", "order-paid/" + order);
    }

    private long notifications(JsonObject attempt) {
        return shop.number(
                "select count(*) from payment.notification n join payment.attempt a on a.id = attempt_id where txn_ref = ?",
                attempt.getString("txnRef"));
    }

    private String attemptState(JsonObject attempt) {
        return shop.text("select state from payment.attempt where txn_ref = ?", attempt.getString("txnRef"));
    }
}
