package rolt.web.shop;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.UUID;
import rolt.web.Form;
import rolt.web.Web;
import rolt.workshop.WarrantyMessages.OrderWarranty;
import rolt.workshop.WarrantyMessages.WarrantyClaim;

/** The warranty of one's own order, and one's claims. */
final class WarrantyPages {
    private static final String WARRANTY = "/orders/:code/warranty";

    private final Web web;

    WarrantyPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, WARRANTY, ctx -> show(ctx, Form.EMPTY));
        web.post(router, WARRANTY, this::claim);
        web.upload(router, WARRANTY + "/:claimId/photos", "workshop.addClaimPhoto", this::photo);
    }

    private Future<Void> show(RoutingContext ctx, Form form) {
        String key = UUID.randomUUID().toString();
        return web.ask(ctx, "workshop.getWarranty", code(ctx), OrderWarranty.class)
                .compose(warranty -> web.send(ctx, page -> TEMPLATES.warranty(page, warranty, form, key)));
    }

    private Future<Void> claim(RoutingContext ctx) {
        String line = Form.field(ctx, "position");
        JsonObject input = Form.input(ctx, "description")
                .mergeIn(code(ctx))
                .put("position", line.matches("\\d{1,5}") ? Integer.valueOf(line) : line)
                .put("idempotencyKey", Form.field(ctx, "key"));
        return web.untilFree(ctx, () -> web.ask(ctx, "workshop.requestClaim", input, WarrantyClaim.class))
                .compose(claim -> back(ctx, "claim-sent"))
                .recover(e -> web.refused(ctx, e, problem -> show(ctx, Form.of(ctx, web.faults(ctx, problem)))));
    }

    private Future<Void> photo(RoutingContext ctx, Future<Object> added) {
        return added.compose(done -> back(ctx, "claim-photo"))
                .recover(e -> web.refused(ctx, e, problem -> show(ctx, new Form(Map.of(), web.faults(ctx, problem)))));
    }

    private Future<Void> back(RoutingContext ctx, String done) {
        return web.redirect(ctx, "/orders/" + ctx.pathParam("code") + "/warranty?done=" + done);
    }

    private static JsonObject code(RoutingContext ctx) {
        return new JsonObject().put("code", ctx.pathParam("code"));
    }
}
