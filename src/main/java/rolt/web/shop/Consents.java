package rolt.web.shop;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the checkout's form accepts of the builds: for each a field {@code build} with its id and the rules it was judged
 * by, and a field {@code accept.<id>.<rules>} for each tick, the rules that it accepts with spaces between.
 */
final class Consents {
    private static final String ACCEPT = "accept.";

    private Consents() {}

    /** What is ticked in the form that was sent: a build's id and a rule, with a dot between. */
    static Set<String> ticked(RoutingContext ctx) {
        return ctx.request().formAttributes().entries().stream()
                .filter(field ->
                        field.getKey().startsWith(ACCEPT) && !field.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .flatMap(Consents::each)
                .collect(Collectors.toSet());
    }

    /** The name of the field that accepts rules of a build. */
    static String field(UUID build, List<String> rules) {
        return ACCEPT + build + "." + String.join(" ", rules);
    }

    private static Stream<String> each(String field) {
        String[] buildAndRules = field.substring(ACCEPT.length()).split("\\.", 2);
        return buildAndRules.length < 2
                ? Stream.of()
                : Arrays.stream(buildAndRules[1].split(" ")).map(rule -> buildAndRules[0] + "." + rule);
    }

    /** Empty where the form shows no build. */
    static Optional<JsonArray> of(RoutingContext ctx) {
        Set<String> ticked = ticked(ctx);
        JsonArray builds = new JsonArray();
        for (String build : ctx.request().formAttributes().getAll("build")) {
            String[] idAndRules = build.split(" ", 2);
            if (idAndRules.length == 2) {
                builds.add(new JsonObject()
                        .put("buildId", idAndRules[0])
                        .put("ruleVersion", idAndRules[1])
                        .put("acceptedWarnings", new JsonArray(rules(ticked, idAndRules[0] + "."))));
            }
        }
        return builds.isEmpty() ? Optional.empty() : Optional.of(builds);
    }

    private static List<String> rules(Set<String> ticked, String build) {
        return ticked.stream()
                .filter(name -> name.startsWith(build))
                .map(name -> name.substring(build.length()))
                .sorted()
                .toList();
    }
}
