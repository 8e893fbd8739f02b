package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.attemptState;
import static rolt.Shopping.mails;
import static rolt.payment.Reconciling.ask;
import static rolt.payment.Reconciling.askNext;
import static rolt.payment.Vnpay.SILENT;
import static rolt.payment.Vnpay.cancelled;
import static rolt.payment.Vnpay.faults;
import static rolt.payment.Vnpay.paid;
import static rolt.payment.Vnpay.tell;
import static rolt.payment.Vnpay.with;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.Client;
import rolt.Eventually;
import rolt.TestShop;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentMessages.CallResult;
import rolt.payment.PaymentMessages.Reconciled;

/** What the shop learns by asking VNPAY, against two nodes; each test is named after its scenario of payment integrity. */
@ExtendWith(Books.class)
class ReconciliationScenariosIT {
    private final TestShop shop = TestShop.running();
    private final Sale sale = new Sale();
    private final Client customer = sale.customer();
    private final JsonObject attempt = sale.attempt();

    @BeforeEach
    void an_attempt_whose_notification_will_never_come() {
        faults(shop, SILENT);
    }

    private void vnpayReports(String status) {
        faults(shop, SILENT.copy().put("transactionStatus", status));
    }

    @Test
    void p06_codes_that_disagree_are_settled_by_asking() {
        sale.payAtVnpay(attempt);
        tell(customer, with(paid(attempt), "vnp_TransactionStatus", "01"));
        assertThat(attemptState(shop, attempt)).isEqualTo("UNKNOWN");
        assertThat(ask(shop, attempt).state()).isEqualTo(AttemptState.CAPTURED);
        assertThat(sale.state()).isEqualTo("PAID");
        assertThat(shop.number(
                        "select count(*) from payment.call where request->>'vnp_TxnRef' = ? and request->>'vnp_TransactionNo' <> ''",
                        attempt.getString("txnRef")))
                .as("questions by a number that only a doubtful notification told")
                .isZero();
    }

    @Test
    void p07_suspected_money_is_never_failed_and_pays_once_vnpay_is_sure() {
        sale.payAtVnpay(attempt);
        tell(customer, with(paid(attempt), "vnp_ResponseCode", "07"));
        vnpayReports("02");
        assertThat(ask(shop, attempt).state()).isEqualTo(AttemptState.HELD);
        assertThat(sale.reserved()).isEqualTo(1);
        vnpayReports("00");
        assertThat(ask(shop, attempt).state()).isEqualTo(AttemptState.CAPTURED);
        assertThat(sale.onHand()).isEqualTo(9);
    }

