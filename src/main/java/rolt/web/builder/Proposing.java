package rolt.web.builder;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.Room;
import rolt.chat.ChatMessages.Side;
import rolt.gateway.Problems;
import rolt.platform.Json;
import rolt.web.Form;
import rolt.web.Web;

/** The builder as a member of staff uses it for a customer who asks in the chat. */
final class Proposing {
    private static final int SERVER_ERROR = 500;

    private final Web web;

    Proposing(Web web) {
        this.web = web;
    }

    /** The room for whose customer is chosen; null where it is none that the caller has. */
    Future<Room> room(RoutingContext ctx, String code) {
        return code.isEmpty()
                ? Future.succeededFuture()
                : web.ask(ctx, "chat.getRoom", new JsonObject().put("code", code), Room.class)
                        .map(room -> room.side() == Side.STAFF && room.mayWrite() ? room : null)
                        .recover(e -> Problems.problemOf(e).status() < SERVER_ERROR
                                ? Future.succeededFuture()
                                : Future.failedFuture(e));
    }

    /** Proposes what was chosen, and goes back into the room. */
    Future<Void> propose(RoutingContext ctx, BuildView view) {
        String code = view.look().room();
        JsonObject input =
                Form.input(ctx, "clientId", "text").put("code", code).put("selection", Json.object(view.selection()));
        return web.ask(ctx, "chat.proposeChange", input, Message.class)
                .compose(said -> web.redirect(ctx, "/staff/chat/" + code + "#chat-end"));
    }
}
