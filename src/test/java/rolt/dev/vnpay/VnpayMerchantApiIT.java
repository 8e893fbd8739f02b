package rolt.dev.vnpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.vnpay.VnpayChecksum;
import rolt.vnpay.VnpaySecrets;
import rolt.vnpay.VnpaySignature;
import rolt.vnpay.VnpayVector;

/** Queries and refunds as a merchant's server makes them. */
class VnpayMerchantApiIT {
    private static final String API = "/merchant_webapi/api/transaction";
    private static final VnpaySecrets SECRETS = VnpaySecrets.of(Sandbox.SECRET);

    @AutoClose
    private final Sandbox sandbox = new Sandbox();

    @Test
    void a_query_reports_the_payment_in_signed_strings() {
        sandbox.pay("Q1", "success");
        var answer = sandbox.query("Q1");
        assertThat(answer.getMap())
                .containsEntry("vnp_ResponseCode", "00")
                .containsEntry("vnp_Amount", "1000000")
                .containsEntry("vnp_TransactionType", "01")
                .containsEntry("vnp_TransactionStatus", "00");
        assertThat(answer.getMap().values()).allMatch(String.class::isInstance);
        assertThat(isSigned(VnpayChecksum.QUERY_RESPONSE, answer)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"cancelled, 11", "insufficient_balance, 02", "suspicious, 07", "reversed, 04"})
    void a_query_reports_how_a_payment_ended(String outcome, String status) {
        sandbox.pay("Q2", outcome);
        assertThat(sandbox.query("Q2").getString("vnp_TransactionStatus")).isEqualTo(status);
    }

    @Test
    void a_query_of_an_open_payment_says_so_until_its_time_is_over() {
        sandbox.open(sandbox.request("OPEN1"));
        assertThat(sandbox.query("OPEN1").getString("vnp_TransactionStatus")).isEqualTo("01");
        sandbox.clock.pass(Duration.ofMinutes(15));
        assertThat(sandbox.query("OPEN1").getString("vnp_TransactionStatus")).isEqualTo("08");
    }

    @Test
    void after_an_accepted_query_every_other_one_waits_five_minutes() {
        sandbox.pay("T1", "success");
        sandbox.pay("T2", "success");
        assertThat(code(sandbox.query("T1"))).isEqualTo("00");
        sandbox.clock.pass(Duration.ofMinutes(4));
        assertThat(code(sandbox.query("T2"))).isEqualTo("94");
        sandbox.clock.pass(Duration.ofMinutes(1));
        assertThat(code(sandbox.query("T2"))).isEqualTo("00");
    }

    @Test
    void an_unknown_reference_or_day_is_not_found() {
        sandbox.pay("F1", "success");
        assertThat(code(sandbox.query("NONE"))).isEqualTo("91");
        sandbox.clock.pass(Duration.ofMinutes(5));
        var request = sandbox.apiRequest("querydr", "F1");
        request.put("vnp_TransactionDate", "20260115103001");
        var answer = sandbox.api(VnpayChecksum.QUERY_REQUEST, request);
        assertThat(code(answer)).isEqualTo("91");
        assertThat(answer.containsKey("vnp_SecureHash")).isFalse();
    }

    @Test
    void a_wrong_checksum_or_terminal_is_refused() {
        var request = sandbox.apiRequest("querydr", "C1");
        assertThat(code(sandbox.post(API, JsonObject.mapFrom(request)))).isEqualTo("97");
        request.put("vnp_TmnCode", "NOBODY01");
        assertThat(code(sandbox.api(VnpayChecksum.QUERY_REQUEST, request))).isEqualTo("02");
    }

