package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import io.vertx.ext.web.handler.sockjs.Transport;
import java.time.Duration;
import rolt.gateway.Passes.Visit;
import rolt.platform.Caller;
import rolt.platform.Language;

/**
 * The event bus for browsers, over the SockJS transports of today's: websocket, event source, and XHR streaming and
 * polling. Its frames are those of Vert.x's own bridge, which would pass them on to the bus and keep without limit what a
 * slow reader of a SockJS websocket leaves lying; what may be said is {@link Conversation}'s.
 */
final class Bridge {
    /** The most that one frame from a browser may hold, over every transport. */
    static final int FRAME_BYTES = 16 << 10;

    private static final Duration TO_ENTER = Duration.ofSeconds(10);
    private static final String PATHS = "/eventbus/*";
    private static final String POLLS = "/eventbus/[^/]+/[^/]+/(?:xhr|xhr_streaming|eventsource)";

    private final Vertx vertx;
    private final Gateway gateway;
    private final CrossOrigin crossOrigin;
    private final Reception reception;

    Bridge(Vertx vertx, Gateway gateway) {
        this.vertx = vertx;
        this.gateway = gateway;
        this.crossOrigin = new CrossOrigin(gateway);
        this.reception = new Reception(vertx, gateway, TO_ENTER);
    }

    void mount(Router router) {
        // xhr_send needs its body read, and the body must come before the handler of the bridge.
        router.post(PATHS).handler(Bodies.upTo(FRAME_BYTES));
        router.route(PATHS).handler(crossOrigin::checkSocket);
        router.route(PATHS).handler(this::count);
        router.routeWithRegex(POLLS).handler(Bridge::announceEnd);
        router.post(XhrFrames.PATH).handler(new XhrFrames(gateway.problems()));
        router.route(PATHS).subRouter(SockJSHandler.create(vertx, transports()).socketHandler(this::open));
    }

    /** Of everybody: the node stops. */
    void hangUp() {
        reception.guests().each(Conversation::hangUp);
    }

    private void count(RoutingContext ctx) {
        gateway.limits().checkTransport(Caller.network(gateway.authentication().address(ctx)));
        ctx.next();
    }

    /** SockJS ends the connection of each poll without a word, so that the next request is sent into its end. */
    private static void announceEnd(RoutingContext ctx) {
        ctx.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        ctx.next();
    }

    /** No browser of today needs the two that answer with a script of the client's choosing. */
    private static SockJSHandlerOptions transports() {
        return new SockJSHandlerOptions()
                .addDisabledTransport(Transport.JSON_P.toString())
                .addDisabledTransport(Transport.HTML_FILE.toString())
                .setInsertJSESSIONID(false);
    }

    /** Sockets that nobody has entered yet cost memory, too. */
    private void open(SockJSSocket socket) {
        if (!gateway.limits().mayOpen(Caller.network(gateway.authentication().address(socket)))) {
            // SockJS has told a poll already that the socket is open, and has to come to an end with it first.
            vertx.runOnContext(v -> socket.close());
            return;
        }
        Conversation conversation = reception.open(line(socket));
        socket.handler(frame -> conversation.read(frame.toString()));
        socket.closeHandler(v -> conversation.end());
        // Also after a frame that is too large, which leaves the socket open.
        socket.exceptionHandler(e -> conversation.hangUp());
    }

    private Conversation.Line line(SockJSSocket socket) {
        return new Conversation.Line() {
            @Override
            public Future<Void> write(String frame) {
                return socket.write(frame);
            }

            @Override
            public void hangUp() {
                socket.close();
                // The word of farewell waits behind what is unread; heard no more, the connection ends as an idle one.
                socket.pause();
            }

            @Override
            public Visit visit() {
                return new Visit(
                        gateway.authentication().address(socket),
                        Language.of(socket.headers().get("Accept-Language")));
            }

            @Override
            public String told() {
                return "rec";
            }

            /** Vert.x's own client hands any frame with an address to who listens there, and its events to onevent. */
            @Override
            public JsonObject notice(String type, String address) {
                return new JsonObject()
                        .put("type", type)
                        .put("event", type)
                        .put("message", new JsonObject().put("address", address));
            }
        };
    }
}
