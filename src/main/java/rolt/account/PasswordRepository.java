package rolt.account;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import rolt.account.AccountMails.Addressee;
import rolt.platform.Database;
import rolt.platform.Language;
import rolt.platform.Transaction;

/** Passwords, and the links that set them. */
final class PasswordRepository {
    private final Database database;

    PasswordRepository(Database database) {
        this.database = database;
    }

    /**
     * An account whose password is dealt with.
     *
     * @param passwordHash null where there is none
     */
    record Holder(UUID id, String email, String name, Language language, String passwordHash) {
        Addressee addressee() {
            return new Addressee(email, name, language);
        }
    }

    private static Holder holder(Row row) {
        return new Holder(
                row.getUUID("id"),
                row.getString("email"),
                row.getString("name"),
                Language.valueOf(row.getString("language")),
                row.getString("password_hash"));
    }

    private static final String BY_ID =
            "select id, email, name, language, password_hash from account.account where id = $1";

    Optional<Holder> find(UUID id) {
        return database.find(BY_ID, PasswordRepository::holder, id);
    }

    private static final String ADD_LINK = """
            with holder as (
                select id, email, name, language, password_hash from account.account where email = $1
            ), link as (
                insert into account.one_time_token (token_hash, account_id, purpose, expires_at)
                values ($2, (select id from holder), 'RESET_PASSWORD', $3)
            )
            select id, email, name, language, password_hash from holder
            """;

    /** Adds a link to the account of an address; one to nothing where there is none, so that both take as long. */
    Optional<Holder> addLink(Transaction transaction, String email, Token token, Instant expiresAt) {
        return transaction.find(ADD_LINK, PasswordRepository::holder, email, token.hash(), expiresAt);
    }

    private static final String BY_LINK = """
            select a.id, a.email, a.name, a.language, a.password_hash
            from account.one_time_token t join account.account a on a.id = t.account_id
            where t.token_hash = $1 and t.purpose = 'RESET_PASSWORD' and t.expires_at > now()
            """;

    Optional<Holder> findByLink(Token token) {
        return database.find(BY_LINK, PasswordRepository::holder, token.hash());
    }

    private static final String LOCK = "select from account.account where id = $1 for update";

    private static final String USE_LINK = """
            with used as (
                delete from account.one_time_token
                where token_hash = $2 and purpose = 'RESET_PASSWORD' and account_id = $1 and expires_at > now()
                returning account_id
            ), sessions as (
                update account.session s set revoked_at = now() from used
                where s.account_id = used.account_id and s.revoked_at is null
            ), others as (
                delete from account.one_time_token t using used
                where t.account_id = used.account_id and t.token_hash <> $2
            ), email_changes as (
                update account.email_change c set confirmable_until = least(confirmable_until, now()) from used
                where c.account_id = used.account_id and c.confirmed_at is null
            )
            update account.account a set password_hash = $3, verified_at = coalesce(a.verified_at, now())
            from used where a.id = used.account_id
            """;

    /**
     * Sets the password by a link, once; every session and every other link ends. Who can read the mail owns the
     * address, which is verified by it. Locked first, so that a login which is under way is seen or comes too late.
     */
    boolean useLink(Transaction transaction, UUID accountId, Token token, String passwordHash) {
        transaction.send(LOCK, accountId);
        return transaction.run(USE_LINK, accountId, token.hash(), passwordHash) > 0;
    }

    private static final String CHANGE = """
            with changed as (
                update account.account set password_hash = $4 where id = $1 and password_hash = $3 returning id
            ), sessions as (
                update account.session s set revoked_at = now() from changed
                where s.account_id = changed.id and s.id <> $2 and s.revoked_at is null
            ), links as (
                delete from account.one_time_token t using changed where t.account_id = changed.id
            ), email_changes as (
                update account.email_change c set confirmable_until = least(confirmable_until, now()) from changed
                where c.account_id = changed.id and c.confirmed_at is null
            )
            select id from changed
            """;

    /**
     * Changes the password that was shown, and ends all sessions but one and all links, apart from those by which the
     * owner of an address says that a change of it was not his.
     *
     * @return whether it was still the same
     */
    boolean change(Transaction transaction, Holder holder, UUID keptSession, String passwordHash) {
        transaction.send(LOCK, holder.id());
        return transaction
                .find(CHANGE, row -> true, holder.id(), keptSession, holder.passwordHash(), passwordHash)
                .isPresent();
    }
}
