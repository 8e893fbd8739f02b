package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.key;
import static rolt.Shopping.openAttempt;
import static rolt.Shopping.placeOrder;
import static rolt.Shopping.state;
import static rolt.payment.Vnpay.faults;
import static rolt.payment.Vnpay.paid;
import static rolt.payment.Vnpay.tell;
import static rolt.payment.Vnpay.with;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Eventually;
import rolt.Shopping;
import rolt.TestShop;
import rolt.payment.DecisionMessages.SettleFromFile;
import rolt.platform.Caller;
import rolt.platform.Role;

/** Finance in haste, twice, at the wrong time or with the wrong figures, against two nodes. */
class HostileDecisionsIT {
    private static final long PRICE = 3_500_000;
    private static final int DUELS = 5;

    private final TestShop shop = TestShop.running();
    private Client customer;
    private Client finance;
    private String sku;
    private String order;

    @BeforeEach
    void a_customer_with_an_order_and_finance() {
        customer = shop.client(0).becomeCustomer();
        finance = shop.client(1).becomeStaff(Role.FINANCE);
        sku = Shopping.newProduct(shop, PRICE, 20);
        order = placeOrder(customer, sku, 1);
    }

    @AfterEach
    void mend_vnpay_and_look_at_the_books() {
        faults(shop, new JsonObject());
        assertThat(Books.troubles(shop)).isEmpty();
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    @Test
    void what_is_owed_for_a_cancelled_order_is_not_withdrawn() {
        pay("71000001");
        faults(shop, new JsonObject().put("apiCode", "99"));
        askFor(1_000_000, key()).expect(201);
        Eventually.ask(this::refunds, "ASKED 1000000 UNKNOWN"::equals);
        String path = "/api/v1/staff/orders/" + order + "/call-off";
        shop.client(0)
                .becomeStaff(Role.SUPPORT)
                .post(path, new JsonObject().put("reason", "Hết hàng"), key())
                .expect(200);
        shop.number("update payment.refund set state = 'REFUSED' where id = ?::uuid", refund());
        assertThat(refusal(decide("withdrawal", new JsonObject()))).isEqualTo("refund.undecidable");
        JsonObject money = finance.get("/api/v1/orders/" + order + "/money").json();
        assertThat(money.getJsonObject("balance").getLong("owed")).isEqualTo(PRICE);
    }

    @Test
    void no_amount_goes_around_the_limits() {
        JsonObject attempt = openAttempt(customer, order);
        doubt(attempt);
        for (String amount : List.of(
                "0",
                "-1",
                "1.5",
                "\"5\"",
                "null",
                "1000000000",
                "9223372036854775807",
                "9223372036854775808",
                "1e30")) {
            confirmRaw(attempt, amount).expect(400);
            askForRaw(amount).expect(400);
        }
        confirm(finance, attempt, PRICE, "71000006").expect(200);
        assertThat(refusal(askFor(PRICE + 1, key()))).isEqualTo("refund.too-much");
        assertThat(refusal(askFor(999_999_999, key()))).isEqualTo("refund.too-much");
    }

    @Test
    void a_key_is_needed_holds_for_its_body_and_for_a_day() {
        pay("71000007");
        String path = "/api/v1/orders/" + order + "/refunds";
        finance.post(path, note().put("amount", 1_000)).expect(400);
        String key = key();
        JsonObject first = askFor(1_000, key).expect(201).json();
        assertThat(askFor(finance.at(0), 1_000, key).expect(201).json()).isEqualTo(first);
        assertThat(askFor(1_001, key).expect(422).json().getString("code")).isEqualTo("idempotency.other-body");
        shop.number("update platform.idempotency set created_at = now() - interval '25 hours' where key = ?", key);
        JsonObject next = askFor(1_001, key).expect(201).json();
        assertThat(next.getString("id")).isNotEqualTo(first.getString("id"));
        assertThat(askFor(1_001, key).expect(201).json()).isEqualTo(next);
        assertThat(shop.number(
                        "select sum(refunded) from payment.attempt a join ordering.orders o on o.id = a.order_id"
                                + " where o.code = ?",
                        order))
                .isEqualTo(2_001);
    }

    @Test
    void a_payment_that_everybody_decides_at_once_is_decided_once() throws Exception {
        for (int duel = 0; duel < DUELS; duel++) {
            String code = placeOrder(customer, sku, 1);
            JsonObject attempt = openAttempt(customer, code);
            tell(customer, with(paid(attempt), "vnp_Amount", "350100000"));
            String number = "7200000" + duel;
            together(List.of(
                    () -> confirm(finance.at(0), attempt, PRICE, number).status(),
                    () -> confirm(finance.at(1), attempt, PRICE + 1_000, number).status(),
                    () -> finance.post(path(attempt, "dismissal"), note(), key())
                            .status(),
                    () -> settleFromFile(attempt, number),
                    () -> Integer.parseInt(tell(customer.at(0), with(paid(attempt), "vnp_TransactionNo", number)))));
            assertThat(shop.number("select count(*) from platform.outbox where key = ?", "order-paid/" + code))
                    .isEqualTo(state(customer, code).equals("PAID") ? 1 : 0);
            assertThat(Books.troubles(shop)).isEmpty();
        }
    }

    @Test
    void a_refund_that_everybody_decides_at_once_is_decided_once() throws Exception {
        pay("71000008");
        faults(shop, new JsonObject().put("apiCode", "99"));
        askFor(PRICE, key()).expect(201);
        Eventually.ask(this::refunds, "ASKED 3500000 UNKNOWN"::equals);
        shop.number("update payment.refund set state = 'REFUSED' where id = ?::uuid", refund());
        JsonObject transfer = new JsonObject().put("reference", "FT1");
        List<Integer> answers = together(List.of(
                () -> decide(finance.at(0), "transfer", transfer).status(),
                () -> decide(finance.at(1), "transfer", transfer).status(),
                () -> decide(finance.at(0), "withdrawal", new JsonObject()).status(),
                () -> decide(finance.at(1), "resending", new JsonObject()).status(),
                () -> askFor(finance.at(0), 1, key()).status()));
        assertThat(answers.subList(0, 4)).containsOnly(200, 409);
        assertThat(answers.subList(0, 4).stream().filter(status -> status == 200))
                .hasSizeBetween(1, 2);
        assertThat(shop.number("select count(*) from payment.attempt where refunded > captured"))
                .isZero();
    }

    private int settleFromFile(JsonObject attempt, String number) {
        Caller caller = Caller.onBehalfOf(java.util.UUID.randomUUID(), "test");
        SettleFromFile row = new SettleFromFile(attempt.getString("txnRef"), PRICE * 100, number);
        shop.platform(1).bus().request(caller, "payment.settleFromFile", row).await();
        return 200;
    }

    private static List<Integer> together(List<Callable<Integer>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = threads.invokeAll(calls);
            return answers.stream().map(Future::resultNow).toList();
        }
    }

