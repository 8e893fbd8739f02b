package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.attemptState;
import static rolt.Shopping.key;
import static rolt.Shopping.mails;
import static rolt.payment.Sale.PRICE;
import static rolt.payment.Vnpay.faults;
import static rolt.payment.Vnpay.paid;
import static rolt.payment.Vnpay.tell;
import static rolt.payment.Vnpay.with;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.Eventually;
import rolt.TestShop;

/** What Finance decides where VNPAY does not, against two nodes; each test is named after its scenario. */
@ExtendWith(Books.class)
class DecisionScenariosIT {
    private final TestShop shop = TestShop.running();
    private final Sale sale = new Sale();
    private final FinanceDesk finance = new FinanceDesk();

    @Test
    void p05_another_amount_that_finance_confirms_goes_back_and_the_order_can_be_paid_anew() {
        JsonObject attempt = sale.attempt();
        tell(sale.customer(), with(paid(attempt), "vnp_Amount", "350100000"));
        assertThat(finance.confirm(attempt, 3_501_000).expect(200).json().getString("state"))
                .isEqualTo("CAPTURED");
        Eventually.ask(sale::refunds, found -> found.toString().matches("\\[AMOUNT 3501000 (REFUSED|UNKNOWN)]"));
        assertThat(sale.owed()).isEqualTo(3_501_000);
        assertThat(sale.state()).isEqualTo("PENDING_PAYMENT");
        sale.pay();
        finance.decide(
                        sale,
                        "transfer",
                        new JsonObject().put("reference", "FT26327001234").put("notAtVnpay", true))
                .expect(200);
        assertThat(sale.owed()).isZero();
        assertThat(sale.onHand()).isEqualTo(9);
    }

