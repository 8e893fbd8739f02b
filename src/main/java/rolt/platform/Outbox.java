package rolt.platform;

import java.util.Locale;

/**
 * What must happen once a transaction is committed: mails and events. A row is written in that transaction and worked
 * off by any node, at least once, so the receiver's side is made harmless by the key (a mail's Message-ID).
 */
public final class Outbox {
    /** Published after each commit that wrote a row, so that a worker looks at once instead of at its next turn. */
    public static final String HINT = "platform.outboxFilled";

    private static final String ADD = """
            insert into platform.outbox (kind, key, payload) values ($1, $2, $3::text::jsonb)
            on conflict on constraint outbox_once do nothing
            """;

    private static final String ADD_DONE = """
            insert into platform.outbox (kind, key, payload, done_at) values ($1, $2, $3::text::jsonb, now())
            on conflict on constraint outbox_once do nothing
            """;

    /** The kinds of work. */
    public enum Kind {
        MAIL,
        EVENT
    }

    private Outbox() {}

    /**
     * Adds work to a running transaction; a key that is already there adds nothing.
     *
     * @param key names the occasion, for example {@code order-paid/R-7K3M9Q2X}; unique within the kind
     * @param payload a record, stored as JSON
     */
    public static void add(Transaction transaction, Kind kind, String key, Record payload) {
        send(transaction, ADD, kind, key, payload);
    }

    /**
     * Adds work that is done already: it costs what {@link #add} costs, where the time of an answer must not tell whether
     * there was any work.
     */
    public static void addDone(Transaction transaction, Kind kind, String key, Record payload) {
        send(transaction, ADD_DONE, kind, key, payload);
    }

    private static void send(Transaction transaction, String sql, Kind kind, String key, Record payload) {
        transaction.send(sql, kind.name().toLowerCase(Locale.ROOT), key, Json.text(payload));
    }
}
