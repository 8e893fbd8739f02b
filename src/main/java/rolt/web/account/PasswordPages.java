package rolt.web.account;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import rolt.account.AccountMessages.MailSent;
import rolt.web.Form;
import rolt.web.Page;
import rolt.web.Web;

/** A forgotten password, and the mailed link that sets a new one. */
final class PasswordPages {
    private static final String FORGOTTEN = "/forgot-password";
    private static final String RESET = "/reset-password";

    private final Web web;
    private final MailedLink reset;

    PasswordPages(Web web) {
        this.web = web;
        this.reset = new MailedLink(web, TEMPLATES::resetPassword, TEMPLATES::resetPasswordExpired);
    }

    void mount(Router router) {
        web.get(router, FORGOTTEN, ctx -> web.send(ctx, page -> TEMPLATES.forgotPassword(page, Form.EMPTY)));
        web.post(router, FORGOTTEN, this::sendLink);
        web.get(router, FORGOTTEN + "/sent", ctx -> web.send(ctx, TEMPLATES::forgotPasswordSent));
        web.get(router, RESET, ctx -> web.send(ctx, page -> TEMPLATES.resetPassword(page, filled(page))));
        web.post(router, RESET, this::setPassword);
    }

    private static Form filled(Page page) {
        return Form.of(Map.of("token", page.query("token")));
    }

    private Future<Void> sendLink(RoutingContext ctx) {
        return web.ask(ctx, "account.sendResetLink", Form.input(ctx, "email"), MailSent.class)
                .compose(sent -> web.redirect(ctx, FORGOTTEN + "/sent"))
                .recover(e -> web.again(ctx, e, TEMPLATES::forgotPassword));
    }

    /** By POST only, as for every mailed link; the sessions have ended, so the way on is the login. */
    private Future<Void> setPassword(RoutingContext ctx) {
        return web.ask(
                        ctx,
                        "account.resetPassword",
                        Form.secrets(ctx, Form.input(ctx, "token"), "password"),
                        Object.class)
                .compose(done -> web.redirect(ctx, "/login?done=reset"))
                .recover(e -> reset.again(ctx, e));
    }
}
