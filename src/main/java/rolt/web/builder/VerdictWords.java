package rolt.web.builder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolt.catalog.CatalogMessages.Kind;
import rolt.fit.FitMessages.Verdict;
import rolt.platform.Language;
import rolt.platform.Money;
import rolt.web.Page;

/** What the rules of fit say, in the reader's words. */
public final class VerdictWords {
    private static final Map<Kind, String> NAMES = Map.of(
            Kind.KIT, "kitName",
            Kind.SWITCH, "switchName",
            Kind.KEYCAP_SET, "capsName",
            Kind.SERVICE, "serviceName");

    /** A part of a build, by the name that a reader knows. */
    record Named(String sku, Kind kind, String name) {}

    private final Page page;

    /** @param page in whose language it is said */
    public VerdictWords(Page page) {
        this.page = page;
    }

    /** The reason in a few words; its bare name where nobody words it any longer. */
    public String brief(String rule) {
        return page.find("verdict." + rule + ".short", Map.of())
                .orElseGet(() -> page.text("verdict.other", "rule", rule));
    }

    /**
     * The reason in a sentence or two.
     *
     * @throws NoSuchElementException where the sentence needs a value that the verdict, an older one, does not have
     */
    String reason(Verdict verdict, List<Named> parts) {
        if (verdict.unknown()) {
            return page.find("verdict." + verdict.rule() + ".unknown", Map.of())
                    .orElseGet(() -> page.text("verdict.unknown", "short", brief(verdict.rule())));
        }
        return page.find("verdict." + verdict.rule(), params(verdict, parts))
                .map(VerdictWords::sentence)
                .orElseGet(() -> brief(verdict.rule()));
    }

    /** It may begin with a part that has no name of its own. */
    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Map<String, Object> params(Verdict verdict, List<Named> parts) {
        Map<String, Object> params = new HashMap<>(names(verdict, parts));
        verdict.params().forEach((name, value) -> params.put(name, value(name, value)));
        return params;
    }

    /** The parts that are spoken of; what the customer owns without naming it is called so. */
    private Map<String, String> names(Verdict verdict, List<Named> parts) {
        Map<String, String> names = new HashMap<>();
        names.put("partName", page.text("verdict.own.PART"));
        NAMES.forEach((kind, name) -> names.put(name, page.text("verdict.own." + kind)));
        for (Kind kind : Kind.values()) {
            String told = parts.stream()
                    .filter(part -> part.kind() == kind && verdict.parts().contains(part.sku()))
                    .map(part -> BuildWords.name(part.name()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (!told.isEmpty()) {
                names.put(NAMES.getOrDefault(kind, "partName"), told);
            }
        }
        if (verdict.parts().stream().noneMatch(sku -> is(parts, sku, Kind.KEYCAP_SET))) {
            names.put("capsName", is(verdict, parts, Kind.ARTISAN) ? names.get("partName") : names.get("capsName"));
        }
        return names;
    }

    private static boolean is(Verdict verdict, List<Named> parts, Kind kind) {
        return verdict.parts().stream().anyMatch(sku -> is(parts, sku, kind));
    }

    private static boolean is(List<Named> parts, String sku, Kind kind) {
        return parts.stream().anyMatch(part -> part.sku().equals(sku) && part.kind() == kind);
    }

    private Object value(String name, Object value) {
        return switch (value) {
            case Integer count -> count;
            case Number size -> Money.decimal(size.doubleValue(), page.language());
            case Collection<?> several -> several(name, several);
            case Map<?, ?> told -> told(told);
            default ->
                name.equals("date") ? page.day(LocalDate.parse(value.toString())) : worded(name, value.toString());
        };
    }

    private String several(String name, Collection<?> values) {
        boolean sizes = values.stream().allMatch(Number.class::isInstance);
        Stream<String> words =
                values.stream().map(each -> "" + value(name, each)).distinct();
        return words.collect(Collectors.joining(sizes ? " × " : ", "));
    }

    /** A text in both languages, stabilisers of a width, or caps of a shape. */
    private String told(Map<?, ?> told) {
        if (told.containsKey("vi")) {
            return "" + told.get(page.language() == Language.VI ? "vi" : "en");
        }
        return told.containsKey("width")
                ? page.text("verdict.stabiliser", "count", told.get("count"), "width", size(told, "width"))
                : page.text("verdict.cap", "count", told.get("count"), "size", shape(told), "row", row(told));
    }

    private String shape(Map<?, ?> cap) {
        if (Boolean.TRUE.equals(cap.get("stepped"))) {
            return page.text("verdict.size.stepped", "w", size(cap, cap.containsKey("w2") ? "w2" : "w"));
        }
        if (cap.containsKey("w2")) {
            return page.text("verdict.size.iso");
        }
        boolean flat = ((Number) cap.get("h")).doubleValue() == 1;
        return page.text(flat ? "verdict.size" : "verdict.size.tall", "w", size(cap, "w"), "h", size(cap, "h"));
    }

    private String size(Map<?, ?> told, String name) {
        return Money.decimal(((Number) told.get(name)).doubleValue(), page.language());
    }

    private String row(Map<?, ?> told) {
        return BuildWords.lower(page.text("value.row." + told.get("row")));
    }

    /** Standards' names (MX, Choc v1) speak for themselves. */
    private String worded(String name, String code) {
        return Stream.of("value." + name + "." + code, "verdict.slot." + code, "value." + code)
                .map(key -> page.find(key, Map.of()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(code);
    }
}
