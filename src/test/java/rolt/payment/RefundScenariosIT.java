package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.attemptState;
import static rolt.Shopping.key;
import static rolt.Shopping.mails;
import static rolt.payment.Sale.PRICE;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.TestShop;
import rolt.payment.PaymentMessages.RefundState;

/** Money that goes back, against two nodes; each test is named after its scenario of payment integrity. */
@ExtendWith(Books.class)
class RefundScenariosIT {
    private final TestShop shop = TestShop.running();
    private final Sale sale = new Sale();
    private final FinanceDesk finance = new FinanceDesk();

    @Test
    void p12_a_success_after_expiry_pays_the_order_while_its_stock_is_there() {
        JsonObject attempt = sale.attempt();
        expire(sale);
        sale.payAtVnpay(attempt);
        sale.awaitState("PAID");
        assertThat(attemptState(shop, attempt)).isEqualTo("CAPTURED");
        assertThat(sale.onHand()).isEqualTo(9);
        assertThat(mails(shop, "order-paid/" + sale.order())).isEqualTo(1);
        assertThat(sale.refunds()).isEmpty();
    }

    @Test
    void p12_a_success_after_expiry_goes_back_where_the_stock_is_gone_and_the_customer_is_told() {
        Sale late = new Sale(1, 1);
        JsonObject attempt = late.attempt();
        expire(late);
        late.another();
        late.payAtVnpay(attempt);
        late.awaitRefunds("LATE 3500000 ACCEPTED");
        assertThat(late.state()).isEqualTo("EXPIRED");
        assertThat(late.reserved()).isEqualTo(1);
        assertThat(mails(shop, "refund-requested/" + late.refund())).isEqualTo(1);
    }

    @Test
    void p12_a_success_after_cancellation_goes_back() {
        JsonObject attempt = sale.attempt();
        sale.cancel().expect(200);
        sale.payAtVnpay(attempt);
        sale.awaitRefunds("LATE 3500000 ACCEPTED");
        assertThat(sale.state()).isEqualTo("CANCELLED");
    }

    @Test
    void p13_of_two_paid_attempts_the_first_wins_and_the_second_goes_back() {
        JsonObject first = sale.attempt();
        JsonObject second = sale.attempt();
        sale.payAtVnpay(first);
        sale.payAtVnpay(second);
        sale.awaitRefunds("SECOND 3500000 ACCEPTED");
        assertThat(shop.text(
                        "select txn_ref from payment.attempt a join payment.refund r on r.attempt_id = a.id where r.id = ?::uuid",
                        sale.refund()))
                .isEqualTo(second.getString("txnRef"));
        assertThat(sale.onHand()).isEqualTo(9);
        assertThat(sale.state()).isEqualTo("PAID");
    }

