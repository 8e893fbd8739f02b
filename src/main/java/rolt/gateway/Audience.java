package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rolt.chat.ChatMessages.RoomMove;
import rolt.chat.ChatMessages.RoomState;
import rolt.platform.Caller;
import rolt.platform.Problem;
import rolt.platform.Role;

/** Who may hear an address from outside: whoever may read what it tells of. No address is a pattern. */
final class Audience {
    private static final String DESK = "chat.deskChanged";
    private static final Role[] AT_THE_DESK = {Role.SUPPORT, Role.TECHNICIAN, Role.ADMIN};

    /** @param address with the code in its one group; @param operation that answers who may read what has this code */
    private record OfOne(Pattern address, String operation) {
        static OfOne at(String address, String operation) {
            return new OfOne(Pattern.compile(address), operation);
        }
    }

    private static final List<OfOne> EVENTS = List.of(
            OfOne.at("ordering\\.orderChanged\\.([A-Z0-9-]+)", "ordering.getOrder"),
            OfOne.at("chat\\.room\\.([a-z0-9-]+)", "chat.getRoom"));

    private final Gateway gateway;

    Audience(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Whether somebody from outside may hear an address. */
    static boolean isOpen(String address) {
        return DESK.equals(address)
                || EVENTS.stream()
                        .anyMatch(event -> event.address().matcher(address).matches());
    }

    /** A room that was left is not heard any longer, as its plain websockets are closed: its connection is over. */
    static boolean isLast(JsonObject event) {
        return RoomState.CLOSED.name().equals(event.getString("state"))
                && event.getValue("message") instanceof JsonObject message
                && RoomMove.IDLE.name().equals(message.getString("event"));
    }

    /** @return whether that is so: a problem where the caller may not hear the address, or there is none */
    Future<Void> admit(Caller caller, String address) {
        return gateway.authentication().current(caller).compose(now -> {
            if (DESK.equals(address)) {
                return now.hasAny(AT_THE_DESK)
                        ? Future.succeededFuture()
                        : Future.failedFuture(Problem.forbidden("role-needed"));
            }
            return EVENTS.stream()
                    .map(event -> reads(event, now, address))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseGet(() -> Future.failedFuture(Problem.notFound("address")));
        });
    }

    private Optional<Future<Void>> reads(OfOne event, Caller caller, String address) {
        Matcher matcher = event.address().matcher(address);
        return matcher.matches()
                ? Optional.of(gateway.operations()
                        .call(caller, event.operation(), new JsonObject().put("code", matcher.group(1)))
                        .mapEmpty())
                : Optional.empty();
    }
}
