package rolt.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.OutputUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rolt.platform.Problem.Violation;

/** Turns what the schema validator reports into fields and broken rules. */
final class Violations {
    /** Keywords that only say that something inside them failed. */
    private static final Set<String> OUTER =
            Set.of("properties", "items", "prefixItems", "$ref", "allOf", "if", "then", "else");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private Violations() {}

    static Optional<Violation> of(JsonObject schema, OutputUnit error) {
        String location = error.getAbsoluteKeywordLocation();
        String pointer = location.substring(location.indexOf('#') + 1);
        String rule = pointer.substring(pointer.lastIndexOf('/') + 1);
        String field = field(error.getInstanceLocation());
        if (OUTER.contains(rule)) {
            return Optional.empty();
        }
        Object value = at(schema, pointer);
        return switch (rule) {
            case "additionalProperties" -> unknown(schema, pointer, field);
            case "required" -> Optional.of(violation(join(field, quoted(error.getError())), "required", null));
            default -> Optional.of(violation(field, rule, value));
        };
    }

    /** The validator reports known properties, too, whose values failed elsewhere. */
    private static Optional<Violation> unknown(JsonObject schema, String pointer, String field) {
        Object properties = at(schema, pointer.replaceAll("additionalProperties$", "properties"));
        String name = field.substring(field.lastIndexOf('.') + 1);
        boolean known = properties instanceof JsonObject object && object.containsKey(name);
        return known ? Optional.empty() : Optional.of(violation(field, "unknown", null));
    }

    private static Violation violation(String field, String rule, Object value) {
        Map<String, Object> params = switch (value) {
            case null -> Map.of();
            case JsonObject object -> Map.of();
            case JsonArray array -> Map.of("limit", array.encode());
            default -> Map.of("limit", value);
        };
        return new Violation(field, rule, params);
    }

    private static Object at(JsonObject schema, String pointer) {
        Object node = schema;
        for (String step : pointer.substring(1).split("/")) {
            node = node instanceof JsonArray array
                    ? array.getValue(Integer.parseInt(step))
                    : node instanceof JsonObject object ? object.getValue(step) : null;
        }
        return node;
    }

    private static String field(String instanceLocation) {
        return instanceLocation.replaceFirst("^#/?", "").replace('/', '.');
    }

    private static String join(String parent, String name) {
        return parent.isEmpty() ? name : parent + "." + name;
    }

    private static String quoted(String error) {
        Matcher matcher = QUOTED.matcher(error);
        return matcher.find() ? matcher.group(1) : "";
    }
}
