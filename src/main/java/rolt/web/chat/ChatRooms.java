package rolt.web.chat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiFunction;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.MessageList;
import rolt.chat.ChatMessages.Pulse;
import rolt.chat.ChatMessages.Room;
import rolt.web.Form;
import rolt.web.Web;

/** What the customer's pages and the inbox do with a room alike; its code is part of the address. */
final class ChatRooms {
    private final Web web;
    private final ChatChanges changes;

    ChatRooms(Web web) {
        this.web = web;
        this.changes = new ChatChanges(web);
    }

    /** A look at a room: who looks is there, and has read what is shown. */
    Future<ChatView> look(RoutingContext ctx) {
        return web.ask(ctx, "chat.beat", code(ctx), Pulse.class)
                .compose(pulse -> messages(ctx)
                        .compose(messages ->
                                read(ctx, messages).compose(v -> view(ctx, new ChatView.Talk(pulse, messages)))));
    }

    private Future<ChatView> view(RoutingContext ctx, ChatView.Talk talk) {
        return changes.find(ctx, talk.messages().items())
                .compose(found -> web.gateway()
                        .authentication()
                        .caller(ctx)
                        .map(caller -> new ChatView(web.page(ctx), caller.accountId(), talk, found)));
    }

    private Future<MessageList> messages(RoutingContext ctx) {
        String before = web.page(ctx).query("before");
        JsonObject input = code(ctx);
        return web.ask(
                ctx,
                "chat.listMessages",
                before.matches("\\d{1,15}") ? input.put("before", Long.valueOf(before)) : input,
                MessageList.class);
    }

    /** Who looks at an older part need not have seen what came after it. */
    private Future<?> read(RoutingContext ctx, MessageList messages) {
        boolean older = !web.page(ctx).query("before").isEmpty();
        return older || messages.items().isEmpty()
                ? Future.succeededFuture()
                : web.ask(
                        ctx,
                        "chat.markRead",
                        code(ctx).put("seq", messages.items().getLast().seq()),
                        Room.class);
    }

    Future<Message> say(RoutingContext ctx) {
        return web.ask(
                ctx, "chat.sendMessage", Form.input(ctx, "clientId", "text").mergeIn(code(ctx)), Message.class);
    }

    /** A route for pictures; {@code done} leads on from each. */
    void mountPictures(Router router, String path, BiFunction<RoutingContext, Future<Object>, Future<Void>> done) {
        web.upload(router, path + "/pictures", "chat.sendPicture", done);
    }

    static JsonObject code(RoutingContext ctx) {
        return new JsonObject().put("code", ctx.pathParam("code"));
    }
}
