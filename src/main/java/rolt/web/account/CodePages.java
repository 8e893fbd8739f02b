package rolt.web.account;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import rolt.account.SecondFactorMessages.AnswerChallenge;
import rolt.gateway.Problems;
import rolt.platform.Json;
import rolt.platform.Problem;
import rolt.web.Form;
import rolt.web.Page;
import rolt.web.Web;

/** The second half of a login. Its challenge waits in a cookie, so that it stands in no address. */
final class CodePages {
    private static final String PATH = "/login/code";
    private static final String NEEDED = "second-factor-needed";
    private static final String EXPIRED = "challenge-expired";

    private final Web web;
    private final ShortCookie challenge;

    CodePages(Web web) {
        this.web = web;
        this.challenge = new ShortCookie(web.gateway().platform().config(), "rolt_challenge", Duration.ofMinutes(5));
    }

    void mount(Router router) {
        web.get(router, PATH, ctx -> web.send(ctx, page -> TEMPLATES.loginCode(page, filled(page))));
        web.post(router, PATH, this::logIn);
    }

    private static Form filled(Page page) {
        return Form.of(Map.of("next", page.query("next")));
    }

    /** Where a first half of a login goes on that needs the second; any other failure stays one. */
    Future<Void> goOn(RoutingContext ctx, Throwable failure, String next) {
        if (failure instanceof Problem problem && problem.code().equals(NEEDED)) {
            return ask(ctx, (String) problem.params().get("challenge"), next);
        }
        return Future.failedFuture(failure);
    }

    /** Asks for the code. */
    Future<Void> ask(RoutingContext ctx, String token, String next) {
        challenge.write(ctx, token);
        return web.redirect(ctx, PATH + (next.isEmpty() ? "" : "?next=" + Page.encode(next)));
    }

    private Future<Void> logIn(RoutingContext ctx) {
        return web.gateway()
                .authentication()
                .caller(ctx)
                .compose(caller -> web.gateway().limits().check("login", caller))
                .compose(v -> web.gateway().authentication().logInWithCode(ctx, answer(ctx)))
                .compose(caller -> {
                    challenge.remove(ctx);
                    return web.redirect(ctx, SignInPages.next(Form.field(ctx, "next")));
                })
                .recover(e -> again(ctx, e));
    }

    private AnswerChallenge answer(RoutingContext ctx) {
        String token = challenge.read(ctx);
        JsonObject given = Form.input(ctx, "code").put("challenge", token);
        if (token.isEmpty()) {
            throw Problem.unauthorized(EXPIRED);
        }
        web.gateway().operations().check("account.createTokenWithCode", given);
        return Json.record(given, AnswerChallenge.class);
    }

    private Future<Void> again(RoutingContext ctx, Throwable failure) {
        if (!Problems.problemOf(failure).code().equals(EXPIRED)) {
            return web.again(ctx, failure, TEMPLATES::loginCode);
        }
        challenge.remove(ctx);
        return web.again(ctx, failure, TEMPLATES::login);
    }
}
