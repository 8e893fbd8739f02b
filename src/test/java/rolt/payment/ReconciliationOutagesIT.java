package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rolt.Shopping.attemptState;
import static rolt.payment.Reconciling.ask;
import static rolt.payment.Vnpay.SILENT;
import static rolt.payment.Vnpay.faults;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rolt.Client;
import rolt.Eventually;
import rolt.TestDomains;
import rolt.TestShop;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentMessages.CallResult;
import rolt.payment.PaymentMessages.ReconcileAttempt;
import rolt.payment.PaymentMessages.Reconciled;
import rolt.platform.Caller;

/** Asking VNPAY while something is away; each test is named after its scenario of payment integrity. */
@ExtendWith(Books.class)
class ReconciliationOutagesIT {
    private final TestShop shop = TestShop.running();
    private final Sale sale = new Sale();
    private final Client customer = sale.customer();
    private final JsonObject attempt = sale.attempt();

    @BeforeEach
    void a_payment_whose_notification_never_came() {
        faults(shop, SILENT);
        sale.payAtVnpay(attempt);
    }

    @Test
    void p19_a_node_without_redis_mail_and_cluster_pays_and_leaves_the_rest_to_the_outbox() {
        Map<String, String> alone = Map.of(
                "DATABASE_URL",
                shop.postgres.url(),
                "REDIS_URL",
                "redis://127.0.0.1:1",
                "CLUSTER",
                "false",
                "VNPAY_API_URL",
                shop.console.url() + "/merchant_webapi/api/transaction",
                "VNPAY_TMN_CODE",
                TestShop.TMN_CODE,
                "VNPAY_HASH_SECRET",
                TestShop.HASH_SECRET,
                "VNPAY_QUERY_SECONDS",
                "86400");
        TestDomains node = new TestDomains(alone, List.of(PaymentVerticle::new)) {};
        Reconciling.giveTurn(shop);
        ReconcileAttempt question = new ReconcileAttempt(attempt.getString("txnRef"));
        Reconciled answer = node.ask(Caller.system("test"), "payment.reconcileAttempt", question, Reconciled.class);
        assertThat(answer.state()).isEqualTo(AttemptState.CAPTURED);
        assertThat(sale.state()).isEqualTo("PAID");
        assertThat(customer.mail(sale.order()).text()).contains("3,500,000");
    }

    @Test
    void p15_while_vnpay_is_away_nothing_changes_and_the_attempt_is_asked_about_later() {
        faults(shop, SILENT.copy().put("apiDelayMillis", 11_000));
        assertThat(ask(shop, attempt).result()).isEqualTo(CallResult.NO_ANSWER);
        assertThat(attemptState(shop, attempt)).isEqualTo("OPEN");
        faults(shop, SILENT);
        assertThat(ask(shop, attempt).state()).isEqualTo(AttemptState.CAPTURED);
    }

    @Test
    void p18_p20_an_answer_that_postgres_cannot_take_is_asked_for_again() {
        sale.payAtVnpay(attempt);
        faults(shop, SILENT.copy().put("apiDelayMillis", 2_000));
        Reconciling.giveTurn(shop);
        Future<Reconciled> asked = Reconciling.send(shop, 1, attempt.getString("txnRef"));
        Eventually.ask(this::callsOfVnpay, calls -> calls.contains("querydr"));
        shop.postgres.stop();
        try {
            assertThatThrownBy(asked::await).hasMessageContaining("unavailable");
        } finally {
            shop.postgres.start();
        }
        assertThat(attemptState(shop, attempt)).isEqualTo("OPEN");
        assertThat(queries("result is null")).isEqualTo(1);
        faults(shop, SILENT);
        assertThat(ask(shop, attempt).state()).isEqualTo(AttemptState.CAPTURED);
        assertThat(sale.state()).isEqualTo("PAID");
    }

    private String callsOfVnpay() {
        return customer.get(shop.console.url() + "/simulator/calls?txnRef=" + attempt.getString("txnRef"))
                .http()
                .body();
    }

    private long queries(String condition) {
        return shop.number(
                "select count(*) from payment.call q join payment.attempt a on a.id = q.attempt_id where txn_ref = ? and "
                        + condition,
                attempt.getString("txnRef"));
    }
}
