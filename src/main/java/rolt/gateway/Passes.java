package rolt.gateway;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import rolt.platform.AccessTokens.Claims;
import rolt.platform.Caller;
import rolt.platform.Language;

/**
 * Lets in at a socket whoever shows a ticket, which is good once and then for as long as its session, or an access token,
 * which is good until it expires. Guessing at either is counted by network.
 */
final class Passes {
    private final Authentication authentication;
    private final RateLimits limits;

    Passes(Gateway gateway) {
        this.authentication = gateway.authentication();
        this.limits = gateway.limits();
    }

    /** @param until when the socket ends at the latest; null where its session alone ends it */
    record Pass(Caller caller, Instant until) {}

    /** Who shows something: from where, and in which language he reads. */
    record Visit(String address, Language language) {}

    /** @return the pass, or problem 401 {@code ticket}, 429 */
    Future<Pass> ofTicket(String ticket, Visit visit) {
        return counted(visit).compose(v -> authentication.redeem(ticket)).map(caller -> new Pass(caller, null));
    }

    /** @return the pass, or problem 401 {@code token} or {@code session-ended}, 429 */
    Future<Pass> ofToken(String token, Visit visit) {
        return counted(visit)
                .compose(v -> authentication.claims(token))
                .compose(claims -> authentication
                        .current(claimed(claims, visit))
                        .map(caller -> new Pass(caller, claims.expiresAt())));
    }

    /** Of either; a token alone has dots. */
    Future<Pass> of(String shown, Visit visit) {
        return shown.contains(".") ? ofToken(shown, visit) : ofTicket(shown, visit);
    }

    private Future<Void> counted(Visit visit) {
        return limits.check("ticket", Caller.network(visit.address()));
    }

    /** Without roles: these are asked for, as for any call. */
    private static Caller claimed(Claims claims, Visit visit) {
        return new Caller(
                claims.accountId(),
                claims.sessionId(),
                Set.of(),
                visit.language(),
                visit.address(),
                UUID.randomUUID().toString());
    }
}
