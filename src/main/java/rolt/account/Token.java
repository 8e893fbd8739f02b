package rolt.account;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import rolt.platform.Sha256;

/** A secret of 128 random bits that its holder shows, base64url; the database knows only its hash. */
record Token(String text) {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Token random() {
        return new Token(encode(randomBytes()));
    }

    static byte[] randomBytes() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** SHA-256: enough for a random secret, which cannot be guessed as a password can. */
    Buffer hash() {
        return Buffer.buffer(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Names the token where it must not be told, for example in the key of its mail. */
    String fingerprint() {
        return HexFormat.of().formatHex(hash().getBytes(), 0, 8);
    }

    /** The token that replaces this one; it needs both this token and the salt, which only the database has. */
    Token successor(byte[] salt) {
        Buffer both = Buffer.buffer(text).appendBytes(salt);
        return new Token(encode(Arrays.copyOf(Sha256.of(both.getBytes()), BYTES)));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
