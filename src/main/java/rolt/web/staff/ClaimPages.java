package rolt.web.staff;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import rolt.platform.Caller;
import rolt.platform.Role;
import rolt.web.Form;
import rolt.web.Searches;
import rolt.web.Web;
import rolt.workshop.WarrantyMessages.ClaimList;
import rolt.workshop.WarrantyMessages.VoidedWarranty;
import rolt.workshop.WarrantyMessages.WarrantyClaim;

/** Warranty claims as staff answer them. */
final class ClaimPages {
    private static final String CLAIMS = "/staff/warranty";
    private static final String CLAIM = CLAIMS + "/:claimId";

    private final Web web;

    ClaimPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, CLAIMS, this::list);
        web.get(router, CLAIM, ctx -> show(ctx, Form.EMPTY));
        web.post(router, CLAIM + "/approval", ctx -> answer(ctx, "workshop.approveClaim", filled(ctx, "words")));
        web.post(router, CLAIM + "/rejection", ctx -> answer(ctx, "workshop.rejectClaim", filled(ctx, "reason")));
        web.post(router, CLAIM + "/completion", ctx -> answer(ctx, "workshop.completeClaim", filled(ctx)));
        web.post(router, CLAIM + "/void", this::makeVoid);
    }

    private Future<Void> list(RoutingContext ctx) {
        return web.ask(ctx, "workshop.listClaims", Searches.input(web.page(ctx), "state", "after"), ClaimList.class)
                .compose(claims -> roles(ctx)
                        .compose(roles -> web.send(ctx, page -> TEMPLATES.staffWarranty(page, roles, claims))));
    }

    private Future<Void> show(RoutingContext ctx, Form form) {
        return web.ask(ctx, "workshop.getClaim", filled(ctx), WarrantyClaim.class)
                .compose(claim -> roles(ctx)
                        .compose(roles -> web.send(ctx, page -> TEMPLATES.staffClaim(page, roles, claim, form))));
    }

    private Future<Void> answer(RoutingContext ctx, String operation, JsonObject input) {
        return web.ask(ctx, operation, input, WarrantyClaim.class)
                .compose(done -> back(ctx, "claim-saved"))
                .recover(e -> stay(ctx, e));
    }

    private Future<Void> makeVoid(RoutingContext ctx) {
        return web.ask(ctx, "workshop.voidWarranty", Form.input(ctx, "warrantyId", "reason"), VoidedWarranty.class)
                .compose(done -> back(ctx, "warranty-void"))
                .recover(e -> stay(ctx, e));
    }

    private Future<Void> back(RoutingContext ctx, String done) {
        return web.redirect(ctx, CLAIMS + "/" + ctx.pathParam("claimId") + "?done=" + done);
    }

    private Future<Void> stay(RoutingContext ctx, Throwable failure) {
        return web.refused(ctx, failure, problem -> show(ctx, Form.of(ctx, web.faults(ctx, problem))));
    }

    private static JsonObject filled(RoutingContext ctx, String... fields) {
        return Form.input(ctx, fields).put("claimId", ctx.pathParam("claimId"));
    }

    private Future<Set<Role>> roles(RoutingContext ctx) {
        return web.gateway().authentication().caller(ctx).map(Caller::roles);
    }
}
