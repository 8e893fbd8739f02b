package rolt.account;

import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Stands in for a code of the app, once. It has 80 random bits, so that a plain hash keeps it: {@code
 * k7qm-2xud-w4ht-5bzp}.
 */
record RecoveryCode(String text) {
    private static final int COUNT = 10;
    private static final int BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    static List<RecoveryCode> newOnes() {
        return Stream.generate(RecoveryCode::random).limit(COUNT).toList();
    }

    private static RecoveryCode random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String letters = Base32.encode(bytes).toLowerCase(Locale.ROOT);
        return new RecoveryCode(letters.replaceAll("(.{4})(?=.)", "$1-"));
    }

    /** Of what was typed, whichever way its groups were divided. */
    Buffer hash() {
        return new Token(text.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "")).hash();
    }
}
