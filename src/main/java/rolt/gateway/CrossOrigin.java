package rolt.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Set;
import rolt.platform.Config;
import rolt.platform.Problem;

/**
 * Refuses what another site makes a browser send. Browsers tell where a request comes from, in Sec-Fetch-Site or at
 * least in Origin, and scripts cannot change either, so pages need no token and can be cached. A request with neither
 * comes from no browser; it may pass unless it carries the session cookie.
 */
final class CrossOrigin implements Handler<RoutingContext> {
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final Problems problems;
    private final URI publicUrl;
    private final boolean development;

    CrossOrigin(Gateway gateway) {
        Config config = gateway.platform().config();
        problems = gateway.problems();
        publicUrl = URI.create(config.http().publicUrl());
        development = config.environment() == Config.Environment.DEVELOPMENT;
    }

    /** Passes the request on, or answers problem 403 {@code cross-origin}. */
    @Override
    public void handle(RoutingContext ctx) {
        if (isAllowed(ctx.request())) {
            ctx.next();
        } else {
            problems.answer(ctx, Problem.forbidden("cross-origin"));
        }
    }

    private boolean isAllowed(HttpServerRequest request) {
        if (SAFE.contains(request.method()) || Authentication.bearer(request) != null) {
            return true;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITES.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null ? request.getCookie(SessionCookie.NAME) == null : isOwn(origin, request);
    }

    /** The same for a socket, which a browser opens by a GET and from anywhere. */
    void checkSocket(RoutingContext ctx) {
        String origin = ctx.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null || isOwn(origin, ctx.request())) {
            ctx.next();
        } else {
            problems.answer(ctx, Problem.forbidden("cross-origin"));
        }
    }

    /** In development the same node is reached by several names and ports. */
    private boolean isOwn(String origin, HttpServerRequest request) {
        String own = publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
        return origin.equals(own) || development && origin.equals("http://" + request.getHeader(HttpHeaders.HOST));
    }
}
