package rolt.gateway;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import rolt.platform.Caller;
import rolt.platform.Problem;

/**
 * Whom the open sockets of one event loop speak for. A socket outlives logouts and changes of roles, and what it hears was
 * granted when it asked: so whose session has ended or whose roles are others is shown out at once, and may come again as
 * who he is now.
 */
final class Guests {
    /** For the case that the hint of a change is lost. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private static final int UNAUTHORIZED = 401;

    private final Authentication authentication;
    /** Nobody until a ticket is redeemed. */
    private final Map<SockJSSocket, Optional<Caller>> callers = new ConcurrentHashMap<>();

    /** On a context of the event loop whose sockets these are. */
    Guests(Vertx vertx, Authentication authentication) {
        this.authentication = authentication;
        Context context = vertx.getOrCreateContext();
        authentication.onChange(account -> context.runOnContext(v -> look(account::equals)));
        vertx.setPeriodic(LOOK_AGAIN.toMillis(), timer -> look(account -> true));
    }

    void open(SockJSSocket socket) {
        callers.put(socket, Optional.empty());
    }

    void close(SockJSSocket socket) {
        callers.remove(socket);
    }

    /** A socket that was closed meanwhile is known no more, and stays so. */
    void enter(SockJSSocket socket, Caller caller) {
        callers.replace(socket, Optional.of(caller));
    }

    /** Null for who has not redeemed a ticket. */
    Caller caller(SockJSSocket socket) {
        return callers.getOrDefault(socket, Optional.empty()).orElse(null);
    }

    private void look(Predicate<UUID> accounts) {
        callers.forEach((socket, guest) -> guest.filter(Caller::signedIn)
                .filter(caller -> accounts.test(caller.accountId()))
                .ifPresent(caller -> look(socket, caller)));
    }

    private void look(SockJSSocket socket, Caller caller) {
        authentication
                .current(caller)
                .onSuccess(now -> {
                    if (!now.roles().equals(caller.roles())) {
                        socket.close();
                    }
                })
                .onFailure(e -> {
                    // What cannot be asked now is asked again; only who is known to be gone has to go.
                    if (e instanceof Problem problem && problem.status() == UNAUTHORIZED) {
                        socket.close();
                    }
                });
    }
}
