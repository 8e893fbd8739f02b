package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.attemptState;
import static rolt.Shopping.key;
import static rolt.Shopping.newProduct;
import static rolt.Shopping.onHand;
import static rolt.Shopping.openAttempt;
import static rolt.Shopping.payAtVnpay;
import static rolt.Shopping.placeOrder;
import static rolt.Shopping.reserved;
import static rolt.Shopping.state;
import static rolt.payment.Vnpay.faults;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.Client;
import rolt.Eventually;
import rolt.Shopping;
import rolt.TestShop;
import rolt.payment.PaymentMessages.RefundState;
import rolt.platform.Role;

/** Money that goes back, against two nodes; each test is named after its scenario of payment integrity. */
class RefundScenariosIT {
    private static final long PRICE = 3_500_000;

    private final TestShop shop = TestShop.running();
    private Client customer;
    private Client finance;
    private String sku;

    @BeforeEach
    void a_customer_a_product_and_finance() {
        customer = shop.client(0).becomeCustomer();
        finance = shop.client(1).becomeStaff(Role.FINANCE);
        sku = newProduct(shop, PRICE, 10);
    }

    @AfterEach
    void mend_vnpay_and_look_at_the_books() {
        faults(shop, new JsonObject());
        assertThat(Books.troubles(shop)).isEmpty();
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    @Test
    void p12_a_success_after_expiry_pays_the_order_while_its_stock_is_there() {
        String order = placeOrder(customer, sku, 1);
        JsonObject attempt = openAttempt(customer, order);
        expire(order);
        payAtVnpay(customer, shop, attempt.getString("payUrl"));
        Eventually.ask(() -> state(customer, order), "PAID"::equals);
        assertThat(attemptState(shop, attempt)).isEqualTo("CAPTURED");
        assertThat(onHand(shop, sku)).isEqualTo(9);
        assertThat(mails("order-paid/" + order)).isEqualTo(1);
        assertThat(refunds(order)).isEmpty();
    }

    @Test
    void p12_a_success_after_expiry_goes_back_where_the_stock_is_gone_and_the_customer_is_told() {
        String scarce = newProduct(shop, PRICE, 1);
        String order = placeOrder(customer, scarce, 1);
        JsonObject attempt = openAttempt(customer, order);
        expire(order);
        placeOrder(customer, scarce, 1);
        payAtVnpay(customer, shop, attempt.getString("payUrl"));
        Eventually.ask(() -> refunds(order), List.of("LATE 3500000 ACCEPTED")::equals);
        assertThat(state(customer, order)).isEqualTo("EXPIRED");
        assertThat(reserved(shop, scarce)).isEqualTo(1);
        assertThat(mails("refund-requested/" + refund(order))).isEqualTo(1);
    }

    @Test
    void p12_a_success_after_cancellation_goes_back() {
        String order = placeOrder(customer, sku, 1);
        JsonObject attempt = openAttempt(customer, order);
        customer.post("/api/v1/orders/" + order + "/cancellation", new JsonObject())
                .expect(200);
        payAtVnpay(customer, shop, attempt.getString("payUrl"));
        Eventually.ask(() -> refunds(order), List.of("LATE 3500000 ACCEPTED")::equals);
        assertThat(state(customer, order)).isEqualTo("CANCELLED");
    }

    @Test
    void p13_of_two_paid_attempts_the_first_wins_and_the_second_goes_back() {
        String order = placeOrder(customer, sku, 1);
        JsonObject first = openAttempt(customer, order);
        JsonObject second = openAttempt(customer, order);
        payAtVnpay(customer, shop, first.getString("payUrl"));
        payAtVnpay(customer, shop, second.getString("payUrl"));
        Eventually.ask(() -> refunds(order), List.of("SECOND 3500000 ACCEPTED")::equals);
        assertThat(shop.text(
                        "select txn_ref from payment.attempt a join payment.refund r on r.attempt_id = a.id where r.id = ?::uuid",
                        refund(order)))
                .isEqualTo(second.getString("txnRef"));
        assertThat(onHand(shop, sku)).isEqualTo(9);
        assertThat(state(customer, order)).isEqualTo("PAID");
    }

    @Test
    void p26_of_concurrent_refunds_above_the_captured_amount_one_succeeds() throws Exception {
        String order = paidOrder();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 6)
                    .mapToObj(i -> threads.submit(
                            () -> ask(finance.at(i % 2), order, 2_000_000).status()))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses)
                    .containsOnlyOnce(201)
                    .filteredOn(status -> status == 409)
                    .hasSize(5);
        }
        assertThat(ask(finance, order, 1_500_001).expect(409).json().getString("code"))
                .isEqualTo("refund.too-much");
        ask(finance, order, 1_500_000).expect(201);
    }

    @Test
    void p26_the_same_key_gives_back_once_and_another_body_is_refused() {
        String order = paidOrder();
        String path = "/api/v1/orders/" + order + "/refunds";
        String key = key();
        JsonObject first = finance.post(path, body(1_000_000), key).expect(201).json();
        assertThat(finance.at(0).post(path, body(1_000_000), key).expect(201).json())
                .isEqualTo(first);
        finance.post(path, body(1_000_001), key).expect(422);
        assertThat(refunds(order)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"94", "98", "99"})
    void p27_a_refund_without_a_clear_answer_is_unknown_and_never_sent_again(String code) {
        String order = paidOrder();
        faults(shop, new JsonObject().put("apiCode", code));
        ask(finance, order, PRICE).expect(201);
        Eventually.ask(() -> refunds(order), List.of("ASKED 3500000 UNKNOWN")::equals);
        faults(shop, new JsonObject());
        assertThat(Refunding.send(shop, refund(order)).refundId()).isNull();
        assertThat(calls(order, "refund")).isEqualTo(1);
        ask(finance, order, 1).expect(409);
    }

    @Test
    void p27_a_refund_whose_answer_was_lost_is_found_out_by_asking_and_paid_out_once() {
        String order = paidOrder();
        faults(shop, new JsonObject().put("unsignedAnswers", true));
        ask(finance, order, 1_000_000).expect(201);
        Eventually.ask(() -> refunds(order), List.of("ASKED 1000000 UNKNOWN")::equals);
        faults(shop, new JsonObject());
        assertThat(Refunding.trackToTheEnd(shop, refund(order))).isEqualTo(RefundState.PAID_OUT);
        assertThat(mails("refund-paid-out/" + refund(order))).isEqualTo(1);
        assertThat(givenBack(order)).containsExactly("PAID 1000000 false", "PAID 1000000 true");
        assertThat(calls(order, "refund")).isEqualTo(1);
    }

    @Test
    void p27_a_refund_whose_node_was_lost_is_asked_about_and_not_sent_again() {
        String order = paidOrder();
        ask(finance, order, PRICE).expect(201);
        Eventually.ask(() -> refunds(order), List.of("ASKED 3500000 ACCEPTED")::equals);
        shop.number(
                "update payment.refund set state = 'SENT', due = null, transaction_no = null, sent_at = now() - interval '2 minutes' where id = ?::uuid",
                refund(order));
        Refunding.sendNext(shop);
        assertThat(refunds(order)).containsExactly("ASKED 3500000 UNKNOWN");
        assertThat(Refunding.track(shop, refund(order)).state()).isIn(RefundState.ACCEPTED, RefundState.PAID_OUT);
        assertThat(calls(order, "refund")).isEqualTo(1);
    }

    @Test
    void p27_of_two_refunds_of_one_payment_the_second_waits_while_another_node_sends_the_first() {
        String order = paidOrder();
        faults(shop, new JsonObject().put("apiCode", "99"));
        ask(finance, order, 1_000_000).expect(201);
        Eventually.ask(() -> refunds(order), List.of("ASKED 1000000 UNKNOWN")::equals);
        String first = refund(order);
        String second = ask(finance, order, 500_000).expect(201).json().getString("id");
        shop.platform(0).database().transaction(tx -> {
            tx.run(
                    "select from payment.attempt where id = (select attempt_id from payment.refund where id = $1)"
                            + " for no key update",
                    UUID.fromString(first));
            shop.number("update payment.refund set state = 'REQUESTED', due = now() where id = ?::uuid", first);
            tx.run(
                    "update payment.refund set state = 'SENT', due = null, sent_at = now() where id = $1",
                    UUID.fromString(first));
            assertThat(Refunding.send(shop, second).refundId()).isNull();
            return true;
        });
        assertThat(Refunding.send(shop, second).refundId()).isNull();
        assertThat(calls(order, "refund")).isEqualTo(1);
    }

    @Test
    void p28_a_refund_that_vnpay_refuses_is_still_owed() {
        String order = paidOrder();
        faults(shop, new JsonObject().put("refundEnding", "09"));
        ask(finance, order, PRICE).expect(201);
        Eventually.ask(() -> refunds(order), List.of("ASKED 3500000 ACCEPTED")::equals);
        assertThat(Refunding.trackToTheEnd(shop, refund(order))).isEqualTo(RefundState.REFUSED);
        assertThat(Books.owed(shop, order)).isEqualTo(PRICE);
        assertThat(mails("refund-paid-out/" + refund(order))).isZero();
    }

    @Test
    void p34_the_rest_after_a_part_is_sent_as_a_part() {
        String order = paidOrder();
        ask(finance, order, 500_000).expect(201);
        Eventually.ask(() -> refunds(order), List.of("ASKED 500000 ACCEPTED")::equals);
        ask(finance, order, 3_000_000).expect(201);
        Eventually.ask(() -> refunds(order), List.of("ASKED 500000 ACCEPTED", "ASKED 3000000 ACCEPTED")::equals);
        assertThat(shop.text(
                        "select string_agg(request->>'vnp_TransactionType', ' ' order by asked_at) from payment.call c"
                                + " join payment.refund r on r.id = c.refund_id join ordering.orders o on o.id = r.order_id where o.code = ?",
                        order))
                .isEqualTo("03 03");
    }

    @Test
    void only_finance_gives_money_back_and_only_of_a_paid_order() {
        String order = placeOrder(customer, sku, 1);
        ask(customer, order, 1_000).expect(403);
        assertThat(ask(finance, order, 1_000).expect(409).json().getString("code"))
                .isEqualTo("refund.nothing-paid");
        ask(finance, "R-ZZZZZZZZ", 1_000).expect(404);
        ask(finance, order, 0).expect(400);
    }

    private String paidOrder() {
        String order = placeOrder(customer, sku, 1);
        payAtVnpay(customer, shop, openAttempt(customer, order).getString("payUrl"));
        Eventually.ask(() -> state(customer, order), "PAID"::equals);
        return order;
    }

    private void expire(String order) {
        shop.number("update ordering.orders set reserved_until = now() - interval '1 second' where code = ?", order);
        shop.expireOrders();
        assertThat(state(customer, order)).isEqualTo("EXPIRED");
    }

    private static Client.Answer ask(Client finance, String order, long amount) {
        return finance.post("/api/v1/orders/" + order + "/refunds", body(amount), key());
    }

    private static JsonObject body(long amount) {
        return new JsonObject().put("amount", amount).put("note", "Khách đổi ý");
    }

    /** Reason, amount and state of each refund of the order. */
    private List<String> refunds(String order) {
        String all = shop.text(
                "select string_agg(reason || ' ' || amount || ' ' || r.state, ',' order by r.id) from payment.refund r"
                        + " join ordering.orders o on o.id = r.order_id where o.code = ?",
                order);
        return all == null || all.isEmpty() ? List.of() : List.of(all.split(","));
    }

    /** The steps of refunds in the order's history: where the order stood, how much, whether it has gone out. */
    private List<String> givenBack(String order) {
        JsonArray history =
                customer.get("/api/v1/orders/" + order).expect(200).json().getJsonArray("history");
        return history.stream()
                .map(JsonObject.class::cast)
                .filter(step -> step.containsKey("givenBack"))
                .map(step ->
                        step.getString("state") + " " + step.getLong("givenBack") + " " + step.getBoolean("arrived"))
                .toList();
    }

    private String refund(String order) {
        return shop.text(
                "select r.id from payment.refund r join ordering.orders o on o.id = r.order_id where o.code = ?",
                order);
    }

    private long calls(String order, String command) {
        return shop.number(
                "select count(*) from payment.call c join payment.attempt a on a.id = c.attempt_id"
                        + " join ordering.orders o on o.id = a.order_id where o.code = ? and request->>'vnp_Command' = ?",
                order,
                command);
    }

    private long mails(String key) {
        return shop.number("select count(*) from platform.outbox where key = ?", key);
    }
}
