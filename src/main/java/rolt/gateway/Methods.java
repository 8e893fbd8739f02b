package rolt.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import rolt.platform.Problem;

/** Which methods an address takes: HEAD wherever it takes GET, and an Allow header where another is refused. */
final class Methods {
    private static final Pattern PARAMETER = Pattern.compile(":\\w+");

    private final Problems problems;
    private final Map<String, Set<HttpMethod>> taken = new HashMap<>();

    Methods(Problems problems) {
        this.problems = problems;
    }

    /** Reads the routes of a router, and lets HEAD in where GET is: the server leaves the body out by itself. */
    Methods of(Router router, String mountedAt) {
        for (Route route : router.getRoutes()) {
            if (route.getPath() == null || route.methods() == null || !route.isExactPath()) {
                continue;
            }
            if (route.methods().contains(HttpMethod.GET)) {
                route.method(HttpMethod.HEAD);
            }
            String address = mountedAt + PARAMETER.matcher(route.getPath()).replaceAll("[^/]+") + "/?";
            taken.computeIfAbsent(address, a -> new TreeSet<>(Comparator.comparing(HttpMethod::name)))
                    .addAll(route.methods());
        }
        return this;
    }

    /** Answers problem 405 with what the address takes, or 404 where it takes nothing. */
    void refuse(RoutingContext ctx) {
        String path = ctx.normalizedPath();
        Set<String> allowed = new TreeSet<>();
        taken.forEach((address, methods) -> {
            if (path.matches(address)) {
                methods.forEach(method -> allowed.add(method.name()));
            }
        });
        if (allowed.isEmpty() || allowed.contains(ctx.request().method().name())) {
            problems.answer(ctx, Problem.notFound("page"));
        } else {
            ctx.response().putHeader("Allow", String.join(", ", allowed));
            problems.answer(ctx, Problem.of(405, "method"));
        }
    }
}