    @Test
    void p05_the_right_amount_that_finance_confirms_pays_the_order_once() throws Exception {
        JsonObject attempt = sale.attempt();
        tell(sale.customer(), with(paid(attempt), "vnp_Amount", "350100000"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(
                            () -> finance.at(i % 2).confirm(attempt, PRICE).status()))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 409);
            }
        }
        assertThat(sale.state()).isEqualTo("PAID");
        assertThat(sale.onHand()).isEqualTo(9);
        assertThat(sale.decisions()).containsExactly("CONFIRMED");
        assertThat(sale.refunds()).isEmpty();
    }

    @Test
    void p07_held_money_that_finance_confirms_pays_even_when_the_order_would_have_expired() {
        JsonObject attempt = sale.attempt();
        tell(sale.customer(), with(paid(attempt), "vnp_ResponseCode", "07"));
        sale.expire();
        assertThat(sale.reserved()).isEqualTo(1);
        String key = key();
        JsonObject decided = finance.confirm(attempt, PRICE, key).expect(200).json();
        assertThat(sale.state()).isEqualTo("PAID");
        assertThat(finance.at(0).confirm(attempt, PRICE, key).expect(200).json())
                .isEqualTo(decided);
        assertThat(finance.confirm(attempt, PRICE).expect(409).json().getString("code"))
                .isEqualTo("payment.undecidable");
    }

    @Test
    void p08_money_that_never_came_is_dismissed_and_the_order_can_be_paid_again() {
        JsonObject attempt = sale.attempt();
        tell(sale.customer(), with(paid(attempt), "vnp_TransactionStatus", "04"));
        assertThat(mails(shop, "payment-unclear/" + attempt.getString("txnRef")))
                .isEqualTo(1);
        sale.customer().post(sale.path() + "/payments", new JsonObject(), key()).expect(409);
        finance.dismiss(attempt).expect(200);
        assertThat(attemptState(shop, attempt)).isEqualTo("FAILED");
        assertThat(sale.decisions()).containsExactly("DISMISSED");
        sale.pay();
    }

    @Test
    void an_open_attempt_is_decided_by_a_person_only_once_the_shop_has_given_it_up() {
        JsonObject attempt = sale.attempt();
        finance.confirm(attempt, PRICE).expect(409);
        shop.number(
                "update payment.attempt set created_at = now() - interval '25 hours' where txn_ref = ?",
                attempt.getString("txnRef"));
        sale.expire();
        assertThat(sale.state()).isEqualTo("EXPIRED");
        finance.confirm(attempt, PRICE).expect(200);
        sale.awaitState("PAID");
        assertThat(sale.onHand()).isEqualTo(9);
    }

    @Test
    void p15_finance_asks_vnpay_now_and_is_told_when_it_may_again() {
        JsonObject attempt = sale.attempt();
        faults(shop, Vnpay.SILENT);
        sale.payAtVnpay(attempt);
        Reconciling.giveTurn(shop);
        JsonObject asked = finance.query(attempt);
        assertThat(asked.getString("result")).isEqualTo("GENUINE");
        assertThat(asked.getString("state")).isEqualTo("CAPTURED");
        JsonObject early = finance.at(0).query(attempt);
        assertThat(early.getString("result")).isNull();
        assertThat(early.getInstant("mayAskAt")).isAfter(Instant.now());
    }

    @Test
    void p27_an_unknown_refund_is_sent_again_only_when_somebody_has_looked_at_vnpay() {
        sale.pay();
        faults(shop, new JsonObject().put("apiCode", "99"));
        finance.giveBack(sale, 1_000_000).expect(201);
        sale.awaitRefunds("ASKED 1000000 UNKNOWN");
        faults(shop, new JsonObject());
        assertThat(finance.decide(sale, "resending").expect(409).json().getString("code"))
                .isEqualTo("refund.look-first");
        assertThat(finance.decide(sale, "transfer", new JsonObject().put("reference", "FT1"))
                        .status())
                .isEqualTo(409);
        finance.decide(sale, "resending", new JsonObject().put("notAtVnpay", true))
                .expect(200);
        sale.awaitRefunds("ASKED 1000000 ACCEPTED");
        JsonObject shown = new JsonObject().put("transactionNo", "14226999");
        finance.decide(sale, "confirmation", shown).expect(200);
        finance.decide(sale, "confirmation", shown).expect(409);
        assertThat(sale.refunds()).containsExactly("ASKED 1000000 PAID_OUT");
        assertThat(mails(shop, "refund-paid-out/" + sale.refund())).isEqualTo(1);
        assertThat(sale.owed()).isZero();
    }

    @Test
    void p28_a_refused_refund_is_paid_by_bank_transfer() {
        refuseARefundOf(PRICE);
        assertThat(sale.owed()).isEqualTo(PRICE);
        String key = key();
        JsonObject transfer = new JsonObject().put("reference", "FT26327001234");
        JsonObject first =
                finance.decide(sale, "transfer", transfer, key).expect(200).json();
        assertThat(finance.at(0)
                        .decide(sale, "transfer", transfer, key)
                        .expect(200)
                        .json())
                .isEqualTo(first);
        assertThat(sale.owed()).isZero();
        assertThat(shop.number(
                        "select sum(amount) from finance.transfer where credit = 'BANK' and refund_id = ?::uuid",
                        sale.refund()))
                .isEqualTo(PRICE);
    }

    @Test
    void p28_a_refused_refund_is_sent_once_more_and_followed_to_its_end() {
        refuseARefundOf(1_000_000);
        faults(shop, new JsonObject());
        finance.decide(sale, "resending").expect(200);
        sale.awaitRefunds("ASKED 1000000 ACCEPTED");
        assertThat(Refunding.trackToTheEnd(shop, sale.refund())).isEqualTo(PaymentMessages.RefundState.PAID_OUT);
    }

    @Test
    void p28_a_refund_that_was_asked_for_is_withdrawn_and_its_money_is_sold_again() {
        refuseARefundOf(PRICE);
        finance.decide(sale, "withdrawal").expect(200);
        assertThat(sale.refunds()).containsExactly("ASKED 3500000 WITHDRAWN");
        assertThat(sale.owed()).isZero();
        assertThat(mails(shop, "refund-withdrawn/" + sale.refund())).isEqualTo(1);
        faults(shop, new JsonObject());
        finance.giveBack(sale, PRICE).expect(201);
    }

    @Test
    void what_the_shop_owes_is_not_withdrawn() {
        JsonObject second = sale.attempt();
        sale.pay();
        faults(shop, new JsonObject().put("refundEnding", "09"));
        sale.payAtVnpay(second);
        sale.awaitRefunds("SECOND 3500000 ACCEPTED");
        Refunding.trackToTheEnd(shop, sale.refund());
        assertThat(finance.decide(sale, "withdrawal").expect(409).json().getString("code"))
                .isEqualTo("refund.undecidable");
        assertThat(sale.owed()).isEqualTo(PRICE);
    }

    private void refuseARefundOf(long amount) {
        sale.pay();
        faults(shop, new JsonObject().put("refundEnding", "09"));
        finance.giveBack(sale, amount).expect(201);
        sale.awaitRefunds("ASKED " + amount + " ACCEPTED");
        Refunding.trackToTheEnd(shop, sale.refund());
        assertThat(sale.refunds()).containsExactly("ASKED " + amount + " REFUSED");
    }
}
