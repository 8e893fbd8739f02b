package rolt.web.chat;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rolt.chat.ReplyMessages.CannedReply;
import rolt.chat.ReplyMessages.ReplyList;
import rolt.platform.Caller;
import rolt.platform.Problem;
import rolt.platform.Role;
import rolt.web.Form;
import rolt.web.Web;

/** What the desk says often: the list for all of the desk, and a form for each for those who keep them. */
final class ReplyPages {
    private static final String REPLIES = "/staff/chat/replies";
    private static final String ONE = REPLIES + "/:replyId";
    private static final String SAVED = REPLIES + "?done=reply-saved";

    private final Web web;

    ReplyPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, REPLIES, ctx -> list(ctx, ""));
        web.post(router, REPLIES, this::add);
        web.get(router, REPLIES + "/new", ctx -> form(ctx, Form.EMPTY));
        web.get(router, ONE, this::edit);
        web.post(router, ONE, this::change);
        web.post(router, ONE + "/removal", this::remove);
    }

    /** @param trouble what could not be done, empty where nothing was tried */
    private Future<Void> list(RoutingContext ctx, String trouble) {
        return all(ctx).compose(replies -> roles(ctx)
                .compose(roles -> web.send(ctx, page -> TEMPLATES.staffReplies(page, roles, replies, trouble))));
    }

    private Future<List<CannedReply>> all(RoutingContext ctx) {
        return web.ask(ctx, "chat.listReplies", new JsonObject(), ReplyList.class)
                .map(ReplyList::items);
    }

    /** The form of one, or of a new one; asked for all first, so that only the desk is given it. */
    private Future<Void> form(RoutingContext ctx, Form form) {
        return all(ctx).compose(replies -> roles(ctx))
                .compose(roles ->
                        web.send(ctx, page -> TEMPLATES.staffReply(page, roles, form, ctx.pathParam("replyId"))));
    }

    private Future<Void> add(RoutingContext ctx) {
        return web.ask(ctx, "chat.addReply", reply(ctx), CannedReply.class)
                .compose(added -> web.redirect(ctx, SAVED))
                .recover(e -> again(ctx, e));
    }

    private Future<Void> edit(RoutingContext ctx) {
        return all(ctx).map(replies -> replies.stream()
                        .filter(reply -> reply.id().toString().equals(ctx.pathParam("replyId")))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("reply")))
                .compose(reply -> form(ctx, Form.of(values(reply))));
    }

    private static Map<String, String> values(CannedReply reply) {
        return Map.of(
                "title", reply.title(),
                "text.vi", reply.text().vi(),
                "text.en", reply.text().en(),
                "position", String.valueOf(reply.position()));
    }

    private Future<Void> change(RoutingContext ctx) {
        return web.ask(ctx, "chat.changeReply", reply(ctx).mergeIn(id(ctx)), CannedReply.class)
                .compose(changed -> web.redirect(ctx, SAVED))
                .recover(e -> again(ctx, e));
    }

    private Future<Void> again(RoutingContext ctx, Throwable failure) {
        return web.refused(ctx, failure, problem -> form(ctx, Form.of(ctx, web.faults(ctx, problem))));
    }

    private Future<Void> remove(RoutingContext ctx) {
        return web.ask(ctx, "chat.removeReply", id(ctx), Object.class)
                .compose(done -> web.redirect(ctx, REPLIES + "?done=reply-removed"))
                .recover(e -> web.refused(ctx, e, problem -> list(ctx, web.words(ctx, problem))));
    }

    /** A position that is no number is left for the contract to refuse. */
    private static JsonObject reply(RoutingContext ctx) {
        JsonObject reply = Form.input(ctx, "title")
                .put(
                        "text",
                        new JsonObject().put("vi", Form.field(ctx, "text.vi")).put("en", Form.field(ctx, "text.en")));
        String position = Form.field(ctx, "position");
        if (!position.isEmpty()) {
            reply.put("position", position.matches("\\d{1,9}") ? Integer.valueOf(position) : position);
        }
        return reply;
    }

    private static JsonObject id(RoutingContext ctx) {
        return new JsonObject().put("replyId", ctx.pathParam("replyId"));
    }

    private Future<Set<Role>> roles(RoutingContext ctx) {
        return web.gateway().authentication().caller(ctx).map(Caller::roles);
    }
}
