package rolt.builder;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.Selection;
import rolt.catalog.CatalogMessages.ListVariants;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.catalog.CatalogMessages.VariantList;
import rolt.layout.LayoutMessages.Board;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Language;
import rolt.platform.Problem;

/** Prices selections with what the catalogue sells at this moment. */
final class Pricing {
    private final Bus bus;
    private final KitLayouts layouts;

    Pricing(Bus bus, KitLayouts layouts) {
        this.bus = bus;
        this.layouts = layouts;
    }

    /** What is sold under these SKUs, asked in one call; unknown ones are left out. */
    Map<String, SoldVariant> variants(Caller caller, Collection<String> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        ListVariants asked = ListVariants.ofSkus(List.copyOf(skus));
        return bus.call(caller, "catalog.listVariants", asked, VariantList.class).items().stream()
                .collect(Collectors.toMap(SoldVariant::sku, Function.identity()));
    }

    /** @throws Problem 400 naming each field that is at fault */
    BuildQuote price(Selection selection, Map<String, SoldVariant> variants, Language language) {
        List<Part> parts = Part.of(selection, variants);
        return new BuildPrice(board(selection, variants), parts, language).quote();
    }

    private Board board(Selection selection, Map<String, SoldVariant> variants) {
        if (selection.kitSku() == null) {
            return null;
        }
        SoldVariant kit = variants.get(selection.kitSku());
        return layouts.of(kit.code(), kit.specs()).board(selection.choices());
    }
}
