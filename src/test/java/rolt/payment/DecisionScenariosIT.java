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
import static rolt.payment.Vnpay.paid;
import static rolt.payment.Vnpay.tell;
import static rolt.payment.Vnpay.with;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Eventually;
import rolt.Shopping;
import rolt.TestShop;
import rolt.platform.Role;

/** What Finance decides where VNPAY does not, against two nodes; each test is named after its scenario. */
class DecisionScenariosIT {
    private static final long PRICE = 3_500_000;

    private final TestShop shop = TestShop.running();
    private Client customer;
    private Client finance;
    private String sku;
    private String order;

    @BeforeEach
    void a_customer_with_an_order_and_finance() {
        customer = shop.client(0).becomeCustomer();
        finance = shop.client(1).becomeStaff(Role.FINANCE);
        sku = newProduct(shop, PRICE, 10);
        order = placeOrder(customer, sku, 1);
    }

    @AfterEach
    void mend_vnpay_and_look_at_the_books() {
        faults(shop, new JsonObject());
        assertThat(Books.troubles(shop)).isEmpty();
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    @Test
    void p05_another_amount_that_finance_confirms_goes_back_and_the_order_can_be_paid_anew() {
        JsonObject attempt = openAttempt(customer, order);
        tell(customer, with(paid(attempt), "vnp_Amount", "350100000"));
        assertThat(confirm(attempt, 3_501_000).expect(200).json().getString("state"))
                .isEqualTo("CAPTURED");
        Eventually.ask(this::refunds, found -> found.matches("AMOUNT 3501000 (REFUSED|UNKNOWN)"));
        assertThat(Books.owed(shop, order)).isEqualTo(3_501_000);
        assertThat(state(customer, order)).isEqualTo("PENDING_PAYMENT");
        payAtVnpay(customer, shop, openAttempt(customer, order).getString("payUrl"));
        Eventually.ask(() -> state(customer, order), "PAID"::equals);
        decide("transfer", new JsonObject().put("reference", "FT26327001234").put("notAtVnpay", true))
                .expect(200);
        assertThat(Books.owed(shop, order)).isZero();
        assertThat(onHand(shop, sku)).isEqualTo(9);
    }

    @Test
    void p05_the_right_amount_that_finance_confirms_pays_the_order_once() throws Exception {
        JsonObject attempt = openAttempt(customer, order);
        tell(customer, with(paid(attempt), "vnp_Amount", "350100000"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() ->
                            confirm(finance.at(i % 2), attempt, PRICE, key()).status()))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 409);
            }
        }
        assertThat(state(customer, order)).isEqualTo("PAID");
        assertThat(onHand(shop, sku)).isEqualTo(9);
        assertThat(decisions(attempt)).isEqualTo("CONFIRMED");
        assertThat(refunds()).isEmpty();
    }

    @Test
    void p07_held_money_that_finance_confirms_pays_even_when_the_order_would_have_expired() {
        JsonObject attempt = openAttempt(customer, order);
        tell(customer, with(paid(attempt), "vnp_ResponseCode", "07"));
        shop.number("update ordering.orders set reserved_until = now() - interval '1 second' where code = ?", order);
        shop.expireOrders();
        assertThat(reserved(shop, sku)).isEqualTo(1);
        String key = key();
        JsonObject decided = confirm(finance, attempt, PRICE, key).expect(200).json();
        assertThat(state(customer, order)).isEqualTo("PAID");
        assertThat(confirm(finance.at(0), attempt, PRICE, key).expect(200).json())
                .isEqualTo(decided);
        assertThat(confirm(attempt, PRICE).expect(409).json().getString("code")).isEqualTo("payment.undecidable");
    }

    @Test
    void p08_money_that_never_came_is_dismissed_and_the_order_can_be_paid_again() {
        JsonObject attempt = openAttempt(customer, order);
        tell(customer, with(paid(attempt), "vnp_TransactionStatus", "04"));
        assertThat(shop.number(
                        "select count(*) from platform.outbox where key = ?",
                        "payment-unclear/" + attempt.getString("txnRef")))
                .isEqualTo(1);
        customer.post("/api/v1/orders/" + order + "/payments", new JsonObject(), key())
                .expect(409);
        finance.post("/api/v1/payments/" + attempt.getString("txnRef") + "/dismissal", note(), key())
                .expect(200);
        assertThat(attemptState(shop, attempt)).isEqualTo("FAILED");
        assertThat(decisions(attempt)).isEqualTo("DISMISSED");
        payAtVnpay(customer, shop, openAttempt(customer, order).getString("payUrl"));
        Eventually.ask(() -> state(customer, order), "PAID"::equals);
    }

    @Test
    void an_open_attempt_is_decided_by_a_person_only_once_the_shop_has_given_it_up() {
        JsonObject attempt = openAttempt(customer, order);
        confirm(attempt, PRICE).expect(409);
        shop.number(
                "update payment.attempt set created_at = now() - interval '25 hours' where txn_ref = ?",
                attempt.getString("txnRef"));
        shop.number("update ordering.orders set reserved_until = now() - interval '1 second' where code = ?", order);
        shop.expireOrders();
        assertThat(state(customer, order)).isEqualTo("EXPIRED");
        confirm(attempt, PRICE).expect(200);
        Eventually.ask(() -> state(customer, order), "PAID"::equals);
        assertThat(onHand(shop, sku)).isEqualTo(9);
    }

    @Test
    void p15_finance_asks_vnpay_now_and_is_told_when_it_may_again() {
        JsonObject attempt = openAttempt(customer, order);
        faults(shop, new JsonObject().put("ipn", "never"));
        payAtVnpay(customer, shop, attempt.getString("payUrl"));
        Reconciling.giveTurn(shop);
        String path = "/api/v1/payments/" + attempt.getString("txnRef") + "/query";
        JsonObject asked = finance.post(path, new JsonObject()).expect(200).json();
        assertThat(asked.getString("result")).isEqualTo("GENUINE");
        assertThat(asked.getString("state")).isEqualTo("CAPTURED");
        JsonObject early =
                finance.at(0).post(path, new JsonObject()).expect(200).json();
        assertThat(early.getString("result")).isNull();
        assertThat(early.getInstant("mayAskAt")).isAfter(java.time.Instant.now());
    }

    @Test
    void p27_an_unknown_refund_is_sent_again_only_when_somebody_has_looked_at_vnpay() {
        pay();
        faults(shop, new JsonObject().put("apiCode", "99"));
        askFor(1_000_000);
        Eventually.ask(this::refunds, "ASKED 1000000 UNKNOWN"::equals);
        faults(shop, new JsonObject());
        assertThat(decide("resending", new JsonObject()).expect(409).json().getString("code"))
                .isEqualTo("refund.look-first");
        assertThat(decide("transfer", new JsonObject().put("reference", "FT1")).status())
                .isEqualTo(409);
        decide("resending", new JsonObject().put("notAtVnpay", true)).expect(200);
        Eventually.ask(this::refunds, "ASKED 1000000 ACCEPTED"::equals);
        JsonObject shown = new JsonObject().put("transactionNo", "14226999");
        decide("confirmation", shown).expect(200);
        decide("confirmation", shown).expect(409);
        assertThat(refunds()).isEqualTo("ASKED 1000000 PAID_OUT");
        assertThat(shop.number("select count(*) from platform.outbox where key = ?", "refund-paid-out/" + refund()))
                .isEqualTo(1);
        assertThat(Books.owed(shop, order)).isZero();
    }

    @Test
    void p28_a_refused_refund_is_paid_by_bank_transfer() {
        refuseARefundOf(PRICE);
        assertThat(Books.owed(shop, order)).isEqualTo(PRICE);
        String key = key();
        JsonObject transfer = note().put("reference", "FT26327001234");
        JsonObject first =
                decide(finance, "transfer", transfer, key).expect(200).json();
        assertThat(decide(finance.at(0), "transfer", transfer, key).expect(200).json())
                .isEqualTo(first);
        assertThat(Books.owed(shop, order)).isZero();
        assertThat(shop.number(
                        "select sum(amount) from finance.transfer where credit = 'BANK' and refund_id = ?::uuid",
                        refund()))
                .isEqualTo(PRICE);
    }

    @Test
    void p28_a_refused_refund_is_sent_once_more_and_followed_to_its_end() {
        refuseARefundOf(1_000_000);
        faults(shop, new JsonObject());
        decide("resending", new JsonObject()).expect(200);
        Eventually.ask(this::refunds, "ASKED 1000000 ACCEPTED"::equals);
        assertThat(Refunding.trackToTheEnd(shop, refund())).isEqualTo(PaymentMessages.RefundState.PAID_OUT);
    }

    @Test
    void p28_a_refund_that_was_asked_for_is_withdrawn_and_its_money_is_sold_again() {
        refuseARefundOf(PRICE);
        decide("withdrawal", new JsonObject()).expect(200);
        assertThat(refunds()).isEqualTo("ASKED 3500000 WITHDRAWN");
        assertThat(Books.owed(shop, order)).isZero();
        assertThat(shop.number("select count(*) from platform.outbox where key = ?", "refund-withdrawn/" + refund()))
                .isEqualTo(1);
        faults(shop, new JsonObject());
        askFor(PRICE);
    }

    @Test
    void what_the_shop_owes_is_not_withdrawn() {
        JsonObject second = openAttempt(customer, order);
        pay();
        faults(shop, new JsonObject().put("refundEnding", "09"));
        payAtVnpay(customer, shop, second.getString("payUrl"));
        Eventually.ask(this::refunds, "SECOND 3500000 ACCEPTED"::equals);
        Refunding.trackToTheEnd(shop, refund());
        assertThat(decide("withdrawal", new JsonObject()).expect(409).json().getString("code"))
                .isEqualTo("refund.undecidable");
        assertThat(Books.owed(shop, order)).isEqualTo(PRICE);
    }

    private void pay() {
        payAtVnpay(customer, shop, openAttempt(customer, order).getString("payUrl"));
        Eventually.ask(() -> state(customer, order), "PAID"::equals);
    }

    private void refuseARefundOf(long amount) {
        pay();
        faults(shop, new JsonObject().put("refundEnding", "09"));
        askFor(amount);
        Eventually.ask(this::refunds, ("ASKED " + amount + " ACCEPTED")::equals);
        Refunding.trackToTheEnd(shop, refund());
        assertThat(refunds()).isEqualTo("ASKED " + amount + " REFUSED");
    }

    private void askFor(long amount) {
        finance.post("/api/v1/orders/" + order + "/refunds", note().put("amount", amount), key())
                .expect(201);
    }

    private Client.Answer confirm(JsonObject attempt, long amount) {
        return confirm(finance, attempt, amount, key());
    }

    private static Client.Answer confirm(Client finance, JsonObject attempt, long amount, String key) {
        JsonObject body = note().put("amount", amount).put("transactionNo", "14226112");
        return finance.post("/api/v1/payments/" + attempt.getString("txnRef") + "/confirmation", body, key);
    }

    private Client.Answer decide(String what, JsonObject body) {
        return decide(finance, what, note().mergeIn(body), key());
    }

    private Client.Answer decide(Client finance, String what, JsonObject body, String key) {
        return finance.post("/api/v1/refunds/" + refund() + "/" + what, body, key);
    }

    private static JsonObject note() {
        return new JsonObject().put("note", "Đã xem cổng VNPAY");
    }

    private String decisions(JsonObject attempt) {
        return shop.text(
                "select string_agg(kind, ' ') from payment.decision d join payment.attempt a on a.id = d.attempt_id"
                        + " where txn_ref = ?",
                attempt.getString("txnRef"));
    }

    private String refunds() {
        String all = shop.text(
                "select string_agg(reason || ' ' || amount || ' ' || r.state, ',' order by r.id) from payment.refund r"
                        + " join ordering.orders o on o.id = r.order_id where o.code = ?",
                order);
        return all == null ? "" : all;
    }

    private String refund() {
        return shop.text(
                "select r.id from payment.refund r join ordering.orders o on o.id = r.order_id where o.code = ? order by r.id",
                order);
    }
}
