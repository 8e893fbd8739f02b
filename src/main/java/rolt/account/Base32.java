package rolt.account;

/** Bytes as people type them: RFC 4648, base 32 without padding. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int waiting = 0;
        int count = 0;
        for (byte next : bytes) {
            waiting = waiting << Byte.SIZE | next & 0xff;
            count += Byte.SIZE;
            for (; count >= BITS; count -= BITS) {
                text.append(ALPHABET.charAt(waiting >> count - BITS & 0x1f));
            }
        }
        return count == 0 ? text.toString() : text.append(last(waiting, count)).toString();
    }

    private static char last(int waiting, int count) {
        return ALPHABET.charAt(waiting << BITS - count & 0x1f);
    }
}
