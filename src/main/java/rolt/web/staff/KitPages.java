package rolt.web.staff;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import rolt.builder.KitLayoutMessages.LayoutReading;
import rolt.catalog.CatalogMessages.ChangedLayout;
import rolt.catalog.CatalogMessages.KitList;
import rolt.catalog.CatalogMessages.Product;
import rolt.layout.LayoutFile;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.platform.Json;
import rolt.platform.Problem;
import rolt.platform.Role;
import rolt.web.Form;
import rolt.web.Searches;
import rolt.web.Web;

/** The kits for staff, and each one's layout: read from a file, looked at, named, corrected and saved. */
final class KitPages {
    private static final String KITS = "/staff/kits";
    private static final String LAYOUT = KITS + "/:code/layout";
    /** The text of a file as a form encodes it. */
    private static final long FORM_LIMIT = 2 << 20;

    private final Web web;

    KitPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, KITS, this::list);
        web.get(router, LAYOUT, ctx -> showStored(ctx, Form.EMPTY));
        web.post(router, LAYOUT, FORM_LIMIT, this::send);
    }

    private Future<Void> list(RoutingContext ctx) {
        JsonObject input = Searches.input(web.page(ctx), "q", "after");
        return staff(ctx)
                .compose(roles -> web.ask(ctx, "catalog.listKits", input, KitList.class)
                        .compose(kits -> web.send(ctx, page -> TEMPLATES.staffKits(page, roles, kits))));
    }

    private Future<Void> showStored(RoutingContext ctx, Form form) {
        return kit(ctx).compose(kit -> {
            Object stored = kit.specs().get("layout");
            LayoutSpec layout = stored == null ? null : LayoutFile.normal(Json.record(stored, LayoutSpec.class));
            return show(ctx, new LayoutForm(kit, kit.updatedAt(), layout, true, Map.of()), form);
        });
    }

    private Future<Void> show(RoutingContext ctx, LayoutForm layout, Form form) {
        return staff(ctx)
                .compose(roles ->
                        web.send(ctx, page -> TEMPLATES.staffLayout(page, roles, LayoutView.of(layout, page), form)));
    }

    private Future<Void> send(RoutingContext ctx) {
        return Form.field(ctx, "form").equals("file") ? read(ctx) : edit(ctx);
    }

    private Future<Void> read(RoutingContext ctx) {
        return web.ask(ctx, "builder.readLayout", Form.input(ctx, "text"), LayoutReading.class)
                .compose(reading -> kit(ctx).compose(kit ->
                        show(ctx, new LayoutForm(kit, seen(ctx), reading.layout(), false, Map.of()), Form.EMPTY)))
                .recover(e -> web.refused(ctx, e, problem -> showStored(ctx, Form.of(ctx, web.faults(ctx, problem)))));
    }

    /** Looks again at what was filled in, or saves it; what is refused is shown as it was filled in. */
    private Future<Void> edit(RoutingContext ctx) {
        return kit(ctx).compose(kit -> {
                    LayoutForm sent = LayoutForm.sent(ctx, kit, seen(ctx));
                    return (Form.field(ctx, "do").equals("save")
                                    ? save(ctx, sent)
                                    : show(ctx, sent.normal(), Form.EMPTY))
                            .recover(e -> web.refused(
                                    ctx, e, problem -> show(ctx, sent, Form.of(ctx, web.faults(ctx, problem)))));
                })
                .recover(e -> web.refused(ctx, e, problem -> showStored(ctx, Form.of(ctx, web.faults(ctx, problem)))));
    }

    private Future<Void> save(RoutingContext ctx, LayoutForm sent) {
        JsonObject input = Json.object(sent.layout())
                .put("code", sent.kit().code())
                .put("expectedUpdatedAt", sent.seen().toString());
        return web.ask(ctx, "catalog.changeLayout", input, ChangedLayout.class)
                .compose(saved -> web.redirect(ctx, KITS + "/" + saved.code() + "/layout?done=layout-saved"));
    }

    /** When the kit was changed that the page showed; a form that does not tell is none of the page's. */
    private static Instant seen(RoutingContext ctx) {
        try {
            return Instant.parse(Form.field(ctx, "expectedUpdatedAt"));
        } catch (DateTimeParseException e) {
            throw Problem.invalid("expectedUpdatedAt", "format");
        }
    }

    private Future<Product> kit(RoutingContext ctx) {
        JsonObject input = new JsonObject().put("code", ctx.pathParam("code"));
        return web.ask(ctx, "catalog.getKit", input, Product.class);
    }

    /** The roles of who reads, if that is one whose pages these are: the catalogue itself is everybody's. */
    private Future<Set<Role>> staff(RoutingContext ctx) {
        return web.gateway().authentication().caller(ctx).map(caller -> {
            if (!caller.signedIn()) {
                throw Problem.unauthorized("sign-in-needed");
            }
            if (!caller.hasAny(Role.PRODUCT_MANAGER, Role.ADMIN)) {
                throw Problem.forbidden("role-needed");
            }
            return caller.roles();
        });
    }
}
