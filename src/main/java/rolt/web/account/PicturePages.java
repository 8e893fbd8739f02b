package rolt.web.account;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import rolt.account.AccountMessages.Me;
import rolt.account.AccountMessages.Nothing;
import rolt.web.Form;
import rolt.web.Web;

/** The forms by which the owner of an account changes its picture. */
final class PicturePages {
    private static final String ACCOUNT = "/account";

    private final Web web;

    PicturePages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.upload(router, "/account/picture", "account.changePicture", this::changed);
        web.post(router, "/account/picture/remove", this::remove);
    }

    private Future<Void> changed(RoutingContext ctx, Future<Object> picture) {
        return picture.compose(done -> web.redirect(ctx, ACCOUNT + "?done=picture"))
                .recover(e -> again(ctx, e));
    }

    private Future<Void> remove(RoutingContext ctx) {
        return web.ask(ctx, "account.removePicture", new JsonObject(), Nothing.class)
                .compose(done -> web.redirect(ctx, ACCOUNT + "?done=picture-removed"));
    }

    private Future<Void> again(RoutingContext ctx, Throwable failure) {
        return web.refused(
                ctx,
                failure,
                problem -> web.ask(ctx, "account.getMe", new JsonObject(), Me.class)
                        .compose(me -> web.send(
                                ctx,
                                page -> TEMPLATES.account(
                                        page, me, new Form(AccountPages.values(me), web.faults(ctx, problem))))));
    }
}