    private void pay(String number) {
        JsonObject attempt = openAttempt(customer, order);
        assertThat(tell(customer, with(paid(attempt), "vnp_TransactionNo", number)))
                .isEqualTo("00");
        assertThat(state(customer, order)).isEqualTo("PAID");
    }

    private void doubt(JsonObject attempt) {
        tell(customer, with(paid(attempt), "vnp_TransactionStatus", "04"));
    }

    private Client.Answer askFor(long amount, String key) {
        return askFor(finance, amount, key);
    }

    private Client.Answer askFor(Client client, long amount, String key) {
        return client.post("/api/v1/orders/" + order + "/refunds", note().put("amount", amount), key);
    }

    private Client.Answer askForRaw(String amount) {
        return finance.post("/api/v1/orders/" + order + "/refunds", raw(note(), amount), key());
    }

    private Client.Answer confirmRaw(JsonObject attempt, String amount) {
        return finance.post(path(attempt, "confirmation"), raw(note().put("transactionNo", "71000009"), amount), key());
    }

    private static JsonObject raw(JsonObject body, String amount) {
        return body.mergeIn(new JsonObject("{\"amount\":" + amount + "}"));
    }

    private static Client.Answer confirm(Client finance, JsonObject attempt, long amount, String number) {
        return finance.post(
                path(attempt, "confirmation"), note().put("amount", amount).put("transactionNo", number), key());
    }

    private static String path(JsonObject attempt, String what) {
        return "/api/v1/payments/" + attempt.getString("txnRef") + "/" + what;
    }

    private Client.Answer decide(String what, JsonObject body) {
        return decide(finance, what, body);
    }

    private Client.Answer decide(Client client, String what, JsonObject body) {
        return client.post("/api/v1/refunds/" + refund() + "/" + what, note().mergeIn(body), key());
    }

    private static String refusal(Client.Answer answer) {
        return answer.expect(409).json().getString("code");
    }

    private static JsonObject note() {
        return new JsonObject().put("note", "Đã xem cổng VNPAY");
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
