package rolt.web.staff;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rolt.ordering.DeskMessages.OrderFile;
import rolt.ordering.OrderingMessages.Order;
import rolt.platform.Caller;
import rolt.platform.Role;
import rolt.web.Form;
import rolt.web.Searches;
import rolt.web.Web;
import rolt.workshop.WorkMessages.WorkFile;
import rolt.workshop.WorkMessages.WorkList;

/** The bench as technicians use it, by forms that a dirty finger can hit: the queue, and a work order. */
final class WorkshopPages {
    private static final String QUEUE = "/staff/workshop";
    private static final String WORK = QUEUE + "/:code";

    private final Web web;

    WorkshopPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, QUEUE, this::list);
        web.get(router, WORK, ctx -> show(ctx, Form.EMPTY));
        web.post(router, WORK + "/taking", ctx -> send(ctx, "workshop.takeWork", code(ctx)));
        web.post(router, WORK + "/release", ctx -> send(ctx, "workshop.releaseWork", code(ctx)));
        web.post(router, WORK + "/hold", ctx -> send(ctx, "workshop.holdWork", filled(ctx, "reason", "words")));
        web.post(router, WORK + "/resumption", ctx -> send(ctx, "workshop.resumeWork", code(ctx)));
        web.post(router, WORK + "/finish", ctx -> send(ctx, "workshop.finishWork", code(ctx)));
        web.post(router, WORK + "/reopening", ctx -> send(ctx, "workshop.reopenWork", reopening(ctx)));
        web.post(router, WORK + "/notes", ctx -> send(ctx, "workshop.addNote", note(ctx)));
        web.post(
                router,
                WORK + "/promise",
                ctx -> send(ctx, "workshop.movePromise", filled(ctx, "promisedOn", "reason")));
        mountSteps(router);
        mountPhotos(router);
    }

    private void mountSteps(Router router) {
        web.post(router, WORK + "/steps/:step/items/:item", ctx -> {
            JsonObject tick = step(ctx)
                    .put("item", ctx.pathParam("item"))
                    .put("done", Form.field(ctx, "done").equals("true"));
            return send(ctx, "workshop.tickItem", tick, "#step-" + ctx.pathParam("step"));
        });
        web.post(
                router,
                WORK + "/steps/:step/finish",
                ctx -> send(ctx, "workshop.finishStep", step(ctx), "#step-" + ctx.pathParam("step")));
    }

    private void mountPhotos(Router router) {
        web.upload(
                router,
                WORK + "/photos",
                "workshop.addWorkPhoto",
                (ctx, added) -> added.compose(done -> back(ctx, "?done=work-photo#photos"))
                        .recover(e -> web.refused(
                                ctx, e, problem -> show(ctx, new Form(Map.of(), web.faults(ctx, problem))))));
        web.post(router, WORK + "/photos/:pictureId/remove", ctx -> {
            JsonObject photo = code(ctx).put("pictureId", ctx.pathParam("pictureId"));
            return send(ctx, "workshop.removeWorkPhoto", photo, "#photos");
        });
    }

    private Future<Void> list(RoutingContext ctx) {
        JsonObject input = Searches.input(web.page(ctx), "state", "after");
        if (!web.page(ctx).query("mine").isEmpty()) {
            input.put("mine", true);
        }
        return web.ask(ctx, "workshop.listWork", input, WorkList.class)
                .compose(work ->
                        roles(ctx).compose(roles -> web.send(ctx, page -> TEMPLATES.staffWorkshop(page, roles, work))));
    }

    private Future<Void> show(RoutingContext ctx, Form form) {
        return web.ask(ctx, "workshop.getWork", code(ctx), WorkFile.class)
                .compose(file -> order(ctx, file)
                        .compose(order -> roles(ctx)
                                .compose(roles -> web.send(
                                        ctx,
                                        page -> TEMPLATES.staffWork(
                                                page, new WorkView(page, file, order, roles), form)))));
    }

    /** What its build was ordered with; null outside of one. */
    private Future<Order> order(RoutingContext ctx, WorkFile file) {
        if (file.buildId() == null) {
            return Future.succeededFuture();
        }
        JsonObject code = new JsonObject().put("code", file.work().orderCode());
        return web.ask(ctx, "ordering.getOrderFile", code, OrderFile.class).map(OrderFile::order);
    }

    private Future<Void> send(RoutingContext ctx, String operation, JsonObject input) {
        return send(ctx, operation, input, "?done=work-saved");
    }

    /** @param place where the page goes on */
    private Future<Void> send(RoutingContext ctx, String operation, JsonObject input, String place) {
        return web.untilFree(ctx, () -> web.ask(ctx, operation, input, WorkFile.class))
                .compose(done -> back(ctx, place))
                .recover(e -> web.refused(ctx, e, problem -> show(ctx, Form.of(ctx, web.faults(ctx, problem)))));
    }

    private Future<Void> back(RoutingContext ctx, String place) {
        return web.redirect(ctx, QUEUE + "/" + ctx.pathParam("code") + place);
    }

    private static JsonObject code(RoutingContext ctx) {
        return new JsonObject().put("code", ctx.pathParam("code"));
    }

    private static JsonObject filled(RoutingContext ctx, String... fields) {
        return Form.input(ctx, fields).mergeIn(code(ctx));
    }

    private static JsonObject note(RoutingContext ctx) {
        return filled(ctx, "words")
                .put("visible", Form.field(ctx, "visible").equals("true"))
                .put("idempotencyKey", Form.field(ctx, "key"));
    }

    private static JsonObject reopening(RoutingContext ctx) {
        List<Object> steps = ctx.request().formAttributes().getAll("steps").stream()
                .map(WorkshopPages::number)
                .toList();
        return filled(ctx, "words")
                .put("steps", new JsonArray(steps))
                .put("visible", Form.field(ctx, "visible").equals("true"));
    }

    private static JsonObject step(RoutingContext ctx) {
        return code(ctx).put("step", number(ctx.pathParam("step")));
    }

    /** What is no number is left for the contract to refuse. */
    private static Object number(String step) {
        return step.matches("\\d{1,4}") ? Integer.valueOf(step) : step;
    }

    private Future<Set<Role>> roles(RoutingContext ctx) {
        return web.gateway().authentication().caller(ctx).map(Caller::roles);
    }
}
