package rolt.account;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import rolt.account.SessionMessages.OwnSession;
import rolt.account.SessionMessages.SessionKind;
import rolt.platform.Caller;
import rolt.platform.Database;

/** Sessions, by their owner alone. */
final class OwnSessionRepository {
    private final Database database;

    OwnSessionRepository(Database database) {
        this.database = database;
    }

    private static final String LIST = """
            select id, kind, user_agent, address, created_at, last_seen_at, id = $2 as current
            from account.session
            where account_id = $1 and revoked_at is null and expires_at > now()
            order by id = $2 desc, coalesce(last_seen_at, created_at) desc
            """;

    List<OwnSession> list(Caller caller) {
        return database.list(LIST, OwnSessionRepository::session, caller.accountId(), caller.sessionId());
    }

    private static OwnSession session(Row row) {
        return new OwnSession(
                row.getUUID("id"),
                SessionKind.valueOf(row.getString("kind")),
                DeviceName.of(row.getString("user_agent")),
                row.getString("address"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("last_seen_at")),
                row.getBoolean("current"));
    }

    private static Instant instant(OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static final String REVOKE = """
            update account.session set revoked_at = now()
            where id = $2 and account_id = $1 and revoked_at is null and expires_at > now()
            """;

    /** Whether there was such a session of the account. */
    boolean revoke(UUID accountId, UUID sessionId) {
        return database.run(REVOKE, accountId, sessionId) > 0;
    }

    private static final String REVOKE_ALL = """
            update account.session set revoked_at = now()
            where account_id = $1 and revoked_at is null and id is distinct from $2::uuid
            """;

    /** @param kept null to end all */
    void revokeAll(UUID accountId, UUID kept) {
        database.run(REVOKE_ALL, accountId, kept);
    }
}
