package rolt.ordering;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Public order codes: R- and eight characters that nobody mistakes for one another (Crockford's base 32). */
final class OrderCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OrderCodes() {}

    static String draw() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining("", "R-", ""));
    }
}
