package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.platform.Problem;

class AccountRulesTest {
    @Test
    void an_address_is_compared_without_case_and_blanks() {
        assertThat(AccountRules.email(" Minh.Anh@Example.VN ")).isEqualTo("minh.anh@example.vn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@b",
                "@b.vn",
                "a b@c.vn",
                "a@b..vn",
                "a@b.vn, c@d.vn",
                "<a@b.vn>",
                "a@b.vn\r\nBcc: x@y.vn",
                "a\u0000@b.vn",
                "a\ud800@b.vn",
                "a\u202e@b.vn",
                "a[]\\@b.vn"
            })
    void what_is_no_address_is_refused(String email) {
        assertThatThrownBy(() -> AccountRules.email(email)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0",
                "\u2800",
                "\u3164",
                "...",
                "Tí\u0000",
                "Vào ngay https://evil.vn nhận quà",
                "WWW.evil.vn",
                "evil.vn/gift",
                "mua@evil.vn"
            })
    void what_is_no_name_is_refused(String name) {
        assertThatThrownBy(() -> AccountRules.name(name)).isInstanceOf(Problem.class);
    }

    @Test
    void a_name_is_measured_as_it_is_stored() {
        assertThat(AccountRules.name(" Nguyễn\u00a0 Minh  Anh ")).isEqualTo("Nguyễn Minh Anh");
        assertThat(AccountRules.name("𠮷".repeat(100))).hasSize(200);
        assertThatThrownBy(() -> AccountRules.name("\u0958".repeat(51))).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12345678", "MATKHAU123", "aaaaaaaa", "abababab", "minh.anh", "minh.anh@example.vn", "kurz"})
    void a_password_everybody_would_guess_is_refused(String password) {
        assertThatThrownBy(() -> AccountRules.newPassword(password, "minh.anh@example.vn"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_password_has_8_to_128_letters() {
        assertThat(AccountRules.newPassword("đồng thau", "a@b.vn")).isEqualTo("đồng thau");
        String longest = "abc".repeat(43).substring(0, 128);
        assertThat(AccountRules.newPassword(longest, "a@b.vn")).isEqualTo(longest);
        assertThatThrownBy(() -> AccountRules.newPassword(longest + "d", "a@b.vn"))
                .isInstanceOf(Problem.class);
    }
}
