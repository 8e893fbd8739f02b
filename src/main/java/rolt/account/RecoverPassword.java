package rolt.account;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import rolt.account.AccountMails.Addressee;
import rolt.account.AccountMessages.MailSent;
import rolt.account.AccountMessages.Nothing;
import rolt.account.PasswordMessages.ResetPassword;
import rolt.account.PasswordMessages.SendResetLink;
import rolt.account.PasswordRepository.Holder;
import rolt.mail.MailMessages.NoAccount;
import rolt.mail.MailMessages.PasswordChanged;
import rolt.mail.MailMessages.PasswordForgotten;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;

/** From a forgotten password to a new one, by way of the mailbox. An account without one gets its first this way. */
final class RecoverPassword {
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final Passwords passwords;
    private final PasswordRepository repository;
    private final AttemptRepository attempts;
    private final AccountMails mails;

    RecoverPassword(Platform platform, Passwords passwords) {
        this.passwords = passwords;
        this.repository = new PasswordRepository(platform.database());
        this.attempts = new AttemptRepository(platform.database());
        this.mails = new AccountMails(platform);
    }

    /** The same work, and a mail in any case: a link, or word that there is no account with this address. */
    MailSent sendResetLink(Caller caller, SendResetLink asked) {
        String email = AccountRules.email(asked.email());
        Token token = Token.random();
        Instant expiresAt = Instant.now().plus(LIFE);
        return mails.transaction(transaction -> {
            repository
                    .addLink(transaction, email, token, expiresAt)
                    .ifPresentOrElse(
                            holder -> sendLink(transaction, holder, token),
                            () -> tellNobody(transaction, caller, email));
            return new MailSent(email);
        });
    }

    /** At most one a minute. */
    private void sendLink(Transaction transaction, Holder holder, Token token) {
        Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        String url = mails.url(holder.language(), "/reset-password?token=" + token.text());
        mails.add(
                transaction,
                "password-forgotten/" + holder.id() + "/" + minute,
                holder.addressee(),
                new PasswordForgotten(holder.name(), url));
    }

    /** At most two a day: the address may be anybody's. Counting it as it is for others would take longer. */
    private void tellNobody(Transaction transaction, Caller caller, String email) {
        Instant half = Instant.now().truncatedTo(ChronoUnit.HALF_DAYS);
        mails.add(
                transaction,
                "no-account/" + new Token(email).fingerprint() + "/" + half,
                new Addressee(email, email, caller.language()),
                new NoAccount(email, mails.url(caller.language(), "/register")));
    }

    /**
     * Sets the password, ends every session and tells the owner.
     *
     * @throws Problem 422 for a link that is used or expired; 400 for a bad password, which leaves the link as it is
     */
    Nothing resetPassword(Caller caller, ResetPassword reset) {
        Token token = new Token(reset.token());
        Holder holder = repository.findByLink(token).orElseThrow(RecoverPassword::expired);
        String hash = passwords.hash(AccountRules.newPassword(reset.password(), holder.email()));
        mails.transaction(transaction -> {
            if (!repository.useLink(transaction, holder.id(), token, hash)) {
                throw expired();
            }
            tellOwner(mails, transaction, holder);
            return holder;
        });
        attempts.forget(Attempt.atLogin(caller, holder.email()));
        mails.tellChanged(holder.id());
        return null;
    }

    /** Tells the owner of an account that its password is another now. */
    static void tellOwner(AccountMails mails, Transaction transaction, Holder holder) {
        mails.add(
                transaction,
                "password-changed/" + holder.id() + "/" + Instant.now(),
                holder.addressee(),
                new PasswordChanged(holder.name(), mails.url(holder.language(), "/forgot-password")));
    }

    private static Problem expired() {
        return Problem.unprocessable("link-expired", Map.of());
    }
}
