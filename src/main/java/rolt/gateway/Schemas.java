package rolt.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Set;

/** What the contract's JSON Schemas need before they can check an input. */
final class Schemas {
    static final JsonObject IDEMPOTENCY_KEY = new JsonObject()
            .put("type", "string")
            .put("minLength", 8)
            .put("maxLength", 100)
            .put("pattern", "^[\\x21-\\x7e]+$");

    private static final String REF = "$ref";
    private static final String FORM = "multipart/form-data";

    private Schemas() {}

    /** The object a {@code $ref} names, or the object itself. */
    static JsonObject resolve(JsonObject document, JsonObject json) {
        String ref = json.getString(REF);
        return ref == null ? json : resolve(document, at(document, ref));
    }

    /** The schema of the body; empty where the operation takes none. */
    static JsonObject body(JsonObject document, JsonObject operation) {
        JsonObject content = content(document, operation);
        String type = content.containsKey(FORM) ? FORM : "application/json";
        return content.isEmpty()
                ? content
                : resolve(document, content.getJsonObject(type).getJsonObject("schema"));
    }

    /** Whether the body is a form with a file in it. */
    static boolean takesFile(JsonObject document, JsonObject operation) {
        return content(document, operation).containsKey(FORM);
    }

    private static JsonObject content(JsonObject document, JsonObject operation) {
        JsonObject request = operation.getJsonObject("requestBody");
        return request == null ? new JsonObject() : resolve(document, request).getJsonObject("content");
    }

    /** A schema together with every component it refers to, and no other. */
    static JsonObject closed(JsonObject document, JsonObject schema) {
        Set<String> refs = new HashSet<>();
        collect(document, schema, refs);
        JsonObject schemas = new JsonObject();
        refs.forEach(ref -> schemas.put(
                ref.substring(ref.lastIndexOf('/') + 1), at(document, ref).copy()));
        return schema.copy().put("components", new JsonObject().put("schemas", schemas));
    }

    private static void collect(JsonObject document, Object node, Set<String> refs) {
        if (node instanceof JsonObject object) {
            String ref = object.getValue(REF) instanceof String text ? text : null;
            if (ref != null && refs.add(ref)) {
                collect(document, at(document, ref), refs);
            }
            object.forEach(entry -> collect(document, entry.getValue(), refs));
        } else if (node instanceof JsonArray array) {
            array.forEach(item -> collect(document, item, refs));
        }
    }

    private static JsonObject at(JsonObject document, String ref) {
        JsonObject json = document;
        for (String step : ref.substring(2).split("/")) {
            json = json.getJsonObject(step);
            if (json == null) {
                throw new IllegalStateException("The contract has no " + ref);
            }
        }
        return json;
    }

    /** A text as the type's JSON value; the text itself where it is none, so that the schema refuses it by name. */
    static Object typed(String type, String text) {
        try {
            return switch (type) {
                case "integer" -> Long.valueOf(text);
                case "number" -> Double.valueOf(text);
                case "boolean" -> "true".equals(text) || "false".equals(text) ? (Object) Boolean.valueOf(text) : text;
                default -> text;
            };
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
