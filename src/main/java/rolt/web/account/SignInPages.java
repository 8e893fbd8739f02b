package rolt.web.account;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rolt.account.AccountMessages.Credentials;
import rolt.account.AccountMessages.MailSent;
import rolt.account.AccountMessages.Verified;
import rolt.gateway.Authentication;
import rolt.gateway.Requests;
import rolt.web.Form;
import rolt.web.Page;
import rolt.web.Web;

/** Registration with its mailed link, login and logout. */
final class SignInPages {
    /** A path of this shop: one slash first, because two would name another host. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private static final Pattern ENGLISH = Pattern.compile("/en(/|(?=[?#])|$)");

    private static final String ACCOUNT = "/account";

    private final Web web;
    private final Authentication authentication;
    private final MailedLink verification;
    private final CodePages code;

    SignInPages(Web web, CodePages code) {
        this.web = web;
        this.code = code;
        this.authentication = web.gateway().authentication();
        this.verification = new MailedLink(web, TEMPLATES::verifyEmail, TEMPLATES::verifyEmailExpired);
    }

    void mount(Router router) {
        web.get(router, "/register", ctx -> web.send(ctx, page -> TEMPLATES.register(page, filled(page))));
        web.post(router, "/register", this::register);
        web.get(router, "/register/sent", ctx -> web.send(ctx, page -> TEMPLATES.registerSent(page, Form.EMPTY)));
        web.post(router, "/register/sent", this::sendAgain);
        web.get(router, "/verify-email", ctx -> web.send(ctx, page -> TEMPLATES.verifyEmail(page, filled(page))));
        web.post(router, "/verify-email", this::verify);
        web.get(router, "/login", this::login);
        web.post(router, "/login", this::logIn);
        web.post(router, "/logout", ctx -> authentication.logOut(ctx).compose(v -> web.redirect(ctx, "/")));
    }

    /** What a link has filled in already. */
    private static Form filled(Page page) {
        return Form.of(Map.of("next", page.query("next"), "token", page.query("token")));
    }

    private Future<Void> register(RoutingContext ctx) {
        var person = Form.secrets(ctx, Form.input(ctx, "email", "name"), "password")
                .put("language", Requests.language(ctx).name());
        return web.ask(ctx, "account.register", person, MailSent.class)
                .compose(sent -> web.redirect(ctx, "/register/sent"))
                .recover(e -> web.again(ctx, e, TEMPLATES::register));
    }

    private Future<Void> sendAgain(RoutingContext ctx) {
        return web.ask(ctx, "account.resendVerification", Form.input(ctx, "email"), MailSent.class)
                .compose(sent -> web.redirect(ctx, "/register/sent?again=true"))
                .recover(e -> web.again(ctx, e, TEMPLATES::registerSent));
    }

    /** By POST only: what reads mails for viruses opens every link, and would use the token up. */
    private Future<Void> verify(RoutingContext ctx) {
        var input = Form.secrets(ctx, Form.input(ctx, "token"), "password");
        return web.ask(ctx, "account.verifyEmail", input, Verified.class)
                .compose(verified -> authentication.logIn(ctx, credentials(ctx, verified.email())))
                .compose(caller -> web.redirect(ctx, ACCOUNT + "?verified=true"))
                .recover(e -> verification.again(ctx, e));
    }

    private static Credentials credentials(RoutingContext ctx, String email) {
        return new Credentials(email, Form.secret(ctx, "password"));
    }

    private Future<Void> login(RoutingContext ctx) {
        return authentication
                .caller(ctx)
                .compose(caller -> caller.signedIn()
                        ? web.redirect(ctx, next(web.page(ctx).query("next")))
                        : web.send(ctx, page -> TEMPLATES.login(page, filled(page))));
    }

    private Future<Void> logIn(RoutingContext ctx) {
        return authentication
                .caller(ctx)
                .compose(caller -> web.gateway().limits().check("login", caller))
                .compose(v -> authentication.logIn(ctx, credentials(ctx, Form.field(ctx, "email"))))
                .compose(caller -> web.redirect(ctx, next(Form.field(ctx, "next"))))
                .recover(e -> code.goOn(ctx, e, Form.field(ctx, "next")))
                .recover(e -> web.again(ctx, e, TEMPLATES::login));
    }

    /** Where a login leads, in whatever language: where one was led away from, or to the account. */
    static String next(String asked) {
        Matcher english = ENGLISH.matcher(asked);
        String path = english.lookingAt() ? english.replaceFirst("/") : asked;
        return OWN_PATH.matcher(path).matches() ? path : ACCOUNT;
    }
}
