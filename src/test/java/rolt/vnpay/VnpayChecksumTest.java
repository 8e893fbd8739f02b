package rolt.vnpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VnpayChecksumTest {
    private static final VnpaySecrets SECRETS = VnpaySecrets.of("SIMULATORTESTSECRET0000000000001");

    static Stream<VnpayVector> accepted() {
        return VnpayVector.all().filter(vector -> !vector.isQuery()).filter(VnpayVector::isAccepted);
    }

    @Test
    void there_is_a_vector_of_every_checksum() {
        assertThat(accepted().map(VnpayVector::checksum)).containsExactlyInAnyOrder(VnpayChecksum.values());
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void a_vector_is_signed_and_accepted_as_expected(VnpayVector vector) {
        var message = VnpaySignature.single(vector.received());
        assertThat(vector.checksum().sign(SECRETS, message)).isEqualTo(vector.text("expected_hash"));
        assertThat(vector.checksum().verify(vector.secrets(), message)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void a_change_of_any_field_is_refused(VnpayVector vector) {
        var message = VnpaySignature.single(vector.received());
        for (var field : VnpaySignature.single(vector.parameters()).keySet()) {
            var changed = new TreeMap<>(message);
            changed.merge(field, "1", String::concat);
            assertThat(vector.checksum().verify(SECRETS, changed)).as(field).isFalse();
        }
    }

    @Test
    void a_bar_in_a_value_is_refused_both_ways() {
        var vector = VnpayVector.all()
                .filter(candidate -> candidate.text("name").contains("pipe-in-value"))
                .findFirst()
                .orElseThrow();
        var message = VnpaySignature.single(vector.received());
        assertThat(vector.checksum().verify(SECRETS, message)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> vector.checksum().sign(SECRETS, message));
    }

    @Test
    void an_absent_field_is_an_empty_segment() {
        var sparse = Map.of("vnp_RequestId", "1", "vnp_TxnRef", "2");
        assertThat(VnpayChecksum.QUERY_REQUEST.sign(SECRETS, sparse)).isEqualTo(SECRETS.sign("1||||2||||"));
    }

    @ParameterizedTest
    @EnumSource
    void a_message_without_a_checksum_is_refused(VnpayChecksum checksum) {
        assertThat(checksum.verify(SECRETS, Map.of("vnp_TxnRef", "1"))).isFalse();
    }
}