    @Test
    void p08_money_debited_at_the_bank_only_is_asked_about_until_it_is_clear() {
        sale.payAtVnpay(attempt);
        tell(customer, with(paid(attempt), "vnp_TransactionStatus", "04"));
        assertThat(waiting("next_query_at <= now()")).isTrue();
        vnpayReports("04");
        assertThat(ask(shop, attempt).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(waiting("next_query_at > now()")).isTrue();
        vnpayReports("02");
        assertThat(ask(shop, attempt).state()).isEqualTo(AttemptState.FAILED);
        assertThat(waiting("next_query_at is null")).isTrue();
        assertThat(sale.state()).isEqualTo("PENDING_PAYMENT");
    }

    @Test
    void p11_a_success_after_a_failure_keeps_the_stock_and_pays_once_vnpay_confirms_it() {
        sale.payAtVnpay(attempt);
        tell(customer, cancelled(attempt));
        assertThat(tell(customer, paid(attempt))).isEqualTo("00");
        assertThat(attemptState(shop, attempt)).isEqualTo("UNKNOWN");
        sale.expire();
        assertThat(sale.reserved()).isEqualTo(1);
        assertThat(ask(shop, attempt).state()).isEqualTo(AttemptState.CAPTURED);
        assertThat(sale.state()).isEqualTo("PAID");
    }

    @Test
    void p11_a_success_after_a_failure_that_vnpay_does_not_confirm_waits_for_a_person() {
        sale.payAtVnpay(attempt);
        tell(customer, cancelled(attempt));
        tell(customer, paid(attempt));
        vnpayReports("02");
        assertThat(ask(shop, attempt).state()).isEqualTo(AttemptState.REVIEW);
        assertThat(sale.state()).isEqualTo("PENDING_PAYMENT");
        assertThat(sale.reserved()).isEqualTo(1);
    }

    @Test
    void p15_a_payment_whose_notification_never_came_is_found_and_mailed_once() {
        sale.payAtVnpay(attempt);
        Reconciling.due(shop, attempt);
        assertThat(askNext(shop))
                .isEqualTo(new Reconciled(attempt.getString("txnRef"), CallResult.GENUINE, AttemptState.CAPTURED));
        assertThat(sale.state()).isEqualTo("PAID");
        assertThat(ask(shop, attempt).state()).isEqualTo(AttemptState.CAPTURED);
        assertThat(tell(customer, paid(attempt))).isEqualTo("02");
        assertThat(sale.onHand()).isEqualTo(9);
        assertThat(mails(shop, "order-paid/" + sale.order())).isEqualTo(1);
    }

    @Test
    void p15_doubtful_attempts_come_first_then_returned_then_abandoned_ones() {
        JsonObject returned = sale.attempt();
        JsonObject doubtful = sale.attempt();
        tell(customer, with(paid(doubtful), "vnp_TransactionStatus", "04"));
        customer.get(sale.payAtVnpay(returned));
        Reconciling.due(shop, attempt, returned, doubtful);
        assertThat(askNext(shop).txnRef()).isEqualTo(doubtful.getString("txnRef"));
        assertThat(askNext(shop).txnRef()).isEqualTo(returned.getString("txnRef"));
        assertThat(askNext(shop).txnRef()).isEqualTo(attempt.getString("txnRef"));
        assertThat(askNext(shop).txnRef()).isNull();
    }

    @Test
    void p15_an_open_attempt_is_not_asked_about_before_its_time_and_given_up_after_a_day() {
        assertThat(waiting("next_query_at = expires_at + interval '1 minute'")).isTrue();
        Reconciling.due(shop, attempt);
        change("created_at = now() - interval '24 hours'");
        assertThat(askNext(shop).txnRef()).isNull();
        change("created_at = now() - interval '23 hours 59 minutes'");
        assertThat(askNext(shop).txnRef()).isEqualTo(attempt.getString("txnRef"));
        assertThat(waiting("next_query_at is null")).isTrue();
    }

    @Test
    void p15_both_nodes_together_ask_once_an_interval() {
        sale.payAtVnpay(attempt);
        Reconciling.giveTurn(shop);
        String txnRef = attempt.getString("txnRef");
        Future<Reconciled> one = Reconciling.send(shop, 0, txnRef);
        Future<Reconciled> other = Reconciling.send(shop, 1, txnRef);
        assertThat(new String[] {one.await().txnRef(), other.await().txnRef()}).containsExactlyInAnyOrder(txnRef, null);
        assertThat(Reconciling.send(shop, 1, txnRef).await().txnRef()).isNull();
        assertThat(queries("true")).isEqualTo(1);
    }

    @Test
    void p15_where_vnpay_finds_the_shop_hasty_the_attempt_keeps_its_place_and_the_shop_waits_longer() {
        Reconciling.due(shop, attempt);
        faults(shop, new JsonObject().put("apiCode", "94"));
        assertThat(askNext(shop).result()).isEqualTo(CallResult.REFUSED);
        assertThat(waiting("queries = 0 and next_query_at <= now()")).isTrue();
        assertThat(shop.number("select count(*) from payment.query_turn where next_at > now() + interval '47 hours'"))
                .isEqualTo(1);
    }

    @Test
    void p15_an_abandoned_attempt_stays_open_and_its_order_expires() {
        customer.get(attempt.getString("payUrl"));
        Reconciling.due(shop, attempt);
        assertThat(askNext(shop).state()).isEqualTo(AttemptState.OPEN);
        sale.expire();
        assertThat(sale.state()).isEqualTo("EXPIRED");
    }

    @Test
    void p15_an_answer_that_is_not_signed_or_does_not_come_changes_nothing() {
        sale.payAtVnpay(attempt);
        faults(shop, SILENT.copy().put("unsignedAnswers", true));
        assertThat(ask(shop, attempt).result()).isEqualTo(CallResult.NOT_GENUINE);
        assertThat(attemptState(shop, attempt)).isEqualTo("OPEN");
        assertThat(queries("result = 'NOT_GENUINE' and answer like '%QueryDR%' and request->>'vnp_Command' = 'querydr'"
                        + " and source like 'http%'"))
                .isEqualTo(1);
        faults(shop, SILENT);
        assertThat(ask(shop, attempt).state()).isEqualTo(AttemptState.CAPTURED);
    }

    @Test
    void p16_a_return_writes_nothing_and_lets_the_shop_ask_before_the_time_is_over() {
        String back = sale.payAtVnpay(attempt);
        String before = row();
        assertThat(customer.at(1).get(back).status()).isEqualTo(303);
        assertThat(row()).isEqualTo(before);
        shop.number("update payment.attempt set next_query_at = null where txn_ref <> ?", attempt.getString("txnRef"));
        Reconciled asked = Eventually.ask(() -> askNext(shop), found -> found.txnRef() != null);
        assertThat(asked.txnRef()).isEqualTo(attempt.getString("txnRef"));
        assertThat(sale.state()).isEqualTo("PAID");
    }

    private boolean waiting(String condition) {
        return shop.number(
                        "select count(*) from payment.attempt where txn_ref = ? and " + condition,
                        attempt.getString("txnRef"))
                == 1;
    }

    private void change(String what) {
        shop.number("update payment.attempt set " + what + " where txn_ref = ?", attempt.getString("txnRef"));
    }

    private long queries(String condition) {
        return shop.number(
                "select count(*) from payment.call q join payment.attempt a on a.id = q.attempt_id where txn_ref = ? and "
                        + condition,
                attempt.getString("txnRef"));
    }

    private String row() {
        return shop.text(
                "select a.xmin || ' ' || a::text from payment.attempt a where txn_ref = ?",
                attempt.getString("txnRef"));
    }
}
