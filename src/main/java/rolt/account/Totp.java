package rolt.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based codes by RFC 6238 as all authenticator apps know them: six digits of HMAC-SHA-1, a new one every 30
 * seconds.
 */
final class Totp {
    /** As long as the hash, which RFC 4226 recommends. */
    private static final int SECRET_BYTES = 20;

    private static final long STEP_SECONDS = 30;
    /** A clock may be off by so many steps. */
    private static final int TOLERATED_STEPS = 1;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    private Totp() {}

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /**
     * Which step a code belongs to, of those around a moment.
     *
     * @return empty for a code of none of them
     */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(current - TOLERATED_STEPS, current + TOLERATED_STEPS)
                .filter(step -> isSame(code(secret, Instant.ofEpochSecond(step * STEP_SECONDS)), code))
                .findFirst();
    }

    static String code(byte[] secret, Instant moment) {
        try {
            return GENERATOR.generateOneTimePasswordString(new SecretKeySpec(secret, GENERATOR.getAlgorithm()), moment);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** What the app reads from the QR code. */
    static String uri(String email, byte[] secret) {
        return "otpauth://totp/ROLT:" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "?secret="
                + Base32.encode(secret) + "&issuer=ROLT";
    }
}
