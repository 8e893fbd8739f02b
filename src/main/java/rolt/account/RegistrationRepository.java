package rolt.account;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import rolt.account.AccountMails.Addressee;
import rolt.platform.Database;
import rolt.platform.Language;
import rolt.platform.Transaction;

/** Registrations that wait for their address to be verified. */
final class RegistrationRepository {
    private final Database database;

    RegistrationRepository(Database database) {
        this.database = database;
    }

    /** A registration as it is stored. */
    record Registration(String email, String passwordHash, String name, Language language) {}

    private static Registration registration(Row row) {
        return new Registration(
                row.getString("email"),
                row.getString("password_hash"),
                row.getString("name"),
                Language.valueOf(row.getString("language")));
    }

    private static final String ADD = """
            with owner as (
                select name, language from account.account where email = $2
            ), pending as (
                insert into account.registration (token_hash, email, password_hash, name, language, expires_at)
                select $1, $2, $3, $4, $5, $6 where not exists (select from owner)
            )
            select name, language from owner
            """;

    /** Adds a registration, unless the address has an owner, who is answered. */
    Optional<Addressee> add(Transaction transaction, Registration wanted, Token token, Instant expiresAt) {
        return transaction.find(
                ADD,
                row -> new Addressee(
                        wanted.email(), row.getString("name"), Language.valueOf(row.getString("language"))),
                token.hash(),
                wanted.email(),
                wanted.passwordHash(),
                wanted.name(),
                wanted.language(),
                expiresAt);
    }

    private static final String RENEW = """
            with last as (
                select email, password_hash, name, language, created_at from account.registration
                where email = $1 and expires_at > now() order by created_at desc limit 1
            ), due as materialized (
                select email, password_hash, name, language from last where created_at < now() - interval '1 minute'
            ), added as (
                insert into account.registration (token_hash, email, password_hash, name, language, expires_at)
                select $2, $1, coalesce(due.password_hash, repeat('-', 97)), coalesce(due.name, '-'),
                    coalesce(due.language, 'VI'), case when due.email is null then '-infinity' else $3::timestamptz end
                from (values (1)) once left join due on true
            )
            select email, password_hash, name, language from due
            """;

    /**
     * Gives the last registration of an address one more token, at most one a minute. Where there is none a row is
     * written that is worth nothing, so that both take as long.
     */
    Optional<Registration> renew(Transaction transaction, String email, Token token, Instant expiresAt) {
        return transaction.find(RENEW, RegistrationRepository::registration, email, token.hash(), expiresAt);
    }

    private static final String FIND = """
            select email, password_hash, name, language from account.registration
            where token_hash = $1 and expires_at > now()
            """;

    Optional<Registration> find(Token token) {
        return database.find(FIND, RegistrationRepository::registration, token.hash());
    }

    private static final String BECOME_ACCOUNT = """
            with used as (
                delete from account.registration where token_hash = $1 and expires_at > now()
                returning email, password_hash, name, language
            ), rivals as (
                delete from account.registration r using used where r.email = used.email and r.token_hash <> $1
            ), added as (
                insert into account.account (email, password_hash, name, language, verified_at)
                select email, password_hash, name, language, now() from used
                on conflict on constraint account_email_once do nothing
                returning id
            )
            insert into account.account_role (account_id, role) select id, 'CUSTOMER' from added
            returning account_id
            """;

    /** Makes a registration the account of its address, and every other claim to that address worthless. */
    Optional<UUID> becomeAccount(Transaction transaction, Token token) {
        return transaction.find(BECOME_ACCOUNT, row -> row.getUUID("account_id"), token.hash());
    }

    private static final String SWEEP = "delete from account.registration where expires_at < now() - interval '1 day'";

    void sweep() {
        database.run(SWEEP);
    }
}
