package rolt.account;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import rolt.account.AccountMessages.Device;
import rolt.account.AccountMessages.IdentifyAccount;
import rolt.account.AccountMessages.Identity;
import rolt.account.AccountRepository.Known;
import rolt.platform.Caller;
import rolt.platform.Database;
import rolt.platform.Language;
import rolt.platform.Queries;
import rolt.platform.Transaction;

/** Browser sessions, API sessions and the refresh tokens of the latter. */
final class SessionRepository {
    private final Database database;

    SessionRepository(Database database) {
        this.database = database;
    }

    private static final String ADD_VISIT = """
            insert into account.session (kind, token_hash, expires_at) values ('BROWSER', $1, $2) returning id
            """;

    UUID addVisit(Token token, Instant expiresAt) {
        return database.find(ADD_VISIT, row -> row.getUUID("id"), token.hash(), expiresAt)
                .orElseThrow();
    }

    private static final String ADD_BROWSER = """
            insert into account.session (kind, token_hash, account_id, expires_at)
            select 'BROWSER', $1, id, $4 from account.account where id = $2 and password_hash is not distinct from $3 for share
            returning id
            """;

    /**
     * A browser session for who has shown who he is; none where the password was changed meanwhile, as a change ends the
     * sessions that it sees.
     */
    Optional<UUID> addBrowser(Token token, Known known, Instant expiresAt) {
        return database.find(
                ADD_BROWSER, row -> row.getUUID("id"), token.hash(), known.id(), known.passwordHash(), expiresAt);
    }

    private static final String ADD_API = """
            with session as (
                insert into account.session (kind, account_id, expires_at)
                select 'API', id, $4 from account.account where id = $2 and password_hash is not distinct from $3 for share
                returning id
            )
            insert into account.refresh_token (token_hash, session_id, expires_at)
            select $1, id, $4 from session returning session_id
            """;

    /** An API session, in the same way. */
    Optional<UUID> addApi(Token refreshToken, Known known, Instant expiresAt) {
        return database.find(
                ADD_API,
                row -> row.getUUID("session_id"),
                refreshToken.hash(),
                known.id(),
                known.passwordHash(),
                expiresAt);
    }

    private static final String BY_TOKEN = """
            with seen as (
                update account.session set expires_at = greatest(expires_at, $2), last_seen_at = now(),
                    user_agent = coalesce(left($3, 400), user_agent), address = coalesce($4, address)
                where token_hash = $1 and revoked_at is null and expires_at > now()
                    and (coalesce(last_seen_at < now() - interval '5 minutes', true)
                        or user_agent is null and $3::text is not null)
            )
            select s.id as session_id, a.id as account_id, a.language, a.verified_at is not null as verified,
                array(select role from account.account_role r where r.account_id = a.id) as roles
            from account.session s left join account.account a on a.id = s.account_id
            where s.token_hash = $1 and s.revoked_at is null and s.expires_at > now()
            """;

    /** Whose browser session it is. A session in use lives on; that it is used is written once in five minutes. */
    Optional<Identity> findByToken(Token token, Device device, Instant expiresAt) {
        return database.find(
                BY_TOKEN, SessionRepository::identity, token.hash(), expiresAt, device.userAgent(), device.address());
    }

    private static final String BY_ID = """
            with seen as (
                update account.session set last_seen_at = now(),
                    user_agent = coalesce(left($3, 400), user_agent), address = coalesce($4, address)
                where id = $1 and account_id = $2 and revoked_at is null and expires_at > now()
                    and num_nonnulls($3::text, $4::text) > 0
                    and (coalesce(last_seen_at < now() - interval '5 minutes', true)
                        or user_agent is null and $3::text is not null)
            )
            select s.id as session_id, a.id as account_id, a.language, a.verified_at is not null as verified,
                array(select role from account.account_role r where r.account_id = a.id) as roles
            from account.session s join account.account a on a.id = s.account_id
            where s.id = $1 and a.id = $2 and s.revoked_at is null and s.expires_at > now()
            """;

    Optional<Identity> findById(IdentifyAccount asked) {
        return database.find(
                BY_ID,
                SessionRepository::identity,
                asked.sessionId(),
                asked.accountId(),
                asked.device().userAgent(),
                asked.device().address());
    }

