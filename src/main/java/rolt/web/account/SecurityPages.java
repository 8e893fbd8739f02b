package rolt.web.account;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import rolt.account.AccountMessages.MailSent;
import rolt.account.AccountMessages.Me;
import rolt.account.AccountMessages.Verified;
import rolt.account.SecondFactorMessages.SignInWays;
import rolt.account.SessionMessages.SessionList;
import rolt.web.Form;
import rolt.web.Page;
import rolt.web.Web;

/** How an account is protected: its password, its address, and where it is signed in. */
final class SecurityPages {
    private static final String SECURITY = "/account/security";
    private static final String PASSWORD = SECURITY + "/password";
    private static final String EMAIL = SECURITY + "/email";
    private static final String CONFIRM = "/confirm-email";
    private static final String REVERT = "/revert-email";

    private final Web web;
    private final MailedLink confirmation;
    private final MailedLink reversion;

    SecurityPages(Web web) {
        this.web = web;
        this.confirmation = new MailedLink(web, TEMPLATES::confirmEmail, TEMPLATES::confirmEmailExpired);
        this.reversion = new MailedLink(web, TEMPLATES::revertEmail, TEMPLATES::revertEmailExpired);
    }

    void mount(Router router) {
        web.get(router, SECURITY, this::security);
        web.get(router, PASSWORD, ctx -> web.own(ctx, page -> TEMPLATES.changePassword(page, Form.EMPTY)));
        web.post(router, PASSWORD, this::changePassword);
        web.get(router, EMAIL, ctx -> web.own(ctx, page -> TEMPLATES.changeEmail(page, Form.EMPTY)));
        web.post(router, EMAIL, this::changeEmail);
        web.get(router, CONFIRM, ctx -> web.own(ctx, page -> TEMPLATES.confirmEmail(page, filled(page))));
        web.post(router, CONFIRM, this::confirmEmail);
        web.get(router, REVERT, ctx -> web.send(ctx, page -> TEMPLATES.revertEmail(page, filled(page))));
        web.post(router, REVERT, this::revertEmail);
        web.get(router, REVERT + "/done", ctx -> web.send(ctx, TEMPLATES::revertEmailDone));
        web.post(router, SECURITY + "/sessions", this::endSessions);
        web.post(router, SECURITY + "/sessions/:id", this::revokeSession);
    }

    private static Form filled(Page page) {
        return Form.of(Map.of("token", page.query("token")));
    }

    private Future<Void> security(RoutingContext ctx) {
        return web.ask(ctx, "account.getMe", new JsonObject(), Me.class)
                .compose(me -> web.ask(ctx, "account.listSessions", new JsonObject(), SessionList.class)
                        .compose(sessions -> web.ask(ctx, "account.getSignInWays", new JsonObject(), SignInWays.class)
                                .compose(ways -> web.send(ctx, page -> TEMPLATES.security(page, me, ways, sessions)))));
    }

    private Future<Void> changePassword(RoutingContext ctx) {
        JsonObject passwords = Form.secrets(ctx, new JsonObject(), "password", "newPassword");
        return web.ask(ctx, "account.changePassword", passwords, Object.class)
                .compose(done -> web.redirect(ctx, SECURITY + "?done=password"))
                .recover(e -> web.again(ctx, e, TEMPLATES::changePassword));
    }

    private Future<Void> changeEmail(RoutingContext ctx) {
        JsonObject change = Form.secrets(ctx, Form.input(ctx, "email"), "password");
        return web.ask(ctx, "account.changeEmail", change, MailSent.class)
                .compose(sent -> web.redirect(ctx, SECURITY + "?done=email-asked"))
                .recover(e -> web.again(ctx, e, TEMPLATES::changeEmail));
    }

    private Future<Void> confirmEmail(RoutingContext ctx) {
        return web.ask(ctx, "account.confirmEmail", Form.input(ctx, "token"), Verified.class)
                .compose(done -> web.redirect(ctx, SECURITY + "?done=email"))
                .recover(e -> confirmation.again(ctx, e));
    }

    private Future<Void> revertEmail(RoutingContext ctx) {
        return web.ask(ctx, "account.revertEmail", Form.input(ctx, "token"), Verified.class)
                .compose(done -> web.redirect(ctx, REVERT + "/done"))
                .recover(e -> reversion.again(ctx, e));
    }

    /** The others, or with this one all of them. */
    private Future<Void> endSessions(RoutingContext ctx) {
        boolean others = Form.field(ctx, "everywhere").isEmpty();
        return web.ask(ctx, "account.endSessions", new JsonObject().put("keepCurrent", others), Object.class)
                .compose(done -> others ? web.redirect(ctx, SECURITY + "?done=sessions") : leave(ctx));
    }

    private Future<Void> leave(RoutingContext ctx) {
        web.gateway().authentication().signOut(ctx);
        return web.redirect(ctx, "/login?done=everywhere");
    }

    private Future<Void> revokeSession(RoutingContext ctx) {
        JsonObject session = new JsonObject().put("id", ctx.pathParam("id"));
        return web.ask(ctx, "account.revokeSession", session, Object.class)
                .compose(done -> web.redirect(ctx, SECURITY + "?done=session"));
    }
}
