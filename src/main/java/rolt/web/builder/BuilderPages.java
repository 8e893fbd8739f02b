package rolt.web.builder;

import static rolt.web.Pages.TEMPLATES;

import gg.jte.models.runtime.JteModel;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import rolt.builder.BuilderMessages.Build;
import rolt.builder.BuilderMessages.PresetList;
import rolt.builder.BuilderMessages.SavedBuild;
import rolt.cart.CartMessages.Cart;
import rolt.gateway.Problems;
import rolt.platform.Json;
import rolt.platform.Problem;
import rolt.web.Kept;
import rolt.web.Page;
import rolt.web.Web;

/** The builder, whose address is the build; the showcase of presets; and a build under its code. */
final class BuilderPages {
    private static final Kept KEPT = new Kept(Duration.ofMinutes(1), List.of("catalog", "builds"), Set.of());
    private static final Pattern SHARE_CODE = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final Web web;
    private final BuildTable table;
    private final Proposing proposing;

    BuilderPages(Web web) {
        this.web = web;
        this.table = new BuildTable(web);
        this.proposing = new Proposing(web);
    }

    void mount(Router router) {
        web.get(router, "/build", ctx -> table.lay(ctx, ctx.queryParams()).compose(view -> show(ctx, view, "")));
        web.post(router, "/build/cart", ctx -> acted(ctx, this::addToCart));
        web.post(router, "/build/share", ctx -> acted(ctx, this::share));
        web.post(router, "/build/proposal", ctx -> acted(ctx, proposing::propose));
        web.get(router, "/builds", ctx -> web.sendKept(ctx, KEPT, this::presets));
        web.get(router, "/builds/:code", this::build);
    }

    private Future<Void> show(RoutingContext ctx, BuildView view, String problem) {
        return proposing
                .room(ctx, view.look().room())
                .compose(room -> web.send(ctx, page -> TEMPLATES.build(page, view, problem, room)));
    }

    /** What the form's other buttons do; a refusal shows the build again and says why. */
    private Future<Void> acted(RoutingContext ctx, Action action) {
        MultiMap form = ctx.request().formAttributes();
        return table.lay(ctx, form)
                .compose(view -> action.on(ctx, view).recover(failure -> {
                    Problem problem = Problems.problemOf(failure);
                    ctx.response().setStatusCode(problem.status());
                    return show(ctx, view, web.faults(ctx, problem).summary());
                }));
    }

    private interface Action {
        Future<Void> on(RoutingContext ctx, BuildView view);
    }

    private Future<Void> addToCart(RoutingContext ctx, BuildView view) {
        return web.change(ctx, "cart.addBuild", selection(view), Cart.class)
                .compose(cart -> web.redirect(ctx, "/cart"));
    }

    private Future<Void> share(RoutingContext ctx, BuildView view) {
        return web.change(ctx, "builder.saveBuild", selection(view), SavedBuild.class)
                .compose(saved -> web.redirect(ctx, "/builds/" + saved.code()));
    }

    private static JsonObject selection(BuildView view) {
        return new JsonObject().put("selection", Json.object(view.selection()));
    }

    private Future<Function<Page, JteModel>> presets(RoutingContext ctx) {
        return web.askAsAnyone(ctx, "builder.listPresets", new JsonObject(), PresetList.class)
                .map(list -> page -> TEMPLATES.builds(page, list.items()));
    }

    /** A preset's code may look like a share code; a share code is never a preset's. */
    private Future<Void> build(RoutingContext ctx) {
        String code = ctx.pathParam("code");
        JsonObject input = new JsonObject().put("code", code);
        Future<Build> preset = web.ask(ctx, "builder.getPreset", input, Build.class);
        boolean shared = SHARE_CODE.matcher(code).matches();
        return (shared ? preset.recover(e -> web.ask(ctx, "builder.getBuild", input, Build.class)) : preset)
                .compose(build -> web.send(ctx, page -> TEMPLATES.buildShared(page, build, shared)));
    }
}
