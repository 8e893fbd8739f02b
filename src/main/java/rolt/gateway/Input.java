package rolt.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rolt.platform.Problem;

/**
 * The input of an operation: one flat object made of path, query and body. Their names must not collide, or the node
 * does not start.
 */
public final class Input {
    /** The field that carries the Idempotency-Key header. */
    static final String IDEMPOTENCY_KEY = "idempotencyKey";

    private static final String BASE = "https://rolt.invalid/";
    private static final int MOST_VIOLATIONS = 20;

    private final JsonObject schema;
    private final Map<String, Parameter> parameters;
    private final Validator validator;
    private final Characters characters;

    /** A parameter of the path or of the query. */
    private record Parameter(boolean inQuery, JsonObject schema) {}

    private Input(JsonObject schema, Map<String, Parameter> parameters) {
        // The validator writes marks of its own into what it is given.
        this.schema = schema.copy();
        this.parameters = parameters;
        this.characters = new Characters(this.schema);
        this.validator = Validator.create(
                JsonSchema.of(schema),
                new JsonSchemaOptions()
                        .setBaseUri(BASE)
                        .setDraft(Draft.DRAFT202012)
                        .setOutputFormat(OutputFormat.Basic));
    }

    static Input of(JsonObject document, JsonObject operation) {
        JsonObject properties = new JsonObject();
        JsonArray required = new JsonArray();
        Map<String, Parameter> parameters = new HashMap<>();
        for (Object item : operation.getJsonArray("parameters", new JsonArray())) {
            JsonObject parameter = Schemas.resolve(document, (JsonObject) item);
            String name = parameter.getString("name");
            if (!"header".equals(parameter.getString("in"))) {
                parameters.put(
                        name,
                        new Parameter(
                                "query".equals(parameter.getString("in")),
                                Schemas.resolve(document, parameter.getJsonObject("schema"))));
                properties.put(name, parameter.getJsonObject("schema"));
                if (parameter.getBoolean("required", false)) {
                    required.add(name);
                }
            }
        }
        addBody(document, operation, properties, required);
        if (operation.getBoolean("x-idempotent", false)) {
            properties.put(IDEMPOTENCY_KEY, Schemas.IDEMPOTENCY_KEY);
            required.add(IDEMPOTENCY_KEY);
        }
        JsonObject schema = new JsonObject()
                .put("type", "object")
                .put("additionalProperties", false)
                .put("properties", properties)
                .put("required", required);
        return new Input(Schemas.closed(document, schema), parameters);
    }

    private static void addBody(JsonObject document, JsonObject operation, JsonObject properties, JsonArray required) {
        JsonObject body = Schemas.body(document, operation);
        for (Map.Entry<String, Object> property : body.getJsonObject("properties", new JsonObject())) {
            if (properties.containsKey(property.getKey())) {
                throw new IllegalStateException(
                        operation.getString("operationId") + ": " + property.getKey() + " is path or query, and body");
            }
            properties.put(property.getKey(), property.getValue());
        }
        required.addAll(body.getJsonArray("required", new JsonArray()));
    }

    /** The schema of the whole input; the parameters' own schemas decide how their texts are read. */
    public JsonObject schema() {
        return schema;
    }

    /** What path and query give. */
    public Set<String> parameterNames() {
        return parameters.keySet();
    }

    boolean isInQuery(String name) {
        return parameters.containsKey(name) && parameters.get(name).inQuery();
    }

    /** Whether the body may hold a field: what is neither a parameter nor the header's. */
    boolean isInBody(String name) {
        return schema.getJsonObject("properties").containsKey(name)
                && !parameters.containsKey(name)
                && !IDEMPOTENCY_KEY.equals(name);
    }

    /** A parameter's texts as JSON: numbers and booleans where the contract says so and the text is one. */
    Object read(String name, List<String> texts) {
        JsonObject parameter = parameters.get(name).schema();
        if ("array".equals(parameter.getString("type"))) {
            String item = parameter.getJsonObject("items").getString("type", "string");
            JsonArray array = new JsonArray();
            texts.forEach(text -> array.add(Schemas.typed(item, text)));
            return array;
        }
        return texts.size() == 1
                ? Schemas.typed(parameter.getString("type", "string"), texts.getFirst())
                : new JsonArray(texts);
    }

    /**
     * Checks an input against the contract.
     *
     * @throws Problem 400 naming each field and the rule it breaks
     */
    void check(JsonObject input) {
        characters.check(input);
        OutputUnit result = validator.validate(input);
        if (!result.getValid()) {
            throw Problem.invalid(result.getErrors().stream()
                    .flatMap(error -> Violations.of(schema, error).stream())
                    .distinct()
                    .limit(MOST_VIOLATIONS)
                    .toList());
        }
    }
}
