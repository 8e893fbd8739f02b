package rolt.dev.vnpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway tells a merchant, how often, and what can go wrong with it. */
class VnpayNotificationsIT {
    @AutoClose
    private final Sandbox sandbox = new Sandbox();

    private final Merchant merchant = sandbox.merchant;

    @Test
    void the_notification_comes_before_the_return_with_the_same_parameters() {
        var returned = sandbox.pay("N1", "success");
        assertThat(merchant.heard()).hasSize(1);
        assertThat(merchant.heard().getFirst()).isEqualTo("shop=1&" + returned.substring(returned.indexOf('?') + 1));
        assertThat(Sandbox.SIGNATURE.verify(merchant.parameters(0))).isTrue();
        var values = merchant.values(0);
        assertThat(values)
                .containsEntry("vnp_BankTranNo", "VNP" + values.get("vnp_TransactionNo"))
                .containsEntry("vnp_CardType", "ATM")
                .containsEntry("vnp_PayDate", "20260115103000")
                .hasSize(12);
    }

    @Test
    void an_international_card_has_a_bank_number_of_22_digits() {
        sandbox.open(sandbox.request("VISA1"));
        sandbox.post("/simulator/pay/VISA1", new JsonObject().put("card", "4456530000001005"));
        assertThat(merchant.values(0)).containsEntry("vnp_CardType", "VISA");
        assertThat(merchant.values(0).get("vnp_BankTranNo")).matches("[0-9]{22}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "02"})
    void a_recorded_notification_is_not_repeated(String code) {
        merchant.answers(code);
        sandbox.pay("DONE" + code, "insufficient_balance");
        assertThat(sandbox.notifications("DONE" + code).getLast().getMap())
                .containsEntry("status", 200)
                .containsEntry("rspCode", code)
                .containsEntry("number", 1);
        assertThat(merchant.heard()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "04", "97", "99", "03", ""})
    void any_other_answer_is_followed_by_ten_calls_in_all(String code) {
        merchant.answers(code);
        sandbox.pay("TEN" + code, "success");
        assertThat(sandbox.notifications("TEN" + code)).hasSize(10);
        assertThat(merchant.heard()).hasSize(10).containsOnly(merchant.heard().getFirst());
    }

    @Test
    void retries_stop_when_the_merchant_has_recorded_it() {
        merchant.answers("99", "97", "00");
        sandbox.pay("THREE", "success");
        assertThat(sandbox.notifications("THREE")).hasSize(3);
        assertThat(merchant.heard()).hasSize(3);
    }

    @Test
    void an_answer_that_is_not_2xx_does_not_count() {
        merchant.status(500);
        sandbox.pay("FAIL1", "success");
        assertThat(sandbox.notifications("FAIL1")).hasSize(10);
    }

    @Test
    void no_notification_comes_if_it_is_switched_off() {
        sandbox.faults(new JsonObject().put("ipn", "never"));
        sandbox.pay("NEVER1", "success");
        assertThat(sandbox.notifications("NEVER1")).isEmpty();
        assertThat(merchant.heard()).isEmpty();
    }

    @Test
    void the_notification_can_come_after_the_return() {
        sandbox.faults(new JsonObject().put("ipn", "after").put("ipnDelayMillis", 1));
        sandbox.pay("AFTER1", "success");
        assertThat(sandbox.notifications("AFTER1")).hasSize(1);
        assertThat(merchant.heard()).hasSize(1);
    }

    @Test
    void notifications_can_come_in_parallel() {
        sandbox.faults(new JsonObject().put("ipnCopies", 10).put("ipn", "together"));
        sandbox.pay("MANY1", "success");
        assertThat(sandbox.notifications("MANY1")).hasSize(10);
        assertThat(merchant.heard()).hasSize(10).containsOnly(merchant.heard().getFirst());
    }

    @Test
    void a_notification_with_a_bad_hash_is_followed_by_a_genuine_one_after_the_fault() {
        sandbox.faults(new JsonObject().put("badHash", true));
        sandbox.pay("HASH1", "success");
        sandbox.faults(new JsonObject());
        var answers = sandbox.post("/simulator/ipn/HASH1", new JsonObject().put("copies", 2));
        assertThat(answers.getJsonArray("answers")).hasSize(2);
        assertThat(Sandbox.SIGNATURE.verify(merchant.parameters(0))).isFalse();
        assertThat(Sandbox.SIGNATURE.verify(merchant.parameters(2))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"wrongAmount\": true}', vnp_Amount, 1100000",
        "'{\"unknownReference\": true}', vnp_TxnRef, ODDX",
        "'{\"responseCode\": \"07\"}', vnp_ResponseCode, 07",
        "'{\"transactionStatus\": \"04\"}', vnp_TransactionStatus, 04"
    })
    void what_is_told_can_be_wrong_and_still_well_signed(String switches, String name, String value) {
        sandbox.faults(new JsonObject(switches));
        sandbox.pay("ODD", "success");
        assertThat(Sandbox.SIGNATURE.verify(merchant.parameters(0))).isTrue();
        assertThat(merchant.values(0)).containsEntry(name, value);
    }

    @Test
    void time_runs_out_unless_late_success_is_switched_on() {
        var token = sandbox.open(sandbox.request("LATE1"));
        sandbox.clock.pass(Duration.ofMinutes(15));
        var page = "/paymentv2/Transaction/Qr.html?token=" + token;
        assertThat(Sandbox.location(sandbox.get(page))).isEqualTo("/paymentv2/Payment/Error.html?code=15");
        sandbox.faults(new JsonObject().put("lateSuccess", true));
        assertThat(sandbox.get(page).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"nonsense\": 1}", "{\"ipn\": \"sometimes\"}", "{\"badHash\": \"yes\"}", "nonsense"})
    void an_unknown_switch_is_refused(String switches) {
        var response = sandbox.send(sandbox.request("/simulator/faults", "application/json", switches));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(response.body()).getString("error")).isNotBlank();
    }

    @Test
    void signatures_can_be_held_to_one_encoding() {
        var request = sandbox.request("STAR1");
        request.put("vnp_OrderInfo", "a*b");
        assertThat(sandbox.enter(request)).contains("PaymentMethod");
        sandbox.faults(new JsonObject().put("encoding", "DOTNET"));
        assertThat(sandbox.enter(request)).endsWith("Error.html?code=70");
    }

    @Test
    void a_payment_ends_once() {
        sandbox.open(sandbox.request("ONCE1"));
        var first = sandbox.post("/simulator/pay/ONCE1", new JsonObject());
        var second = sandbox.post("/simulator/pay/ONCE1", new JsonObject().put("outcome", "cancelled"));
        assertThat(second).isEqualTo(first);
        assertThat(merchant.heard()).hasSize(1);
    }
}
