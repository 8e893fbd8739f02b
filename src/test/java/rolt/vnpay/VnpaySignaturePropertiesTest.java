package rolt.vnpay;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VnpaySignaturePropertiesTest {
    private static final VnpaySecrets SECRETS = VnpaySecrets.of("ANYSECRET");
    private static final VnpaySignature SIGNATURE = new VnpaySignature(SECRETS);

    @Property(tries = 300)
    void what_is_signed_is_verified_after_its_way_through_a_query(@ForAll("messages") Map<String, String> message) {
        assertThat(SIGNATURE.verify(VnpaySignature.decode(SIGNATURE.signedQuery(message))))
                .isTrue();
    }

    @Property(tries = 300)
    void any_single_change_is_refused(
            @ForAll("messages") Map<String, String> message, @ForAll Random random, @ForAll("values") String other) {
        var received = received(message, SIGNATURE.sign(message));
        var name = new ArrayList<>(message.keySet()).get(random.nextInt(message.size()));
        Assume.that(!other.equals(message.get(name)));
        received.put(name, List.of(other));
        assertThat(SIGNATURE.verify(received)).isFalse();
    }

    @Property(tries = 200)
    void a_dropped_or_added_parameter_is_refused(@ForAll("messages") Map<String, String> message) {
        var hash = SIGNATURE.sign(message);
        var more = received(message, hash);
        more.put("vnp_0Added", List.of("1"));
        var fewer = received(message, hash);
        fewer.remove(message.keySet().iterator().next());
        assertThat(SIGNATURE.verify(more)).isFalse();
        assertThat(SIGNATURE.verify(fewer)).isFalse();
    }

    @Property(tries = 200)
    void a_flipped_digit_of_the_hash_is_refused(
            @ForAll("messages") Map<String, String> message, @ForAll Random random) {
        var hash = new StringBuilder(SIGNATURE.sign(message));
        var place = random.nextInt(hash.length());
        hash.setCharAt(place, hash.charAt(place) == '0' ? '1' : '0');
        assertThat(SIGNATURE.verify(received(message, hash.toString()))).isFalse();
    }

    @Property(tries = 200)
    void the_order_of_the_parameters_never_matters(
            @ForAll("messages") Map<String, String> message, @ForAll Random random) {
        var entries = new ArrayList<>(received(message, SIGNATURE.sign(message)).entrySet());
        Collections.shuffle(entries, random);
        var shuffled = new LinkedHashMap<String, List<String>>();
        entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));
        assertThat(SIGNATURE.verify(shuffled)).isTrue();
    }

    @Property(tries = 200)
    void every_encoding_is_accepted(@ForAll("messages") Map<String, String> message, @ForAll VnpayEncoding encoding) {
        var hash = SECRETS.sign(VnpaySignature.canonical(message, encoding));
        assertThat(SIGNATURE.verify(received(message, hash))).isTrue();
    }

    @Property(tries = 300)
    void text_that_needed_encoding_and_had_none_is_refused(@ForAll("messages") Map<String, String> message) {
        Assume.that(message.values().stream().anyMatch(value -> !value.matches("[A-Za-z0-9._~*!'()-]*")));
        var plain = new TreeMap<>(message)
                .entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                        .collect(joining("&"));
        assertThat(SIGNATURE.verify(received(message, SECRETS.sign(plain)))).isFalse();
    }

    @Provide
    Arbitrary<Map<String, String>> messages() {
        var names = Arbitraries.strings()
                .alpha()
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(8)
                .map("vnp_"::concat);
        return Arbitraries.maps(names, values()).ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings()
                .ascii()
                .withChars("*~!'()&=+% ăâđêôơưẾỢ|")
                .withCharRange('\u4e00', '\u4e20')
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    private static Map<String, List<String>> received(Map<String, String> message, String hash) {
        var received = new LinkedHashMap<String, List<String>>();
        message.forEach((name, value) -> received.put(name, List.of(value)));
        received.put(VnpaySignature.HASH, List.of(hash));
        return received;
    }
}
