package rolt.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import rolt.account.AccountMails.Addressee;
import rolt.platform.Transaction;

/** Changes of the e-mail addresses of accounts. */
final class EmailRepository {
    /**
     * A change under way.
     *
     * @param confirm the link that the new address is sent
     * @param revert the link that the old address is sent
     */
    record Change(UUID accountId, String oldEmail, String newEmail, Token confirm, Token revert) {}

    private static final String BEGIN = """
            with earlier as (
                update account.email_change set confirmable_until = least(confirmable_until, now())
                where account_id = $1 and confirmed_at is null
            ), begun as (
                insert into account.email_change
                    (account_id, old_email, new_email, confirm_hash, revert_hash, confirmable_until, revertable_until)
                values ($1, $2, $3, $4, $5, $6, $7)
            )
            select email, name, language from account.account where email = $3
            """;

    /**
     * Begins a change in place of those that were not confirmed, whose old address can still say that it was not its
     * owner; answers who has the new address already.
     */
    Optional<Addressee> begin(
            Transaction transaction, Change change, Instant confirmableUntil, Instant revertableUntil) {
        return transaction.find(
                BEGIN,
                AccountRepository::addressee,
                change.accountId(),
                change.oldEmail(),
                change.newEmail(),
                change.confirm().hash(),
                change.revert().hash(),
                confirmableUntil,
                revertableUntil);
    }

    private static final String LOCK = "select from account.account where id = $1 for update";

    private static final String CONFIRM = """
            with used as (
                update account.email_change
                set confirmed_at = now(), confirm_hash = null, revertable_until = $4
                where confirm_hash = $2 and account_id = $1 and confirmable_until > now()
                returning account_id, old_email, new_email, created_at, confirmed_at, confirmable_until
            ), second_link as (
                insert into account.email_change (account_id, old_email, new_email, created_at, confirmed_at,
                    confirmable_until, revert_hash, revertable_until)
                select account_id, old_email, new_email, created_at, confirmed_at, confirmable_until, $3, $4 from used
            ), links as (
                delete from account.one_time_token t using used where t.account_id = used.account_id
            )
            update account.account a set email = used.new_email, verified_at = now() from used
            where a.id = used.account_id and a.email = used.old_email
            returning used.old_email as email, a.name, a.language, a.email as new_email
            """;

    /** An address that was changed. */
    record Changed(Addressee old, String newEmail) {}

    /** Lets a change take effect, for its owner alone: a stranger may read the mail where the address was mistyped. */
    Optional<Changed> confirm(Transaction transaction, UUID accountId, Change links, Instant revertableUntil) {
        transaction.send(LOCK, accountId);
        return transaction.find(
                CONFIRM,
                row -> new Changed(AccountRepository.addressee(row), row.getString("new_email")),
                accountId,
                links.confirm().hash(),
                links.revert().hash(),
                revertableUntil);
    }

    private static final String LOCK_REVERTED = """
            select from account.account
            where id = (select account_id from account.email_change where revert_hash = $1) for update
            """;

    private static final String REVERT = """
            with used as (
                delete from account.email_change c where revert_hash = $1 and revertable_until > now()
                returning account_id, old_email, (
                    select min(created_at) from account.email_change e
                    where e.account_id = c.account_id and e.old_email = c.old_email) as created_at
            ), later as (
                delete from account.email_change c using used
                where c.account_id = used.account_id and c.revert_hash <> $1 and c.created_at >= used.created_at
            ), sessions as (
                update account.session s set revoked_at = now() from used
                where s.account_id = used.account_id and s.revoked_at is null
            ), links as (
                delete from account.one_time_token t using used where t.account_id = used.account_id
            ), google as (
                delete from account.google_identity g using used where g.account_id = used.account_id
            ), factor as (
                delete from account.second_factor f using used
                where f.account_id = used.account_id
                    and (f.confirmed_at is null or f.confirmed_at >= used.created_at)
            ), codes as (
                delete from account.recovery_code r using used
                where r.account_id = used.account_id and r.created_at >= used.created_at
            ), challenges as (
                delete from account.login_challenge l using used where l.account_id = used.account_id
            ), link as (
                insert into account.one_time_token (token_hash, account_id, purpose, expires_at)
                select $2, account_id, 'RESET_PASSWORD', $3 from used
            )
            update account.account a set email = used.old_email, password_hash = null
            from used where a.id = used.account_id
            returning a.id, a.email, a.name, a.language
            """;

    /** An account that has its old address again. */
    record Reverted(UUID accountId, Addressee owner) {}

    /**
     * Gives an account back to its old address, with a link to a new password: whoever changed it knew the old one.
     * Changes that followed are gone with it, and all links that this address was sent; changes before can still be taken
     * back by whoever was sent theirs. Gone too is every way to sign in that somebody with the old password may have
     * made: Google whenever it was linked, and a second factor or recovery codes that are younger than the first change
     * that this address can take back. An older second factor is the owner's.
     */
    Optional<Reverted> revert(Transaction transaction, Token revert, Token reset, Instant resetUntil) {
        transaction.send(LOCK_REVERTED, revert.hash());
        return transaction.find(
                REVERT,
                row -> new Reverted(row.getUUID("id"), AccountRepository.addressee(row)),
                revert.hash(),
                reset.hash(),
                resetUntil);
    }
}
