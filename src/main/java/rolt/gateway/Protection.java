package rolt.gateway;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.platform.Config;

/** The first step of every request: its id, the headers every answer carries, and the access log. */
final class Protection {
    private static final Logger ACCESS = LoggerFactory.getLogger("rolt.access");

    private final boolean https;

    Protection(Config config) {
        this.https = config.http().publicUrl().startsWith("https://");
    }

    void mount(Router router) {
        router.route().handler(ctx -> {
            Requests.id(ctx);
            headers(ctx.response());
            long begun = System.nanoTime();
            ctx.addEndHandler(done -> log(ctx, begun));
            ctx.next();
        });
    }

    private void headers(HttpServerResponse response) {
        response.putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        if (https) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** The path only: a query may carry a token or a person's data. */
    private static void log(RoutingContext ctx, long begun) {
        ACCESS.atInfo()
                .addKeyValue("request", Requests.id(ctx))
                .addKeyValue("method", ctx.request().method().name())
                .addKeyValue("path", ctx.request().path())
                .addKeyValue("status", ctx.response().getStatusCode())
                .addKeyValue("micros", (System.nanoTime() - begun) / 1_000)
                .log("answered");
    }
}
