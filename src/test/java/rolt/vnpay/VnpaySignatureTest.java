package rolt.vnpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VnpaySignatureTest {
    private static final String SECRET = "SIMULATORTESTSECRET0000000000001";
    private static final VnpaySignature SIGNATURE = new VnpaySignature(VnpaySecrets.of(SECRET));

    static Stream<VnpayVector> queries() {
        return VnpayVector.all().filter(VnpayVector::isQuery);
    }

    static Stream<VnpayVector> unambiguousQueries() {
        return queries().filter(vector -> !vector.text("name").contains("duplicate"));
    }

    static Stream<VnpayVector> contested() {
        return queries().filter(vector -> vector.json().has("alt_hashes"));
    }

    @Test
    void the_vectors_are_all_there() {
        assertThat(VnpayVector.all()).hasSize(20);
        assertThat(queries()).hasSize(15);
        assertThat(contested()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("unambiguousQueries")
    void a_vector_is_signed_as_expected(VnpayVector vector) {
        var single = VnpaySignature.single(vector.parameters());
        assertThat(VnpaySignature.canonical(single, VnpayEncoding.PYTHON)).isEqualTo(vector.text("sign_data"));
        assertThat(SIGNATURE.sign(single)).isEqualTo(vector.text("expected_hash"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_vector_is_accepted_or_refused_as_expected(VnpayVector vector) {
        assertThat(SIGNATURE.verify(vector.received())).isEqualTo(vector.isAccepted());
    }

    @ParameterizedTest
    @MethodSource("contested")
    void the_hash_of_every_known_encoder_is_accepted(VnpayVector vector) {
        vector.json()
                .path("alt_hashes")
                .forEach(hash -> assertThat(SIGNATURE.verify(vector.signedWith(hash.asText())))
                        .isTrue());
    }

    @Test
    void a_single_encoding_can_be_asked_for() {
        var vector = contested().findFirst().orElseThrow();
        assertThat(SIGNATURE.verify(vector.received(), Set.of(VnpayEncoding.PHP)))
                .isTrue();
        assertThat(SIGNATURE.verify(vector.received(), Set.of(VnpayEncoding.DOTNET)))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_sent_query_decodes_to_what_was_signed(VnpayVector vector) {
        var sent = SIGNATURE.signedQuery(VnpaySignature.single(vector.parameters()));
        assertThat(sent).endsWith("&vnp_SecureHash=" + sent.substring(sent.length() - 128));
        assertThat(SIGNATURE.verify(VnpaySignature.decode(sent))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5a63", "zz", "5a63dc93cc6d2bf063af2dfa3a73d4cfedeb4143b656c1215edd0e1e14d1284b"})
    void a_hash_that_is_not_128_hex_digits_is_refused(String hash) {
        assertThat(SIGNATURE.verify(Map.of("vnp_TxnRef", List.of("1"), "vnp_SecureHash", List.of(hash))))
                .isFalse();
    }

    @Test
    void a_repeated_hash_is_refused() {
        var parameters = new TreeMap<>(signed("vnp_TxnRef", "1"));
        var hash = parameters.get("vnp_SecureHash").getFirst();
        parameters.put("vnp_SecureHash", List.of(hash, hash));
        assertThat(SIGNATURE.verify(parameters)).isFalse();
    }

    @Test
    void a_hash_over_encoding_with_percent_twenty_is_refused() {
        assertThat(SIGNATURE.verify(rawSigned("vnp_OrderInfo=a%20b", "vnp_OrderInfo", "a b")))
                .isFalse();
    }

    @Test
    void a_hash_over_lower_case_escapes_is_refused() {
        assertThat(SIGNATURE.verify(rawSigned("vnp_OrderInfo=a%3ab", "vnp_OrderInfo", "a:b")))
                .isFalse();
    }

    @Test
    void a_hash_that_includes_empty_values_is_refused() {
        assertThat(SIGNATURE.verify(rawSigned("vnp_BankCode=&vnp_TxnRef=1", "vnp_TxnRef", "1")))
                .isFalse();
    }

    @Test
    void a_name_in_other_letter_case_is_foreign() {
        var parameters = new TreeMap<>(signed("vnp_TxnRef", "1"));
        parameters.put("VNP_Amount", List.of("1"));
        assertThat(SIGNATURE.verify(parameters)).isTrue();
        assertThat(VnpaySignature.single(parameters)).doesNotContainKey("VNP_Amount");
    }

    @Test
    void the_old_and_the_new_secret_are_accepted_while_one_is_replaced() {
        var both = new VnpaySignature(VnpaySecrets.of("NEW", SECRET));
        var onlyNew = new VnpaySignature(VnpaySecrets.of("NEW"));
        assertThat(both.verify(signed("vnp_TxnRef", "1"))).isTrue();
        assertThat(onlyNew.verify(signed("vnp_TxnRef", "1"))).isFalse();
        assertThat(onlyNew.verify(VnpaySignature.decode(both.signedQuery(Map.of("vnp_TxnRef", "1")))))
                .isTrue();
    }

    @Test
    void a_retired_secret_is_good_until_its_last_day_in_vietnam_is_over() {
        var retired = List.of("NEW", SECRET + "@2026-12-31");
        var onTheLastDay = InstantSource.fixed(Instant.parse("2026-12-31T16:59:59Z"));
        var after = InstantSource.fixed(Instant.parse("2026-12-31T17:00:00Z"));
        var message = signed("vnp_TxnRef", "1");
        assertThat(new VnpaySignature(new VnpaySecrets(retired, onTheLastDay)).verify(message))
                .isTrue();
        assertThat(new VnpaySignature(new VnpaySecrets(retired, after)).verify(message))
                .isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> VnpaySecrets.of("NEW@2026-12-31"));
    }

    @Test
    void a_terminal_without_a_secret_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> VnpaySecrets.of(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new VnpaySecrets(List.of()));
    }

    @Test
    void secrets_do_not_show_in_text() {
        assertThat(SIGNATURE.toString()).doesNotContain(SECRET);
    }

    @Test
    void a_query_is_decoded_once_with_its_repeated_names() {
        assertThat(VnpaySignature.decode("a=1&b=x+y%2520&a=2&c&&d="))
                .isEqualTo(Map.of("a", List.of("1", "2"), "b", List.of("x y%20"), "c", List.of(""), "d", List.of("")));
        assertThat(VnpaySignature.decode("")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> VnpaySignature.decode("a=%zz"));
    }

    @Test
    void the_encodings_differ_in_six_characters_only() {
        for (var character = 32; character < 127; character++) {
            var text = String.valueOf((char) character);
            var encoded = Stream.of(VnpayEncoding.values()).map(encoding -> encoding.encode(text));
            assertThat(encoded.distinct().count()).isEqualTo("*~!'()".contains(text) ? 2 : 1);
        }
        assertThat(VnpayEncoding.JAVA.encode("*~!'() %ể"))
                .isEqualTo(URLEncoder.encode("*~!'() %ể", StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> signed(String name, String value) {
        return VnpaySignature.decode(SIGNATURE.signedQuery(Map.of(name, value)));
    }

    private static Map<String, List<String>> rawSigned(String signedText, String name, String value) {
        var hash = VnpaySecrets.of(SECRET).sign(signedText);
        return Map.of(name, List.of(value), "vnp_SecureHash", List.of(hash));
    }
}
