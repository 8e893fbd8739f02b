package rolt.vnpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hash secrets of one VNPAY terminal, newest first: the first signs, all verify, so that a secret can be
 * replaced while messages signed with the old one are still under way. A retired one may have a last day.
 */
public final class VnpaySecrets {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String HMAC = "HmacSHA512";
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{128}");

    private final List<Secret> secrets;
    private final InstantSource clock;

    private record Secret(String value, Instant end) {
        /** @throws IllegalArgumentException for a blank secret or a day that is none */
        static Secret of(String text) {
            String[] parts = text.split("@", 2);
            if (parts[0].isBlank()) {
                throw new IllegalArgumentException("a VNPAY terminal needs a hash secret");
            }
            return new Secret(parts[0], parts.length == 1 ? Instant.MAX : end(parts[1]));
        }

        private static Instant end(String day) {
            try {
                return LocalDate.parse(day).plusDays(1).atStartOfDay(VIETNAM).toInstant();
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("the last day of a hash secret is written like 2026-12-31", e);
            }
        }
    }

    /**
     * @param secrets at least one, none of them blank; a retired one may be followed by {@code @} and its last day in
     *     Việt Nam, for example {@code OLDSECRET@2026-12-31}
     * @throws IllegalArgumentException for anything else, without telling a secret
     */
    public VnpaySecrets(List<String> secrets) {
        this(secrets, InstantSource.system());
    }

    VnpaySecrets(List<String> secrets, InstantSource clock) {
        this.secrets = secrets.stream().map(Secret::of).toList();
        this.clock = clock;
        if (secrets.isEmpty() || this.secrets.getFirst().end() != Instant.MAX) {
            throw new IllegalArgumentException("a VNPAY terminal needs a hash secret that has no last day");
        }
    }

    public static VnpaySecrets of(String current, String... retired) {
        List<String> all = new ArrayList<>(List.of(current));
        all.addAll(List.of(retired));
        return new VnpaySecrets(all);
    }

    /** The HMAC-SHA512 of the message under the newest secret: 128 lower-case hex digits. */
    String sign(String message) {
        return HexFormat.of().formatHex(hmac(secrets.getFirst(), message));
    }

    /** Whether the hash, of hex digits in either case, is that of the message under any secret that is still good. */
    boolean verify(String message, String hash) {
        if (hash == null || !HASH.matcher(hash).matches()) {
            return false;
        }
        byte[] received = HexFormat.of().parseHex(hash);
        Instant now = clock.instant();
        return secrets.stream()
                .filter(secret -> now.isBefore(secret.end()))
                .anyMatch(secret -> MessageDigest.isEqual(hmac(secret, message), received));
    }

    /** Never the secrets themselves: a log is read by many. */
    @Override
    public String toString() {
        return "VnpaySecrets[" + secrets.size() + "]";
    }

    private static byte[] hmac(Secret secret, String message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.value().getBytes(UTF_8), HMAC));
            return mac.doFinal(message.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
