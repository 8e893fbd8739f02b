package rolt.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import rolt.platform.Yaml;

/**
 * The one description of the event bus and its bridges: {@code contract/events.yaml} as an AsyncAPI document, and in it every
 * operation of the OpenAPI contract as a request and its answer.
 */
public final class EventsContract {
    private static final String JSON = "application/json";

    private final JsonObject document;

    private EventsContract(JsonObject document) {
        this.document = document;
    }

    /** Reads the file and adds the operations; blocks for the moment of reading. */
    public static EventsContract of(Contract contract) {
        JsonObject document = Yaml.object("contract/events.yaml");
        document.getJsonObject("components")
                .getJsonObject("schemas")
                .mergeIn(contract.document()
                        .getJsonObject("components")
                        .getJsonObject("schemas")
                        .copy());
        contract.operations().forEach(operation -> add(document, operation, contract.document()));
        return new EventsContract(document);
    }

    public JsonObject document() {
        return document;
    }

    /** The document as YAML, for people and their tools. */
    public String yaml() {
        return Yaml.text(document);
    }

    private static void add(JsonObject document, Operation operation, JsonObject openApi) {
        JsonObject described = openApi.getJsonObject("paths")
                .getJsonObject(operation.path())
                .getJsonObject(operation.method().name().toLowerCase(Locale.ROOT));
        JsonObject input = operation.input().schema().copy();
        input.remove("components");
        JsonObject messages =
                new JsonObject().put("request", message(input)).put("answer", message(answer(openApi, described)));
        document.getJsonObject("channels")
                .put(
                        operation.id(),
                        new JsonObject()
                                .put("address", operation.id())
                                .put("title", described.getString("summary"))
                                .put("messages", messages));
        document.getJsonObject("operations").put(operation.id(), answering(operation.id(), described));
    }

    private static JsonObject message(JsonObject payload) {
        return new JsonObject().put("payload", payload);
    }

    /** An operation that is answered with 204 tells nothing. */
    private static JsonObject answer(JsonObject openApi, JsonObject described) {
        return described.getJsonObject("responses").stream()
                .filter(status -> status.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .map(response -> Schemas.resolve(openApi, (JsonObject) response))
                .map(response -> response.getJsonObject("content", new JsonObject())
                        .getJsonObject(JSON, new JsonObject())
                        .getJsonObject("schema", new JsonObject().put("type", "null")))
                .findFirst()
                .orElseThrow()
                .copy();
    }

    private static JsonObject answering(String id, JsonObject described) {
        JsonObject reply = new JsonObject()
                .put("channel", reference("#/channels/" + id))
                .put("messages", new JsonArray().add(reference("#/channels/" + id + "/messages/answer")));
        return new JsonObject()
                .put("action", "receive")
                .put("channel", reference("#/channels/" + id))
                .put("messages", new JsonArray().add(reference("#/channels/" + id + "/messages/request")))
                .put("reply", reply)
                .put("x-roles", described.getJsonArray("x-roles"))
                .put("x-rate", described.getValue("x-rate"));
    }

    private static JsonObject reference(String to) {
        return new JsonObject().put("$ref", to);
    }
}
