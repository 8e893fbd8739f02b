package rolt.web.chat;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.UUID;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.Room;
import rolt.chat.ChatMessages.RoomList;
import rolt.chat.ChatMessages.UnreadCount;
import rolt.platform.Config;
import rolt.web.Form;
import rolt.web.Page;
import rolt.web.Searches;
import rolt.web.Web;

/**
 * The customer's side of the chat, by forms and reloading. The panel on the shop's pages is made of the same pages, and
 * its script makes them live.
 */
final class ChatPages {
    private static final String CHAT = "/chat";
    private static final String ROOM = CHAT + "/:code";

    private final Web web;
    private final ChatRooms rooms;

    ChatPages(Web web) {
        this.web = web;
        this.rooms = new ChatRooms(web);
    }

    void mount(Router router) {
        web.get(router, CHAT, this::enter);
        web.post(router, CHAT, this::open);
        web.get(router, ROOM, ctx -> show(ctx, Form.EMPTY));
        web.post(router, ROOM, ctx -> act(ctx, rooms.say(ctx)));
        rooms.mountPictures(router, ROOM, this::act);
        web.post(router, ROOM + "/proposals/:seq/acceptance", ctx -> act(ctx, decide(ctx, "chat.acceptProposal")));
        web.post(router, ROOM + "/proposals/:seq/refusal", ctx -> act(ctx, decide(ctx, "chat.declineProposal")));
        web.post(router, ROOM + "/rating", ctx -> act(ctx, rate(ctx)));
        web.post(
                router,
                ROOM + "/transcript",
                ctx -> act(ctx, move(ctx, "chat.mailTranscript"), "?done=chat-transcript"));
        web.post(router, ROOM + "/closing", ctx -> act(ctx, move(ctx, "chat.closeRoom")));
        web.post(router, ROOM + "/reopening", ctx -> act(ctx, move(ctx, "chat.reopenRoom")));
    }

    /** Who has a room that is not closed goes on in it. */
    private Future<Void> enter(RoutingContext ctx) {
        return web.gateway().authentication().caller(ctx).compose(caller -> {
            return caller.signedIn()
                    ? enterAsCustomer(ctx)
                    : web.send(ctx, page -> TEMPLATES.chatGuest(page, supportMail()));
        });
    }

    /** Where mails come from, unless support has an address of its own; without the name in front of it. */
    private String supportMail() {
        Config config = web.gateway().platform().config();
        String own = config.chat().supportMail();
        String address = own.isEmpty() ? config.smtp().from() : own;
        return address.replaceAll(".*<|>.*", "");
    }

    private Future<Void> enterAsCustomer(RoutingContext ctx) {
        return web.ask(ctx, "chat.countUnread", new JsonObject(), UnreadCount.class)
                .compose(open ->
                        open.code() != null && web.page(ctx).query("new").isEmpty()
                                ? web.redirect(ctx, CHAT + "/" + open.code())
                                : list(ctx).compose(list -> send(ctx, list, Form.of(about(web.page(ctx))))));
    }

    private static Map<String, String> about(Page page) {
        return Map.of(
                "orderCode",
                page.query("order"),
                "buildCode",
                page.query("build"),
                "clientId",
                UUID.randomUUID().toString());
    }

    private Future<RoomList> list(RoutingContext ctx) {
        return web.ask(ctx, "chat.listRooms", Searches.input(web.page(ctx), "after"), RoomList.class);
    }

    private Future<Void> send(RoutingContext ctx, RoomList list, Form form) {
        return web.send(ctx, page -> TEMPLATES.chat(page, list, form));
    }

    private Future<Void> open(RoutingContext ctx) {
        JsonObject room = Form.input(ctx, "subject", "text", "clientId", "orderCode", "buildCode");
        return web.ask(ctx, "chat.openRoom", room, Room.class)
                .compose(opened -> web.redirect(ctx, CHAT + "/" + opened.code()))
                .recover(e -> web.refused(
                        ctx,
                        e,
                        problem -> list(ctx).compose(list -> send(ctx, list, Form.of(ctx, web.faults(ctx, problem))))));
    }

    private Future<Void> show(RoutingContext ctx, Form form) {
        return rooms.look(ctx)
                .compose(view -> view.staff()
                        ? web.redirect(ctx, view.here())
                        : web.send(ctx, page -> TEMPLATES.chatRoom(page, view, form)));
    }

    private Future<Room> move(RoutingContext ctx, String operation) {
        return web.ask(ctx, operation, ChatRooms.code(ctx), Room.class);
    }

    private Future<Message> decide(RoutingContext ctx, String operation) {
        String seq = ctx.pathParam("seq");
        JsonObject input = ChatRooms.code(ctx).put("seq", seq.matches("\\d{1,15}") ? Long.valueOf(seq) : seq);
        return web.ask(ctx, operation, input, Message.class);
    }

    private Future<Room> rate(RoutingContext ctx) {
        String stars = Form.field(ctx, "stars");
        JsonObject rating = Form.input(ctx, "words").mergeIn(ChatRooms.code(ctx));
        return web.ask(
                ctx,
                "chat.rateRoom",
                rating.put("stars", stars.matches("\\d") ? Integer.valueOf(stars) : stars),
                Room.class);
    }

    private Future<Void> act(RoutingContext ctx, Future<?> done) {
        return act(ctx, done, "#chat-end");
    }

    /** @param place of the room's page that shows what was done */
    private Future<Void> act(RoutingContext ctx, Future<?> done, String place) {
        return done.compose(v -> web.redirect(ctx, CHAT + "/" + ctx.pathParam("code") + place))
                .recover(e -> web.refused(ctx, e, problem -> show(ctx, Form.of(ctx, web.faults(ctx, problem)))));
    }
}
