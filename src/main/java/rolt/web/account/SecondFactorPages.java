package rolt.web.account;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import rolt.account.SecondFactorMessages.RecoveryCodes;
import rolt.account.SecondFactorMessages.SecondFactorSecret;
import rolt.account.SecondFactorMessages.SignInWays;
import rolt.web.Form;
import rolt.web.Web;

/** Turning one's second factor on and off. What is shown once is the answer to the form itself. */
final class SecondFactorPages {
    private static final String PATH = "/account/security/second-factor";
    private static final String CONFIRM = PATH + "/code";
    private static final String CODES = PATH + "/recovery-codes";
    private static final String OFF = PATH + "/off";

    private final Web web;

    SecondFactorPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, PATH, this::show);
        web.post(router, PATH, this::begin);
        web.get(router, CONFIRM, ctx -> web.redirect(ctx, PATH));
        web.post(router, CONFIRM, this::confirm);
        web.get(router, CODES, ctx -> web.own(ctx, page -> TEMPLATES.renewRecoveryCodes(page, Form.EMPTY)));
        web.post(router, CODES, this::renew);
        web.get(router, OFF, ctx -> web.own(ctx, page -> TEMPLATES.removeSecondFactor(page, Form.EMPTY)));
        web.post(router, OFF, this::remove);
    }

    private Future<Void> show(RoutingContext ctx) {
        return web.ask(ctx, "account.getSignInWays", new JsonObject(), SignInWays.class)
                .compose(ways -> web.send(
                        ctx,
                        page -> ways.secondFactor()
                                ? TEMPLATES.secondFactor(page, ways)
                                : TEMPLATES.beginSecondFactor(page, Form.EMPTY)));
    }

    private Future<Void> begin(RoutingContext ctx) {
        JsonObject password = Form.secrets(ctx, new JsonObject(), "password");
        return web.ask(ctx, "account.beginSecondFactor", password, SecondFactorSecret.class)
                .compose(secret -> web.send(ctx, page -> TEMPLATES.confirmSecondFactor(page, shown(secret))))
                .recover(e -> web.again(ctx, e, TEMPLATES::beginSecondFactor));
    }

    /** The form carries the secret, so that it can be shown again after a wrong code. */
    private static Form shown(SecondFactorSecret secret) {
        return Form.of(Map.of("secret", secret.secret(), "uri", secret.uri()));
    }

    private Future<Void> confirm(RoutingContext ctx) {
        return web.ask(ctx, "account.confirmSecondFactor", Form.input(ctx, "code"), RecoveryCodes.class)
                .compose(codes -> web.send(ctx, page -> TEMPLATES.recoveryCodes(page, codes)))
                .recover(e -> web.again(ctx, e, TEMPLATES::confirmSecondFactor));
    }

    private Future<Void> renew(RoutingContext ctx) {
        return web.ask(ctx, "account.renewRecoveryCodes", passwordAndCode(ctx), RecoveryCodes.class)
                .compose(codes -> web.send(ctx, page -> TEMPLATES.recoveryCodes(page, codes)))
                .recover(e -> web.again(ctx, e, TEMPLATES::renewRecoveryCodes));
    }

    private Future<Void> remove(RoutingContext ctx) {
        return web.ask(ctx, "account.removeSecondFactor", passwordAndCode(ctx), Object.class)
                .compose(done -> web.redirect(ctx, "/account/security?done=second-factor-off"))
                .recover(e -> web.again(ctx, e, TEMPLATES::removeSecondFactor));
    }

    private static JsonObject passwordAndCode(RoutingContext ctx) {
        return Form.secrets(ctx, Form.input(ctx, "code"), "password");
    }
}
