package rolt.gateway;

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
import rolt.gateway.Passes.Visit;
import rolt.platform.Language;

/**
 * The event bus for browsers, over the SockJS transports of today's: websocket, event source, and XHR streaming and
 * polling; what may be said over it is {@link Conversation}'s.
 */
final class Bridge implements Conversation.Line<SockJSSocket> {
    /** The most that one frame from a browser may hold, over every transport. */
    static final int FRAME_BYTES = 16 << 10;

    private static final Set<BridgeEventType> ALWAYS =
            Set.of(BridgeEventType.SOCKET_IDLE, BridgeEventType.SOCKET_PING, BridgeEventType.UNREGISTER);

    private final Vertx vertx;
    private final Gateway gateway;
    private final CrossOrigin crossOrigin;
    private final Conversation<SockJSSocket> conversation;

    Bridge(Vertx vertx, Gateway gateway) {
        this.vertx = vertx;
        this.gateway = gateway;
        this.crossOrigin = new CrossOrigin(gateway);
        this.conversation = new Conversation<>(vertx, gateway, this);
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
                conversation.open(event.socket());
                event.complete(true);
            }
            case SOCKET_CLOSED -> {
                conversation.close(event.socket());
                event.complete(true);
            }
            case SOCKET_ERROR -> {
                // A frame that is too large leaves the socket open, but the bridge has forgotten it by now.
                event.socket().close();
                event.complete(true);
            }
            case REGISTER -> conversation.register(event, event.socket());
            case REGISTERED -> conversation.registered(event, event.socket());
            case SEND, RECEIVE -> pass(event);
            default -> event.complete(ALWAYS.contains(event.type()));
        }
    }

    /** What a reader leaves lying would fill the node's memory; who comes again asks for what was missed. */
    private void pass(BridgeEvent event) {
        if (event.socket().writeQueueFull()) {
            event.complete(false);
            event.socket().close();
            // The word of farewell waits behind the rest; heard no more, the connection ends as an idle one.
            event.socket().pause();
        } else if (event.type() == BridgeEventType.SEND) {
            conversation.send(event, event.socket());
        } else {
            event.complete(true);
        }
    }

    @Override
    public void write(SockJSSocket socket, JsonObject frame) {
        socket.write(frame.encode());
    }

    @Override
    public void hangUp(SockJSSocket socket) {
        socket.close();
    }

    @Override
    public String answer() {
        return "rec";
    }

    @Override
    public Visit visit(SockJSSocket socket) {
        return new Visit(
                gateway.authentication().address(socket),
                Language.of(socket.headers().get("Accept-Language")));
    }
}
