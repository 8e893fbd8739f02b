package rolt.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import rolt.account.AccountMessages.AccountChanged;
import rolt.account.AccountMessages.RefreshToken;
import rolt.account.AccountMessages.Tokens;
import rolt.account.SessionRepository.Shown;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;

/**
 * Rotates a refresh token. Each is good for one use; the use of a used one shows that two have it, of whom one is a
 * thief, so it ends the session. Only the immediate predecessor, for a few seconds, gets the same successor once more:
 * its first answer may have been lost on the way.
 */
final class RefreshSession {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Platform platform;
    private final SessionRepository sessions;
    private final OpenSession open;

    RefreshSession(Platform platform, SessionRepository sessions, OpenSession open) {
        this.platform = platform;
        this.sessions = sessions;
        this.open = open;
    }

    /** @param successor null when the session was ended */
    private record Rotation(Shown shown, Token successor) {}

    /** @throws Problem 401 for a token that is unknown, expired or used */
    Tokens refreshToken(RefreshToken given) {
        Token token = new Token(given.refreshToken());
        Rotation rotation = platform.database()
                .transaction(transaction -> rotate(transaction, token))
                .orElseThrow(() -> Problem.unauthorized("refresh-token"));
        Shown shown = rotation.shown();
        if (rotation.successor() == null) {
            platform.bus().publish(AccountMessages.CHANGED, new AccountChanged(shown.accountId()));
            throw Problem.unauthorized("refresh-token");
        }
        return open.tokens(shown.accountId(), shown.sessionId(), rotation.successor());
    }

    private Optional<Rotation> rotate(Transaction transaction, Token token) {
        return sessions.findRefreshToken(transaction, token, GRACE.toSeconds())
                .map(shown -> new Rotation(shown, successor(transaction, token, shown)));
    }

    private Token successor(Transaction transaction, Token token, Shown shown) {
        if (!shown.used()) {
            byte[] salt = Token.randomBytes();
            sessions.rotate(
                    transaction,
                    token,
                    salt,
                    Instant.now().plus(platform.config().auth().refreshLife()));
            return token.successor(salt);
        }
        if (shown.replayable()) {
            return token.successor(shown.successorSalt().getBytes());
        }
        sessions.revoke(transaction, shown.sessionId());
        return null;
    }
}
