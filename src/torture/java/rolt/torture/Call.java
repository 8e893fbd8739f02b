package rolt.torture;

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
record Call(String method, String path, JsonObject body, List<String> headers) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Call get(String path) {
        return new Call("GET", path, null, List.of());
    }

    static Call post(String path, JsonObject body) {
        return new Call("POST", path, body, List.of("Content-Type", "application/json"));
    }

    static Call put(String path, JsonObject body) {
        return new Call("PUT", path, body, List.of("Content-Type", "application/json"));
    }

    Call by(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Call key(String idempotencyKey) {
        return with("Idempotency-Key", idempotencyKey);
    }

    private Call with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return new Call(method, path, body, more);
    }

    HttpRequest at(String url) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.encode()))
                .build();
    }
}
