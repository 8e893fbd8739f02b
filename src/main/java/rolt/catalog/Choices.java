package rolt.catalog;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.ListProducts;
import rolt.platform.Problem;

/** The choices of one request by facet. They are asked for as Postgres's tsquery over {@code =name:value}. */
record Choices(Kind kind, Map<String, List<String>> byFacet) {

    /** @throws Problem 400 naming {@code facet} where one is not known */
    static Choices of(ListProducts input) {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        if (input.brand() != null && !input.brand().isEmpty()) {
            chosen.put(Facets.BRAND, input.brand());
        }
        for (String choice : input.facet() == null ? List.<String>of() : input.facet()) {
            String[] parts = choice.split(":", 2);
            if (parts.length < 2 || !Facets.isKnown(parts[0])) {
                throw Problem.invalid("facet", "unknown", Map.of("value", choice));
            }
            chosen.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
        }
        return new Choices(input.kind(), chosen);
    }

    boolean has(String facet, String value) {
        return byFacet.getOrDefault(facet, List.of()).contains(value);
    }

    List<String> facets() {
        return List.copyOf(byFacet.keySet());
    }

    /** What all choices together ask for. */
    String query() {
        return queryWithout("");
    }

    /** What all choices but those of one facet ask for. */
    String queryWithout(String facet) {
        String start = kind == null ? "'=all'" : lexeme(Facets.KIND, kind.name());
        return byFacet.entrySet().stream()
                .filter(chosen -> !chosen.getKey().equals(facet))
                .map(chosen -> chosen.getValue().stream()
                        .map(value -> lexeme(chosen.getKey(), value))
                        .collect(joining(" | ", " & (", ")")))
                .collect(joining("", start, ""));
    }

    private static String lexeme(String facet, String value) {
        return "'=" + facet + ":" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
