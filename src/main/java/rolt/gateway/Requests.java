package rolt.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import rolt.platform.Language;
import rolt.platform.Problem;
import rolt.platform.Problem.Violation;

/** What a request says of itself, before anything of it is believed. */
public final class Requests {
    private static final String ID = "rolt.requestId";
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private Requests() {}

    /** The id that follows the request: the client's X-Request-Id where it is sane, else a new one. */
    public static String id(RoutingContext ctx) {
        String id = ctx.get(ID);
        if (id == null) {
            String asked = ctx.request().getHeader("X-Request-Id");
            id = asked != null && SANE_ID.matcher(asked).matches()
                    ? asked
                    : UUID.randomUUID().toString();
            ctx.put(ID, id);
            ctx.response().putHeader("X-Request-Id", id);
        }
        return id;
    }

    /** English under {@code /en}, otherwise what Accept-Language asks for first. */
    public static Language language(RoutingContext ctx) {
        String path = ctx.request().path();
        if (path != null && (path.equals("/en") || path.startsWith("/en/"))) {
            return Language.EN;
        }
        return path != null && path.startsWith("/api/")
                ? Language.of(ctx.request().getHeader("Accept-Language"))
                : Language.VI;
    }

    /**
     * Path, query, body and the Idempotency-Key as the one flat input of an operation, each from its own place.
     *
     * @throws Problem 400 for a field that stands where it is not declared
     */
    static JsonObject input(RoutingContext ctx, Operation operation) {
        Input declared = operation.input();
        JsonObject input = JsonBody.of(ctx);
        MultiMap query = ctx.queryParams();
        refuseOthers(input.fieldNames(), declared::isInBody);
        refuseOthers(query.names(), declared::isInQuery);
        query.names().forEach(name -> input.put(name, declared.read(name, query.getAll(name))));
        ctx.pathParams().forEach((name, text) -> {
            if (!"*".equals(name)) {
                input.put(name, declared.read(name, List.of(text)));
            }
        });
        String key = ctx.request().getHeader("Idempotency-Key");
        if (operation.idempotent() && key != null) {
            input.put(Input.IDEMPOTENCY_KEY, key);
        }
        return input;
    }

    private static void refuseOthers(Set<String> names, Predicate<String> declared) {
        List<Violation> unknown = names.stream()
                .filter(declared.negate())
                .map(name -> new Violation(name, "unknown", Map.of()))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown);
        }
    }
}
