package rolt.web;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import rolt.account.AccountMessages.Me;

/** How an account is protected, and what can be done for it. */
final class SecurityPages {
    private static final String SECURITY = "/account/security";
    private static final String PASSWORD = SECURITY + "/password";

    private final Web web;

    SecurityPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, SECURITY, this::security);
        web.get(router, PASSWORD, ctx -> web.own(ctx, page -> TEMPLATES.changePassword(page, Form.EMPTY)));
        web.post(router, PASSWORD, this::changePassword);
    }

    private Future<Void> security(RoutingContext ctx) {
        return web.ask(ctx, "account.getMe", new JsonObject(), Me.class)
                .compose(me -> web.send(ctx, page -> TEMPLATES.security(page, me)));
    }

    private Future<Void> changePassword(RoutingContext ctx) {
        JsonObject passwords = Form.secrets(ctx, new JsonObject(), "password", "newPassword");
        return web.ask(ctx, "account.changePassword", passwords, Object.class)
                .compose(done -> web.redirect(ctx, SECURITY + "?done=password"))
                .recover(e -> web.again(ctx, e, TEMPLATES::changePassword));
    }
}
