package rolt.web.staff;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;
import rolt.builder.BuilderMessages.Selection;
import rolt.builder.PresetMessages.StaffPreset;
import rolt.builder.PresetMessages.StaffPresetList;
import rolt.gateway.Requests;
import rolt.media.MediaMessages.Picture;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Problem;
import rolt.platform.Role;
import rolt.web.Form;
import rolt.web.Web;
import rolt.web.builder.BuildPicture;
import rolt.web.builder.BuildSource;

/** The presets as staff keep them: the list in the order of the showcase, and a form for each. */
final class PresetPages {
    private static final String PRESETS = "/staff/presets";
    private static final String ONE = PRESETS + "/:presetId";

    private final Web web;
    private final BuildSource source;
    private final BuildPicture drawing;

    PresetPages(Web web) {
        this.web = web;
        this.source = new BuildSource(web);
        this.drawing = new BuildPicture(web.gateway().platform().bus());
    }

    void mount(Router router) {
        web.get(router, PRESETS, ctx -> list(ctx, ""));
        web.post(router, PRESETS, this::add);
        web.get(router, PRESETS + "/new", this::blank);
        web.get(router, ONE, ctx -> show(ctx, null));
        web.post(router, ONE, this::change);
        web.get(router, ONE + "/picture.svg", this::draw);
        web.upload(router, ONE + "/picture", "media.addPicture", this::changePicture);
        web.post(router, ONE + "/picture/removal", ctx -> act(ctx, "builder.removePresetPicture", "picture-removed"));
        web.post(router, ONE + "/position", this::move);
        web.post(router, ONE + "/publication", ctx -> act(ctx, "builder.publishPreset", "published"));
        web.post(router, ONE + "/unpublication", ctx -> act(ctx, "builder.unpublishPreset", "unpublished"));
        web.post(router, ONE + "/removal", this::remove);
    }

    /** @param trouble what could not be done, empty where nothing was tried */
    private Future<Void> list(RoutingContext ctx, String trouble) {
        return all(ctx).compose(presets -> roles(ctx)
                .compose(roles -> web.send(ctx, page -> TEMPLATES.staffPresets(page, roles, presets, trouble))));
    }

    private Future<StaffPresetList> all(RoutingContext ctx) {
        return web.ask(ctx, "builder.listAllPresets", new JsonObject(), StaffPresetList.class);
    }

    /** Asked for the list first, so that only who may add one is given the form. */
    private Future<Void> blank(RoutingContext ctx) {
        String source = web.page(ctx).query("source");
        return all(ctx).compose(presets -> form(ctx, Form.of(Map.of("source", source)), null));
    }

    /** @param preset null for a new one */
    private Future<Void> form(RoutingContext ctx, Form form, StaffPreset preset) {
        return roles(ctx).compose(roles -> web.send(ctx, page -> TEMPLATES.staffPreset(page, roles, form, preset)));
    }

    private Future<Void> add(RoutingContext ctx) {
        return selection(ctx, true)
                .compose(input -> web.ask(ctx, "builder.addPreset", input, StaffPreset.class))
                .compose(preset -> web.redirect(ctx, PRESETS + "/" + preset.id() + "?done=preset-saved"))
                .recover(e -> web.refused(ctx, e, problem -> form(ctx, Form.of(ctx, web.faults(ctx, problem)), null)));
    }

    private Future<Void> change(RoutingContext ctx) {
        return selection(ctx, false)
                .compose(input -> web.ask(
                        ctx,
                        "builder.changePreset",
                        input.put("version", version(ctx)).mergeIn(id(ctx)),
                        StaffPreset.class))
                .compose(preset -> web.redirect(ctx, PRESETS + "/" + preset.id() + "?done=preset-saved"))
                .recover(e -> web.refused(ctx, e, problem -> show(ctx, problem)));
    }

    private static int version(RoutingContext ctx) {
        String version = Form.field(ctx, "version");
        if (!version.matches("\\d{1,9}")) {
            throw Problem.invalid("version", "type");
        }
        return Integer.parseInt(version);
    }

