package rolt.dev.vnpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person does on the console or a test through the API, which is the same. */
class VnpayControlsIT {
    @AutoClose
    private final Sandbox sandbox = new Sandbox();

    private final Merchant merchant = sandbox.merchant;

    static List<String> presets() {
        return Preset.ALL.stream().map(Preset::name).toList();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void a_preset_sets_its_switches(String name) {
        var set = sandbox.post("/simulator/faults", new JsonObject().put("preset", name));
        assertThat(set).isEqualTo(Preset.named(name).switches());
        assertThat(sandbox.list("/simulator/faults", "terminals"))
                .hasSize(3)
                .allMatch(terminal -> terminal.getJsonObject("faults").equals(set));
    }

    @Test
    void no_two_presets_are_the_same() {
        assertThat(Preset.ALL)
                .extracting(preset -> Faults.read(preset.switches()))
                .doesNotHaveDuplicates();
        assertThat(presets()).doesNotHaveDuplicates();
    }

    @Test
    void every_switch_tells_what_it_is_for() {
        assertThat(sandbox.list("/simulator/switches", "switches"))
                .hasSize(Switch.values().length)
                .allMatch(one -> !one.getString("meaning").isBlank())
                .extracting(one -> one.getString("key"))
                .doesNotHaveDuplicates();
        assertThat(sandbox.list("/simulator/switches", "outcomes"))
                .extracting(outcome -> outcome.getString("name"))
                .containsExactlyElementsOf(
                        Arrays.stream(Outcome.values()).map(Outcome::key).toList());
    }

    @Test
    void a_fault_can_be_that_of_one_terminal_or_payment_alone() {
        sandbox.faults(new JsonObject().put("ipn", "never").put("tmnCode", "NOREFUND"));
        sandbox.open(sandbox.request("OWN1"));
        sandbox.faults(new JsonObject().put("badHash", true).put("txnRef", "OWN1"));
        sandbox.post("/simulator/pay/OWN1", new JsonObject());
        sandbox.pay("OTHER1", "success");
        assertThat(Sandbox.SIGNATURE.verify(merchant.parameters(0))).isFalse();
        assertThat(Sandbox.SIGNATURE.verify(merchant.parameters(1))).isTrue();
        sandbox.faults(new JsonObject().put("txnRef", "OWN1"));
        assertThat(sandbox.payment("OWN1").containsKey("faults")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"tmnCode, NOBODY01, 404", "txnRef, NOBODY01, 404", "preset, P99, 400", "apiCode, 9, 400"})
    void what_is_not_there_is_refused(String name, String value, int status) {
        var body = new JsonObject().put(name, value).encode();
        assertThat(sandbox.send(sandbox.request("/simulator/faults", "application/json", body))
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void payments_are_listed_with_their_state_the_newest_first() {
        sandbox.pay("LIST1", "success");
        sandbox.clock.pass(Duration.ofSeconds(1));
        sandbox.open(sandbox.request("LIST2"));
        var listed = sandbox.list("/simulator/payments", "payments");
        assertThat(listed).extracting(payment -> payment.getString("txnRef")).containsExactly("LIST2", "LIST1");
        assertThat(listed).extracting(payment -> payment.getString("state")).containsExactly("open", "success");
        assertThat(listed).extracting(payment -> payment.getLong("amount")).containsOnly(10_000L);
    }

    @Test
    void a_payment_is_told_once_with_the_faults_of_that_one_time() {
        sandbox.pay("ONCE1", "success");
        tell("ONCE1", new JsonObject().put("responseCode", "07").put("copies", 3));
        tell("ONCE1", new JsonObject());
        assertThat(merchant.heard()).hasSize(5);
        assertThat(List.of(0, 1, 2, 3, 4))
                .extracting(call -> merchant.values(call).get("vnp_ResponseCode"))
                .containsExactly("00", "07", "07", "07", "00");
    }

    @Test
    void what_is_still_open_is_not_told() {
        sandbox.open(sandbox.request("OPEN1"));
        assertThat(sandbox.send(sandbox.request("/simulator/ipn/OPEN1", "application/json", ""))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_ended_payment_can_be_overturned_and_is_told_again() {
        sandbox.pay("TURN1", "wrong_otp");
        sandbox.post(
                "/simulator/pay/TURN1",
                new JsonObject().put("outcome", "success").put("again", true));
        assertThat(merchant.values(0)).containsEntry("vnp_ResponseCode", "13");
        assertThat(merchant.values(1))
                .containsEntry("vnp_ResponseCode", "00")
                .containsEntry("vnp_TransactionNo", merchant.values(0).get("vnp_TransactionNo"));
        assertThat(sandbox.query("TURN1").getString("vnp_TransactionStatus")).isEqualTo("00");
    }

    @Test
    void a_payment_can_turn_into_another_after_five_minutes() {
        sandbox.faults(new JsonObject().put("preset", "P11"));
        sandbox.pay("P11", "success");
        assertThat(sandbox.payment("P11").getString("state")).isEqualTo("wrong_otp");
        sandbox.forward("PT4M59S");
        assertThat(merchant.heard()).hasSize(1);
        sandbox.forward("PT1S");
        assertThat(merchant.values(1)).containsEntry("vnp_ResponseCode", "00");
        assertThat(sandbox.payment("P11").getString("state")).isEqualTo("success");
    }

    @Test
    void the_time_to_pay_can_be_ended_and_money_still_come() {
        var token = sandbox.open(sandbox.request("LATE1"));
        sandbox.post("/simulator/expire/LATE1", new JsonObject());
        assertThat(sandbox.payment("LATE1").getString("state")).isEqualTo("over");
        var page = sandbox.get("/paymentv2/Transaction/PaymentMethod.html?token=" + token);
        assertThat(Sandbox.location(page)).endsWith("Error.html?code=15");
        sandbox.post("/simulator/pay/LATE1", new JsonObject());
        assertThat(merchant.values(0)).containsEntry("vnp_ResponseCode", "00");
    }

    @Test
    void a_refund_is_stepped_and_goes_on_from_there() {
        sandbox.pay("STEP1", "success");
        var number = sandbox.refund("STEP1", "02", "1000000").getString("vnp_TransactionNo");
        assertThat(step(number, "06").getString("status")).isEqualTo("06");
        assertThat(step(number, "09").getString("status")).isEqualTo("09");
        assertThat(step(number, "05").getString("status")).isEqualTo("05");
        sandbox.forward("PT10M");
        var refund = sandbox.payment("STEP1").getJsonArray("refunds").getJsonObject(0);
        assertThat(refund.getString("status")).isEqualTo("09");
        assertThat(step(number, "07").getString("error")).contains("05, 06, 00 or 09");
    }

    @Test
    void pushing_the_clock_makes_every_call_that_was_due_on_the_way() {
        merchant.answers("99");
        sandbox.pay("PUSH1", "success");
        sandbox.forward("PT14M");
        assertThat(merchant.heard()).hasSize(3);
        assertThat(sandbox.forward("P1D").getString("now")).isEqualTo("2026-01-16T03:44:00Z");
        assertThat(merchant.heard()).hasSize(10);
    }

    @Test
    void the_clock_runs_as_fast_as_it_is_told_from_then_on() {
        setSpeed(60);
        sandbox.clock.pass(Duration.ofSeconds(1));
        setSpeed(300);
        sandbox.clock.pass(Duration.ofSeconds(1));
        setSpeed(0);
        sandbox.clock.pass(Duration.ofHours(1));
        var clock = new JsonObject(sandbox.get("/simulator/clock").body());
        assertThat(clock.getString("now")).isEqualTo("2026-01-15T03:36:00Z");
        assertThat(clock.getString("calendar")).isEqualTo("2026-01-15T04:30:02Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"speed\": -1}", "{\"speed\": 1000001}", "{\"forward\": \"-PT1S\"}", "{\"forward\": \"x\"}"})
    void the_clock_takes_nothing_else(String body) {
        assertThat(sandbox.send(sandbox.request("/simulator/clock", "application/json", body))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void every_call_is_logged_in_its_order_and_can_be_followed() {
        sandbox.pay("LOG1", "success");
        sandbox.query("LOG1");
        sandbox.refund("LOG1", "02", "1000000");
        var calls = sandbox.list("/simulator/calls?txnRef=LOG1", "calls");
        assertThat(calls)
                .extracting(call -> call.getString("what"))
                .containsExactly("pay", "ipn", "return", "querydr", "refund");
        assertThat(calls.getLast().getString("rspCode")).isEqualTo("00");
        var third = calls.get(2).getLong("id");
        assertThat(sandbox.list("/simulator/calls?after=" + third, "calls")).isEqualTo(calls.subList(3, 5));
        sandbox.post("/simulator/calls/clear", new JsonObject());
        assertThat(sandbox.list("/simulator/calls", "calls")).isEmpty();
    }

    @Test
    void the_acceptance_test_tells_which_answers_were_right() {
        merchant.answers("97", "01", "04", "00", "00");
        sandbox.open(sandbox.request("SIT1"));
        var report = sandbox.post("/simulator/acceptance/SIT1", new JsonObject());
        assertThat(report.getBoolean("passed")).isFalse();
        assertThat(report.getJsonArray("steps").stream().map(JsonObject.class::cast))
                .extracting(step -> step.getBoolean("passed"))
                .containsExactly(true, true, true, true, false);
    }

    private void tell(String reference, JsonObject body) {
        sandbox.post("/simulator/ipn/" + reference, body);
    }

    private JsonObject step(String number, String status) {
        return sandbox.post("/simulator/refund/" + number, new JsonObject().put("status", status));
    }

    private void setSpeed(long speed) {
        sandbox.post("/simulator/clock", new JsonObject().put("speed", speed));
    }
}
