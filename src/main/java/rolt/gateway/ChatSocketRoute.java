package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import rolt.account.AccountMessages;
import rolt.account.AccountMessages.AccountGone;
import rolt.chat.ChatMessages.Room;
import rolt.gateway.OpenSockets.Place;
import rolt.gateway.Passes.Pass;
import rolt.gateway.Passes.Visit;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Problem;

/**
 * A room of the chat as a plain websocket, for tools: {@code /ws/chat/{room}/?token=...}, with a ticket, or with an access
 * token, which may also come in the Authorization header. Who may not come in is told so by the status of the handshake.
 */
final class ChatSocketRoute {
    private final Vertx vertx;
    private final Gateway gateway;
    private final Duration heartbeat;
    private final CrossOrigin crossOrigin;
    private final Passes passes;
    private final Guests<ChatSocket> guests;

    /** @param heartbeat between two of an open socket, which is also how long a client may leave one unanswered */
    ChatSocketRoute(Vertx vertx, Gateway gateway, Duration heartbeat) {
        this.vertx = vertx;
        this.gateway = gateway;
        this.heartbeat = heartbeat;
        this.crossOrigin = new CrossOrigin(gateway);
        this.passes = new Passes(gateway);
        this.guests = new Guests<>(vertx, gateway.authentication(), heartbeat, ChatSocket::showOut);
        // With an account its chats are gone, and who answered there is not told by any session's end.
        gateway.platform().bus().listen(AccountMessages.GONE, AccountGone.class, this::lookAtRooms);
    }

    private void lookAtRooms(AccountGone gone) {
        guests.each(socket -> {
            if (gone.rooms().contains(socket.code())) {
                socket.beat();
            }
        });
    }

    /** Who comes in; @param after the number up to which the client has the messages */
    record Entry(Pass pass, Place place, Room room, long after) {
        /** @param after null for what is said from now on */
        static Entry of(Pass pass, Place place, Room room, Long after) {
            return new Entry(pass, place, room, after == null ? room.lastSeq() : Math.min(after, room.lastSeq()));
        }
    }

    void mount(Router router) {
        router.get("/ws/chat/:room").handler(crossOrigin::checkSocket).handler(this::open);
    }

    private void open(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        if (!request.canUpgradeToWebSocket()) {
            ctx.response().putHeader(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET);
            gateway.problems().answer(ctx, Problem.of(426, "upgrade"));
            return;
        }
        Long after = after(request);
        // Until the upgrade nothing of the request may pass by unread.
        request.pause();
        admit(ctx, after).compose(entry -> upgrade(request, entry)).onFailure(e -> {
            request.resume();
            gateway.problems().answer(ctx, e);
        });
    }

    private Future<Void> upgrade(HttpServerRequest request, Entry entry) {
        return request.toWebSocket().onFailure(e -> entry.place().leave()).map(socket -> {
            new ChatSocket(vertx, gateway, socket, entry).live(guests, heartbeat);
            return null;
        });
    }

    private static Long after(HttpServerRequest request) {
        String after = request.getParam("after");
        if (after != null && !after.matches("\\d{1,18}")) {
            throw Problem.invalid("after", "type");
        }
        return after == null ? null : Long.valueOf(after);
    }

    private Future<Entry> admit(RoutingContext ctx, Long after) {
        String token = ctx.request().getParam("token");
        String shown = token == null ? Authentication.bearer(ctx.request()) : token;
        if (shown == null) {
            return Future.failedFuture(Problem.unauthorized("sign-in-needed"));
        }
        Visit visit = new Visit(gateway.authentication().address(ctx), language(ctx.request()));
        return passes.of(shown, visit)
                .compose(pass -> room(pass.caller(), ctx.pathParam("room"))
                        .compose(room -> gateway.sockets()
                                .take(pass.caller())
                                .map(place -> Entry.of(pass, place, room, after))));
    }

    private static Language language(HttpServerRequest request) {
        return Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** What cannot be the code of a room is no room either. */
    private Future<Room> room(Caller caller, String code) {
        return gateway.operations()
                .call(caller, "chat.getRoom", new JsonObject().put("code", code))
                .map(room -> Json.record(room, Room.class))
                .recover(
                        e -> Future.failedFuture(Problems.problemOf(e).status() == 400 ? Problem.notFound("chat") : e));
    }
}
