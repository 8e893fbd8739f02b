package rolt.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.account.AccountMessages.AccountChanged;
import rolt.account.AccountMessages.Credentials;
import rolt.account.AccountMessages.Device;
import rolt.account.AccountMessages.IdentifyAccount;
import rolt.account.AccountMessages.Identity;
import rolt.account.AccountMessages.Session;
import rolt.account.AccountMessages.Tokens;
import rolt.account.AccountRepository.Known;
import rolt.cart.CartMessages.MergeCart;
import rolt.platform.AccessTokens;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/** From e-mail and password to a session. An unknown e-mail costs the same time and gets the same answer. */
final class LogIn {
    private static final Logger LOG = LoggerFactory.getLogger(LogIn.class);

    private final Platform platform;
    private final CheckPassword check;
    private final AccountRepository accounts;
    private final SessionRepository sessions;
    private final AccessTokens accessTokens;

    LogIn(Platform platform, Passwords passwords, AccessTokens accessTokens) {
        this.platform = platform;
        this.check = new CheckPassword(platform, passwords);
        this.accessTokens = accessTokens;
        this.accounts = new AccountRepository(platform.database());
        this.sessions = new SessionRepository(platform.database());
    }

    /**
     * A browser's login. The session is always a new one, so that nobody can be made to use a session that another
     * knows; the visitor's cart is joined to the account's.
     */
    Session createSession(Caller caller, Credentials credentials) {
        Known known = checked(caller, credentials);
        UUID accountId = known.id();
        Token token = Token.random();
        Instant expiresAt = Instant.now().plus(platform.config().auth().sessionLife());
        UUID sessionId = sessions.addBrowser(token, known, expiresAt).orElseThrow(LogIn::refused);
        Identity identity = sessions.findById(
                        new IdentifyAccount(accountId, sessionId, new Device(null, caller.address())))
                .orElseThrow(() -> Problem.unauthorized("session"));
        if (caller.signedIn()) {
            sessions.revoke(platform.database(), caller.sessionId());
            platform.bus().publish(AccountMessages.CHANGED, new AccountChanged(caller.accountId()));
        } else if (caller.sessionId() != null) {
            mergeCart(caller, identity);
        }
        return new Session(token.text(), identity);
    }

    /** An API client's login. */
    Tokens createToken(Caller caller, Credentials credentials) {
        Known known = checked(caller, credentials);
        Token refreshToken = Token.random();
        Instant expiresAt = Instant.now().plus(platform.config().auth().refreshLife());
        UUID sessionId = sessions.addApi(refreshToken, known, expiresAt).orElseThrow(LogIn::refused);
        return tokens(known.id(), sessionId, refreshToken);
    }

    Tokens tokens(UUID accountId, UUID sessionId, Token refreshToken) {
        long expiresIn = platform.config().auth().accessLife().toSeconds();
        return new Tokens(accessTokens.issue(accountId, sessionId), "Bearer", expiresIn, refreshToken.text());
    }

    private Known checked(Caller caller, Credentials credentials) {
        String email = AccountRules.email(credentials.email());
        Optional<Known> known = accounts.findCredentials(email);
        if (!check.isRight(caller, email, credentials.password(), known.map(Known::passwordHash))) {
            throw refused();
        }
        return known.orElseThrow();
    }

    private static Problem refused() {
        return Problem.unauthorized("credentials");
    }

    /** A login is worth more than a visitor's cart: when the cart cannot be asked, the login stands. */
    private void mergeCart(Caller visitor, Identity identity) {
        Caller caller = new Caller(
                identity.accountId(),
                identity.sessionId(),
                identity.roles(),
                identity.language(),
                visitor.address(),
                visitor.requestId());
        try {
            platform.bus().call(caller, "cart.mergeCart", new MergeCart(visitor.sessionId()), Object.class);
        } catch (Problem problem) {
            LOG.warn("The cart of visit {} was not merged: {}", visitor.sessionId(), problem.code());
        }
    }
}
