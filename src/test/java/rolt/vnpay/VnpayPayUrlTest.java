package rolt.vnpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.vnpay.VnpayPayUrl.Attempt;

class VnpayPayUrlTest {
    private static final Instant NOW = Instant.parse("2026-01-15T20:30:00Z");
    private static final VnpaySignature SIGNATURE = new VnpaySignature(VnpaySecrets.of("SECRET"));
    private static final VnpayPayUrl PAY_URL =
            new VnpayPayUrl("https://pay.example/vpcpay.html", "SIMTEST1", "https://shop.example/return", SIGNATURE);

    @Test
    void the_url_carries_every_required_parameter_and_a_valid_hash() {
        var query = query(attempt("DH1", 10_000, "Bàn phím Mây 65", "203.0.113.7"));
        assertThat(SIGNATURE.verify(query)).isTrue();
        assertThat(VnpaySignature.single(query))
                .containsEntry("vnp_Version", "2.1.0")
                .containsEntry("vnp_Command", "pay")
                .containsEntry("vnp_TmnCode", "SIMTEST1")
                .containsEntry("vnp_Amount", "1000000")
                .containsEntry("vnp_CurrCode", "VND")
                .containsEntry("vnp_IpAddr", "203.0.113.7")
                .containsEntry("vnp_Locale", "vn")
                .containsEntry("vnp_OrderInfo", "Ban phim May 65")
                .containsEntry("vnp_OrderType", "other")
                .containsEntry("vnp_ReturnUrl", "https://shop.example/return")
                .containsEntry("vnp_TxnRef", "DH1")
                .doesNotContainKey("vnp_BankCode")
                .hasSize(14);
    }

    @Test
    void a_chosen_bank_is_sent() {
        var attempt = new Attempt("1", 10_000, "x", "en", "203.0.113.7", "NCB", NOW, NOW.plusSeconds(900));
        assertThat(VnpaySignature.single(query(attempt)))
                .containsEntry("vnp_BankCode", "NCB")
                .containsEntry("vnp_Locale", "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles", "Asia/Kathmandu", "Etc/GMT+7"})
    void dates_are_vietnamese_whatever_the_zone_of_the_machine(String zone) {
        var before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(VnpaySignature.single(query(attempt("1", 10_000, "x", "203.0.113.7"))))
                    .containsEntry("vnp_CreateDate", "20260116033000")
                    .containsEntry("vnp_ExpireDate", "20260116034500");
            assertThat(VnpayDate.parse("20260116033000")).contains(NOW);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026011603300", "20260230000000", "20260116250000", "2026-01-16T0330"})
    void what_is_no_date_is_not_parsed(String text) {
        assertThat(VnpayDate.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Đặt bàn phím cơ Ưu Việt: 2 bộ; Dat ban phim co Uu Viet: 2 bo",
                "đường Nguyễn Huệ, Quận 1; duong Nguyen Hue, Quan 1",
                "Ữ Ợ Ẵ ỹ ẻ; U O A y e",
                "65% (kit) & switch*; 65 kit switch",
                "a_b-c.d,e:f; a_b-c.d,e:f",
                "  nhiều   khoảng  trắng ; nhieu khoang trang"
            })
    void the_description_is_reduced_to_plain_letters(String text, String plain) {
        assertThat(VnpayPayUrl.plainText(text)).isEqualTo(plain);
    }

    @Test
    void a_description_of_which_nothing_is_left_becomes_the_reference() {
        assertThat(VnpaySignature.single(query(attempt("DH7", 10_000, "键盘", "203.0.113.7"))))
                .containsEntry("vnp_OrderInfo", "Thanh toan DH7");
    }

    @Test
    void a_long_description_is_cut_at_255() {
        var info = VnpaySignature.single(query(attempt("1", 10_000, "phím ".repeat(100), "203.0.113.7")))
                .get("vnp_OrderInfo");
        assertThat(info).hasSizeBetween(250, 255).isEqualTo(info.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "::ffff:1.2.3.4, 1.2.3.4",
        "::1, 127.0.0.1",
        "0:0:0:0:0:0:0:1, 127.0.0.1",
        "2001:db8::7, 2001:db8:0:0:0:0:0:7",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:1",
        "'1.2.3.4, 10.0.0.1', 127.0.0.1",
        "unknown, 127.0.0.1",
        "'', 127.0.0.1"
    })
    void the_address_is_one_that_vnpay_takes(String address, String plain) {
        assertThat(VnpayPayUrl.plainAddress(address)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(longs = {5_000, 999_999_999})
    void the_limits_themselves_can_be_paid(long amount) {
        assertThat(VnpaySignature.single(query(attempt("1", amount, "x", "203.0.113.7"))))
                .containsEntry("vnp_Amount", amount + "00");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 4_999, 1_000_000_000, Long.MAX_VALUE})
    void an_amount_outside_the_limits_is_refused_by_name(long amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attempt("1", amount, "x", "203.0.113.7"))
                .withMessageContaining("amount")
                .withMessageContaining("5000 to 999999999");
    }

    @Test
    void what_vnpay_would_refuse_is_refused_here_by_name() {
        var soon = NOW.plusSeconds(900);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attempt("a b", 10_000, "x", "vn", "1.2.3.4", "", NOW, soon))
                .withMessageContaining("txnRef");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attempt("1", 10_000, "x", "vi", "1.2.3.4", "", NOW, soon))
                .withMessageContaining("locale");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attempt("1", 10_000, "x", "vn", "1.2.3.4", "", soon, NOW))
                .withMessageContaining("expires");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VnpayPayUrl("https://x", "SHORT", "https://shop.example/return", SIGNATURE))
                .withMessageContaining("tmnCode");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VnpayPayUrl("https://x", "SIMTEST1", "https://shop.example/~me", SIGNATURE))
                .withMessageContaining("returnUrl");
    }

    private static Attempt attempt(String reference, long amount, String description, String address) {
        return new Attempt(reference, amount, description, "vn", address, "", NOW, NOW.plus(Duration.ofMinutes(15)));
    }

    private static Map<String, List<String>> query(Attempt attempt) {
        var url = PAY_URL.of(attempt);
        assertThat(url).startsWith("https://pay.example/vpcpay.html?vnp_Amount=");
        return VnpaySignature.decode(url.substring(url.indexOf('?') + 1));
    }
}
