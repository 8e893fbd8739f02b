package rolt.web.chat;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import rolt.builder.BuilderMessages.Build;
import rolt.chat.ChatMessages.Room;
import rolt.chat.DeskMessages.Attendance;
import rolt.chat.DeskMessages.Desk;
import rolt.chat.DeskMessages.Moved;
import rolt.chat.DeskMessages.Queue;
import rolt.chat.DeskMessages.TurnList;
import rolt.chat.ReplyMessages.ReplyList;
import rolt.gateway.Problems;
import rolt.ordering.DeskMessages.OrderFile;
import rolt.ordering.OrderingMessages.Order;
import rolt.platform.Problem;
import rolt.web.Faults;
import rolt.web.Form;
import rolt.web.Web;
import rolt.web.chat.ChatDeskView.About;
import rolt.web.chat.ChatDeskView.Lists;

/** The inbox of support and technicians: by forms, and live where there are scripts. */
final class ChatDeskPages {
    private static final String INBOX = "/staff/chat";
    private static final String ROOM = INBOX + "/:code";

    private final Web web;
    private final ChatRooms rooms;

    ChatDeskPages(Web web) {
        this.web = web;
        this.rooms = new ChatRooms(web);
    }

    void mount(Router router) {
        web.get(router, INBOX, ctx -> list(ctx, Form.EMPTY));
        web.post(router, INBOX + "/presence", this::appear);
        web.get(router, ROOM, ctx -> show(ctx, Form.EMPTY));
        web.post(router, ROOM, ctx -> act(ctx, rooms.say(ctx)));
        rooms.mountPictures(router, ROOM, this::act);
        web.post(router, ROOM + "/claim", this::claim);
        web.post(router, ROOM + "/assignment", this::assign);
        web.post(router, ROOM + "/hand-over", ctx -> act(ctx, handOver(ctx)));
        web.post(router, ROOM + "/release", ctx -> act(ctx, web.ask(ctx, "chat.releaseRoom", turn(ctx), Moved.class)));
        web.post(
                router,
                ROOM + "/closing",
                ctx -> act(ctx, web.ask(ctx, "chat.closeRoom", ChatRooms.code(ctx), Room.class)));
    }

    private Future<Void> list(RoutingContext ctx, Form form) {
        return send(ctx, null, null, form);
    }

    private Future<Void> show(RoutingContext ctx, Form form) {
        return rooms.look(ctx)
                .compose(talk -> talk.staff()
                        ? about(ctx, talk.room()).compose(about -> send(ctx, talk, about, form))
                        : web.redirect(ctx, talk.here()));
    }

    private Future<Void> send(RoutingContext ctx, ChatView talk, About about, Form form) {
        return lists(ctx)
                .compose(lists -> web.gateway()
                        .authentication()
                        .caller(ctx)
                        .map(caller -> new ChatDeskView(caller, lists, talk, about)))
                .compose(view -> web.send(ctx, page -> TEMPLATES.staffChat(page, view, form)));
    }

    private Future<Lists> lists(RoutingContext ctx) {
        JsonObject nothing = new JsonObject();
        Future<Queue> queue = web.ask(ctx, "chat.listQueue", nothing, Queue.class);
        Future<Desk> desk = web.ask(ctx, "chat.listDesk", nothing, Desk.class);
        Future<Attendance> present = web.ask(ctx, "chat.listPresent", nothing, Attendance.class);
        return Future.all(queue, desk, present).map(all -> new Lists(queue.result(), desk.result(), present.result()));
    }

    private Future<About> about(RoutingContext ctx, Room room) {
        Future<TurnList> turns = web.ask(ctx, "chat.listTurns", ChatRooms.code(ctx), TurnList.class);
        Future<Order> order = found(ctx, "ordering.getOrderFile", room.orderCode(), OrderFile.class)
                .map(ChatDeskPages::order);
        Future<Build> build = found(ctx, "builder.getBuild", room.buildCode(), Build.class);
        Future<ReplyList> replies = web.ask(ctx, "chat.listReplies", new JsonObject(), ReplyList.class);
        return Future.all(turns, order, build, replies)
                .map(all -> new About(
                        turns.result().items(),
                        order.result(),
                        build.result(),
                        replies.result().items()));
    }

    private static Order order(OrderFile file) {
        return file == null ? null : file.order();
    }

    /** Null for what the room is not about, and for what is there no more or cannot be built any longer. */
    private <T> Future<T> found(RoutingContext ctx, String operation, String code, Class<T> type) {
        if (code == null) {
            return Future.succeededFuture();
        }
        return web.ask(ctx, operation, new JsonObject().put("code", code), type)
                .recover(e -> List.of(404, 409).contains(Problems.problemOf(e).status())
                        ? Future.succeededFuture()
                        : Future.failedFuture(e));
    }

    private Future<Void> appear(RoutingContext ctx) {
        boolean available = Form.field(ctx, "available").equals("true");
        return web.ask(ctx, "chat.appear", new JsonObject().put("available", available), Attendance.class)
                .compose(present -> web.redirect(ctx, INBOX));
    }

    private Future<Void> claim(RoutingContext ctx) {
        return web.ask(ctx, "chat.claimRoom", turn(ctx), Moved.class)
                .compose(moved -> web.redirect(ctx, INBOX + "/" + moved.code()))
                .recover(e -> web.refused(ctx, e, problem -> list(ctx, form(ctx, problem, "inbox.moved.claim"))));
    }

    /** From the queue, by who need not have a seat in the room. */
    private Future<Void> assign(RoutingContext ctx) {
        return handOver(ctx)
                .compose(moved -> web.redirect(ctx, INBOX + "?done=chat-assigned"))
                .recover(e -> web.refused(ctx, e, problem -> list(ctx, form(ctx, problem, "inbox.moved.assign"))));
    }

    private Future<Moved> handOver(RoutingContext ctx) {
        return web.ask(
                ctx, "chat.handOver", Form.input(ctx, "accountId", "note").mergeIn(turn(ctx)), Moved.class);
    }

    private Future<Void> act(RoutingContext ctx, Future<?> done) {
        return done.compose(v -> web.redirect(ctx, INBOX + "/" + ctx.pathParam("code") + "#chat-end"))
                .recover(e -> web.refused(ctx, e, problem -> show(ctx, form(ctx, problem, "inbox.moved"))));
    }

    /** @param moved the key of the words for a room that somebody else has moved meanwhile */
    private Form form(RoutingContext ctx, Problem problem, String moved) {
        return Form.of(
                ctx,
                problem.code().equals("chat.moved")
                        ? new Faults(web.page(ctx).text(moved), Map.of())
                        : web.faults(ctx, problem));
    }

    /** The room as its reader saw it; what is no number is left for the contract to refuse. */
    private static JsonObject turn(RoutingContext ctx) {
        String turn = Form.field(ctx, "turn");
        return ChatRooms.code(ctx).put("turn", turn.matches("\\d{1,9}") ? Integer.valueOf(turn) : turn);
    }
}
