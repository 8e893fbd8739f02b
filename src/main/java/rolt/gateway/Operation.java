package rolt.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import rolt.platform.Role;

/**
 * One operation of the contract.
 *
 * @param id operationId, bus address and service method in one
 * @param access who may call it
 * @param ownership whose things it reaches; null where nobody owns what its path names
 * @param rates the names of its rate classes: a call counts in each
 * @param cache how long its answer may be kept; null for answers that are the caller's own
 * @param idempotent whether an Idempotency-Key is required
 * @param location template of the Location header, filled from the answer; null without one
 * @param status of a success
 * @param upload whether it takes a file, in a form, which {@link Uploads} receives
 * @param bodyLimit of its body, in bytes
 * @param input what it takes
 */
public record Operation(
        String id,
        HttpMethod method,
        String path,
        Access access,
        Ownership ownership,
        List<String> rates,
        CacheRule cache,
        boolean idempotent,
        String location,
        int status,
        boolean upload,
        long bodyLimit,
        Input input) {
    private static final long USUAL_BODY = 256 << 10;

    /** @param roles one of which is needed; empty with {@code signedIn} means any account */
    public record Access(boolean signedIn, Set<Role> roles) {}

    /**
     * What an operation's path names belongs to somebody: to another it does not exist (404), which the domain's SQL sees
     * to.
     *
     * @param parameter of the path, naming the thing
     * @param of what it is, for example {@code order}
     * @param others the roles that reach everybody's
     */
    public record Ownership(String parameter, String of, Set<Role> others) {}

    public record CacheRule(Duration life, List<String> tags) {}

    static Operation of(JsonObject document, HttpMethod method, String path, JsonObject json) {
        String id = json.getString("operationId");
        JsonArray roles = json.getJsonArray("x-roles");
        if (roles == null || !json.containsKey("x-rate")) {
            throw new IllegalStateException(id + " declares no x-roles or no x-rate");
        }
        boolean idempotent = json.getBoolean("x-idempotent", false);
        return new Operation(
                id,
                method,
                path,
                access(roles),
                ownership(id, path, json.getValue("x-ownership")),
                rates(json.getValue("x-rate")),
                cacheRule(json.getJsonObject("x-cache")),
                idempotent,
                json.getString("x-location"),
                successOf(json.getJsonObject("responses")),
                Schemas.takesFile(document, json),
                json.getLong("x-body-limit", USUAL_BODY),
                Input.of(document, json));
    }

    private static List<String> rates(Object declared) {
        return declared instanceof JsonArray several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(declared));
    }

    private static Access access(JsonArray roles) {
        return new Access(!roles.isEmpty(), named(roles));
    }

    private static Set<Role> named(JsonArray roles) {
        return roles.stream()
                .map(String::valueOf)
                .filter(role -> !"any".equals(role))
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whoever adds a path that names something has to say whose it is. */
    private static Ownership ownership(String id, String path, Object declared) {
        if (declared instanceof JsonObject json) {
            Set<Role> others = named(json.getJsonArray("others", new JsonArray()));
            return new Ownership(json.getString("parameter"), json.getString("of"), others);
        }
        if (path.contains("{") && !"none".equals(declared)) {
            throw new IllegalStateException(id + " declares no x-ownership");
        }
        return null;
    }

    private static CacheRule cacheRule(JsonObject json) {
        if (json == null) {
            return null;
        }
        List<String> tags =
                json.getJsonArray("tags").stream().map(String::valueOf).toList();
        return new CacheRule(Duration.ofSeconds(json.getInteger("seconds")), tags);
    }

    private static int successOf(JsonObject responses) {
        return responses.fieldNames().stream()
                .filter(status -> status.startsWith("2"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }
}
