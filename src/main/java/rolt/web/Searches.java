package rolt.web;

import io.vertx.core.json.JsonObject;

/** The address of a list as the input of its operation. */
public final class Searches {
    private Searches() {}

    /** What is not asked for is left out. */
    public static JsonObject input(Page page, String... names) {
        JsonObject input = new JsonObject();
        for (String name : names) {
            String value = page.query(name).strip();
            if (!value.isEmpty()) {
                input.put(name, value);
            }
        }
        return input;
    }
}
