package rolt.mail;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import rolt.mail.MailMessages.Mail;
import rolt.platform.Database;
import rolt.platform.Json;

/** The mails in the outbox. */
final class MailRepository {
    private final Database database;

    MailRepository(Database database) {
        this.database = database;
    }

    private static final String CLAIM = """
            update platform.outbox o set attempts = attempts + 1, due = now() + make_interval(secs => $2)
            from (
                select id from platform.outbox
                where kind = 'mail' and done_at is null and due <= now()
                order by due limit $1 for update skip locked
            ) next
            where o.id = next.id
            returning o.id, o.key, o.payload, o.attempts
            """;

    /** @param attempts this one included */
    record Claimed(UUID id, String key, Object payload, int attempts) {
        Mail mail() {
            return Json.record(payload, Mail.class);
        }
    }

    private static Claimed claimed(Row row) {
        return new Claimed(
                row.getUUID("id"), row.getString("key"), row.getJsonObject("payload"), row.getInteger("attempts"));
    }

    /** Takes mails that are due; a node that dies with them loses them to the others after the lease. */
    List<Claimed> claim(int limit, Duration lease) {
        return database.list(CLAIM, MailRepository::claimed, limit, (double) lease.toSeconds());
    }

    private static final String DONE = """
            update platform.outbox
            set done_at = now(), last_error = null, payload = jsonb_build_object('template', payload -> 'template')
            where id = $1
            """;

    /** The mail was accepted; its words, among them links that open accounts, are not kept. */
    void done(UUID id) {
        database.run(DONE, id);
    }

    private static final String POSTPONE =
            "update platform.outbox set due = now() + make_interval(secs => $2), last_error = $3 where id = $1";

    void postpone(UUID id, Duration delay, String error) {
        database.run(POSTPONE, id, (double) delay.toSeconds(), error);
    }

    private static final String RELEASE =
            "update platform.outbox set due = now() + interval '10 seconds', attempts = attempts - 1 where id = $1";

    /** Gives a mail back that was not tried. */
    void release(UUID id) {
        database.run(RELEASE, id);
    }

    private static final String PARK = "update platform.outbox set due = 'infinity', last_error = $2 where id = $1";

    /** Keeps the mail for a person to look at; setting {@code due} to now tries it again. */
    void park(UUID id, String error) {
        database.run(PARK, id, error);
    }
}
