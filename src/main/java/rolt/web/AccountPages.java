package rolt.web;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.regex.Pattern;
import rolt.account.AccountMessages.Credentials;
import rolt.account.AccountMessages.MailSent;
import rolt.account.AccountMessages.Me;
import rolt.account.AccountMessages.Verified;
import rolt.gateway.Authentication;
import rolt.gateway.Requests;

/** Registration, the mailed link, login and logout, and the account as its owner sees it. */
final class AccountPages {
    /** A path of this shop: one slash first, because two would name another host. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private static final String ACCOUNT = "/account";

    private final Web web;
    private final Authentication authentication;

    AccountPages(Web web) {
        this.web = web;
        this.authentication = web.gateway().authentication();
    }

    void mount(Router router) {
        web.get(router, "/register", ctx -> web.send(ctx, page -> TEMPLATES.register(page, filled(ctx))));
        web.post(router, "/register", this::register);
        web.get(router, "/register/sent", ctx -> web.send(ctx, page -> TEMPLATES.registerSent(page, Form.EMPTY)));
        web.post(router, "/register/sent", this::sendAgain);
        web.get(router, "/verify-email", ctx -> web.send(ctx, page -> TEMPLATES.verifyEmail(page, filled(ctx))));
        web.post(router, "/verify-email", this::verify);
        web.get(router, "/login", this::login);
        web.post(router, "/login", this::logIn);
        web.post(router, "/logout", ctx -> authentication.logOut(ctx).compose(v -> web.redirect(ctx, "/")));
        web.get(router, ACCOUNT, this::account);
    }

    /** What a link has filled in already. */
    private static Form filled(RoutingContext ctx) {
        return Form.of(Map.of("next", query(ctx, "next"), "token", query(ctx, "token")));
    }

    private static String query(RoutingContext ctx, String name) {
        String value = ctx.queryParams().get(name);
        return value == null ? "" : value;
    }

    private Future<Void> register(RoutingContext ctx) {
        JsonObject person = Form.input(ctx, "email", "name")
                .put("language", Requests.language(ctx).name());
        String password = secret(ctx);
        if (!password.isEmpty()) {
            person.put("password", password);
        }
        return web.ask(ctx, "account.register", person, MailSent.class)
                .compose(sent -> web.redirect(ctx, "/register/sent"))
                .recover(e -> web.again(ctx, e, TEMPLATES::register));
    }

    /** Blanks belong to a password. */
    private static String secret(RoutingContext ctx) {
        String password = ctx.request().getFormAttribute("password");
        return password == null ? "" : password;
    }

    private Future<Void> sendAgain(RoutingContext ctx) {
        return web.ask(ctx, "account.resendVerification", Form.input(ctx, "email"), MailSent.class)
                .compose(sent -> web.redirect(ctx, "/register/sent?again=true"))
                .recover(e -> web.again(ctx, e, TEMPLATES::registerSent));
    }

    /** By POST only: what reads mails for viruses opens every link, and would use the token up. */
    private Future<Void> verify(RoutingContext ctx) {
        return web.ask(ctx, "account.verifyEmail", Form.input(ctx, "token"), Verified.class)
                .compose(verified -> authentication.caller(ctx))
                .compose(caller -> web.redirect(ctx, (caller.signedIn() ? ACCOUNT : "/login") + "?verified=true"))
                .recover(e -> web.again(ctx, e, TEMPLATES::verifyEmail));
    }

    private Future<Void> login(RoutingContext ctx) {
        return authentication
                .caller(ctx)
                .compose(caller -> caller.signedIn()
                        ? web.redirect(ctx, next(query(ctx, "next")))
                        : web.send(ctx, page -> TEMPLATES.login(page, filled(ctx))));
    }

    private Future<Void> logIn(RoutingContext ctx) {
        return authentication
                .caller(ctx)
                .compose(caller -> web.gateway().limits().check("login", caller))
                .compose(v -> authentication.logIn(ctx, new Credentials(Form.field(ctx, "email"), secret(ctx))))
                .compose(caller -> web.redirect(ctx, next(Form.field(ctx, "next"))))
                .recover(e -> web.again(ctx, e, TEMPLATES::login));
    }

    private static String next(String asked) {
        return OWN_PATH.matcher(asked).matches() ? asked : ACCOUNT;
    }

    private Future<Void> account(RoutingContext ctx) {
        return web.ask(ctx, "account.getMe", new JsonObject(), Me.class)
                .compose(me -> web.send(ctx, page -> TEMPLATES.account(page, me)));
    }
}
