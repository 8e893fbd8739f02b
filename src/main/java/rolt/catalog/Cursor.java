package rolt.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import rolt.platform.Problem;

/** Where a page of the list ended. It is opaque to clients, and its checksum refuses one that was damaged or guessed. */
record Cursor(Sort sort, String mark, UUID id) {
    static final UUID FIRST_ID = new UUID(0, 0);
    static final UUID LAST_ID = new UUID(-1, -1);
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{8}) ([A-Z_]+) ([0-9a-f-]{36}) (.*)", Pattern.DOTALL);

    String text() {
        String content = sort + " " + id + " " + mark;
        byte[] bytes = (checksum(content) + " " + content).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws Problem 400 naming {@code after} where it was not written so, or for another order
     */
    static Cursor parse(String text, Sort sort) {
        Matcher parts = FORM.matcher(decoded(text));
        if (!parts.matches()) {
            throw refused();
        }
        Cursor cursor = new Cursor(sort, parts.group(4), UUID.fromString(parts.group(3)));
        if (!cursor.text().equals(text) || !sort.reads(cursor.mark)) {
            throw refused();
        }
        return cursor;
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static String checksum(String content) {
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }

    private static Problem refused() {
        return Problem.invalid("after", "cursor");
    }
}
