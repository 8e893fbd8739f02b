package rolt.builder;

import java.security.SecureRandom;
import java.util.Base64;

/** Codes by which a build is shared: 128 random bits, so that none can be guessed. */
final class ShareCodes {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private ShareCodes() {}

    static String draw() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
