package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.bridge.BridgeEventType;
import io.vertx.ext.bridge.PermittedOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.sockjs.BridgeEvent;
import io.vertx.ext.web.handler.sockjs.SockJSBridgeOptions;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import io.vertx.ext.web.handler.sockjs.Transport;
import java.util.Set;
import java.util.UUID;
import rolt.gateway.Passes.Pass;
import rolt.gateway.Passes.Visit;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Problem;

/**
 * The event bus for browsers, over the SockJS transports of today's: websocket, event source, and XHR streaming and
 * polling. The first frame hands in a single-use ticket or an access token; from then on the socket speaks as its owner: it
 * may call the operations of the contract and hear what {@link Audience} allows. What a browser says of itself in headers
 * or bodies is replaced by what was proved.
 */
final class Bridge {
    static final String ENTER = "gateway.enter";

    private static final String REPLY_ADDRESS = "replyAddress";

    /** The most that one frame from a browser may hold, over every transport. */
    static final int FRAME_BYTES = 16 << 10;

    private static final Set<BridgeEventType> ALWAYS =
            Set.of(BridgeEventType.SOCKET_IDLE, BridgeEventType.SOCKET_PING, BridgeEventType.UNREGISTER);

    private final Vertx vertx;
    private final Gateway gateway;
    private final CrossOrigin crossOrigin;
    private final Passes passes;
    private final Audience audience;
    private final Guests<SockJSSocket> guests;

    Bridge(Vertx vertx, Gateway gateway) {
        this.vertx = vertx;
        this.gateway = gateway;
        this.crossOrigin = new CrossOrigin(gateway);
        this.passes = new Passes(gateway);
        this.audience = new Audience(gateway);
        this.guests = new Guests<>(vertx, gateway.authentication(), SockJSSocket::close);
    }

    void mount(Router router) {
        SockJSHandler sockJs = SockJSHandler.create(vertx, transports());
        SockJSBridgeOptions options = new SockJSBridgeOptions()
                .addInboundPermitted(new PermittedOptions().setAddressRegex("[a-z]+\\.[a-zA-Z]+"));
        Audience.addresses()
                .forEach(heard -> options.addOutboundPermitted(new PermittedOptions().setAddressRegex(heard)));
        options.setMaxHandlersPerSocket(50);
        // xhr_send needs its body read, and the body must come before the handler of the bridge.
        router.post("/eventbus/*").handler(Bodies.upTo(FRAME_BYTES));
        router.route("/eventbus/*").handler(crossOrigin::checkSocket);
        router.post(XhrFrames.PATH).handler(new XhrFrames(gateway.problems()));
        router.route("/eventbus/*").subRouter(sockJs.bridge(options, this::hook));
    }

    /** No browser of today needs the two that answer with a script of the client's choosing. */
    private static SockJSHandlerOptions transports() {
        return new SockJSHandlerOptions()
                .addDisabledTransport(Transport.JSON_P.toString())
                .addDisabledTransport(Transport.HTML_FILE.toString())
                .setInsertJSESSIONID(false)
                .setMaxBytesStreaming(FRAME_BYTES);
    }

    private void hook(BridgeEvent event) {
        switch (event.type()) {
            case SOCKET_CREATED -> {
                guests.open(event.socket());
                event.complete(true);
            }
            case SOCKET_CLOSED -> {
                guests.close(event.socket());
                event.complete(true);
            }
            case SOCKET_ERROR -> {
                // A frame that is too large leaves the socket open, but the bridge has forgotten it by now.
                event.socket().close();
                event.complete(true);
            }
            case REGISTER -> register(event);
            case REGISTERED -> registered(event);
            case SEND, RECEIVE -> pass(event);
            default -> event.complete(ALWAYS.contains(event.type()));
        }
    }

    /** What a reader leaves lying would fill the node's memory; who comes again asks for what was missed. */
    private void pass(BridgeEvent event) {
        if (event.socket().writeQueueFull()) {
            event.complete(false);
            event.socket().close();
        } else if (event.type() == BridgeEventType.SEND) {
            send(event);
        } else {
            event.complete(true);
        }
    }

    private void send(BridgeEvent event) {
        JsonObject frame = event.getRawMessage();
        String address = frame.getString("address");
        if (ENTER.equals(address)) {
            enter(event, body(frame));
            return;
        }
        Caller caller = guests.caller(event.socket());
        if (caller == null) {
            event.complete(false);
            return;
        }
        gateway.authentication()
                .current(caller)
                .compose(now -> gateway.operations().call(now, address, body(frame)))
                .onSuccess(answer -> reply(event, answer))
                .onFailure(e -> refuse(event, e, caller.language(), caller.requestId()));
    }

    private static JsonObject body(JsonObject frame) {
        return frame.getValue("body") instanceof JsonObject body ? body : new JsonObject();
    }

    /** The event is left open on purpose: the bridge would pass the frame on as it came. */
    private static void reply(BridgeEvent event, Object answer) {
        if (event.getRawMessage().containsKey(REPLY_ADDRESS)) {
            write(event, new JsonObject().put("type", "rec").put("body", Json.object(answer)));
        }
    }

    private static void write(BridgeEvent event, JsonObject frame) {
        String replyAddress = event.getRawMessage().getString(REPLY_ADDRESS);
        if (replyAddress != null) {
            frame.put("address", replyAddress);
        }
        event.socket().write(frame.encode());
    }

    /** Told also to who did not ask for an answer. */
    private void refuse(BridgeEvent event, Throwable failure, Language language, String requestId) {
        Problem problem = Problems.problemOf(failure);
        JsonObject details = gateway.problems().details(problem, language, requestId);
        JsonObject frame = new JsonObject()
                .put("type", "err")
                .put("failureCode", problem.status())
                .put("failureType", "RECIPIENT_FAILURE")
                .put("message", details.encode());
        write(event, frame);
    }

    private void enter(BridgeEvent event, JsonObject shown) {
        SockJSSocket socket = event.socket();
        Visit visit = visit(socket);
        String token = shown.getString("token");
        Future<Pass> pass =
                token == null ? passes.ofTicket(shown.getString("ticket", ""), visit) : passes.ofToken(token, visit);
        pass.compose(found -> gateway.sockets().take(found.caller()).map(place -> {
                    guests.enter(socket, found, place);
                    return new JsonObject().put("entered", true);
                }))
                .onSuccess(entered -> reply(event, entered))
                .onFailure(e -> {
                    refuse(event, e, visit.language(), UUID.randomUUID().toString());
                    if (e instanceof Problem problem && problem.code().equals(OpenSockets.TOO_MANY)) {
                        socket.close();
                    }
                });
    }

    private Visit visit(SockJSSocket socket) {
        return new Visit(
                gateway.authentication().address(socket),
                Language.of(socket.headers().get("Accept-Language")));
    }

    private void register(BridgeEvent event) {
        Caller caller = guests.caller(event.socket());
        if (caller == null) {
            event.complete(false);
            return;
        }
        audience.admit(caller, event.getRawMessage().getString("address", ""))
                .onComplete(done -> event.complete(done.succeeded()));
    }

    /** From here on no event is missed: whoever follows something asks once now how it stands. */
    private static void registered(BridgeEvent event) {
        String address = event.getRawMessage().getString("address");
        event.socket()
                .write(new JsonObject()
                        .put("type", "registered")
                        .put("address", address)
                        .encode());
        event.complete(true);
    }
}
