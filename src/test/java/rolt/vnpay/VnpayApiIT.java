package rolt.vnpay;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.newProduct;
import static rolt.Shopping.openAttempt;
import static rolt.Shopping.payAtVnpay;
import static rolt.Shopping.placeOrder;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.TestShop;
import rolt.payment.Vnpay;
import rolt.vnpay.VnpayReply.Genuine;
import rolt.vnpay.VnpayReply.NoAnswer;
import rolt.vnpay.VnpayReply.NotGenuine;
import rolt.vnpay.VnpayReply.Refused;
import rolt.vnpay.VnpayTerminal.Payment;
import rolt.vnpay.VnpayTerminal.Refund;

/** The merchant API over HTTP, against the simulator. */
class VnpayApiIT {
    private static final long PRICE = 3_500_000;

    private final TestShop shop = TestShop.running();
    private final Vertx vertx = Vertx.vertx();
    private final VnpayTerminal terminal =
            new VnpayTerminal(TestShop.TMN_CODE, VnpaySecrets.of(TestShop.HASH_SECRET), "203.0.113.10");
    private final VnpayApi api = api(VnpayApi.TIMEOUT);
    private Payment payment;

    private VnpayApi api(Duration timeout) {
        return new VnpayApi(vertx, shop.console.url() + "/merchant_webapi/api/transaction", timeout);
    }

    @BeforeEach
    void a_payment_at_vnpay() {
        Client customer = shop.client(0).becomeCustomer();
        JsonObject attempt = openAttempt(customer, placeOrder(customer, newProduct(shop, PRICE, 10), 1));
        payAtVnpay(customer, shop, attempt.getString("payUrl"));
        Instant created = Instant.parse(shop.text(
                "select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from payment.attempt where txn_ref = ?",
                attempt.getString("txnRef")));
        payment = new Payment(attempt.getString("txnRef"), created, null);
        shop.vnpayClock.pass(TestShop.VNPAY_INTERVAL);
    }

    @AfterEach
    void mend_vnpay() {
        Vnpay.faults(shop, new JsonObject());
        api.close();
        vertx.close().await();
    }

    @Test
    void a_query_is_answered_and_believed() {
        assertThat(api.send(terminal.query(payment))).isInstanceOfSatisfying(Genuine.class, answer -> {
            assertThat(answer.amount()).isEqualTo(PRICE * 100);
            assertThat(answer.transactionStatus()).isEqualTo("00");
        });
    }

    @Test
    void what_vnpay_does_not_know_is_refused() {
        VnpayReply reply = api.send(terminal.query(new Payment("NOSUCHREFERENCE", payment.created(), null)));
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("91"));
    }

    @Test
    void a_refund_is_accepted_under_a_number_of_its_own_and_followed_by_it() {
        Genuine paid = (Genuine) api.send(terminal.query(payment));
        Payment known = new Payment(payment.txnRef(), payment.created(), paid.transactionNo());
        Refund refund = new Refund(known, PRICE, true, "finance@rolt.test");
        Genuine accepted = (Genuine) api.send(terminal.refund(refund));
        assertThat(accepted.transactionStatus()).isEqualTo("05");
        assertThat(accepted.transactionNo()).isNotEqualTo(paid.transactionNo());
        shop.vnpayClock.pass(TestShop.VNPAY_INTERVAL);
        assertThat(api.send(terminal.query(refund, accepted.transactionNo()))).isInstanceOf(Genuine.class);
    }

    @Test
    void an_unsigned_answer_is_not_believed() {
        Vnpay.faults(shop, new JsonObject().put("unsignedAnswers", true));
        assertThat(api.send(terminal.query(payment))).isInstanceOf(NotGenuine.class);
    }

    @Test
    void an_answer_that_comes_too_late_is_none() {
        Vnpay.faults(shop, new JsonObject().put("apiDelayMillis", 5_000));
        VnpayApi hasty = api(Duration.ofMillis(100));
        assertThat(hasty.send(terminal.query(payment))).isEqualTo(new NoAnswer("timeout"));
        hasty.close();
    }

    @Test
    void where_nobody_listens_there_is_no_answer() {
        VnpayApi nowhere = new VnpayApi(vertx, "http://127.0.0.1:1/merchant_webapi", VnpayApi.TIMEOUT);
        assertThat(nowhere.send(terminal.query(payment)).body()).contains("refused");
        nowhere.close();
    }

    @Test
    void a_page_instead_of_an_answer_is_not_believed() {
        VnpayApi elsewhere = new VnpayApi(vertx, shop.console.url() + "/nowhere", VnpayApi.TIMEOUT);
        assertThat(elsewhere.send(terminal.query(payment))).isInstanceOf(NotGenuine.class);
        elsewhere.close();
    }
}
