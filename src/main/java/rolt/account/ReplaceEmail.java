package rolt.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import rolt.account.AccountMails.Addressee;
import rolt.account.AccountMessages.MailSent;
import rolt.account.AccountMessages.Verified;
import rolt.account.EmailMessages.ChangeEmail;
import rolt.account.EmailMessages.ConfirmEmail;
import rolt.account.EmailMessages.RevertEmail;
import rolt.account.EmailRepository.Change;
import rolt.account.EmailRepository.Changed;
import rolt.account.EmailRepository.Reverted;
import rolt.account.PasswordRepository.Holder;
import rolt.mail.MailMessages.AddressChangeAsked;
import rolt.mail.MailMessages.AddressChanged;
import rolt.mail.MailMessages.ConfirmNewAddress;
import rolt.mail.MailMessages.PasswordForgotten;
import rolt.platform.Caller;
import rolt.platform.DatabaseException;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;

/**
 * Moves an account to another e-mail address. The new address confirms, in a session of the account; the old one can say
 * that it was not its owner, before the change takes effect and for a week after.
 */
final class ReplaceEmail {
    private static final Duration CONFIRM_LIFE = Duration.ofHours(24);
    private static final Duration REVERT_LIFE = Duration.ofDays(7);
    private static final Duration RESET_LIFE = Duration.ofMinutes(30);

    private final CheckPassword check;
    private final EmailRepository repository = new EmailRepository();
    private final AccountMails mails;

    ReplaceEmail(Platform platform, Passwords passwords) {
        this.check = new CheckPassword(platform, passwords);
        this.mails = new AccountMails(platform);
    }

    /**
     * Mails both addresses; the answer does not tell whether the new one has an account, nor that it was sent enough
     * mails lately and nothing happens.
     */
    MailSent changeEmail(Caller caller, ChangeEmail asked) {
        String email = AccountRules.email(asked.email());
        Holder holder = check.own(caller, asked.password());
        if (email.equals(holder.email())) {
            throw Problem.invalid("email", "same-email");
        }
        Change change = new Change(holder.id(), holder.email(), email, Token.random(), Token.random());
        mails.transaction(transaction -> {
            if (mails.mayWriteTo(transaction, email, ConfirmNewAddress.class)) {
                begin(transaction, change, holder);
            }
            return change;
        });
        return new MailSent(email);
    }

    private void begin(Transaction transaction, Change change, Holder holder) {
        repository
                .begin(
                        transaction,
                        change,
                        Instant.now().plus(CONFIRM_LIFE),
                        Instant.now().plus(REVERT_LIFE))
                .ifPresentOrElse(
                        owner -> mails.addAlreadyRegistered(transaction, owner),
                        () -> askNew(transaction, change, holder));
        tellOld(transaction, change, holder);
    }

    private void askNew(Transaction transaction, Change change, Holder holder) {
        String url = mails.url(
                holder.language(), "/confirm-email?token=" + change.confirm().text());
        mails.add(
                transaction,
                "confirm-address/" + change.confirm().fingerprint(),
                new Addressee(change.newEmail(), holder.name(), holder.language()),
                new ConfirmNewAddress(url));
    }

    private void tellOld(Transaction transaction, Change change, Holder holder) {
        Addressee to = holder.addressee();
        mails.add(
                transaction,
                "address-change-asked/" + change.revert().fingerprint(),
                to,
                new AddressChangeAsked(to.name(), change.newEmail(), revertUrl(to, change.revert())));
    }

    private String revertUrl(Addressee to, Token revert) {
        return mails.url(to.language(), "/revert-email?token=" + revert.text());
    }

    /** @throws Problem 422 for a link that is used, expired or another's; 409 where the address has an account by now */
    Verified confirmEmail(Caller caller, ConfirmEmail given) {
        Token revert = Token.random();
        Change links = new Change(caller.accountId(), null, null, new Token(given.token()), revert);
        Changed changed = unlessTaken(() -> mails.transaction(transaction -> confirmed(transaction, links)));
        mails.tellChanged(caller.accountId());
        return new Verified(changed.newEmail());
    }

    private Changed confirmed(Transaction transaction, Change links) {
        Changed changed = repository
                .confirm(transaction, links.accountId(), links, Instant.now().plus(REVERT_LIFE))
                .orElseThrow(ReplaceEmail::expired);
        Addressee old = changed.old();
        mails.add(
                transaction,
                "address-changed/" + links.revert().fingerprint(),
                old,
                new AddressChanged(old.name(), changed.newEmail(), revertUrl(old, links.revert())));
        return changed;
    }

    /**
     * "It was not me": the account has its old address, nobody is signed in, the password is worthless, and a link to a
     * new one is on its way to the old address.
     *
     * @throws Problem 422 for a link that is used or expired; 409 where the old address has another account by now
     */
    Verified revertEmail(RevertEmail given) {
        Token revert = new Token(given.token());
        Token reset = Token.random();
        Reverted reverted = unlessTaken(() -> mails.transaction(transaction -> reverted(transaction, revert, reset)));
        mails.tellChanged(reverted.accountId());
        return new Verified(reverted.owner().email());
    }

    private Reverted reverted(Transaction transaction, Token revert, Token reset) {
        Reverted reverted = repository
                .revert(transaction, revert, reset, Instant.now().plus(RESET_LIFE))
                .orElseThrow(ReplaceEmail::expired);
        Addressee owner = reverted.owner();
        String url = mails.url(owner.language(), "/reset-password?token=" + reset.text());
        mails.add(
                transaction,
                "password-forgotten/" + reset.fingerprint(),
                owner,
                new PasswordForgotten(owner.name(), url));
        return reverted;
    }

    private static <T> T unlessTaken(Supplier<T> change) {
        try {
            return change.get();
        } catch (DatabaseException e) {
            if (e.broke("account_email_once")) {
                throw Problem.conflict("email.taken");
            }
            throw e;
        }
    }

    private static Problem expired() {
        return Problem.unprocessable("link-expired", Map.of());
    }
}
