package rolt.dev.vnpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import rolt.vnpay.VnpaySignature;
import rolt.vnpay.VnpayVector;

/** What a customer meets at the gateway: the entrance, the pages, the cards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VnpaySimulatorIT {
    private static final String STEP = "/paymentv2/Transaction/";
    private static final String ERROR = "/paymentv2/Payment/Error.html?code=";

    @AutoClose
    private final Sandbox sandbox = new Sandbox();

    @Test
    void a_good_url_opens_the_choice_of_a_way_to_pay() {
        var next = sandbox.enter(sandbox.request("GOOD1"));
        assertThat(next).matches(STEP + "PaymentMethod\\.html\\?token=[0-9a-f]{32}");
        var page = sandbox.get(next);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("10.000 ₫", "GOOD1", "id=\"method-qr\"", "id=\"bank-NCB\"", "id=\"method-international\"")
                .contains("data-seconds=\"900\"", "Thanh toan &lt;b&gt;GOOD1")
                .doesNotContain("{{", "<b>GOOD1");
        assertThat(sandbox.get(next + "&lang=en").body()).contains("Choose how to pay", "lang=\"en\"");
    }

    @ParameterizedTest
    @CsvSource({
        "NCB, Card.html\\?bank=NCB&",
        "INTCARD, Card.html\\?bank=INTCARD&",
        "VNPAYQR, Qr.html\\?",
        "VNBANK, PaymentMethod.html\\?"
    })
    void a_chosen_bank_is_gone_to_directly(String bank, String page) {
        var request = sandbox.request("BANK" + bank);
        request.put("vnp_BankCode", bank);
        assertThat(sandbox.enter(request)).matches(STEP + page + "token=[0-9a-f]{32}");
    }

    @Test
    void without_an_expiry_fifteen_minutes_are_given() {
        var request = sandbox.request("NOEXPIRY");
        request.remove("vnp_ExpireDate");
        assertThat(sandbox.get(sandbox.enter(request)).body()).contains("data-seconds=\"900\"");
    }

    static Stream<VnpayVector> payUrls() {
        return VnpayVector.all().filter(vector -> vector.text("kind").equals("pay"));
    }

    @ParameterizedTest
    @MethodSource("payUrls")
    void the_hash_of_a_vector_is_taken_or_refused_as_expected(VnpayVector vector) {
        var query = vector.received().entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> parameter.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        var next = next("/paymentv2/vpcpay.html?" + query);
        assertThat(next.endsWith("code=70")).as(next).isEqualTo(!vector.isAccepted());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "72, vnp_TmnCode, NOBODY01",
        "71, vnp_TmnCode, LOCKED01",
        "03, vnp_Version, 2.0.0",
        "03, vnp_Command, query",
        "03, vnp_Amount, 10000.5",
        "03, vnp_Amount, 1234567890123",
        "03, vnp_Amount, ''",
        "03, vnp_CreateDate, 20260230000000",
        "03, vnp_CreateDate, 2026",
        "03, vnp_ExpireDate, soon",
        "03, vnp_CurrCode, USD",
        "03, vnp_IpAddr, ::1",
        "03, vnp_IpAddr, '203.0.113.7, 10.0.0.1'",
        "03, vnp_Locale, vi",
        "03, vnp_OrderInfo, ''",
        "03, vnp_OrderType, ''",
        "03, vnp_ReturnUrl, /return",
        "03, vnp_TxnRef, ''",
        "03, vnp_BankCode, N",
        "15, vnp_ExpireDate, 20260115103000",
        "76, vnp_BankCode, NOBANK",
        "99, vnp_Amount, 499900",
        "99, vnp_Amount, 100000000000"
    })
    void a_bad_parameter_ends_at_the_error_page(String code, String name, String value) {
        var request = sandbox.request("BAD1");
        request.put(name, value);
        assertThat(sandbox.enter(request)).isEqualTo(ERROR + code);
    }

    @Test
    void a_missing_parameter_is_malformed() {
        for (var name : sandbox.request("X").keySet()) {
            var request = sandbox.request("MISSING" + name);
            request.remove(name);
            var code = Map.of("vnp_TmnCode", "72", "vnp_ExpireDate", "").getOrDefault(name, "03");
            assertThat(sandbox.enter(request)).as(name).contains(code.isEmpty() ? "PaymentMethod" : ERROR + code);
        }
    }

    @Test
    void a_wrong_signature_ends_at_error_70() {
        var query = Sandbox.SIGNATURE.signedQuery(sandbox.request("SIGN1"));
        var page = "/paymentv2/vpcpay.html?";
        assertThat(next(page + query.replace("vnp_Amount=1000000", "vnp_Amount=1000001")))
                .isEqualTo(ERROR + "70");
        assertThat(next(page + query + "&vnp_Amount=1")).isEqualTo(ERROR + "70");
        assertThat(next(page + query.substring(0, query.indexOf("&vnp_SecureHash"))))
                .isEqualTo(ERROR + "70");
        assertThat(next(page + query + "&utm=1")).contains("PaymentMethod");
    }

    @Test
    void an_upper_case_hash_is_accepted() {
        var query = Sandbox.SIGNATURE.signedQuery(sandbox.request("UPPER1"));
        var hash = query.substring(query.length() - 128);
        assertThat(next("/paymentv2/vpcpay.html?" + query.replace(hash, hash.toUpperCase())))
                .contains("PaymentMethod");
    }

    @Test
    void a_reference_can_be_opened_again_until_it_has_ended() {
        var request = sandbox.request("AGAIN1");
        var first = sandbox.open(request);
        var second = sandbox.open(request);
        assertThat(Sandbox.location(sandbox.get(STEP + "PaymentMethod.html?token=" + first)))
                .isEqualTo(ERROR + "15");
        sandbox.post("/simulator/pay/" + second, new JsonObject());
        assertThat(sandbox.enter(request)).isEqualTo(ERROR + "01");
    }

    @Test
    void the_error_page_says_what_is_wrong() {
        assertThat(sandbox.get(ERROR + "70").body()).contains("Sai chữ ký", "id=\"error-code\">70<");
        assertThat(sandbox.get(ERROR + "70&lang=en").body()).contains("Wrong signature");
        assertThat(sandbox.get(ERROR + "%3Cb%3E").body()).contains("id=\"error-code\">&lt;b&gt;<");
    }

    @ParameterizedTest
    @EnumSource(
            value = TestCard.class,
            names = {"NCB_INSUFFICIENT", "NCB_NOT_ACTIVATED", "NCB_LOCKED", "NCB_EXPIRED", "EXIMBANK", "VISA", "JCB_3DS"
            })
    void a_card_ends_as_the_sandbox_says(TestCard card) {
        var token = sandbox.open(sandbox.request("CARD" + card));
        var returned = values(enterCard(token, card));
        assertThat(returned)
                .containsEntry("vnp_ResponseCode", card.outcome.responseCode())
                .containsEntry("vnp_TransactionStatus", card.outcome.transactionStatus())
                .containsEntry("vnp_BankCode", card.issuer);
    }

    @ParameterizedTest
    @CsvSource({"NCB_SUCCESS, 123456, 00", "NCB_SUCCESS, 000000, 13", "NAPAS_ONE, otp, 00"})
    void a_domestic_card_asks_for_a_one_time_password(TestCard card, String otp, String code) {
        var token = sandbox.open(sandbox.request("OTP" + card + otp));
        var page = sandbox.form(STEP + "Card.html?bank=" + card.issuer + "&token=" + token, fields(card));
        assertThat(page.body()).contains("id=\"otp\"", "id=\"otp-submit\"");
        var location = Sandbox.location(
                sandbox.form(STEP + "Otp.html?token=" + token, Map.of("cardNumber", card.number, "otp", otp)));
        assertThat(values(location)).containsEntry("vnp_ResponseCode", code);
    }

    @Test
    void the_fourth_wrong_card_ends_the_payment() {
        var token = sandbox.open(sandbox.request("WRONG1"));
        var wrong = Map.of("cardNumber", "1", "cardHolder", "X", "cardDate", "01/01");
        var path = STEP + "Card.html?bank=NCB&token=" + token;
        for (var attempt = 1; attempt <= 3; attempt++) {
            assertThat(sandbox.form(path, wrong).body()).contains("Thông tin thẻ không đúng");
        }
        assertThat(values(Sandbox.location(sandbox.form(path, wrong)))).containsEntry("vnp_ResponseCode", "10");
    }

    @Test
    void a_scanned_code_pays() {
        var token = sandbox.open(sandbox.request("QR1"));
        assertThat(sandbox.get(STEP + "Qr.html?token=" + token).body()).contains("id=\"qr-pay\"", "<svg");
        assertThat(values(Sandbox.location(sandbox.form(STEP + "Qr.html?token=" + token, Map.of()))))
                .containsEntry("vnp_ResponseCode", "00")
                .containsEntry("vnp_CardType", "QRCODE");
    }

    @Test
    void a_cancellation_has_to_be_confirmed() {
        var path = STEP + "Cancel.html?token=" + sandbox.open(sandbox.request("CANCEL1"));
        assertThat(new JsonObject(sandbox.form(path, Map.of()).body()).getString("code"))
                .isEqualTo("99");
        var answer = new JsonObject(
                sandbox.form(path, Map.of("btnCancel", "confirm")).body());
        assertThat(answer.getString("code")).isEqualTo("00");
        assertThat(values(answer.getString("url")))
                .containsEntry("vnp_BankCode", "VNPAY")
                .containsEntry("vnp_CardType", "QRCODE")
                .containsEntry("vnp_ResponseCode", "24")
                .containsEntry("vnp_TransactionNo", "0")
                .containsEntry("vnp_TransactionStatus", "02")
                .doesNotContainKey("vnp_BankTranNo");
    }

    @Test
    void a_page_of_an_ended_payment_leads_back_to_the_shop() {
        var token = sandbox.open(sandbox.request("ENDED1"));
        var returned = sandbox.post("/simulator/pay/" + token, new JsonObject()).getString("returnUrl");
        assertThat(Sandbox.location(sandbox.get(STEP + "PaymentMethod.html?token=" + token)))
                .isEqualTo(returned)
                .startsWith(sandbox.base() + "/return?vnp_Amount=1000000&vnp_BankCode=NCB");
    }

    @Test
    void banks_are_listed_for_a_known_terminal() {
        var path = "/qrpayauth/api/merchant/get_bank_list";
        var banks =
                new JsonArray(sandbox.form(path, Map.of("tmn_code", "SIMTEST1")).body());
        assertThat(banks.getJsonObject(0).fieldNames())
                .containsExactlyInAnyOrder("bank_code", "bank_name", "logo_link", "bank_type", "display_order");
        assertThat(new JsonArray(sandbox.form(path, Map.of("tmn_code", "X")).body()))
                .isEmpty();
    }

    private String next(String path) {
        return Sandbox.location(sandbox.get(path));
    }

    private String enterCard(String token, TestCard card) {
        var bank = card.isInternational() ? "INTCARD" : card.issuer;
        return Sandbox.location(sandbox.form(STEP + "Card.html?bank=" + bank + "&token=" + token, fields(card)));
    }

    private static Map<String, String> fields(TestCard card) {
        return Map.of("cardNumber", card.number, "cardHolder", "Nguyen Van A", "cardDate", card.date, "cardCvv", "123");
    }

    private static Map<String, String> values(String returnUrl) {
        var parameters = VnpaySignature.decode(URI.create(returnUrl).getRawQuery());
        assertThat(Sandbox.SIGNATURE.verify(parameters)).isTrue();
        return VnpaySignature.single(parameters);
    }
}
