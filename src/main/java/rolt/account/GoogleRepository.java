package rolt.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import rolt.account.AccountRepository.Known;
import rolt.platform.Database;
import rolt.platform.Language;
import rolt.platform.Transaction;

/** Who signs in with Google, and who is on the way. */
final class GoogleRepository {
    private final Database database;

    GoogleRepository(Database database) {
        this.database = database;
    }

    /**
     * A browser that was sent to Google.
     *
     * @param accountId null to sign in; the account that is to be linked
     */
    record Attempt(String state, String nonce, String verifier, String next, UUID accountId) {}

    private static final String ADD_ATTEMPT = """
            insert into account.google_attempt (ticket_hash, state, nonce, verifier, next, account_id, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;

    void add(Token ticket, Attempt attempt, Instant expiresAt) {
        database.run(
                ADD_ATTEMPT,
                ticket.hash(),
                attempt.state(),
                attempt.nonce(),
                attempt.verifier(),
                attempt.next(),
                attempt.accountId(),
                expiresAt);
    }

    private static final String TAKE_ATTEMPT = """
            with taken as (delete from account.google_attempt where ticket_hash = $1 returning *)
            select state, nonce, verifier, next, account_id from taken where expires_at > now()
            """;

    /** Each comes back once. */
    Optional<Attempt> take(Token ticket) {
        return database.find(
                TAKE_ATTEMPT,
                row -> new Attempt(
                        row.getString("state"),
                        row.getString("nonce"),
                        row.getString("verifier"),
                        row.getString("next"),
                        row.getUUID("account_id")),
                ticket.hash());
    }

    private static final String BY_SUBJECT = """
            select a.id, a.password_hash, exists (
                select from account.second_factor f where f.account_id = a.id and confirmed_at is not null) as second_factor
            from account.google_identity g join account.account a on a.id = g.account_id where g.subject = $1
            """;

    Optional<Known> find(String subject) {
        return database.find(BY_SUBJECT, AccountRepository::known, subject);
    }

    private static final String LINK_BY_EMAIL = """
            insert into account.google_identity (subject, account_id)
            select $1, id from account.account where email = $2 and verified_at is not null
            on conflict do nothing
            returning account_id
            """;

    /** Links the account whose verified address it is, unless that is linked to somebody else already. */
    Optional<UUID> linkByEmail(Transaction transaction, String subject, String email) {
        return transaction.find(LINK_BY_EMAIL, row -> row.getUUID("account_id"), subject, email);
    }

    private static final String CREATE = """
            with added as (
                insert into account.account (email, name, language, verified_at) values ($2, $3, $4, now())
                on conflict on constraint account_email_once do nothing
                returning id
            ), role as (
                insert into account.account_role (account_id, role) select id, 'CUSTOMER' from added
            ), identity as (
                insert into account.google_identity (subject, account_id) select $1, id from added
            ), claims as (
                delete from account.registration r using added where r.email = $2
            )
            select id, null::text as password_hash, false as second_factor from added
            """;

    /** A new account without a password; none where the address has one. */
    Optional<Known> create(String subject, String email, String name, Language language) {
        return database.find(CREATE, AccountRepository::known, subject, email, name, language);
    }

    private static final String LINK = """
            insert into account.google_identity (subject, account_id) values ($1, $2) on conflict do nothing
            """;

    /** False where one of the two is linked already. */
    boolean link(Transaction transaction, String subject, UUID accountId) {
        return transaction.run(LINK, subject, accountId) > 0;
    }

    private static final String UNLINK = "delete from account.google_identity where account_id = $1";

    boolean unlink(Transaction transaction, UUID accountId) {
        return transaction.run(UNLINK, accountId) > 0;
    }

    private static final String SWEEP = "delete from account.google_attempt where expires_at < now()";

    void sweep() {
        database.run(SWEEP);
    }
}
