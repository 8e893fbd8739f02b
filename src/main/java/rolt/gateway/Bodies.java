package rolt.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Locale;
import rolt.platform.Problem;

/** Reads the bodies of requests into memory, other than those that bring a file: {@link Uploads} receives these. */
public final class Bodies {
    private Bodies() {}

    /**
     * Reads a body of a limited length. One in the form of a file is refused with problem 415 before it is read: nothing
     * here takes any, and its decoder meets what is broken with exceptions of every kind.
     *
     * @param limit in bytes; problem 413 above
     */
    public static Handler<RoutingContext> upTo(long limit) {
        BodyHandler body = BodyHandler.create(false).setBodyLimit(limit);
        return ctx -> {
            if (isMultipart(ctx.request())) {
                ctx.fail(Problem.of(415, "media-type"));
            } else {
                body.handle(ctx);
            }
        };
    }

    /** Whether a request says that it brings a form with files. */
    static boolean isForm(HttpServerRequest request) {
        return "multipart/form-data".equals(type(request));
    }

    /** The decoder looks at how the type begins only. */
    private static boolean isMultipart(HttpServerRequest request) {
        return type(request).startsWith("multipart/");
    }

    private static String type(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
