package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.attemptState;
import static rolt.Shopping.mails;
import static rolt.payment.Vnpay.cancelled;
import static rolt.payment.Vnpay.paid;
import static rolt.payment.Vnpay.tell;
import static rolt.payment.Vnpay.with;

import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;

/** What VNPAY tells, over HTTP against two nodes; each test is named after its scenario of payment integrity. */
class NotificationScenariosIT {
    private final TestShop shop = TestShop.running();
    private final Sale sale = new Sale();
    private final Client customer = sale.customer();

    @Test
    void p01_a_valid_success_pays_the_order_commits_its_stock_and_mails_once() {
        Sale two = new Sale(2, 10);
        assertThat(two.reserved()).isEqualTo(2);
        assertThat(tell(customer.at(1), paid(two.attempt()))).isEqualTo("00");
        assertThat(two.state()).isEqualTo("PAID");
        assertThat(two.onHand()).isEqualTo(8);
        assertThat(two.reserved()).isZero();
        assertThat(two.customer().mail(two.order()).text()).contains("7,000,000");
        assertThat(mails(shop, "order-paid/" + two.order())).isEqualTo(1);
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    @Test
    void p02_ten_equal_notifications_at_once_on_two_nodes_settle_once() throws Exception {
        Map<String, String> message = paid(sale.attempt());
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
        assertThat(sale.onHand()).isEqualTo(9);
        assertThat(mails(shop, "order-paid/" + sale.order())).isEqualTo(1);
    }

    @Test
    void p03_a_bad_missing_or_altered_signature_is_refused_and_leaves_no_trace() {
        JsonObject attempt = sale.attempt();
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
        JsonObject attempt = sale.attempt();
        assertThat(tell(customer, with(paid(attempt), "vnp_TxnRef", "NOSUCHREFERENCE")))
                .isEqualTo("01");
    }

    @Test
    void p05_another_amount_waits_for_a_person_and_the_right_one_still_pays() {
        JsonObject attempt = sale.attempt();
        String wrong = String.valueOf(attempt.getLong("amount") * 100 + 100_000);
        assertThat(tell(customer, with(paid(attempt), "vnp_Amount", wrong))).isEqualTo("04");
        assertThat(attemptState(shop, attempt)).isEqualTo("REVIEW");
        assertThat(sale.state()).isEqualTo("PENDING_PAYMENT");
        assertThat(tell(customer, paid(attempt))).isEqualTo("00");
        assertThat(sale.state()).isEqualTo("PAID");
        assertThat(tell(customer, with(paid(attempt), "vnp_Amount", wrong))).isEqualTo("04");
        assertThat(sale.state()).isEqualTo("PAID");
    }

    @Test
    void p09_a_failure_code_whose_status_is_not_final_is_unknown() {
        JsonObject attempt = sale.attempt();
        Map<String, String> message = with(paid(attempt), "vnp_ResponseCode", "24", "vnp_TransactionStatus", "01");
        assertThat(tell(customer, message)).isEqualTo("00");
        assertThat(attemptState(shop, attempt)).isEqualTo("UNKNOWN");
    }

    @Test
    void p10_a_failure_after_a_success_changes_nothing() {
        JsonObject attempt = sale.attempt();
        assertThat(tell(customer, paid(attempt))).isEqualTo("00");
        assertThat(tell(customer, cancelled(attempt))).isEqualTo("02");
        assertThat(sale.state()).isEqualTo("PAID");
    }

    @Test
    void p16_the_return_of_the_browser_changes_nothing() {
        JsonObject attempt = sale.attempt();
        int status = customer.get("/vnpay/return?" + Vnpay.returnQuery(paid(attempt)))
                .status();
        assertThat(status).isEqualTo(303);
        assertThat(sale.state()).isEqualTo("PENDING_PAYMENT");
        assertThat(attemptState(shop, attempt)).isEqualTo("OPEN");
        assertThat(notifications(attempt)).isZero();
    }

    @Test
    void p20_without_postgres_the_answer_is_99_and_later_the_same_notification_settles() {
        Map<String, String> message = paid(sale.attempt());
        shop.postgres.stop();
        try {
            assertThat(tell(customer, message)).isEqualTo("99");
        } finally {
            shop.postgres.start();
        }
        assertThat(tell(customer, message)).isEqualTo("00");
        assertThat(sale.state()).isEqualTo("PAID");
    }

    @Test
    void p30_while_a_secret_is_replaced_both_are_good_until_the_old_ones_last_day() {
        JsonObject attempt = sale.attempt();
        assertThat(tell(customer, paid(attempt), query -> Vnpay.signedWith(TestShop.DEAD_SECRET, paid(attempt))))
                .isEqualTo("97");
        assertThat(tell(customer.at(1), paid(attempt), query -> Vnpay.signedWith(TestShop.OLD_SECRET, paid(attempt))))
                .isEqualTo("00");
        assertThat(tell(customer, paid(attempt))).isEqualTo("02");
    }

    @Test
    void a_notification_from_an_address_that_is_not_vnpays_is_refused() throws Exception {
        JsonObject attempt = sale.attempt();
        URI address = URI.create(shop.urls.getFirst() + "/vnpay/ipn?" + Vnpay.returnQuery(paid(attempt)));
        try (HttpClient stranger = HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral("127.0.0.2"))
                .build()) {
            HttpResponse<String> answer =
                    stranger.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"RspCode\":\"03\"");
        }
        assertThat(attemptState(shop, attempt)).isEqualTo("OPEN");
        assertThat(tell(customer, paid(attempt))).isEqualTo("00");
    }

    @Test
    void p33_another_terminal_is_answered_01_and_a_repeated_parameter_97() {
        JsonObject attempt = sale.attempt();
        assertThat(tell(customer, with(paid(attempt), "vnp_TmnCode", "FOREIGN1")))
                .isEqualTo("01");
        assertThat(tell(customer, paid(attempt), query -> query + "&vnp_Amount=1"))
                .isEqualTo("97");
    }

    private long notifications(JsonObject attempt) {
        return shop.number(
                "select count(*) from payment.notification n join payment.attempt a on a.id = attempt_id where txn_ref = ?",
                attempt.getString("txnRef"));
    }
}
