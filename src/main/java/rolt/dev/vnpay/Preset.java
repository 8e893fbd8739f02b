package rolt.dev.vnpay;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A scenario by name.
 *
 * @param name as in the list of scenarios, with a letter behind it where there are several ways
 * @param title what goes wrong
 * @param then what to do next and what a good merchant makes of it
 * @param switches the faults it needs
 */
record Preset(String name, String title, String then, JsonObject switches) {
    static final List<Preset> ALL = new JsonArray(Html.resource("console/presets.json"))
            .stream().map(JsonObject.class::cast).map(Preset::of).toList();

    /**
     * The preset of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Preset named(String name) {
        return ALL.stream()
                .filter(preset -> preset.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no preset " + name));
    }

    private static Preset of(JsonObject json) {
        return new Preset(
                json.getString("name"),
                json.getString("title"),
                json.getString("then"),
                json.getJsonObject("switches"));
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("name", name)
                .put("title", title)
                .put("then", then)
                .put("switches", switches);
    }
}
