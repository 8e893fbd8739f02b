package rolt.web;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the checkout's form accepts of the builds: for each a field {@code build} with its id and the rules it was judged
 * by, and a field {@code accept.<id>} for each warning that was ticked.
 */
final class Consents {
    private static final String ACCEPT = "accept.";

    private Consents() {}

    /** What is ticked in the form that was sent: a build's id and a rule, with a blank between. */
    static Set<String> ticked(RoutingContext ctx) {
        return ctx.request().formAttributes().entries().stream()
                .filter(field -> field.getKey().startsWith(ACCEPT))
                .map(field -> field.getKey().substring(ACCEPT.length()) + " " + field.getValue())
                .collect(Collectors.toSet());
    }

    /** Empty where the form shows no build. */
    static Optional<JsonArray> of(RoutingContext ctx) {
        MultiMap form = ctx.request().formAttributes();
        JsonArray builds = new JsonArray();
        for (String build : form.getAll("build")) {
            String[] idAndRules = build.split(" ", 2);
            if (idAndRules.length == 2) {
                builds.add(new JsonObject()
                        .put("buildId", idAndRules[0])
                        .put("ruleVersion", idAndRules[1])
                        .put("acceptedWarnings", accepted(form, idAndRules[0])));
            }
        }
        return builds.isEmpty() ? Optional.empty() : Optional.of(builds);
    }

    private static JsonArray accepted(MultiMap form, String build) {
        List<String> rules = form.getAll(ACCEPT + build).stream()
                .filter(rule -> !rule.isEmpty())
                .toList();
        return new JsonArray(rules);
    }
}
