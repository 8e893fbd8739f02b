package rolt.account;

import java.util.Optional;
import rolt.account.AccountMessages.Credentials;
import rolt.account.AccountMessages.Session;
import rolt.account.AccountMessages.Tokens;
import rolt.account.AccountRepository.Known;
import rolt.account.SessionMessages.SessionKind;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/** From e-mail and password to a session. An unknown e-mail costs the same time and gets the same answer. */
final class LogIn {
    private final CheckPassword check;
    private final AccountRepository accounts;
    private final Challenge challenge;
    private final OpenSession open;

    LogIn(Platform platform, Passwords passwords, Challenge challenge, OpenSession open) {
        this.check = new CheckPassword(platform, passwords);
        this.accounts = new AccountRepository(platform.database());
        this.challenge = challenge;
        this.open = open;
    }

    /**
     * A browser's login.
     *
     * @throws Problem 401 {@code credentials}, or {@code second-factor-needed} with a challenge
     */
    Session createSession(Caller caller, Credentials credentials) {
        Known known = checked(caller, credentials);
        challenge.unlessEnough(known, SessionKind.BROWSER);
        return open.forBrowser(caller, known);
    }

    /** An API client's login, in the same way. */
    Tokens createToken(Caller caller, Credentials credentials) {
        Known known = checked(caller, credentials);
        challenge.unlessEnough(known, SessionKind.API);
        return open.forClient(known);
    }

    private Known checked(Caller caller, Credentials credentials) {
        String email = AccountRules.email(credentials.email());
        Optional<Known> known = accounts.findCredentials(email);
        Attempt attempt = Attempt.atLogin(caller, email);
        if (!check.isRight(attempt, credentials.password(), known.map(Known::passwordHash))) {
            throw refused();
        }
        return known.orElseThrow();
    }

    static Problem refused() {
        return Problem.unauthorized("credentials");
    }
}
