package rolt.account;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import rolt.account.AccountMessages.AccountChanged;
import rolt.account.AccountMessages.AccountGone;
import rolt.mail.MailMessages.AlreadyRegistered;
import rolt.mail.MailMessages.Content;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailMessages.SignInChange;
import rolt.mail.MailMessages.SignInChanged;
import rolt.platform.Language;
import rolt.platform.Outbox;
import rolt.platform.Platform;
import rolt.platform.Transaction;

/** Tells what has happened to an account: its owner by mail, the other nodes by an event. */
final class AccountMails {
    private final Platform platform;
    private final AccountRepository accounts;
    private final StrangerMailRepository strangers = new StrangerMailRepository();

    AccountMails(Platform platform) {
        this.platform = platform;
        this.accounts = new AccountRepository(platform.database());
    }

    /** Whom a mail goes to. */
    record Addressee(String email, String name, Language language) {}

    /** A transaction that may write mails; once it is committed they are sent at once. */
    <T> T transaction(Function<Transaction, T> work) {
        T result = platform.database().transaction(work);
        platform.bus().publish(Outbox.HINT, new JsonObject());
        return result;
    }

    /** @param occasion names the mail; the same occasion is told once */
    <C extends Record & Content> void add(Transaction transaction, String occasion, Addressee to, C content) {
        Outbox.add(transaction, Outbox.Kind.MAIL, occasion, Mail.of(to.language(), to.email(), content));
    }

    /** Writes what a mail costs to write, and sends none. */
    <C extends Record & Content> void addNothing(Transaction transaction, String occasion, C content) {
        Outbox.addDone(transaction, Outbox.Kind.MAIL, occasion, Mail.of(Language.VI, "", content));
    }

    /**
     * Changes how one signs in to an account; if that takes effect its owner is told, because it may not have been him.
     *
     * @param effect whether anything was changed
     */
    boolean changeSignIn(UUID accountId, SignInChange change, Predicate<Transaction> effect) {
        boolean changed = transaction(transaction -> {
            boolean done = effect.test(transaction);
            if (done) {
                addSignInChanged(transaction, accountId, change);
            }
            return done;
        });
        if (changed) {
            tellChanged(accountId);
        }
        return changed;
    }

    void addSignInChanged(Transaction transaction, UUID accountId, SignInChange change) {
        addSignInChanged(transaction, accountId, change, Instant.now());
    }

    /** Somebody knows the password and guesses codes; told at most once a day. */
    void tellOfGuessedCodes(UUID accountId) {
        Instant day = Instant.now().truncatedTo(ChronoUnit.DAYS);
        transaction(transaction -> {
            addSignInChanged(transaction, accountId, SignInChange.CODES_GUESSED, day);
            return accountId;
        });
    }

    private void addSignInChanged(Transaction transaction, UUID accountId, SignInChange change, Instant when) {
        Addressee to = accounts.getAddressee(transaction, accountId);
        add(
                transaction,
                "sign-in-changed/" + accountId + "/" + change + "/" + when,
                to,
                new SignInChanged(to.name(), change, url(to.language(), "/forgot-password")));
    }

    /**
     * Whether a mail may go to an address that anybody can name; what is refused is to be answered the same.
     *
     * @param template of what is sent where the address has no account; what is sent to its owner counts as that
     */
    boolean mayWriteTo(Transaction transaction, String email, Class<? extends Content> template) {
        return strangers.allow(transaction, email, template);
    }

    /** Somebody wants an account with an address that has one; told at most once an hour. */
    void addAlreadyRegistered(Transaction transaction, Addressee owner) {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        add(
                transaction,
                "already-registered/" + new Token(owner.email()).fingerprint() + "/" + hour,
                owner,
                new AlreadyRegistered(owner.name(), url(owner.language(), "/login")));
    }

    /** The full address of a page in a language. */
    String url(Language language, String path) {
        String prefix = language == Language.EN ? "/en" : "";
        return platform.config().http().publicUrl() + prefix + path;
    }

    /** After the commit: what any node knows of this account is out of date. */
    void tellChanged(UUID accountId) {
        platform.bus().publish(AccountMessages.CHANGED, new AccountChanged(accountId));
    }

    /** After the commit that deleted an account: what hung on it is gone, too. */
    void tellGone(AccountGone gone) {
        platform.bus().publish(AccountMessages.GONE, gone);
    }
}
