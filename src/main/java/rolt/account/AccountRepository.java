package rolt.account;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rolt.account.AccountMessages.Me;
import rolt.platform.Database;
import rolt.platform.Language;
import rolt.platform.Role;
import rolt.platform.Transaction;

/** Accounts, their roles and the one-time tokens of their mails. */
final class AccountRepository {
    private final Database database;

    AccountRepository(Database database) {
        this.database = database;
    }

    /** Whom a mail goes to. {@code pending}: the address still has to be verified. */
    record Addressee(UUID id, String name, Language language, boolean pending) {}

    private static Addressee addressee(Row row) {
        return new Addressee(
                row.getUUID("id"),
                row.getString("name"),
                Language.valueOf(row.getString("language")),
                row.getBoolean("pending"));
    }

    private static final String REGISTER = """
            with fresh as (
                insert into account.account as a (email, password_hash, name, language) values ($1, $2, $3, $4)
                on conflict on constraint account_email_once do update
                    set password_hash = excluded.password_hash, name = excluded.name, language = excluded.language
                    where a.verified_at is null
                returning id, name, language
            ), customer as (
                insert into account.account_role (account_id, role) select id, 'CUSTOMER' from fresh
                on conflict do nothing
            ), earlier_tokens as (
                delete from account.one_time_token t using fresh where t.account_id = fresh.id
            ), earlier_sessions as (
                update account.session s set revoked_at = now() from fresh
                where s.account_id = fresh.id and s.revoked_at is null
            ), token as (
                insert into account.one_time_token (token_hash, account_id, purpose, expires_at)
                select $5, id, 'VERIFY_EMAIL', $6 from fresh
            )
            select id, name, language, true as pending from fresh
            union all
            select id, name, language, false from account.account where email = $1 and verified_at is not null
            """;

    /** A registration as it is stored. */
    record Registration(String email, String passwordHash, String name, Language language) {}

    /**
     * Adds an account with a token to verify it. An account whose address was never verified belongs to nobody yet: the
     * last one to register has it, and what earlier ones were given becomes worthless.
     */
    Optional<Addressee> register(Transaction transaction, Registration account, Token token, Instant expiresAt) {
        return transaction.find(
                REGISTER,
                AccountRepository::addressee,
                account.email(),
                account.passwordHash(),
                account.name(),
                account.language(),
                token.hash(),
                expiresAt);
    }

    private static final String RENEW = """
            with pending as (
                select id, name, language from account.account a
                where email = $1 and verified_at is null and not exists (
                    select from account.one_time_token t
                    where t.account_id = a.id and t.created_at > now() - interval '1 minute')
            ), token as (
                insert into account.one_time_token (token_hash, account_id, purpose, expires_at)
                select $2, id, 'VERIFY_EMAIL', $3 from pending
            )
            select id, name, language, true as pending from pending
            """;

    /** Adds a further token, at most one a minute; none where nothing is to be verified. */
    Optional<Addressee> renew(Transaction transaction, String email, Token token, Instant expiresAt) {
        return transaction.find(RENEW, AccountRepository::addressee, email, token.hash(), expiresAt);
    }

    private static final String VERIFY = """
            with used as (
                delete from account.one_time_token where token_hash = $1 and purpose = 'VERIFY_EMAIL'
                returning account_id, expires_at
            )
            update account.account a set verified_at = coalesce(verified_at, now())
            from used where a.id = used.account_id and used.expires_at > now()
            returning a.id, a.email
            """;

    record VerifiedAccount(UUID id, String email) {}

    Optional<VerifiedAccount> verify(Token token) {
        return database.find(
                VERIFY, row -> new VerifiedAccount(row.getUUID("id"), row.getString("email")), token.hash());
    }

    private static final String CREDENTIALS = "select id, password_hash from account.account where email = $1";

    record Known(UUID id, String passwordHash) {}

    Optional<Known> findCredentials(String email) {
        return database.find(CREDENTIALS, row -> new Known(row.getUUID("id"), row.getString("password_hash")), email);
    }

    private static final String ME = """
            select id, email, name, phone, language, verified_at is not null as verified,
                array(select role from account.account_role r where r.account_id = a.id) as roles
            from account.account a where id = $1
            """;

    Optional<Me> findMe(UUID id) {
        return database.find(ME, AccountRepository::me, id);
    }

    private static Me me(Row row) {
        return new Me(
                row.getUUID("id"),
                row.getString("email"),
                row.getString("name"),
                row.getString("phone"),
                Language.valueOf(row.getString("language")),
                row.getBoolean("verified"),
                roles(row));
    }

    static Set<Role> roles(Row row) {
        return Arrays.stream(row.getArrayOfStrings("roles")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
