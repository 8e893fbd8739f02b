package rolt.vnpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hash secrets of one VNPAY terminal, newest first: the first signs, all verify, so that a secret can be
 * replaced while messages signed with the old one are still under way.
 *
 * @param values at least one secret, none of them blank
 */
public record VnpaySecrets(List<String> values) {
    private static final String HMAC = "HmacSHA512";
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{128}");

    public VnpaySecrets {
        values = List.copyOf(values);
        if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a VNPAY terminal needs a hash secret");
        }
    }

    public static VnpaySecrets of(String current, String... retired) {
        var all = new ArrayList<>(List.of(current));
        all.addAll(List.of(retired));
        return new VnpaySecrets(all);
    }

    /** The HMAC-SHA512 of the message under the newest secret: 128 lower-case hex digits. */
    String sign(String message) {
        return HexFormat.of().formatHex(hmac(values.getFirst(), message));
    }

    /** Whether the hash, of hex digits in either case, is that of the message under any of the secrets. */
    boolean verify(String message, String hash) {
        if (hash == null || !HASH.matcher(hash).matches()) {
            return false;
        }
        var received = HexFormat.of().parseHex(hash);
        return values.stream().anyMatch(secret -> MessageDigest.isEqual(hmac(secret, message), received));
    }

    /** Never the secrets themselves: a log is read by many. */
    @Override
    public String toString() {
        return "VnpaySecrets[" + values.size() + "]";
    }

    private static byte[] hmac(String secret, String message) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), HMAC));
            return mac.doFinal(message.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
