package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import rolt.account.AccountMessages.Credentials;
import rolt.account.SecondFactorMessages.AnswerChallenge;
import rolt.platform.Json;

/**
 * A browser's login and logout. They stand outside the contract, because what they answer is a cookie: a script must
 * never see the session token.
 */
final class SessionRoutes {
    private static final String PATH = "/api/v1/session";
    private static final String CODE_PATH = PATH + "/second-factor";
    private static final long BODY_LIMIT = 4 << 10;

    private final Gateway gateway;

    SessionRoutes(Gateway gateway) {
        this.gateway = gateway;
    }

    void mount(Router router) {
        router.post(PATH).handler(Bodies.upTo(BODY_LIMIT));
        router.post(PATH).handler(ctx -> answer(ctx, logIn(ctx)));
        router.post(CODE_PATH).handler(Bodies.upTo(BODY_LIMIT));
        router.post(CODE_PATH).handler(ctx -> answer(ctx, logInWithCode(ctx)));
        router.delete(PATH).handler(ctx -> answer(ctx, gateway.authentication().logOut(ctx)));
        router.get("/.well-known/jwks.json").handler(this::publicKeys);
    }

    private Future<?> logIn(RoutingContext ctx) {
        return given(ctx, "account.createToken", Credentials.class)
                .compose(credentials -> gateway.authentication().logIn(ctx, credentials));
    }

    private Future<?> logInWithCode(RoutingContext ctx) {
        return given(ctx, "account.createTokenWithCode", AnswerChallenge.class)
                .compose(answer -> gateway.authentication().logInWithCode(ctx, answer));
    }

    /** The same as an API client logs in with. */
    private <T> Future<T> given(RoutingContext ctx, String operation, Class<T> type) {
        return gateway.authentication()
                .caller(ctx)
                .compose(caller -> gateway.limits().check("login", caller))
                .map(v -> {
                    JsonObject body = JsonBody.of(ctx);
                    gateway.operations().check(operation, body);
                    return Json.record(body, type);
                });
    }

    private void answer(RoutingContext ctx, Future<?> done) {
        done.onSuccess(v -> ctx.response()
                        .setStatusCode(204)
                        .putHeader("Cache-Control", "no-store")
                        .end())
                .onFailure(e -> gateway.problems().answer(ctx, e));
    }

    private void publicKeys(RoutingContext ctx) {
        JsonObject keys = gateway.authentication().publicKeys();
        ctx.response()
                .putHeader("Content-Type", "application/jwk-set+json")
                .putHeader("Cache-Control", "public, max-age=300")
                .end(keys.toBuffer());
    }
}