    /** The words of the form, and the build that its source names; none where it names none. */
    private Future<JsonObject> selection(RoutingContext ctx, boolean needed) {
        JsonObject input = new JsonObject().put("title", words(ctx, "title")).put("text", words(ctx, "text"));
        String named = Form.field(ctx, "source");
        if (named.isEmpty()) {
            return needed ? Future.failedFuture(Problem.invalid("source", "required")) : Future.succeededFuture(input);
        }
        return source.find(ctx, named).map(selection -> input.put("selection", selection(selection)));
    }

    private static JsonObject selection(Selection selection) {
        return Json.object(selection);
    }

    private static JsonObject words(RoutingContext ctx, String name) {
        return new JsonObject().put("vi", Form.field(ctx, name + ".vi")).put("en", Form.field(ctx, name + ".en"));
    }

    /** @param problem why what was filled in could not be done; null where nothing was tried */
    private Future<Void> show(RoutingContext ctx, Problem problem) {
        return web.ask(ctx, "builder.getStaffPreset", id(ctx), StaffPreset.class)
                .compose(preset -> form(
                        ctx,
                        problem == null ? Form.of(values(preset)) : Form.of(ctx, web.faults(ctx, problem)),
                        preset));
    }

    private static Map<String, String> values(StaffPreset preset) {
        return Map.of(
                "title.vi", preset.title().vi(),
                "title.en", preset.title().en(),
                "text.vi", preset.text().vi(),
                "text.en", preset.text().en());
    }

    private Future<Void> changePicture(RoutingContext ctx, Future<Object> picture) {
        return picture.map(answer -> Json.record(answer, Picture.class).id().toString())
                .compose(id ->
                        web.ask(ctx, "builder.changePresetPicture", id(ctx).put("pictureId", id), StaffPreset.class))
                .compose(preset -> web.redirect(ctx, PRESETS + "/" + preset.id() + "?done=preset-picture"))
                .recover(e -> web.refused(
                        ctx,
                        e,
                        problem -> web.ask(ctx, "builder.getStaffPreset", id(ctx), StaffPreset.class)
                                .compose(preset ->
                                        form(ctx, new Form(values(preset), web.faults(ctx, problem)), preset))));
    }

    /** Drafts are drawn for staff alone. */
    private Future<Void> draw(RoutingContext ctx) {
        return web.ask(ctx, "builder.getStaffPreset", id(ctx), StaffPreset.class)
                .compose(preset -> drawing.draw(
                        Caller.system(Requests.id(ctx)),
                        preset.title().in(web.page(ctx).language()),
                        preset.selection()))
                .compose(svg -> ctx.response()
                        .putHeader("Content-Type", "image/svg+xml")
                        .putHeader("Cache-Control", "private, no-store")
                        .end(Buffer.buffer(svg)));
    }

    private Future<Void> move(RoutingContext ctx) {
        String position = Form.field(ctx, "position");
        JsonObject input = id(ctx).put("position", position.matches("\\d{1,4}") ? Integer.valueOf(position) : position);
        return web.ask(ctx, "builder.movePreset", input, StaffPresetList.class)
                .compose(list -> web.redirect(ctx, PRESETS + "?done=preset-moved"))
                .recover(e -> web.refused(ctx, e, problem -> list(ctx, web.words(ctx, problem))));
    }

    private Future<Void> act(RoutingContext ctx, String operation, String done) {
        return web.ask(ctx, operation, id(ctx), StaffPreset.class)
                .compose(preset -> web.redirect(ctx, PRESETS + "/" + preset.id() + "?done=preset-" + done))
                .recover(e -> web.refused(
                        ctx,
                        e,
                        problem -> web.ask(ctx, "builder.getStaffPreset", id(ctx), StaffPreset.class)
                                .compose(preset ->
                                        form(ctx, new Form(values(preset), web.faults(ctx, problem)), preset))));
    }

    private Future<Void> remove(RoutingContext ctx) {
        return web.ask(ctx, "builder.removePreset", id(ctx), Object.class)
                .compose(done -> web.redirect(ctx, PRESETS + "?done=preset-removed"))
                .recover(e -> web.refused(ctx, e, problem -> list(ctx, web.words(ctx, problem))));
    }

    private static JsonObject id(RoutingContext ctx) {
        return new JsonObject().put("presetId", ctx.pathParam("presetId"));
    }

    private Future<Set<Role>> roles(RoutingContext ctx) {
        return web.gateway().authentication().caller(ctx).map(Caller::roles);
    }
}
