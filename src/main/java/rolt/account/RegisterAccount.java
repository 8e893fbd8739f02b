package rolt.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import rolt.account.AccountMails.Addressee;
import rolt.account.AccountMessages.MailSent;
import rolt.account.AccountMessages.Register;
import rolt.account.AccountMessages.ResendVerification;
import rolt.account.AccountMessages.Verified;
import rolt.account.AccountMessages.VerifyEmail;
import rolt.account.RegistrationRepository.Registration;
import rolt.mail.MailMessages.VerifyAddress;
import rolt.platform.Caller;
import rolt.platform.Language;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;

/**
 * From a claim to an address to an account. A claim is nothing yet: the account is made by whoever can read the mail and
 * knows the password of that very registration, so that nobody can prepare an account for its later owner.
 */
final class RegisterAccount {
    private static final Duration VERIFY_LIFE = Duration.ofHours(24);

    private final Passwords passwords;
    private final CheckPassword check;
    private final RegistrationRepository registrations;
    private final AccountMails mails;

    RegisterAccount(Platform platform, Passwords passwords) {
        this.passwords = passwords;
        this.check = new CheckPassword(platform, passwords);
        this.registrations = new RegistrationRepository(platform.database());
        this.mails = new AccountMails(platform);
    }

    /**
     * Registers, or tells the owner of the address by mail that there is an account. The answer is the same, also where
     * the address was sent enough mails lately: then nothing is kept that no mail could verify.
     */
    MailSent register(Caller caller, Register register) {
        String email = AccountRules.email(register.email());
        String name = AccountRules.name(register.name());
        String hash = passwords.hash(AccountRules.newPassword(register.password(), email));
        Language language = register.language() == null ? caller.language() : register.language();
        Registration wanted = new Registration(email, hash, name, language);
        Token token = Token.random();
        return mails.transaction(transaction -> {
            if (mails.mayWriteTo(transaction, email, VerifyAddress.class)) {
                registrations
                        .add(transaction, wanted, token, verifyUntil())
                        .ifPresentOrElse(
                                owner -> mails.addAlreadyRegistered(transaction, owner),
                                () -> sendLink(transaction, wanted, token));
            }
            return new MailSent(email);
        });
    }

    private void sendLink(Transaction transaction, Registration wanted, Token token) {
        String url = mails.url(wanted.language(), "/verify-email?token=" + token.text());
        mails.add(
                transaction,
                "verify-address/" + token.fingerprint(),
                new Addressee(wanted.email(), wanted.name(), wanted.language()),
                new VerifyAddress(url));
    }

    /** Takes as long as {@link #sendLink}. */
    private void sendNothing(Transaction transaction, Token token) {
        String url = mails.url(Language.VI, "/verify-email?token=" + token.text());
        mails.addNothing(transaction, "no-registration/" + token.fingerprint(), new VerifyAddress(url));
    }

    /** Sends the verification mail again; neither answer nor time tells whether there was anything to send. */
    MailSent resendVerification(ResendVerification resend) {
        String email = AccountRules.email(resend.email());
        Token token = Token.random();
        return mails.transaction(transaction -> {
            if (mails.mayWriteTo(transaction, email, VerifyAddress.class)) {
                registrations
                        .renew(transaction, email, token, verifyUntil())
                        .ifPresentOrElse(
                                wanted -> sendLink(transaction, wanted, token), () -> sendNothing(transaction, token));
            }
            return new MailSent(email);
        });
    }

    private static Instant verifyUntil() {
        return Instant.now().plus(VERIFY_LIFE);
    }

    /**
     * Makes the account.
     *
     * @throws Problem 422 for a link that is used, expired or overtaken; 400 for the wrong password, which leaves the
     *     link as it is
     */
    Verified verifyEmail(Caller caller, VerifyEmail verify) {
        Token token = new Token(verify.token());
        Registration wanted = registrations.find(token).orElseThrow(RegisterAccount::expired);
        Attempt attempt = Attempt.atRegistration(caller, token);
        if (!check.isRight(attempt, verify.password(), Optional.of(wanted.passwordHash()))) {
            throw CheckPassword.wrong();
        }
        mails.transaction(transaction -> registrations.becomeAccount(transaction, token))
                .orElseThrow(RegisterAccount::expired);
        return new Verified(wanted.email());
    }

    private static Problem expired() {
        return Problem.unprocessable("link-expired", Map.of());
    }
}
