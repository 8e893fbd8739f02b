package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** Of RFC 6238, appendix B, whose codes are cut to the six digits that apps show. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void the_codes_are_those_of_the_rfc(long seconds, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code);
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "-30, true", "30, true", "-60, false", "60, false"})
    void a_clock_may_be_off_by_one_step(long off, boolean accepted) {
        Instant now = Instant.ofEpochSecond(1_111_111_120);
        String code = Totp.code(SECRET, now.plusSeconds(off));
        assertThat(Totp.step(SECRET, code, now).isPresent()).isEqualTo(accepted);
    }

    @Test
    void the_app_is_told_whose_and_which_secret_it_is() {
        assertThat(Totp.uri("a+b@example.vn", SECRET))
                .isEqualTo(
                        "otpauth://totp/ROLT:a%2Bb%40example.vn?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=ROLT");
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base_32_is_that_of_the_rfc(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }

    @Test
    void a_recovery_code_is_the_same_however_it_is_typed() {
        RecoveryCode code = RecoveryCode.newOnes().getFirst();
        assertThat(code.text()).matches("[a-z2-7]{4}(-[a-z2-7]{4}){3}");
        assertThat(new RecoveryCode(code.text().toUpperCase().replace('-', ' ')).hash())
                .isEqualTo(code.hash());
    }
}
