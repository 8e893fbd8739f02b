package rolt.torture.ground;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A request that can be made at any node.
 *
 * @param method of HTTP
 * @param body null for a GET
 * @param headers names and values in turn
 */
public record Call(String method, String path, JsonObject body, List<String> headers) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static Call get(String path) {
        return new Call("GET", path, null, List.of());
    }

    public static Call post(String path, JsonObject body) {
        return new Call("POST", path, body, List.of("Content-Type", "application/json"));
    }

    public static Call put(String path, JsonObject body) {
        return new Call("PUT", path, body, List.of("Content-Type", "application/json"));
    }

    public Call by(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Call key(String idempotencyKey) {
        return with("Idempotency-Key", idempotencyKey);
    }

    private Call with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return new Call(method, path, body, more);
    }

    public HttpRequest at(String url) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.encode()))
                .build();
    }
}
