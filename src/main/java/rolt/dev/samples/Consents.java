package rolt.dev.samples;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What a customer says at the checkout who takes builds as they are, whatever the rules of fit warn of. */
public final class Consents {
    private Consents() {}

    /** @param builds as the cart answers them */
    public static JsonArray to(JsonArray builds) {
        return new JsonArray(builds.stream()
                .map(JsonObject.class::cast)
                .map(build -> new JsonObject()
                        .put("buildId", build.getString("id"))
                        .put("acceptedWarnings", warnings(build))
                        .put("ruleVersion", build.getString("ruleVersion")))
                .toList());
    }

    /** The rules that warn of a build in the cart, each once and in their order. */
    public static List<String> warnings(JsonObject build) {
        return build.getJsonArray("verdicts").stream()
                .map(JsonObject.class::cast)
                .filter(verdict -> verdict.getString("severity").equals("W"))
                .map(verdict -> verdict.getString("rule"))
                .distinct()
                .sorted()
                .toList();
    }
}
