package rolt.gateway;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.platform.Problem;

/** The first step of every request: its id, the headers every answer carries, and the access log. */
final class Protection {
    private static final Logger ACCESS = LoggerFactory.getLogger("rolt.access");

    private final Problems problems;
    private final boolean https;

    Protection(Gateway gateway) {
        this.problems = gateway.problems();
        this.https = gateway.platform().config().http().publicUrl().startsWith("https://");
    }

    void mount(Router router) {
        router.route().handler(ctx -> {
            Requests.id(ctx);
            headers(ctx.response());
            long begun = System.nanoTime();
            ctx.addEndHandler(done -> log(ctx, begun));
            if (isReadable(ctx)) {
                ctx.next();
            } else {
                problems.answer(ctx, Problem.invalid("", "request"));
            }
        });
    }

    /** The router itself would answer 500 for a path with a broken percent sequence. */
    private static boolean isReadable(RoutingContext ctx) {
        try {
            return ctx.normalizedPath() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void headers(HttpServerResponse response) {
        response.putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "same-origin");
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
