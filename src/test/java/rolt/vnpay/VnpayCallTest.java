package rolt.vnpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.vnpay.VnpayReply.Genuine;
import rolt.vnpay.VnpayReply.NotGenuine;
import rolt.vnpay.VnpayReply.Refused;
import rolt.vnpay.VnpayTerminal.Payment;
import rolt.vnpay.VnpayTerminal.Refund;

class VnpayCallTest {
    private static final VnpaySecrets SECRETS = VnpaySecrets.of("SIMULATORTESTSECRET0000000000001");
    private static final VnpayTerminal TERMINAL = new VnpayTerminal("SIMTEST1", SECRETS, "::1");
    private static final Payment PAYMENT = new Payment("23554", Instant.parse("2026-01-15T03:30:00Z"), "14226112");
    private static final Refund PART = new Refund(PAYMENT, 4_000, false, "Trần Tài|chính");

    private final VnpayCall query = TERMINAL.query(PAYMENT);

    @Test
    void a_query_asks_for_reference_and_day_of_the_attempt_under_its_checksum() {
        assertThat(query.message())
                .containsEntry("vnp_Command", "querydr")
                .containsEntry("vnp_TxnRef", "23554")
                .containsEntry("vnp_TransactionDate", "20260115103000")
                .containsEntry("vnp_TransactionNo", "14226112")
                .containsEntry("vnp_IpAddr", "127.0.0.1")
                .hasSize(11);
        assertThat(query.message().get("vnp_RequestId")).matches("[0-9a-f]{32}");
        assertThat(VnpayChecksum.QUERY_REQUEST.verify(SECRETS, query.message())).isTrue();
    }

    @Test
    void every_request_has_an_id_of_its_own() {
        assertThat(TERMINAL.query(PAYMENT).message().get("vnp_RequestId"))
                .isNotEqualTo(query.message().get("vnp_RequestId"));
    }

    @ParameterizedTest
    @CsvSource({"true, 02", "false, 03"})
    void a_refund_says_of_what_how_much_and_by_whom(boolean full, String type) {
        Refund refund = new Refund(PAYMENT, 4_000, full, PART.createdBy());
        VnpayCall call = TERMINAL.refund(refund);
        assertThat(call.message())
                .containsEntry("vnp_Command", "refund")
                .containsEntry("vnp_TransactionType", type)
                .containsEntry("vnp_TransactionNo", "14226112")
                .containsEntry("vnp_Amount", "400000")
                .containsEntry("vnp_CreateBy", "Tran Tai chinh");
        assertThat(VnpayChecksum.REFUND_REQUEST.verify(SECRETS, call.message())).isTrue();
    }

    @Test
    void the_vector_of_a_query_is_believed_and_read() {
        Genuine answer = (Genuine) query.read(text(vector("c38")));
        assertThat(answer.amount()).isEqualTo(1_000_000);
        assertThat(answer.transactionStatus()).isEqualTo("00");
        assertThat(answer.transactionNo()).isEqualTo("14226112");
        assertThat(answer.bankCode()).isEqualTo("NCB");
    }

    @Test
    void a_change_of_any_field_is_not_believed() {
        Map<String, String> genuine = vector("c38");
        for (String name : genuine.keySet()) {
            Map<String, String> changed = new TreeMap<>(genuine);
            changed.merge(name, "1", String::concat);
            assertThat(query.read(text(changed))).as(name).isInstanceOf(NotGenuine.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "vnp_TxnRef, 23555",
        "vnp_TmnCode, SIMTEST2",
        "vnp_TransactionType, 02",
        "vnp_Command, refund",
        "vnp_TransactionStatus, ''",
        "vnp_Amount, 1e6",
        "vnp_Amount, ''"
    })
    void a_signed_answer_about_something_else_is_not_believed(String name, String value) {
        assertThat(query.read(signed(VnpayChecksum.QUERY_RESPONSE, vector("c38"), name, value)))
                .isInstanceOf(NotGenuine.class);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"nonsense", "[]", "null", "{}", "{\"vnp_ResponseCode\": \"00\"}", "<html>502</html>"})
    void what_is_garbled_or_unsigned_is_not_believed(String body) {
        assertThat(query.read(body)).isEqualTo(new NotGenuine(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91", "94", "97", "98", "99"})
    void an_error_code_is_told_apart_though_it_is_unsigned(String code) {
        assertThat(query.read("{\"vnp_ResponseCode\": \"" + code + "\"}"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void the_answer_to_a_refund_is_believed_of_that_refund_only() {
        VnpayCall call = TERMINAL.refund(PART);
        Map<String, String> answer = new TreeMap<>(vector("c42"));
        answer.put("vnp_Amount", "400000");
        answer.put("vnp_TransactionType", "03");
        assertThat(call.read(signed(VnpayChecksum.REFUND_RESPONSE, answer, "vnp_TransactionStatus", "05")))
                .isInstanceOf(Genuine.class);
        assertThat(call.read(signed(VnpayChecksum.REFUND_RESPONSE, answer, "vnp_Amount", "500000")))
                .isInstanceOf(NotGenuine.class);
    }

    @Test
    void the_query_of_a_refund_asks_and_believes_its_number() {
        VnpayCall call = TERMINAL.query(PART, "14226999");
        assertThat(call.message()).containsEntry("vnp_TransactionNo", "14226999");
        Map<String, String> answer = new TreeMap<>(vector("c38"));
        answer.put("vnp_Amount", "400000");
        answer.put("vnp_TransactionType", "03");
        assertThat(call.read(signed(VnpayChecksum.QUERY_RESPONSE, answer, "vnp_TransactionNo", "14226999")))
                .isInstanceOf(Genuine.class);
        assertThat(call.read(signed(VnpayChecksum.QUERY_RESPONSE, answer, "vnp_TransactionNo", "14226112")))
                .isInstanceOf(NotGenuine.class);
    }

    private static Map<String, String> vector(String number) {
        return VnpayVector.all()
                .filter(vector -> vector.text("name").startsWith(number))
                .map(vector -> VnpaySignature.single(vector.received()))
                .findFirst()
                .orElseThrow();
    }

    private static String signed(VnpayChecksum checksum, Map<String, String> answer, String name, String value) {
        Map<String, String> changed = new TreeMap<>(answer);
        changed.put(name, value);
        changed.put(VnpaySignature.HASH, checksum.sign(SECRETS, changed));
        return text(changed);
    }

    private static String text(Map<String, String> answer) {
        return new JsonObject(Map.copyOf(answer)).encode();
    }
}
