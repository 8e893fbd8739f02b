package rolt.web;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import rolt.account.AccountMessages.Me;

/** The account as its owner sees it. */
final class AccountPages {
    private final Web web;

    AccountPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, "/account", this::account);
    }

    private Future<Void> account(RoutingContext ctx) {
        return web.ask(ctx, "account.getMe", new JsonObject(), Me.class)
                .compose(me -> web.send(ctx, page -> TEMPLATES.account(page, me)));
    }
}
