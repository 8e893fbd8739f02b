package rolt.builder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.Selection;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.platform.Problem;
import rolt.platform.Problem.Violation;

/**
 * A part of a selection, as the catalogue sells it.
 *
 * @param pick how many; its quantity is null where it is to be derived
 */
record Part(SoldVariant variant, Pick pick) {
    private static final int MOST_AS_SOLD = 99;

    private static final Comparator<Part> ORDER =
            Comparator.comparing((Part part) -> part.variant.kind()).thenComparing(part -> part.variant.sku());

    /** What stands in one field of a selection. */
    private record Chosen(String field, Kind kind, String sku, Pick pick) {}

    static List<String> skus(Selection selection) {
        return chosen(selection).stream().map(Chosen::sku).distinct().toList();
    }

    /**
     * The parts of a selection in an order of their own: by kind, then SKU.
     *
     * @throws Problem 400 naming each field whose SKU is unknown, of another kind, or there twice, and each switch
     *     beside others that needs a quantity, and each quantity that is too large
     */
    static List<Part> of(Selection selection, Map<String, SoldVariant> variants) {
        List<Chosen> chosen = chosen(selection);
        refuse(faults(chosen, variants));
        return chosen.stream()
                .map(each -> new Part(variants.get(each.sku()), each.pick()))
                .sorted(ORDER)
                .toList();
    }

    private static void refuse(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static List<Chosen> chosen(Selection selection) {
        List<Chosen> chosen = new ArrayList<>();
        if (selection.kitSku() != null) {
            chosen.add(new Chosen("kitSku", Kind.KIT, selection.kitSku(), new Pick(selection.kitSku(), null)));
        }
        chosen.addAll(picks("switches", Kind.SWITCH, selection.switches()));
        chosen.addAll(named("keycapSkus", Kind.KEYCAP_SET, selection.keycapSkus()));
        chosen.addAll(named("artisanSkus", Kind.ARTISAN, selection.artisanSkus()));
        chosen.addAll(picks("accessories", Kind.ACCESSORY, selection.accessories()));
        chosen.addAll(picks("services", Kind.SERVICE, selection.services()));
        return chosen;
    }

    private static List<Chosen> picks(String field, Kind kind, List<Pick> picks) {
        return IntStream.range(0, picks.size())
                .mapToObj(i ->
                        new Chosen(field + "." + i + ".sku", kind, picks.get(i).sku(), picks.get(i)))
                .toList();
    }

    private static List<Chosen> named(String field, Kind kind, List<String> skus) {
        return IntStream.range(0, skus.size())
                .mapToObj(i -> new Chosen(field + "." + i, kind, skus.get(i), new Pick(skus.get(i), null)))
                .toList();
    }

    private static List<Violation> faults(List<Chosen> chosen, Map<String, SoldVariant> variants) {
        Set<String> seen = new HashSet<>();
        List<Violation> faults = new ArrayList<>();
        for (Chosen each : chosen) {
            SoldVariant variant = variants.get(each.sku());
            if (variant == null) {
                faults.add(new Violation(each.field(), "unknown-sku", Map.of()));
            } else if (variant.kind() != each.kind()) {
                faults.add(new Violation(
                        each.field(), "wrong-kind", Map.of("expected", each.kind(), "kind", variant.kind())));
            } else if (!seen.add(each.sku())) {
                faults.add(new Violation(each.field(), "uniqueItems", Map.of()));
            }
        }
        faults.addAll(tooMany(chosen));
        faults.addAll(unclearQuantities(chosen));
        return faults;
    }

    /** A service may be done to each of many switches; nothing else is sold by the hundred. */
    private static List<Violation> tooMany(List<Chosen> chosen) {
        return chosen.stream()
                .filter(each -> each.kind() != Kind.SERVICE
                        && each.pick().quantity() != null
                        && each.pick().quantity() > MOST_AS_SOLD)
                .map(each -> new Violation(
                        each.field().replaceFirst("sku$", "quantity"), "maximum", Map.of("limit", MOST_AS_SOLD)))
                .toList();
    }

    /** Only one switch can fill up what the others leave. */
    private static List<Violation> unclearQuantities(List<Chosen> chosen) {
        List<Violation> open = chosen.stream()
                .filter(each -> each.kind() == Kind.SWITCH
                        && each.pick().quantity() == null
                        && each.pick().positions() == null)
                .map(each -> new Violation(each.field().replaceFirst("sku$", "quantity"), "required", Map.of()))
                .toList();
        return open.size() > 1 ? open : List.of();
    }
}
