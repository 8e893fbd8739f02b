package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.bridge.BaseBridgeEvent;
import java.util.UUID;
import rolt.gateway.Passes.Pass;
import rolt.gateway.Passes.Visit;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Problem;

/**
 * What may be said over a bridge of the event bus, whichever it is. The first frame shows a pass; from then on the socket
 * speaks as its owner, who may call the operations of the contract and hear what {@link Audience} allows. What a client
 * says of itself in headers or bodies is replaced by what was proved.
 *
 * @param <S> a kind of socket
 */
final class Conversation<S> {
    static final String ENTER = "gateway.enter";

    private static final String REPLY_ADDRESS = "replyAddress";

    private final Gateway gateway;
    private final Line<S> line;
    private final Passes passes;
    private final Audience audience;
    private final Guests<S> guests;

    /** On a context of the event loop whose sockets these are. */
    Conversation(Vertx vertx, Gateway gateway, Line<S> line) {
        this.gateway = gateway;
        this.line = line;
        this.passes = new Passes(gateway);
        this.audience = new Audience(gateway);
        this.guests = new Guests<>(vertx, gateway.authentication(), line::hangUp);
    }

    /** In what bridges differ. */
    interface Line<S> {
        void write(S socket, JsonObject frame);

        void hangUp(S socket);

        /** The type of a frame that answers. */
        String answer();

        Visit visit(S socket);
    }

    void open(S socket) {
        guests.open(socket);
    }

    void close(S socket) {
        guests.close(socket);
    }

    /** Null for who has not entered. */
    Caller caller(S socket) {
        return guests.caller(socket);
    }

    /** The event is left open on purpose: the bridge would pass the frame on as it came. */
    void send(BaseBridgeEvent event, S socket) {
        JsonObject frame = event.getRawMessage();
        String address = frame.getString("address");
        Caller caller = caller(socket);
        if (ENTER.equals(address)) {
            enter(socket, frame);
        } else if (caller == null) {
            event.complete(false);
        } else {
            gateway.authentication()
                    .current(caller)
                    .compose(now -> gateway.operations().call(now, address, body(frame)))
                    .onSuccess(answer -> reply(socket, frame, answer))
                    .onFailure(e -> line.write(socket, refusal(frame, e, caller.language(), caller.requestId())));
        }
    }

    private static JsonObject body(JsonObject frame) {
        return frame.getValue("body") instanceof JsonObject body ? body : new JsonObject();
    }

    private void reply(S socket, JsonObject asked, Object answer) {
        String replyAddress = asked.getString(REPLY_ADDRESS);
        if (replyAddress != null) {
            line.write(
                    socket,
                    new JsonObject()
                            .put("type", line.answer())
                            .put("address", replyAddress)
                            .put("body", Json.object(answer)));
        }
    }

    /** Told also to who did not ask for an answer. */
    private JsonObject refusal(JsonObject asked, Throwable failure, Language language, String requestId) {
        Problem problem = Problems.problemOf(failure);
        JsonObject frame = new JsonObject()
                .put("type", "err")
                .put("failureCode", problem.status())
                .put("failureType", "RECIPIENT_FAILURE")
                .put(
                        "message",
                        gateway.problems().details(problem, language, requestId).encode());
        String replyAddress = asked.getString(REPLY_ADDRESS);
        return replyAddress == null ? frame : frame.put("address", replyAddress);
    }

    private void enter(S socket, JsonObject frame) {
        Visit visit = line.visit(socket);
        pass(body(frame), visit)
                .compose(pass -> gateway.sockets().take(pass.caller()).map(place -> {
                    guests.enter(socket, pass, place);
                    return new JsonObject().put("entered", true);
                }))
                .onSuccess(entered -> reply(socket, frame, entered))
                .onFailure(e -> {
                    String requestId = UUID.randomUUID().toString();
                    line.write(socket, refusal(frame, e, visit.language(), requestId));
                    if (e instanceof Problem problem && problem.code().equals(OpenSockets.TOO_MANY)) {
                        line.hangUp(socket);
                    }
                });
    }

    private Future<Pass> pass(JsonObject shown, Visit visit) {
        String token = shown.getString("token");
        return token == null ? passes.ofTicket(shown.getString("ticket", ""), visit) : passes.ofToken(token, visit);
    }

    void register(BaseBridgeEvent event, S socket) {
        Caller caller = caller(socket);
        if (caller == null) {
            event.complete(false);
            return;
        }
        audience.admit(caller, event.getRawMessage().getString("address", ""))
                .onComplete(done -> event.complete(done.succeeded()));
    }

    /** From here on no event is missed: whoever follows something asks once now how it stands. */
    void registered(BaseBridgeEvent event, S socket) {
        String address = event.getRawMessage().getString("address");
        line.write(socket, new JsonObject().put("type", "registered").put("address", address));
        event.complete(true);
    }
}
