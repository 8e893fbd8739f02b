package rolt.builder;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rolt.builder.BuilderMessages.Basis;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.builder.BuilderMessages.Why;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.fit.Build;
import rolt.fit.Build.ServicePick;
import rolt.fit.Build.SwitchPick;
import rolt.fit.Compatibility;
import rolt.fit.FitMessages.Slot;
import rolt.fit.FitMessages.Verdict;
import rolt.fit.Quantities;
import rolt.platform.Language;

/**
 * What a build costs: one explained line for each part, as it is sold. What the layout decides (packs of switches,
 * services by the switch) is counted from the board.
 */
final class BuildPrice {
    private final Build build;
    private final Quantities quantities;
    private final List<Part> parts;
    private final Language language;

    /** @param parts of the build, as the catalogue sells them */
    BuildPrice(Build build, List<Part> parts, Language language) {
        this.build = build;
        this.quantities = new Quantities(build);
        this.parts = parts;
        this.language = language;
    }

    BuildQuote quote(List<Verdict> verdicts) {
        List<QuoteLine> lines = parts.stream().map(this::line).toList();
        List<Slot> missing = Compatibility.missing(build);
        return new BuildQuote(
                quantities.positions(),
                quantities.switches(),
                build.board() == null ? List.of() : build.board().stabilisers(),
                lines,
                lines.stream().mapToLong(QuoteLine::total).reduce(0, Math::addExact),
                missing,
                verdicts,
                Compatibility.VERSION,
                missing.isEmpty() && !Compatibility.blocks(verdicts),
                build.board(),
                null,
                null);
    }

    private QuoteLine line(Part part) {
        return switch (part.variant().kind()) {
            case SWITCH -> packs(part, pick(build.switches(), SwitchPick::part, part));
            case SERVICE -> service(part, pick(build.services(), ServicePick::part, part));
            case KIT, KEYCAP_SET, ARTISAN, ACCESSORY -> {
                int quantity = part.pick().quantity() == null ? 1 : part.pick().quantity();
                yield priced(part, quantity, new Why(Basis.CHOSEN, Map.of("quantity", quantity)));
            }
        };
    }

    private static <P> P pick(List<P> picks, Function<P, rolt.fit.Part> typed, Part part) {
        return picks.stream()
                .filter(pick -> typed.apply(pick).sku().equals(part.variant().sku()))
                .findFirst()
                .orElseThrow();
    }

    private QuoteLine packs(Part part, SwitchPick pick) {
        int packs = quantities.packs(pick);
        int switches = quantities.switches(pick);
        int size = switches / packs;
        if (pick.packs() != null) {
            Map<String, Integer> chosen = Map.of("packSize", size, "packs", packs, "switches", switches);
            return priced(part, packs, new Why(Basis.CHOSEN_PACKS, chosen));
        }
        int need = quantities.need(pick);
        Map<String, Integer> derived = Map.of("need", need, "packSize", size, "packs", packs, "spare", switches - need);
        return priced(part, packs, new Why(Basis.PACKS, derived));
    }

    private QuoteLine service(Part part, ServicePick pick) {
        int units = quantities.units(pick);
        if (pick.quantity() != null) {
            return priced(part, units, new Why(Basis.CHOSEN, Map.of("quantity", units)));
        }
        Basis unit = part.variant().specs().get("unit") instanceof String text ? Basis.valueOf(text) : Basis.PER_BOARD;
        return priced(part, units, new Why(unit, Map.of("count", units)));
    }

    private QuoteLine priced(Part part, int quantity, Why why) {
        SoldVariant variant = part.variant();
        boolean owned = owned(variant);
        Integer available = variant.available();
        boolean enough = owned || available == null || available >= quantity;
        return new QuoteLine(
                variant.sku(),
                variant.code(),
                variant.kind(),
                name(variant),
                variant.price(),
                quantity,
                owned ? 0 : Math.multiplyExact(variant.price(), quantity),
                why,
                available,
                enough ? null : (Integer) (quantity - available),
                !owned && !variant.published(),
                owned);
    }

    private boolean owned(SoldVariant variant) {
        return build.parts().stream().anyMatch(part -> part.sku().equals(variant.sku()) && build.owns(part));
    }

    private String name(SoldVariant variant) {
        String product = variant.productName().in(language);
        String version = variant.name().in(language);
        return version.isBlank() ? product : product + " · " + version;
    }
}
