package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.bridge.BridgeEventType;
import io.vertx.ext.bridge.PermittedOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.sockjs.BridgeEvent;
import io.vertx.ext.web.handler.sockjs.SockJSBridgeOptions;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.Transport;
import java.util.Set;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Problem;

/**
 * The event bus for browsers, over the SockJS transports of today's: websocket, event source, and XHR streaming and
 * polling. The first frame hands in a single-use ticket; from then on
 * the socket speaks as its owner: it may call the operations of the contract and hear the events of its own orders.
 * What a browser says of itself in headers or bodies is replaced by what the ticket proved.
 */
final class Bridge {
    static final String ENTER = "gateway.enter";

    /** The most that one frame from a browser may hold, over every transport. */
    static final int FRAME_BYTES = 16 << 10;

    private static final String EVENTS = "ordering.orderChanged.";
    private static final Set<BridgeEventType> ALWAYS = Set.of(
            BridgeEventType.SOCKET_IDLE,
            BridgeEventType.SOCKET_PING,
            BridgeEventType.UNREGISTER,
            BridgeEventType.RECEIVE);

    private final Vertx vertx;
    private final Gateway gateway;
    private final CrossOrigin crossOrigin;
    private final Guests guests;

    Bridge(Vertx vertx, Gateway gateway) {
        this.vertx = vertx;
        this.gateway = gateway;
        this.crossOrigin = new CrossOrigin(gateway);
        this.guests = new Guests(vertx, gateway.authentication());
    }

    void mount(Router router) {
        SockJSHandler sockJs = SockJSHandler.create(vertx, transports());
        SockJSBridgeOptions options = new SockJSBridgeOptions()
                .addInboundPermitted(new PermittedOptions().setAddressRegex("[a-z]+\\.[a-zA-Z]+"))
                .addOutboundPermitted(new PermittedOptions().setAddressRegex("ordering\\.orderChanged\\..+"));
        options.setMaxHandlersPerSocket(50);
        // xhr_send needs its body read, and the body must come before the handler of the bridge.
        router.post("/eventbus/*").handler(Bodies.upTo(FRAME_BYTES));
        router.route("/eventbus/*").handler(this::checkOrigin);
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

    private void checkOrigin(RoutingContext ctx) {
        String origin = ctx.request().getHeader("Origin");
        if (origin == null || crossOrigin.isOwn(origin, ctx.request())) {
            ctx.next();
        } else {
            gateway.problems().answer(ctx, Problem.forbidden("cross-origin"));
        }
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
            case SEND -> send(event);
            case REGISTER -> register(event);
            case REGISTERED -> registered(event);
            default -> event.complete(ALWAYS.contains(event.type()));
        }
    }

    private void send(BridgeEvent event) {
        JsonObject frame = event.getRawMessage();
        String address = frame.getString("address");
        if (ENTER.equals(address)) {
            enter(event, frame);
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
                .onFailure(e -> refuse(event, caller, e));
    }

    private static JsonObject body(JsonObject frame) {
        return frame.getValue("body") instanceof JsonObject body ? body : new JsonObject();
    }

    /** The event is left open on purpose: the bridge would pass the frame on as it came. */
    private static void reply(BridgeEvent event, Object answer) {
        write(event, new JsonObject().put("type", "rec").put("body", Json.object(answer)));
    }

    private void refuse(BridgeEvent event, Caller caller, Throwable failure) {
        Problem problem = Problems.problemOf(failure);
        JsonObject details = gateway.problems().details(problem, caller.language(), caller.requestId());
        write(
                event,
                new JsonObject()
                        .put("type", "err")
                        .put("failureCode", problem.status())
                        .put("failureType", "RECIPIENT_FAILURE")
                        .put("message", details.encode()));
    }

    private static void write(BridgeEvent event, JsonObject frame) {
        String replyAddress = event.getRawMessage().getString("replyAddress");
        if (replyAddress != null) {
            event.socket().write(frame.put("address", replyAddress).encode());
        }
    }

    private void enter(BridgeEvent event, JsonObject frame) {
        String client = Caller.network(gateway.authentication().address(event.socket()));
        gateway.limits()
                .check("ticket", client)
                .compose(v -> gateway.authentication()
                        .redeem(String.valueOf(body(frame).getValue("ticket"))))
                .onSuccess(caller -> {
                    guests.enter(event.socket(), caller);
                    reply(event, new JsonObject().put("entered", true));
                })
                .onFailure(e -> event.complete(false));
    }

    /** One may hear of an order that one may read. */
    private void register(BridgeEvent event) {
        Caller caller = guests.caller(event.socket());
        String address = event.getRawMessage().getString("address", "");
        if (caller == null || !address.startsWith(EVENTS)) {
            event.complete(false);
            return;
        }
        JsonObject input = new JsonObject().put("code", address.substring(EVENTS.length()));
        Future<Object> readable = gateway.authentication()
                .current(caller)
                .compose(now -> gateway.operations().call(now, "ordering.getOrder", input));
        readable.onComplete(done -> event.complete(done.succeeded()));
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
