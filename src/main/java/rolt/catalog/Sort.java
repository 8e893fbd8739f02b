package rolt.catalog;

import rolt.platform.Language;

/**
 * An order of the list. The key is what Postgres sorts by, the mark is the key as a cursor carries it, and start is a
 * mark before every product.
 */
enum Sort {
    RELEVANCE("(ts_rank('{0, 0, 0.3, 1}', p.search, (select query from asked)) * 1000000)::bigint", Mark.NUMBER, true),
    NEWEST("p.created_at", Mark.MOMENT, true),
    PRICE("p.price", Mark.NUMBER, false),
    PRICE_DOWN("p.price", Mark.NUMBER, true),
    NAME_VI("p.name_vi collate \"vi-x-icu\"", Mark.WORDS, false),
    NAME_EN("p.name_en collate \"en-x-icu\"", Mark.WORDS, false);

    /** How a key is written and read back. */
    private enum Mark {
        NUMBER("key::text", "$6::text::bigint"),
        MOMENT(
                "(extract(epoch from key) * 1000000)::bigint::text",
                "(timestamptz 'epoch' + $6::text::bigint * interval '1 microsecond')"),
        WORDS("key", "$6::text");

        private final String written;
        private final String read;

        Mark(String written, String read) {
            this.written = written;
            this.read = read;
        }
    }

    private static final long BEYOND = 4_000_000_000_000_000L; // also a moment in 2096, in microseconds

    private final String key;
    private final Mark mark;
    private final boolean down;

    Sort(String key, Mark mark, boolean down) {
        this.key = key;
        this.mark = mark;
        this.down = down;
    }

    /** The order asked for; relevance is the default of a search, and means newest without one. */
    static Sort of(String name, boolean searching, Language language) {
        return switch (name == null ? "relevance" : name) {
            case "price" -> PRICE;
            case "-price" -> PRICE_DOWN;
            case "name" -> language == Language.EN ? NAME_EN : NAME_VI;
            case "relevance" -> searching ? RELEVANCE : NEWEST;
            default -> NEWEST;
        };
    }

    /** A statement with its places for the order filled in. */
    String fill(String statement) {
        return statement
                .replace("{key}", key)
                .replace("{written}", mark.written)
                .replace("{beyond}", (down ? "< (" : "> (") + mark.read + ", $7)")
                .replace("{way}", down ? "desc" : "asc");
    }

    Cursor start() {
        String first = mark == Mark.WORDS ? "" : String.valueOf(down ? BEYOND : -BEYOND);
        return new Cursor(this, first, down ? Cursor.LAST_ID : Cursor.FIRST_ID);
    }

    /** Whether Postgres can read a mark of this order. */
    boolean reads(String text) {
        if (mark == Mark.WORDS) {
            return text.indexOf('\0') < 0;
        }
        return text.matches("-?[0-9]{1,16}") && Math.abs(Long.parseLong(text)) <= BEYOND;
    }
}
