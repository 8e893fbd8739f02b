package rolt.web.account;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import rolt.account.AccountMessages.Me;
import rolt.platform.Json;
import rolt.web.Form;
import rolt.web.Web;

/** The account as its owner sees, changes, takes along and deletes it. */
final class AccountPages {
    private static final String ACCOUNT = "/account";
    private static final String DATA = ACCOUNT + "/data";
    private static final String DELETION = DATA + "/deletion";

    private final Web web;

    AccountPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, ACCOUNT, this::account);
        web.post(router, ACCOUNT, this::update);
        web.get(router, DATA, ctx -> web.own(ctx, page -> TEMPLATES.ownData(page, Form.EMPTY)));
        web.post(router, DATA, this::export);
        web.get(router, DELETION, ctx -> web.own(ctx, page -> TEMPLATES.deleteAccount(page, Form.EMPTY)));
        web.post(router, DELETION, this::delete);
        web.get(router, "/goodbye", ctx -> web.send(ctx, TEMPLATES::goodbye));
    }

    private Future<Void> account(RoutingContext ctx) {
        return web.ask(ctx, "account.getMe", new JsonObject(), Me.class)
                .compose(me -> web.send(ctx, page -> TEMPLATES.account(page, me, Form.of(values(me)))));
    }

    /** The profile as its form shows it. */
    static Map<String, String> values(Me me) {
        return Map.of(
                "name",
                me.name(),
                "phone",
                me.phone() == null ? "" : me.phone(),
                "birthDate",
                me.birthDate() == null ? "" : me.birthDate().toString(),
                "language",
                me.language().name());
    }

    /** What is left empty is removed, except the name, which everybody has. */
    private Future<Void> update(RoutingContext ctx) {
        JsonObject update = Form.input(ctx, "name", "language")
                .put("phone", Form.field(ctx, "phone"))
                .put("birthDate", Form.field(ctx, "birthDate"));
        if (!update.containsKey("name")) {
            update.put("name", "");
        }
        return web.ask(ctx, "account.updateMe", update, Me.class)
                .compose(me -> web.redirect(ctx, ACCOUNT + "?done=profile"))
                .recover(e -> again(ctx, e));
    }

    private Future<Void> again(RoutingContext ctx, Throwable failure) {
        return web.refused(
                ctx,
                failure,
                problem -> web.ask(ctx, "account.getMe", new JsonObject(), Me.class)
                        .compose(me -> web.send(
                                ctx, page -> TEMPLATES.account(page, me, Form.of(ctx, web.faults(ctx, problem))))));
    }

    private Future<Void> export(RoutingContext ctx) {
        return web.ask(ctx, "account.exportMe", password(ctx), Object.class)
                .compose(data -> ctx.response()
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Content-Disposition", "attachment; filename=\"rolt-data.json\"")
                        .putHeader("Cache-Control", "no-store")
                        .end(Json.buffer(data)))
                .recover(e -> web.again(ctx, e, TEMPLATES::ownData));
    }

    private Future<Void> delete(RoutingContext ctx) {
        return web.ask(ctx, "account.deleteMe", password(ctx), Object.class)
                .compose(done -> {
                    web.gateway().authentication().signOut(ctx);
                    return web.redirect(ctx, "/goodbye");
                })
                .recover(e -> web.again(ctx, e, TEMPLATES::deleteAccount));
    }

    private static JsonObject password(RoutingContext ctx) {
        return Form.secrets(ctx, new JsonObject(), "password");
    }
}
