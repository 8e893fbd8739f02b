package rolt.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import rolt.catalog.CatalogMessages.Facet;
import rolt.catalog.CatalogMessages.FacetChoice;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.ProductItem;
import rolt.catalog.CatalogMessages.ProductList;
import rolt.catalog.SearchRepository.Found;
import rolt.catalog.SearchRepository.Wanted;
import rolt.platform.Language;

/** Words what was found: the products with their highlights, and the facets with their choices. */
record Listing(Wanted wanted, Language language) {
    private static final int HIGHLIGHTS = 4;
    private static final int MOST_CHOICES = 40;

    ProductList of(Found found) {
        boolean more = found.items().size() > wanted.limit();
        List<JsonObject> items = more ? found.items().subList(0, wanted.limit()) : found.items();
        return new ProductList(
                items.stream().map(this::item).toList(),
                more ? cursor(items.getLast()).text() : null,
                facets(found),
                found.total());
    }

    private Cursor cursor(JsonObject last) {
        return new Cursor(wanted.after().sort(), last.getString("mark"), UUID.fromString(last.getString("id")));
    }

    private ProductItem item(JsonObject row) {
        Kind kind = Kind.valueOf(row.getString("kind"));
        return new ProductItem(
                UUID.fromString(row.getString("id")),
                row.getString("code"),
                kind,
                row.getString("brand"),
                row.getString("name"),
                row.getString("summary"),
                row.getLong("priceFrom"),
                row.getLong("priceTo"),
                row.getBoolean("available"),
                highlights(kind, row.getJsonArray("facets")));
    }

    private List<String> highlights(Kind kind, JsonArray values) {
        return Facets.of(kind).stream()
                .filter(rule -> !rule.path().isEmpty())
                .flatMap(rule -> values.stream()
                        .map(String::valueOf)
                        .filter(value -> value.startsWith(rule.name() + ":"))
                        .map(value ->
                                highlight(rule, value.substring(rule.name().length() + 1))))
                .filter(Objects::nonNull)
                .limit(HIGHLIGHTS)
                .toList();
    }

    private String highlight(Facets.Rule rule, String value) {
        return switch (value) {
            case "true" -> rule.label().in(language);
            case "false" -> null;
            default -> FacetWords.of(rule.name(), value, language);
        };
    }

    private List<Facet> facets(Found found) {
        Map<String, List<String>> values = Stream.concat(
                        found.counts().fieldNames().stream(), found.alone().fieldNames().stream())
                .distinct()
                .map(value -> value.split(":", 2))
                .collect(groupingBy(parts -> parts[0], mapping(parts -> parts[1], toCollection(ArrayList::new))));
        wanted.choices()
                .byFacet()
                .forEach((name, chosen) -> chosen.stream()
                        .filter(value -> !values.getOrDefault(name, List.of()).contains(value))
                        .forEach(value -> values.computeIfAbsent(name, n -> new ArrayList<>())
                                .add(value)));
        return Facets.of(wanted.choices().kind()).stream()
                .filter(rule -> values.containsKey(rule.name()))
                .map(rule -> facet(rule, values.get(rule.name()), found))
                .toList();
    }

    private Facet facet(Facets.Rule rule, List<String> values, Found found) {
        boolean isChosen = wanted.choices().byFacet().containsKey(rule.name());
        JsonObject counts = isChosen ? found.alone() : found.counts();
        Comparator<FacetChoice> order =
                Comparator.comparing(FacetChoice::chosen).reversed();
        Comparator<FacetChoice> offered =
                Comparator.comparingInt(choice -> FacetWords.position(rule.name(), choice.value()));
        List<FacetChoice> choices = values.stream()
                .map(value -> new FacetChoice(
                        value,
                        FacetWords.of(rule.name(), value, language),
                        counts.getInteger(rule.name() + ":" + value, 0),
                        wanted.choices().has(rule.name(), value)))
                .sorted(order.thenComparing(
                        Comparator.comparingInt(FacetChoice::count).reversed()))
                .limit(MOST_CHOICES)
                .sorted(offered.thenComparing(
                                Comparator.comparingInt(FacetChoice::count).reversed())
                        .thenComparing(FacetChoice::label))
                .toList();
        return new Facet(rule.name(), rule.label().in(language), choices);
    }
}
