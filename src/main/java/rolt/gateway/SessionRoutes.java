package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import rolt.account.AccountMessages.Credentials;
import rolt.platform.Json;

/**
 * A browser's login and logout. They stand outside the contract, because what they answer is a cookie: a script must
 * never see the session token.
 */
final class SessionRoutes {
    private static final String PATH = "/api/v1/session";
    private static final long BODY_LIMIT = 4 << 10;

    private final Gateway gateway;

    SessionRoutes(Gateway gateway) {
        this.gateway = gateway;
    }

    void mount(Router router) {
        router.post(PATH).handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
        router.post(PATH).handler(ctx -> answer(ctx, logIn(ctx)));
        router.delete(PATH).handler(ctx -> answer(ctx, gateway.authentication().logOut(ctx)));
        router.get("/.well-known/jwks.json").handler(this::publicKeys);
    }

    private Future<?> logIn(RoutingContext ctx) {
        return gateway.authentication()
                .caller(ctx)
                .compose(caller -> gateway.limits().check("login", caller))
                .map(v -> credentials(ctx))
                .compose(credentials -> gateway.authentication().logIn(ctx, credentials));
    }

    /** The same as an API client logs in with. */
    private Credentials credentials(RoutingContext ctx) {
        JsonObject body = JsonBody.of(ctx);
        gateway.operations().check("account.createToken", body);
        return Json.record(body, Credentials.class);
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
