package rolt.account;

import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.account.AccountMessages.AccountChanged;
import rolt.account.AccountMessages.Device;
import rolt.account.AccountMessages.IdentifyAccount;
import rolt.account.AccountMessages.Identity;
import rolt.account.AccountMessages.Session;
import rolt.account.AccountMessages.Tokens;
import rolt.account.AccountRepository.Known;
import rolt.builder.OwnBuildMessages.MergeBuilds;
import rolt.cart.CartMessages.MergeCart;
import rolt.platform.AccessTokens;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/** The end of every way of signing in: a session for who has shown all that was asked for. */
final class OpenSession {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSession.class);

    private final Platform platform;
    private final SessionRepository sessions;
    private final AccessTokens accessTokens;

    OpenSession(Platform platform, AccessTokens accessTokens) {
        this.platform = platform;
        this.sessions = new SessionRepository(platform.database());
        this.accessTokens = accessTokens;
    }

    /**
     * A browser's session. It is always a new one, so that nobody can be made to use a session that another knows; the
     * visitor's cart and builds are joined to the account's.
     *
     * @throws Problem 401 where the password was changed meanwhile
     */
    Session forBrowser(Caller caller, Known known) {
        Token token = Token.random();
        Instant expiresAt = Instant.now().plus(platform.config().auth().sessionLife());
        UUID sessionId = sessions.addBrowser(token, known, expiresAt).orElseThrow(LogIn::refused);
        Identity identity = sessions.findById(
                        new IdentifyAccount(known.id(), sessionId, new Device(null, caller.address())))
                .orElseThrow(() -> Problem.unauthorized("session"));
        if (caller.signedIn()) {
            sessions.revoke(platform.database(), caller.sessionId());
            platform.bus().publish(AccountMessages.CHANGED, new AccountChanged(caller.accountId()));
        } else if (caller.sessionId() != null) {
            joinVisit(caller, identity);
        }
        return new Session(token.text(), identity);
    }

    /** The same for an API client. */
    Tokens forClient(Known known) {
        Token refreshToken = Token.random();
        Instant expiresAt = Instant.now().plus(platform.config().auth().refreshLife());
        UUID sessionId = sessions.addApi(refreshToken, known, expiresAt).orElseThrow(LogIn::refused);
        return tokens(known.id(), sessionId, refreshToken);
    }

    Tokens tokens(UUID accountId, UUID sessionId, Token refreshToken) {
        long expiresIn = platform.config().auth().accessLife().toSeconds();
        return new Tokens(accessTokens.issue(accountId, sessionId), "Bearer", expiresIn, refreshToken.text());
    }

    /** The visitor's cart and builds become the account's. */
    private void joinVisit(Caller visitor, Identity identity) {
        Caller caller = new Caller(
                identity.accountId(),
                identity.sessionId(),
                identity.roles(),
                identity.language(),
                visitor.address(),
                visitor.requestId());
        join(caller, "cart.mergeCart", new MergeCart(visitor.sessionId()));
        join(caller, "builder.mergeBuilds", new MergeBuilds(visitor.sessionId()));
    }

    /** A login is worth more than what a visitor had: where it cannot be joined, the login stands. */
    private void join(Caller caller, String operation, Object visit) {
        try {
            platform.bus().call(caller, operation, visit, Object.class);
        } catch (Problem problem) {
            LOG.warn("{} of {} failed: {}", operation, visit, problem.code());
        }
    }
}
