package rolt.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import rolt.platform.Problem;

/**
 * Which characters a text may hold: none that cannot be stored (NUL, half a surrogate pair), and none that cannot be
 * seen, because a label or an invoice would show something else than it says (controls, overrides of the writing
 * direction, line ends). Lines are kept where the contract declares {@code x-multiline}.
 */
final class Characters {
    // The two joiners reorder nothing, and names of several scripts and emoji are misspelt without them; they pass
    // where they join something.
    private static final String JOINERS = "[\\u200c\\u200d]";
    private static final String UNSEEN = "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\u200c\\u200d";
    private static final String LOOSE_JOINER = "|\\A" + JOINERS + "|" + JOINERS + "\\z|" + JOINERS + "{2}";

    /** Spreadsheets begin a file with it. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final Pattern REFUSED = Pattern.compile(UNSEEN + "]]" + LOOSE_JOINER);
    private static final Pattern REFUSED_IN_LINES = Pattern.compile(UNSEEN + "\\r\\n\\t]]" + LOOSE_JOINER);

    private final JsonObject schema;

    /** @param schema of the whole input, with the components it refers to */
    Characters(JsonObject schema) {
        this.schema = schema;
    }

    /** @throws Problem 400 naming the field, rule {@code characters} */
    void check(JsonObject input) {
        check("", input, schema);
    }

    private void check(String field, Object value, JsonObject declared) {
        JsonObject rule = Schemas.resolve(schema, declared);
        if (value instanceof String text && isRefused(text, rule)) {
            throw Problem.invalid(field, "characters");
        } else if (value instanceof JsonObject object) {
            JsonObject properties = rule.getJsonObject("properties", new JsonObject());
            object.forEach(entry -> check(
                    field.isEmpty() ? entry.getKey() : field + "." + entry.getKey(),
                    entry.getValue(),
                    properties.getJsonObject(entry.getKey(), new JsonObject())));
        } else if (value instanceof JsonArray array) {
            JsonObject items = rule.getJsonObject("items", new JsonObject());
            IntStream.range(0, array.size()).forEach(i -> check(field + "." + i, array.getValue(i), items));
        }
    }

    private static boolean isRefused(String text, JsonObject rule) {
        Pattern refused = rule.getBoolean("x-multiline", false) ? REFUSED_IN_LINES : REFUSED;
        boolean marked = rule.getBoolean("x-file", false) && text.startsWith(BYTE_ORDER_MARK);
        return refused.matcher(marked ? text.substring(1) : text).find();
    }
}
