package rolt.web.account;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import rolt.account.GoogleMessages.BeginGoogle;
import rolt.account.GoogleMessages.FinishGoogle;
import rolt.account.GoogleMessages.GoogleBegun;
import rolt.account.GoogleMessages.GoogleFinished;
import rolt.account.SecondFactorMessages.SignInWays;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Problem;
import rolt.web.Form;
import rolt.web.Web;

/**
 * To Google and back. These routes stand outside the contract, because they take a browser along: a cookie proves that
 * who comes back is who was sent, and what is answered is a session's cookie.
 */
final class GooglePages {
    private static final String LOGIN = "/login/google";
    private static final String PATH = "/account/security/google";

    private final Web web;
    private final CodePages code;
    private final ShortCookie ticket;

    GooglePages(Web web, CodePages code) {
        this.web = web;
        this.code = code;
        this.ticket = new ShortCookie(web.gateway().platform().config(), "rolt_google", Duration.ofMinutes(10));
    }

    void mount(Router router) {
        web.get(
                router,
                LOGIN,
                ctx -> begin(ctx, new BeginGoogle(SignInPages.next(web.page(ctx).query("next")), null)));
        web.get(router, LOGIN + "/return", this::finish);
        web.get(router, PATH, ctx -> show(ctx, Form.EMPTY));
        web.post(router, PATH, this::link);
        web.post(router, PATH + "/off", this::unlink);
    }

    private Future<Void> begin(RoutingContext ctx, BeginGoogle asked) {
        return counted(ctx)
                .compose(caller -> web.gateway().platform().bus().request(caller, "account.beginGoogle", asked))
                .map(answer -> Json.record(answer, GoogleBegun.class))
                .compose(begun -> {
                    ticket.write(ctx, begun.ticket());
                    return web.leave(ctx, begun.url());
                });
    }

    private Future<Caller> counted(RoutingContext ctx) {
        return web.gateway()
                .authentication()
                .caller(ctx)
                .compose(caller -> web.gateway().limits().check("login", caller).map(caller));
    }

    /** Who has thought better of it at Google comes back with an error instead of a code. */
    private Future<Void> finish(RoutingContext ctx) {
        FinishGoogle given = new FinishGoogle(
                ticket.read(ctx), web.page(ctx).query("state"), web.page(ctx).query("code"));
        ticket.remove(ctx);
        if (given.code().isEmpty()) {
            return web.redirect(ctx, "/login");
        }
        return counted(ctx)
                .compose(caller -> web.gateway().platform().bus().request(caller, "account.finishGoogle", given))
                .map(answer -> Json.record(answer, GoogleFinished.class))
                .compose(finished -> lead(ctx, finished));
    }

    private Future<Void> lead(RoutingContext ctx, GoogleFinished finished) {
        if (finished.challenge() != null) {
            return code.ask(ctx, finished.challenge(), finished.next());
        }
        if (finished.session() != null) {
            web.gateway().authentication().enter(ctx, finished.session());
        }
        return web.redirect(ctx, finished.next());
    }

    private Future<Void> show(RoutingContext ctx, Form form) {
        if (!web.page(ctx).offersGoogle()) {
            return Future.failedFuture(Problem.notFound("page"));
        }
        return web.ask(ctx, "account.getSignInWays", new JsonObject(), SignInWays.class)
                .compose(ways -> web.send(ctx, page -> TEMPLATES.google(page, ways, form)));
    }

    private Future<Void> link(RoutingContext ctx) {
        return begin(ctx, new BeginGoogle("/account/security?done=google-on", Form.secret(ctx, "password")))
                .recover(e -> again(ctx, e));
    }

    private Future<Void> unlink(RoutingContext ctx) {
        return web.ask(ctx, "account.unlinkGoogle", Form.secrets(ctx, new JsonObject(), "password"), Object.class)
                .compose(done -> web.redirect(ctx, "/account/security?done=google-off"))
                .recover(e -> again(ctx, e));
    }

    private Future<Void> again(RoutingContext ctx, Throwable failure) {
        return web.refused(ctx, failure, problem -> show(ctx, Form.of(ctx, web.faults(ctx, problem))));
    }
}