    static Stream<VnpayVector> requests() {
        return VnpayVector.all().filter(vector -> vector.text("kind").endsWith("_request"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void the_checksum_of_a_vector_is_taken_or_refused_as_expected(VnpayVector vector) {
        var request = VnpaySignature.single(vector.received());
        var answer = sandbox.post(API, JsonObject.mapFrom(request));
        assertThat(code(answer)).isEqualTo(vector.isAccepted() ? "91" : "97");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "null", "{\"vnp_TmnCode\": 1}"})
    void what_is_no_object_of_strings_is_malformed(String body) {
        var response = sandbox.send(sandbox.request(API, "application/json", body));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(code(new JsonObject(response.body()))).isEqualTo("03");
    }

    @ParameterizedTest
    @CsvSource({"vnp_TransactionDate, yesterday", "vnp_RequestId, a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q", "vnp_Version, 1"})
    void a_malformed_field_is_refused(String name, String value) {
        var request = sandbox.apiRequest("querydr", "M1");
        request.put(name, value);
        assertThat(code(sandbox.api(VnpayChecksum.QUERY_REQUEST, request))).isEqualTo("03");
    }

    @Test
    void a_request_id_counts_once() {
        sandbox.pay("R1", "success");
        var request = sandbox.apiRequest("querydr", "R1");
        assertThat(code(sandbox.api(VnpayChecksum.QUERY_REQUEST, request))).isEqualTo("00");
        sandbox.clock.pass(Duration.ofMinutes(5));
        assertThat(code(sandbox.api(VnpayChecksum.QUERY_REQUEST, request))).isEqualTo("94");
    }

    @Test
    void only_post_is_allowed() {
        var head = HttpRequest.newBuilder(URI.create(sandbox.base() + API)).HEAD();
        assertThat(sandbox.send(head).statusCode()).isEqualTo(405);
    }

    @Test
    void a_refund_is_accepted_then_sent_then_paid_out() {
        sandbox.pay("RF1", "success");
        var accepted = sandbox.refund("RF1", "02", "1000000");
        assertThat(accepted.getMap())
                .containsEntry("vnp_ResponseCode", "00")
                .containsEntry("vnp_TransactionType", "02")
                .containsEntry("vnp_TransactionStatus", "05");
        assertThat(isSigned(VnpayChecksum.REFUND_RESPONSE, accepted)).isTrue();
        assertThat(refundStatus("RF1", accepted)).isEqualTo("05");
        sandbox.clock.pass(Duration.ofMinutes(5));
        assertThat(refundStatus("RF1", accepted)).isEqualTo("06");
        sandbox.clock.pass(Duration.ofMinutes(5));
        assertThat(refundStatus("RF1", accepted)).isEqualTo("00");
    }

    @Test
    void a_query_without_a_number_answers_the_newest_refund_if_there_is_one() {
        sandbox.pay("NEW1", "success");
        var payment = sandbox.query("NEW1").getString("vnp_TransactionNo");
        sandbox.refund("NEW1", "03", "400000");
        var newest = sandbox.refund("NEW1", "03", "100000").getString("vnp_TransactionNo");
        for (var number : List.of("", "0", newest)) {
            sandbox.forward("PT5M");
            assertThat(ask("NEW1", number).getMap())
                    .containsEntry("vnp_TransactionType", "03")
                    .containsEntry("vnp_TransactionNo", newest)
                    .containsEntry("vnp_Amount", "100000");
        }
        sandbox.forward("PT5M");
        assertThat(ask("NEW1", payment).getMap())
                .containsEntry("vnp_TransactionType", "01")
                .containsEntry("vnp_Amount", "1000000");
    }

    @Test
    void a_refused_refund_leaves_the_money_to_be_refunded() {
        sandbox.pay("RF2", "success");
        sandbox.faults(new JsonObject().put("refundEnding", "09"));
        var accepted = sandbox.refund("RF2", "02", "1000000");
        sandbox.clock.pass(Duration.ofMinutes(10));
        assertThat(refundStatus("RF2", accepted)).isEqualTo("09");
        assertThat(code(sandbox.refund("RF2", "02", "1000000"))).isEqualTo("00");
    }

    @Test
    void refunds_never_exceed_the_payment() {
        sandbox.pay("RF3", "success");
        assertThat(code(sandbox.refund("RF3", "02", "999900"))).isEqualTo("93");
        assertThat(code(sandbox.refund("RF3", "03", "1000100"))).isEqualTo("93");
        assertThat(code(sandbox.refund("RF3", "03", "400000"))).isEqualTo("00");
        assertThat(code(sandbox.refund("RF3", "02", "1000000"))).isEqualTo("04");
        assertThat(code(sandbox.refund("RF3", "03", "600100"))).isEqualTo("93");
        assertThat(code(sandbox.refund("RF3", "03", "600000"))).isEqualTo("00");
    }

    @Test
    void what_was_not_paid_is_not_refunded() {
        sandbox.pay("RF4", "cancelled");
        assertThat(code(sandbox.refund("RF4", "02", "1000000"))).isEqualTo("95");
        assertThat(code(sandbox.refund("NONE", "02", "1000000"))).isEqualTo("91");
    }

    @Test
    void a_terminal_without_refunds_answers_99() {
        var request = sandbox.request("RF5");
        request.put("vnp_TmnCode", "NOREFUND");
        sandbox.open(request);
        sandbox.post("/simulator/pay/RF5", new JsonObject());
        var refund = sandbox.apiRequest("refund", "RF5");
        refund.put("vnp_TmnCode", "NOREFUND");
        refund.put("vnp_TransactionType", "02");
        refund.put("vnp_Amount", "1000000");
        refund.put("vnp_CreateBy", "finance");
        assertThat(code(sandbox.api(VnpayChecksum.REFUND_REQUEST, refund))).isEqualTo("99");
    }

    @Test
    void answers_can_be_unsigned_or_errors_on_purpose() {
        sandbox.pay("X1", "success");
        sandbox.faults(new JsonObject().put("unsignedAnswers", true));
        assertThat(sandbox.query("X1").containsKey("vnp_SecureHash")).isFalse();
        sandbox.faults(new JsonObject().put("apiCode", "98"));
        assertThat(code(sandbox.refund("X1", "02", "1000000"))).isEqualTo("98");
    }

    @Test
    void an_answer_can_come_too_late_for_what_was_done() {
        sandbox.pay("SLOW1", "success");
        sandbox.faults(new JsonObject().put("apiDelayMillis", 1));
        assertThat(code(sandbox.refund("SLOW1", "02", "1000000"))).isEqualTo("00");
        assertThat(code(sandbox.refund("SLOW1", "02", "1000000"))).isEqualTo("04");
    }

    @Test
    void a_second_refund_waits_for_the_first_only_on_purpose() {
        sandbox.pay("TWO1", "success");
        sandbox.faults(new JsonObject().put("refundInProgress", true));
        assertThat(code(sandbox.refund("TWO1", "03", "100000"))).isEqualTo("00");
        var second = sandbox.refund("TWO1", "03", "100000");
        assertThat(code(second)).isEqualTo("94");
        assertThat(second.containsKey("vnp_SecureHash")).isFalse();
        sandbox.forward("PT5M");
        assertThat(code(sandbox.refund("TWO1", "03", "100000"))).isEqualTo("00");
    }

    @Test
    void the_answer_to_a_refund_can_be_lost_after_it_is_done() {
        sandbox.pay("LOST1", "success");
        sandbox.faults(new JsonObject().put("preset", "P27"));
        assertThatThrownBy(() -> sandbox.refund("LOST1", "02", "1000000")).hasMessageContaining("IOException");
        assertThat(sandbox.query("LOST1").getMap())
                .containsEntry("vnp_TransactionType", "02")
                .containsEntry("vnp_TransactionStatus", "05");
    }

    @ParameterizedTest
    @CsvSource({"95, false, true, 01", "99, false, false, 01", "99, true, false, 02", "98, true, true, 02"})
    void a_refund_can_be_answered_with_an_error_and_be_done_or_not(
            String error, boolean isDone, boolean isSigned, String newest) {
        sandbox.pay("ERR1", "success");
        var switches = new JsonObject().put("apiOnly", "refund").put("apiCode", error);
        sandbox.faults(switches.put("doneAnyway", isDone));
        var answer = sandbox.refund("ERR1", "02", "1000000");
        assertThat(code(answer)).isEqualTo(error);
        assertThat(isSigned(VnpayChecksum.REFUND_RESPONSE, answer)).isEqualTo(isSigned);
        assertThat(sandbox.query("ERR1").getString("vnp_TransactionType")).isEqualTo(newest);
    }

    private String refundStatus(String reference, JsonObject refund) {
        return ask(reference, refund.getString("vnp_TransactionNo")).getString("vnp_TransactionStatus");
    }

    private JsonObject ask(String reference, String number) {
        var request = sandbox.apiRequest("querydr", reference);
        request.put("vnp_TransactionNo", number);
        return sandbox.api(VnpayChecksum.QUERY_REQUEST, request);
    }

    private static String code(JsonObject answer) {
        return answer.getString("vnp_ResponseCode");
    }

    private static boolean isSigned(VnpayChecksum checksum, JsonObject answer) {
        var message = new TreeMap<String, String>();
        answer.forEach(field -> message.put(field.getKey(), String.valueOf(field.getValue())));
        return checksum.verify(SECRETS, message);
    }
}