    @Test
    void p26_of_concurrent_refunds_above_the_captured_amount_one_succeeds() throws Exception {
        sale.pay();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 6)
                    .mapToObj(i -> threads.submit(
                            () -> finance.at(i % 2).giveBack(sale, 2_000_000).status()))
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
        assertThat(finance.giveBack(sale, 1_500_001).expect(409).json().getString("code"))
                .isEqualTo("refund.too-much");
        finance.giveBack(sale, 1_500_000).expect(201);
    }

    @Test
    void p26_the_same_key_gives_back_once_and_another_body_is_refused() {
        sale.pay();
        String key = key();
        JsonObject first = finance.giveBack(sale, 1_000_000, key).expect(201).json();
        assertThat(finance.at(0).giveBack(sale, 1_000_000, key).expect(201).json())
                .isEqualTo(first);
        finance.giveBack(sale, 1_000_001, key).expect(422);
        assertThat(sale.refunds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"94", "98", "99"})
    void p27_a_refund_without_a_clear_answer_is_unknown_and_never_sent_again(String code) {
        sale.pay();
        faults(shop, new JsonObject().put("apiCode", code));
        finance.giveBack(sale, PRICE).expect(201);
        sale.awaitRefunds("ASKED 3500000 UNKNOWN");
        faults(shop, new JsonObject());
        assertThat(Refunding.send(shop, sale.refund()).refundId()).isNull();
        assertThat(refundsSent()).isEqualTo(1);
        finance.giveBack(sale, 1).expect(409);
    }

    @Test
    void p27_a_refund_whose_answer_was_lost_is_found_out_by_asking_and_paid_out_once() {
        sale.pay();
        faults(shop, new JsonObject().put("unsignedAnswers", true));
        finance.giveBack(sale, 1_000_000).expect(201);
        sale.awaitRefunds("ASKED 1000000 UNKNOWN");
        faults(shop, new JsonObject());
        assertThat(Refunding.trackToTheEnd(shop, sale.refund())).isEqualTo(RefundState.PAID_OUT);
        assertThat(mails(shop, "refund-paid-out/" + sale.refund())).isEqualTo(1);
        assertThat(givenBack()).containsExactly("PAID 1000000 false", "PAID 1000000 true");
        assertThat(refundsSent()).isEqualTo(1);
    }

    @Test
    void p27_a_refund_whose_node_was_lost_is_asked_about_and_not_sent_again() {
        sale.pay();
        finance.giveBack(sale, PRICE).expect(201);
        sale.awaitRefunds("ASKED 3500000 ACCEPTED");
        shop.number(
                "update payment.refund set state = 'SENT', due = null, transaction_no = null, sent_at = now() - interval '2 minutes' where id = ?::uuid",
                sale.refund());
        Refunding.sendNext(shop);
        assertThat(sale.refunds()).containsExactly("ASKED 3500000 UNKNOWN");
        assertThat(Refunding.track(shop, sale.refund()).state()).isIn(RefundState.ACCEPTED, RefundState.PAID_OUT);
        assertThat(refundsSent()).isEqualTo(1);
    }

    @Test
    void p27_of_two_refunds_of_one_payment_the_second_waits_while_another_node_sends_the_first() {
        sale.pay();
        faults(shop, new JsonObject().put("apiCode", "99"));
        finance.giveBack(sale, 1_000_000).expect(201);
        sale.awaitRefunds("ASKED 1000000 UNKNOWN");
        String first = sale.refund();
        String second = finance.giveBack(sale, 500_000).expect(201).json().getString("id");
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
        assertThat(refundsSent()).isEqualTo(1);
    }

    @Test
    void p28_a_refund_that_vnpay_refuses_is_still_owed() {
        sale.pay();
        faults(shop, new JsonObject().put("refundEnding", "09"));
        finance.giveBack(sale, PRICE).expect(201);
        sale.awaitRefunds("ASKED 3500000 ACCEPTED");
        assertThat(Refunding.trackToTheEnd(shop, sale.refund())).isEqualTo(RefundState.REFUSED);
        assertThat(sale.owed()).isEqualTo(PRICE);
        assertThat(mails(shop, "refund-paid-out/" + sale.refund())).isZero();
    }

    @Test
    void p34_the_rest_after_a_part_is_sent_as_a_part() {
        sale.pay();
        finance.giveBack(sale, 500_000).expect(201);
        sale.awaitRefunds("ASKED 500000 ACCEPTED");
        finance.giveBack(sale, 3_000_000).expect(201);
        sale.awaitRefunds("ASKED 500000 ACCEPTED", "ASKED 3000000 ACCEPTED");
        assertThat(shop.text(
                        "select string_agg(request->>'vnp_TransactionType', ' ' order by asked_at) from payment.call c"
                                + " join payment.refund r on r.id = c.refund_id join ordering.orders o on o.id = r.order_id where o.code = ?",
                        sale.order()))
                .isEqualTo("03 03");
    }

    @Test
    void only_finance_gives_money_back_and_only_of_a_paid_order() {
        new FinanceDesk(sale.customer()).giveBack(sale, 1_000).expect(403);
        assertThat(finance.giveBack(sale, 1_000).expect(409).json().getString("code"))
                .isEqualTo("refund.nothing-paid");
        finance.person()
                .post("/api/v1/orders/R-ZZZZZZZZ/refunds", FinanceDesk.note().put("amount", 1_000), key())
                .expect(404);
        finance.giveBack(sale, 0).expect(400);
    }

    private static void expire(Sale sale) {
        sale.expire();
        assertThat(sale.state()).isEqualTo("EXPIRED");
    }

    /** The steps of refunds in the order's history: where the order stood, how much, whether it has gone out. */
    private List<String> givenBack() {
        JsonArray history = sale.customer().get(sale.path()).expect(200).json().getJsonArray("history");
        return history.stream()
                .map(JsonObject.class::cast)
                .filter(step -> step.containsKey("givenBack"))
                .map(step ->
                        step.getString("state") + " " + step.getLong("givenBack") + " " + step.getBoolean("arrived"))
                .toList();
    }

    private long refundsSent() {
        return shop.number(
                "select count(*) from payment.call c join payment.attempt a on a.id = c.attempt_id"
                        + " join ordering.orders o on o.id = a.order_id where o.code = ? and request->>'vnp_Command' = 'refund'",
                sale.order());
    }
}