    private static Identity identity(Row row) {
        String language = row.getString("language");
        return new Identity(
                row.getUUID("account_id"),
                row.getUUID("session_id"),
                AccountRepository.roles(row),
                language == null ? null : Language.valueOf(language),
                row.getBoolean("verified"));
    }

    private static final String REVOKE =
            "update account.session set revoked_at = now() where id = $1 and revoked_at is null";

    void revoke(Queries queries, UUID sessionId) {
        queries.run(REVOKE, sessionId);
    }

    /** A refresh token that was shown. {@code replayable}: used just now, and nothing was used after it. */
    record Shown(UUID accountId, UUID sessionId, boolean used, boolean replayable, Buffer successorSalt) {}

    private static final String SHOWN = """
            select s.account_id, t.session_id, t.used_at is not null as used, t.successor_salt,
                t.used_at > now() - make_interval(secs => $2) and not exists (
                    select from account.refresh_token later
                    where later.session_id = t.session_id and later.created_at > t.used_at) as replayable
            from account.refresh_token t join account.session s on s.id = t.session_id
            where t.token_hash = $1 and t.expires_at > now() and s.revoked_at is null and s.expires_at > now()
            for update of t
            """;

    /** Finds and locks a refresh token, so that two requests with the same one follow each other. */
    Optional<Shown> findRefreshToken(Transaction transaction, Token token, double graceSeconds) {
        return transaction.find(
                SHOWN,
                row -> new Shown(
                        row.getUUID("account_id"),
                        row.getUUID("session_id"),
                        row.getBoolean("used"),
                        Boolean.TRUE.equals(row.getBoolean("replayable")),
                        row.getBuffer("successor_salt")),
                token.hash(),
                graceSeconds);
    }

    private static final String ROTATE = """
            with used as (
                update account.refresh_token set used_at = now(), successor_salt = $2 where token_hash = $1
                returning session_id
            ), prolonged as (
                update account.session s set expires_at = $4 from used where s.id = used.session_id
            )
            insert into account.refresh_token (token_hash, session_id, expires_at) select $3, session_id, $4 from used
            """;

    void rotate(Transaction transaction, Token token, byte[] salt, Instant expiresAt) {
        Buffer successor = token.successor(salt).hash();
        transaction.send(ROTATE, token.hash(), Buffer.buffer(salt), successor, expiresAt);
    }

    private static final String ADD_TICKET = """
            insert into account.ticket (token_hash, session_id, language, address, expires_at)
            values ($1, $2, $3, $4, $5)
            """;

    void addTicket(Token ticket, Caller caller, Instant expiresAt) {
        database.run(ADD_TICKET, ticket.hash(), caller.sessionId(), caller.language(), caller.address(), expiresAt);
    }

    private static final String TAKE_TICKET = """
            with taken as (
                delete from account.ticket where token_hash = $1
                returning session_id, language, address, expires_at
            )
            select s.id as session_id, s.account_id, taken.language, taken.address,
                array(select role from account.account_role r where r.account_id = s.account_id) as roles
            from taken left join account.session s
                on s.id = taken.session_id and s.revoked_at is null and s.expires_at > now()
            where taken.expires_at > now() and (taken.session_id is null or s.id is not null)
            """;

    /** Whom a ticket lets in; it is worth nothing afterwards. */
    Optional<Caller> takeTicket(Token ticket, String requestId) {
        return database.find(
                TAKE_TICKET,
                row -> new Caller(
                        row.getUUID("account_id"),
                        row.getUUID("session_id"),
                        AccountRepository.roles(row),
                        Language.valueOf(row.getString("language")),
                        row.getString("address"),
                        requestId),
                ticket.hash());
    }

    private static final String SWEEP = """
            with tickets as (delete from account.ticket where expires_at < now()),
            refresh_tokens as (delete from account.refresh_token where used_at < now() - interval '1 day'),
            tokens as (delete from account.one_time_token where expires_at < now() - interval '1 day'),
            email_changes as (delete from account.email_change where revertable_until < now() - interval '1 day')
            delete from account.session where id in (
                select id from account.session
                where expires_at < now() - interval '1 day' or revoked_at < now() - interval '30 days'
                limit $1 for update skip locked)
            """;

    /** Forgets what has expired, so many sessions at most; a visitor's cart goes with the session. */
    int sweep(int limit) {
        return database.run(SWEEP, limit);
    }
}
