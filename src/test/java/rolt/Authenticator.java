package rolt;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.vertx.core.json.JsonObject;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** The app on somebody's phone. */
public final class Authenticator {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Duration STEP = Duration.ofSeconds(30);

    private final byte[] secret;
    private final List<String> recoveryCodes;

    private Authenticator(byte[] secret, List<String> recoveryCodes) {
        this.secret = secret;
        this.recoveryCodes = recoveryCodes;
    }

    /** An app that was given a secret as text. */
    public static Authenticator of(String base32) {
        return new Authenticator(decode(base32), List.of());
    }

    /** Turns on the second factor of a customer, with the code of the step before, so that the next one is good. */
    public static Authenticator setUp(Client owner) {
        String base32 = owner.post("/api/v1/me/second-factor", new JsonObject().put("password", Client.PASSWORD))
                .expect(200)
                .json()
                .getString("secret");
        Authenticator app = of(base32);
        List<String> codes = owner
                .post("/api/v1/me/second-factor/confirmation", new JsonObject().put("code", app.codeBefore()))
                .expect(200)
                .json()
                .getJsonArray("codes")
                .stream()
                .map(String::valueOf)
                .toList();
        return new Authenticator(app.secret, codes);
    }

    public byte[] secret() {
        return secret.clone();
    }

    public String secretAsHex() {
        return HexFormat.of().formatHex(secret);
    }

    public List<String> recoveryCodes() {
        return recoveryCodes;
    }

    public String codeBefore() {
        return code(Instant.now().minus(STEP));
    }

    /** Of a clock that is ahead a little: good for a whole step from now, and not used by the set-up. */
    public String nextCode() {
        return code(Instant.now().plus(STEP));
    }

    private String code(Instant moment) {
        try {
            var generator = new TimeBasedOneTimePasswordGenerator();
            return generator.generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), moment);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] decode(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int letter = ALPHABET.indexOf(base32.charAt(bit / 5));
            bytes[bit / 8] |= (byte) ((letter >> 4 - bit % 5 & 1) << 7 - bit % 8);
        }
        return bytes;
    }
}
