package rolt.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import rolt.account.AccountMessages.AccountChanged;
import rolt.account.AccountMessages.IdentifyAccount;
import rolt.account.AccountMessages.IdentifySession;
import rolt.account.AccountMessages.Identity;
import rolt.account.AccountMessages.Nothing;
import rolt.account.AccountMessages.Session;
import rolt.account.AccountMessages.Ticket;
import rolt.account.SessionMessages.EndSessions;
import rolt.account.SessionMessages.RevokeSession;
import rolt.account.SessionMessages.SessionList;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/** The life of a session after the login, and the visits of those who do not log in. */
final class SessionService {
    private static final Duration TICKET_LIFE = Duration.ofSeconds(30);

    private final Platform platform;
    private final SessionRepository sessions;
    private final OwnSessionRepository own;

    SessionService(Platform platform, SessionRepository sessions) {
        this.platform = platform;
        this.sessions = sessions;
        this.own = new OwnSessionRepository(platform.database());
    }

    /** A session without an account, on which a visitor's cart hangs. */
    Session startVisit(Nothing nothing) {
        Token token = Token.random();
        UUID sessionId = sessions.addVisit(token, sessionEnd());
        return new Session(token.text(), new Identity(null, sessionId, Set.of(), null, false));
    }

    /** @throws Problem 404 for a session that is unknown, over or revoked: its holder is a visitor */
    Identity identifySession(IdentifySession asked) {
        return sessions.findByToken(new Token(asked.token()), asked.device(), sessionEnd())
                .orElseThrow(() -> Problem.notFound("session"));
    }

    /** @throws Problem 401 when the session behind an access token is over */
    Identity identifyAccount(IdentifyAccount asked) {
        return sessions.findById(asked).orElseThrow(() -> Problem.unauthorized("session-ended"));
    }

    Nothing endSession(Caller caller, Nothing nothing) {
        sessions.revoke(platform.database(), caller.sessionId());
        tellChanged(caller.accountId());
        return null;
    }

    SessionList listSessions(Caller caller, Nothing nothing) {
        return new SessionList(own.list(caller));
    }

    /** @throws Problem 404 for one that has ended, or is another's */
    Nothing revokeSession(Caller caller, RevokeSession asked) {
        if (!own.revoke(caller.accountId(), asked.id())) {
            throw Problem.notFound("session");
        }
        tellChanged(caller.accountId());
        return null;
    }

    Nothing endSessions(Caller caller, EndSessions asked) {
        own.revokeAll(caller.accountId(), Boolean.TRUE.equals(asked.keepCurrent()) ? caller.sessionId() : null);
        tellChanged(caller.accountId());
        return null;
    }

    /** A ticket for the bridge, where a browser can send no header; it stands for the caller as he is now. */
    Ticket createTicket(Caller caller, Nothing nothing) {
        Token token = Token.random();
        sessions.addTicket(token, caller, Instant.now().plus(TICKET_LIFE));
        return new Ticket(token.text());
    }

    /** @throws Problem 401 for a ticket that is unknown, expired or used, or whose session is over */
    Caller redeemTicket(Caller system, Ticket ticket) {
        return sessions.takeTicket(new Token(String.valueOf(ticket.ticket())), system.requestId())
                .orElseThrow(() -> Problem.unauthorized("ticket"));
    }

    private Instant sessionEnd() {
        return Instant.now().plus(platform.config().auth().sessionLife());
    }

    private void tellChanged(UUID accountId) {
        platform.bus().publish(AccountMessages.CHANGED, new AccountChanged(accountId));
    }
}
