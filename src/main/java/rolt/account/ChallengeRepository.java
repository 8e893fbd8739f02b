package rolt.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import rolt.account.AccountRepository.Known;
import rolt.account.SessionMessages.SessionKind;
import rolt.platform.Database;

/** Logins that lack the second factor yet. */
final class ChallengeRepository {
    private final Database database;

    ChallengeRepository(Database database) {
        this.database = database;
    }

    private static final String ADD = """
            insert into account.login_challenge (token_hash, account_id, kind, password_digest, expires_at)
            values ($1, $2, $3, sha256(convert_to($4, 'UTF8')), $5)
            """;

    void add(Token challenge, Known known, SessionKind kind, Instant expiresAt) {
        database.run(ADD, challenge.hash(), known.id(), kind, known.passwordHash(), expiresAt);
    }

    private static final String TRY = """
            update account.login_challenge set tries = tries + 1
            where token_hash = $1 and kind = $2 and tries < $3 and expires_at > now()
            returning account_id
            """;

    /** Whose challenge it is, while it may be tried; the try is counted first, so that many at once gain nothing. */
    Optional<UUID> tryOnce(Token challenge, SessionKind kind, int mostTries) {
        return database.find(TRY, row -> row.getUUID("account_id"), challenge.hash(), kind, mostTries);
    }

    private static final String TAKE = """
            with taken as (
                delete from account.login_challenge where token_hash = $1 returning account_id, password_digest
            )
            select a.id, a.password_hash from taken join account.account a on a.id = taken.account_id
                and sha256(convert_to(a.password_hash, 'UTF8')) is not distinct from taken.password_digest
            """;

    /** Who has passed; nobody where the password was changed meanwhile. The challenge is used up. */
    Optional<Known> take(Token challenge) {
        return database.find(
                TAKE, row -> new Known(row.getUUID("id"), row.getString("password_hash"), true), challenge.hash());
    }

    private static final String SWEEP = "delete from account.login_challenge where expires_at < now()";

    void sweep() {
        database.run(SWEEP);
    }
}
