package rolt.web.builder;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import rolt.builder.BuilderMessages.SavedBuild;
import rolt.builder.BuilderMessages.Selection;
import rolt.builder.OwnBuildMessages.OwnBuild;
import rolt.builder.OwnBuildMessages.OwnBuildList;
import rolt.platform.Json;
import rolt.platform.Problem;
import rolt.web.Form;
import rolt.web.Searches;
import rolt.web.Web;

/** One's own builds: the list, each with what can be done with it, and the form that saves one. */
final class OwnBuildPages {
    private static final String BUILDS = "/account/builds";
    private static final String ONE = BUILDS + "/:buildId";
    private static final int MOST = 100;

    private final Web web;
    private final BuildTable table;

    OwnBuildPages(Web web) {
        this.web = web;
        this.table = new BuildTable(web);
    }

    void mount(Router router) {
        web.get(router, BUILDS, this::list);
        web.get(router, BUILDS + "/new", this::blank);
        web.post(router, BUILDS, this::save);
        web.post(router, BUILDS + "/copies", this::copy);
        web.get(router, ONE, ctx -> show(ctx, ""));
        web.post(router, ONE, this::rename);
        web.post(router, ONE + "/link", this::withdraw);
        web.post(router, ONE + "/removal", this::remove);
    }

    private Future<Void> list(RoutingContext ctx) {
        JsonObject asked = Searches.input(web.page(ctx), "after");
        return web.ask(ctx, "builder.listOwnBuilds", asked, OwnBuildList.class)
                .compose(builds -> web.send(ctx, page -> TEMPLATES.ownBuilds(page, builds)));
    }

    private Future<OwnBuildList> all(RoutingContext ctx) {
        return web.ask(ctx, "builder.listOwnBuilds", new JsonObject().put("limit", MOST), OwnBuildList.class);
    }

    /** The build of the address, about to be saved. Asked for the list first, so that a visitor logs in before. */
    private Future<Void> blank(RoutingContext ctx) {
        return all(ctx).compose(builds -> table.lay(ctx, ctx.queryParams())
                .compose(view ->
                        web.send(ctx, page -> TEMPLATES.ownBuildSave(page, Form.EMPTY, view.selection(), builds))));
    }

    private Future<Void> save(RoutingContext ctx) {
        return table.lay(ctx, ctx.request().formAttributes())
                .compose(view -> save(ctx, view.selection())
                        .compose(v -> web.redirect(ctx, BUILDS + "?done=build-saved"))
                        .recover(e -> again(ctx, e, view.selection())));
    }

    /** What is chosen in the form is {@code new}, or the id and the version of the build to save over. */
    private Future<?> save(RoutingContext ctx, Selection selection) {
        JsonObject input = Form.input(ctx, "title").put("selection", Json.object(selection));
        String[] into = Form.field(ctx, "into").split(" ", 2);
        return into.length < 2
                ? web.ask(ctx, "builder.saveBuild", input, SavedBuild.class)
                : web.ask(
                        ctx,
                        "builder.changeOwnBuild",
                        input.put("buildId", into[0]).put("version", number(into[1])),
                        OwnBuild.class);
    }

    private Future<Void> again(RoutingContext ctx, Throwable failure, Selection selection) {
        return web.refused(
                ctx,
                failure,
                problem -> all(ctx).compose(builds -> {
                    Form form = Form.of(ctx, web.faults(ctx, problem));
                    return web.send(ctx, page -> TEMPLATES.ownBuildSave(page, form, selection, builds));
                }));
    }

    private Future<Void> copy(RoutingContext ctx) {
        return web.ask(ctx, "builder.copyBuild", Form.input(ctx, "code"), SavedBuild.class)
                .compose(saved -> web.redirect(ctx, BUILDS + "/" + saved.id() + "?done=build-saved"));
    }

    /** @param trouble what could not be done, empty where nothing was tried */
    private Future<Void> show(RoutingContext ctx, String trouble) {
        return web.ask(ctx, "builder.getOwnBuild", id(ctx), OwnBuild.class)
                .compose(build -> web.send(ctx, page -> TEMPLATES.ownBuild(page, build, trouble)));
    }

    private Future<Void> rename(RoutingContext ctx) {
        JsonObject input = Form.input(ctx, "title").put("version", number(Form.field(ctx, "version")));
        return act(ctx, "builder.changeOwnBuild", input, "?done=build-renamed");
    }

    private Future<Void> withdraw(RoutingContext ctx) {
        return act(ctx, "builder.withdrawLink", new JsonObject(), "?done=build-link");
    }

    private Future<Void> act(RoutingContext ctx, String operation, JsonObject input, String done) {
        return web.ask(ctx, operation, input.mergeIn(id(ctx)), OwnBuild.class)
                .compose(build -> web.redirect(ctx, BUILDS + "/" + build.id() + done))
                .recover(e -> web.refused(ctx, e, problem -> show(ctx, web.words(ctx, problem))));
    }

    private Future<Void> remove(RoutingContext ctx) {
        return web.ask(ctx, "builder.removeOwnBuild", id(ctx), Object.class)
                .compose(done -> web.redirect(ctx, BUILDS + "?done=build-removed"));
    }

    private static JsonObject id(RoutingContext ctx) {
        return new JsonObject().put("buildId", ctx.pathParam("buildId"));
    }

    private static int number(String version) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException e) {
            throw Problem.invalid("version", "type");
        }
    }
}
