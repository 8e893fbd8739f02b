package rolt.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rolt.account.AccountMessages.Nothing;
import rolt.account.AccountRepository.Known;
import rolt.account.GoogleMessages.BeginGoogle;
import rolt.account.GoogleMessages.FinishGoogle;
import rolt.account.GoogleMessages.GoogleBegun;
import rolt.account.GoogleMessages.GoogleFinished;
import rolt.account.GoogleMessages.UnlinkGoogle;
import rolt.account.GoogleProvider.Person;
import rolt.account.GoogleRepository.Attempt;
import rolt.account.SessionMessages.SessionKind;
import rolt.mail.MailMessages.SignInChange;
import rolt.platform.Caller;
import rolt.platform.Config;
import rolt.platform.Language;
import rolt.platform.Platform;
import rolt.platform.Problem;

/** To Google and back: into the account that is linked, that can be linked, or that is new. */
final class SignInWithGoogle {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String RETURN = "/login/google/return";

    private final Config.Google settings;
    private final GoogleProvider provider;
    private final GoogleRepository repository;
    private final CheckPassword check;
    private final Challenge challenge;
    private final OpenSession open;
    private final AccountMails mails;

    SignInWithGoogle(Platform platform, Passwords passwords, Challenge challenge, OpenSession open) {
        this.settings = platform.config().google();
        this.provider = new GoogleProvider(platform.vertx(), settings);
        this.repository = new GoogleRepository(platform.database());
        this.check = new CheckPassword(platform, passwords);
        this.challenge = challenge;
        this.open = open;
        this.mails = new AccountMails(platform);
    }

    /** @throws Problem 400 for a wrong password; 404 without settings; 503 while Google cannot be asked */
    GoogleBegun beginGoogle(Caller caller, BeginGoogle asked) {
        if (!settings.offered()) {
            throw Problem.notFound("page");
        }
        UUID linked = asked.password() == null ? null : owner(caller, asked.password());
        String verifier = Token.random().text() + Token.random().text();
        Attempt attempt = new Attempt(Token.random().text(), Token.random().text(), verifier, asked.next(), linked);
        String url = provider.authorizeUrl(attempt, returnUrl(caller));
        Token ticket = Token.random();
        repository.add(ticket, attempt, Instant.now().plus(LIFE));
        return new GoogleBegun(ticket.text(), url);
    }

    private UUID owner(Caller caller, String password) {
        if (!caller.signedIn()) {
            throw Problem.unauthorized("sign-in-needed");
        }
        return check.own(caller, password).id();
    }

    private String returnUrl(Caller caller) {
        return mails.url(caller.language(), RETURN);
    }

    /**
     * @throws Problem 422 for what did not begin in this browser, or was not vouched for by Google; 409 where no account
     *     can be the one that is meant
     */
    GoogleFinished finishGoogle(Caller caller, FinishGoogle given) {
        Attempt attempt = repository
                .take(new Token(given.ticket()))
                .filter(begun -> begun.state().equals(given.state()))
                .orElseThrow(() -> Problem.unprocessable("google-refused", Map.of()));
        Person person = provider.person(attempt, returnUrl(caller), given.code());
        if (attempt.accountId() != null) {
            link(caller, attempt.accountId(), person);
            return new GoogleFinished(null, null, attempt.next());
        }
        Known known = repository.find(person.subject()).orElseGet(() -> adopt(person, caller.language()));
        return challenge
                .begin(known, SessionKind.BROWSER)
                .map(token -> new GoogleFinished(null, token.text(), attempt.next()))
                .orElseGet(() -> new GoogleFinished(open.forBrowser(caller, known), null, attempt.next()));
    }

    private void link(Caller caller, UUID accountId, Person person) {
        if (!accountId.equals(caller.accountId())) {
            throw Problem.unauthorized("sign-in-needed");
        }
        if (!mails.changeSignIn(
                accountId,
                SignInChange.GOOGLE_LINKED,
                transaction -> repository.link(transaction, person.subject(), accountId))) {
            throw Problem.conflict("google-taken");
        }
    }

    /** An address proves something only where it is his by both Google's and the shop's knowledge. */
    private Known adopt(Person person, Language language) {
        if (!person.ownsEmail()) {
            throw Problem.conflict("google-email-unverified");
        }
        String email = AccountRules.email(person.email());
        return linkByEmail(person.subject(), email)
                .or(() -> repository.create(person.subject(), email, name(person, email), language))
                .orElseThrow(() -> Problem.conflict("google-not-linked"));
    }

    private Optional<Known> linkByEmail(String subject, String email) {
        Optional<UUID> linked = mails.transaction(transaction -> {
            Optional<UUID> owner = repository.linkByEmail(transaction, subject, email);
            owner.ifPresent(id -> mails.addSignInChanged(transaction, id, SignInChange.GOOGLE_LINKED));
            return owner;
        });
        linked.ifPresent(mails::tellChanged);
        return linked.flatMap(id -> repository.find(subject));
    }

    private static String name(Person person, String email) {
        try {
            return AccountRules.name(person.name());
        } catch (Problem nameless) {
            return email.substring(0, email.indexOf('@'));
        }
    }

    /** @throws Problem 400 for a wrong password; 409 where there is none, so that nobody locks himself out */
    Nothing unlinkGoogle(Caller caller, UnlinkGoogle asked) {
        UUID accountId = check.own(caller, asked.password()).id();
        if (!mails.changeSignIn(
                accountId, SignInChange.GOOGLE_UNLINKED, transaction -> repository.unlink(transaction, accountId))) {
            throw Problem.notFound("google");
        }
        return null;
    }
}
