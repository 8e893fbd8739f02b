package rolt.vnpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.vnpay.VnpayNotification.Outcome;

class VnpayNotificationTest {
    private static final List<String> RESPONSES = List.of(
            "00", "05", "06", "07", "09", "10", "11", "12", "13", "24", "51", "65", "75", "79", "99", "", "42", "0");
    private static final List<String> STATUSES =
            List.of("00", "01", "02", "04", "05", "06", "07", "08", "09", "10", "11", "20", "", "42", "0");
    private static final Set<String> NO_FAILURE = Set.of("00", "07", "", "42", "0");

    @Test
    void the_whole_table_of_codes_is_judged() {
        for (var response : RESPONSES) {
            for (var status : STATUSES) {
                assertThat(Outcome.of(response, status))
                        .as(response + "/" + status)
                        .isEqualTo(expected(response, status));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "00, 00, SUCCESS",
        "24, 02, FAILED",
        "24, 11, FAILED",
        "51, 02, FAILED",
        "11, 08, FAILED",
        "99, 02, FAILED",
        "51, 01, UNKNOWN",
        "24, 00, UNKNOWN",
        "00, 02, UNKNOWN",
        "00, 01, UNKNOWN",
        "00, 04, UNKNOWN",
        "11, 04, UNKNOWN",
        "07, 00, HELD",
        "07, 07, HELD",
        "00, 07, HELD",
        "24, 07, HELD"
    })
    void the_codes_that_matter_most_are_judged(String response, String status, Outcome outcome) {
        assertThat(Outcome.of(response, status)).isEqualTo(outcome);
    }

    @Test
    void a_success_is_read() {
        var notification = VnpayNotification.of(vector("c02-ipn-baseline"));
        assertThat(notification)
                .isEqualTo(new VnpayNotification(
                        "SIMTEST1",
                        "23554",
                        1_000_000,
                        "00",
                        "00",
                        "14226112",
                        "NCB",
                        "VNP14226112",
                        "ATM",
                        Instant.parse("2026-01-15T03:33:12Z")));
        assertThat(notification.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @Test
    void a_cancellation_has_no_bank_number() {
        var notification = VnpayNotification.of(vector("c24-ipn-cancelled-shape"));
        assertThat(notification.bankTranNo()).isEmpty();
        assertThat(notification.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_missing_or_broken_optional_field_loses_nothing() {
        var parameters = vector("c02-ipn-baseline");
        parameters.put("vnp_PayDate", List.of("yesterday"));
        parameters.remove("vnp_CardType");
        var notification = VnpayNotification.of(parameters);
        assertThat(notification.payDate()).isNull();
        assertThat(notification.outcome()).isEqualTo(Outcome.SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vnp_ResponseCode", "vnp_TransactionStatus"})
    void a_missing_code_is_unknown(String code) {
        var parameters = vector("c02-ipn-baseline");
        parameters.remove(code);
        assertThat(VnpayNotification.of(parameters).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vnp_TmnCode", "vnp_TxnRef", "vnp_Amount"})
    void what_a_payment_cannot_be_found_without_is_required(String name) {
        var parameters = vector("c02-ipn-baseline");
        parameters.remove(name);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VnpayNotification.of(parameters))
                .withMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1e6", "1234567890123", "١٢٣", " 1"})
    void an_amount_is_digits_only(String amount) {
        var parameters = vector("c02-ipn-baseline");
        parameters.put("vnp_Amount", List.of(amount));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VnpayNotification.of(parameters))
                .withMessageContaining("vnp_Amount");
    }

    private static Outcome expected(String response, String status) {
        if (response.equals("07") || status.equals("07")) {
            return Outcome.HELD;
        }
        if (response.equals("00") && status.equals("00")) {
            return Outcome.SUCCESS;
        }
        var failed = !NO_FAILURE.contains(response) && Set.of("02", "08", "11").contains(status);
        return failed ? Outcome.FAILED : Outcome.UNKNOWN;
    }

    private static Map<String, List<String>> vector(String name) {
        return new HashMap<>(VnpayVector.all()
                .filter(vector -> vector.text("name").equals(name))
                .findFirst()
                .orElseThrow()
                .received());
    }
}
