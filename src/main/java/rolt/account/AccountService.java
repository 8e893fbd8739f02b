package rolt.account;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import rolt.account.AccountMessages.AccountChanged;
import rolt.account.AccountMessages.MailSent;
import rolt.account.AccountMessages.Me;
import rolt.account.AccountMessages.Nothing;
import rolt.account.AccountMessages.Register;
import rolt.account.AccountMessages.ResendVerification;
import rolt.account.AccountMessages.Verified;
import rolt.account.AccountMessages.VerifyEmail;
import rolt.account.AccountRepository.Addressee;
import rolt.account.AccountRepository.Registration;
import rolt.account.AccountRepository.VerifiedAccount;
import rolt.mail.MailMessages.AlreadyRegistered;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailMessages.VerifyAddress;
import rolt.platform.Caller;
import rolt.platform.Language;
import rolt.platform.Outbox;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;

/** Registration, the verification of the e-mail address, and the account as its owner sees it. */
final class AccountService {
    private static final Duration VERIFY_LIFE = Duration.ofHours(24);

    private final Platform platform;
    private final Passwords passwords;
    private final AccountRepository accounts;

    AccountService(Platform platform, Passwords passwords, AccountRepository accounts) {
        this.platform = platform;
        this.passwords = passwords;
        this.accounts = accounts;
    }

    /** Registers, or tells the owner of the address by mail that there is an account; the answer is the same. */
    MailSent register(Caller caller, Register register) {
        String email = AccountRules.email(register.email());
        String name = AccountRules.name(register.name());
        String hash = passwords.hash(AccountRules.newPassword(register.password(), email));
        Language language = register.language() == null ? caller.language() : register.language();
        Registration account = new Registration(email, hash, name, language);
        mail(email, (transaction, token) -> accounts.register(transaction, account, token, verifyUntil()))
                .ifPresent(this::tellChanged);
        return new MailSent(email);
    }

    /** Sends the verification mail again; the answer does not tell whether there was anything to send. */
    MailSent resendVerification(ResendVerification resend) {
        String email = AccountRules.email(resend.email());
        mail(email, (transaction, token) -> accounts.renew(transaction, email, token, verifyUntil()));
        return new MailSent(email);
    }

    private static Instant verifyUntil() {
        return Instant.now().plus(VERIFY_LIFE);
    }

    /** Changes the accounts and queues the mail that follows from it in one transaction. */
    private Optional<UUID> mail(String email, BiFunction<Transaction, Token, Optional<Addressee>> change) {
        Token token = Token.random();
        Optional<UUID> changed = platform.database().transaction(transaction -> {
            Optional<Addressee> addressee = change.apply(transaction, token);
            addressee.ifPresent(to -> queue(transaction, email, to, token));
            return addressee.filter(Addressee::pending).map(Addressee::id);
        });
        platform.bus().publish(Outbox.HINT, new JsonObject());
        return changed;
    }

    private void queue(Transaction transaction, String email, Addressee to, Token token) {
        if (to.pending()) {
            VerifyAddress values = new VerifyAddress(to.name(), url(to, "/verify-email?token=" + token.text()));
            Mail mail = Mail.of(to.language(), email, values);
            Outbox.add(transaction, Outbox.Kind.MAIL, "verify-address/" + to.id() + "/" + token.fingerprint(), mail);
        } else {
            Mail mail = Mail.of(to.language(), email, new AlreadyRegistered(to.name(), url(to, "/login")));
            Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
            Outbox.add(transaction, Outbox.Kind.MAIL, "already-registered/" + to.id() + "/" + hour, mail);
        }
    }

    private String url(Addressee to, String path) {
        String prefix = to.language() == Language.EN ? "/en" : "";
        return platform.config().http().publicUrl() + prefix + path;
    }

    Verified verifyEmail(VerifyEmail verify) {
        VerifiedAccount account = accounts.verify(new Token(verify.token()))
                .orElseThrow(() -> Problem.unprocessable("link-expired", Map.of()));
        tellChanged(account.id());
        return new Verified(account.email());
    }

    Me getMe(Caller caller, Nothing nothing) {
        return accounts.findMe(caller.accountId()).orElseThrow(() -> Problem.notFound("account"));
    }

    private void tellChanged(UUID accountId) {
        platform.bus().publish(AccountMessages.CHANGED, new AccountChanged(accountId));
    }
}
