package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rolt.platform.Yaml;

/**
 * The one description of the REST interface: the files of {@code contract/}, merged into one OpenAPI document at
 * start. What it declares for an operation (roles, rate, cache, idempotency, status) is what is enforced.
 */
public final class Contract {
    private static final List<String> FILES = List.of(
            "common",
            "account",
            "media",
            "specs-parts",
            "specs-kit",
            "catalog",
            "builder",
            "builds",
            "presets",
            "stock",
            "cart",
            "ordering",
            "payment",
            "decisions",
            "finance",
            "people",
            "workshop",
            "chat",
            "warranty",
            "chat");
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final JsonObject document;
    private final List<Operation> operations;

    private Contract(JsonObject document) {
        this.document = document;
        this.operations = operationsOf(document);
    }

    /** Reads and merges the files; blocks, so it is called before the node starts. */
    public static Contract load() {
        JsonObject merged = new JsonObject();
        FILES.forEach(file -> merged.mergeIn(Yaml.object("contract/" + file + ".yaml"), true));
        return of(merged);
    }

    /** @throws IllegalStateException where an operation declares too little, or names collide */
    public static Contract of(JsonObject document) {
        return new Contract(document);
    }

    public JsonObject document() {
        return document;
    }

    /** The document as YAML, for people and their tools. */
    public String yaml() {
        return Yaml.text(document);
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The document as the router builder wants it, which may be shared by all event loops; fails where it is no valid OpenAPI. */
    public Future<OpenAPIContract> openApi(Vertx vertx) {
        return OpenAPIContract.from(vertx, document.copy());
    }

    private static List<Operation> operationsOf(JsonObject document) {
        List<Operation> found = new ArrayList<>();
        for (Map.Entry<String, Object> path : document.getJsonObject("paths")) {
            JsonObject item = (JsonObject) path.getValue();
            METHODS.stream()
                    .filter(item::containsKey)
                    .map(method -> Operation.of(
                            document,
                            HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
                            path.getKey(),
                            item.getJsonObject(method)))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }
}
