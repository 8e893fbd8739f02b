package rolt.gateway;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import rolt.gateway.OpenSockets.Place;
import rolt.gateway.Passes.Pass;
import rolt.platform.Caller;
import rolt.platform.Problem;

/**
 * Whom the open sockets of one event loop speak for. A socket outlives logouts and changes of roles, and what it hears was
 * granted when it asked: so whose session has ended, whose access token has expired or whose roles are others is shown out
 * at once, and may come again as who he is now.
 *
 * @param <S> a kind of socket
 */
final class Guests<S> {
    /** For the case that the hint of a change is lost. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private static final int UNAUTHORIZED = 401;

    private final Vertx vertx;
    private final Authentication authentication;
    private final Duration toEnter;
    private final Consumer<S> showOut;
    private final Map<S, Guest> guests = new ConcurrentHashMap<>();

    /** @param caller null until a pass is shown; @param timer of the end of his pass, or of his time to show one */
    private record Guest(Caller caller, Place place, Long timer) {}

    /**
     * On a context of the event loop whose sockets these are.
     *
     * @param toEnter who has shown no pass by then is shown out
     */
    Guests(Vertx vertx, Authentication authentication, Duration toEnter, Consumer<S> showOut) {
        this.vertx = vertx;
        this.authentication = authentication;
        this.toEnter = toEnter;
        this.showOut = showOut;
        Context context = vertx.getOrCreateContext();
        authentication.onChange(account -> context.runOnContext(v -> look(account::equals)));
        vertx.setPeriodic(LOOK_AGAIN.toMillis(), timer -> look(account -> true));
    }

    void open(S socket) {
        guests.put(socket, new Guest(null, () -> {}, timer(socket, Instant.now().plus(toEnter))));
    }

    void close(S socket) {
        Guest guest = guests.remove(socket);
        if (guest != null) {
            leave(guest);
        }
    }

    /**
     * Once for each socket, so that nothing it was granted outlives whom it was granted to.
     *
     * @throws Problem 409 {@code entered} for one that has entered before, or was closed meanwhile
     */
    void enter(S socket, Pass pass, Place place) {
        Guest before = guests.get(socket);
        if (before == null || before.caller() != null) {
            place.leave();
            throw Problem.conflict("entered");
        }
        leave(before);
        guests.put(socket, new Guest(pass.caller(), place, timer(socket, pass.until())));
    }

    private Long timer(S socket, Instant until) {
        if (until == null) {
            return null;
        }
        long left = Duration.between(Instant.now(), until).toMillis();
        return vertx.setTimer(Math.max(1, left), timer -> showOut.accept(socket));
    }

    private void leave(Guest guest) {
        guest.place().leave();
        if (guest.timer() != null) {
            vertx.cancelTimer(guest.timer());
        }
    }

    /** Null for who has not shown a pass. */
    Caller caller(S socket) {
        Guest guest = guests.get(socket);
        return guest == null ? null : guest.caller();
    }

    void each(Consumer<S> look) {
        guests.keySet().forEach(look);
    }

    private void look(Predicate<UUID> accounts) {
        guests.forEach((socket, guest) -> Optional.ofNullable(guest.caller())
                .filter(Caller::signedIn)
                .filter(caller -> accounts.test(caller.accountId()))
                .ifPresent(caller -> look(socket, caller)));
    }

    private void look(S socket, Caller caller) {
        authentication
                .current(caller)
                .onSuccess(now -> {
                    if (!now.roles().equals(caller.roles())) {
                        showOut.accept(socket);
                    }
                })
                .onFailure(e -> {
                    // What cannot be asked now is asked again; only who is known to be gone has to go.
                    if (e instanceof Problem problem && problem.status() == UNAUTHORIZED) {
                        showOut.accept(socket);
                    }
                });
    }
}
