package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import rolt.platform.Platform;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: it can do its work, which needs Postgres; Redis is
 * reported but not needed.
 */
final class HealthRoutes {
    private static final long TIMEOUT_MILLIS = 2_000;

    private final Platform platform;
    private final HealthChecks checks;

    HealthRoutes(Platform platform) {
        this.platform = platform;
        this.checks = HealthChecks.create(platform.vertx())
                .register(
                        "database",
                        TIMEOUT_MILLIS,
                        done -> platform.database()
                                .ping()
                                .<Status>map(v -> Status.OK())
                                .onComplete(done));
    }

    void mount(Router router) {
        router.get("/health/live").handler(ctx -> send(ctx, 200, new JsonObject().put("status", "UP")));
        router.get("/health/ready").handler(this::ready);
    }

    private void ready(RoutingContext ctx) {
        Future<CheckResult> needed = checks.checkStatus();
        Future<Boolean> redis = platform.redis().ping().map(true).otherwise(false);
        Future.join(needed, redis).onComplete(done -> {
            boolean up =
                    needed.succeeded() && Boolean.TRUE.equals(needed.result().getUp());
            JsonObject parts = new JsonObject()
                    .put("database", up ? "UP" : "DOWN")
                    .put("redis", Boolean.TRUE.equals(redis.result()) ? "UP" : "DOWN");
            send(
                    ctx,
                    up ? 200 : 503,
                    new JsonObject().put("status", up ? "UP" : "DOWN").put("parts", parts));
        });
    }

    private static void send(RoutingContext ctx, int status, JsonObject body) {
        ctx.response()
                .setStatusCode(status)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Type", "application/json")
                .end(body.toBuffer());
    }
}
