package rolt.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rolt.builder.BuilderMessages.Basis;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.builder.BuilderMessages.Slot;
import rolt.builder.BuilderMessages.Why;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.StabiliserCount;
import rolt.platform.Language;

/**
 * What a build costs: one explained line for each part, as it is sold. What the layout decides (packs of switches,
 * services by the switch) is counted from the board.
 */
final class BuildPrice {
    private final Board board;
    private final List<Part> parts;
    private final Language language;

    /** @param board null while no kit is chosen */
    BuildPrice(Board board, List<Part> parts, Language language) {
        this.board = board;
        this.parts = parts;
        this.language = language;
    }

    BuildQuote quote() {
        List<QuoteLine> lines = parts.stream().map(this::line).toList();
        int switches = lines.stream()
                .filter(line -> line.kind() == Kind.SWITCH)
                .mapToInt(line -> line.quantity() * line.why().params().get("packSize"))
                .sum();
        return new BuildQuote(
                positions(),
                switches,
                board == null ? List.of() : board.stabilisers(),
                lines,
                lines.stream().mapToLong(QuoteLine::total).reduce(0, Math::addExact),
                missing(switches),
                board);
    }

    private int positions() {
        return board == null ? 0 : board.switchCount();
    }

    private int stabilisers() {
        return board == null
                ? 0
                : board.stabilisers().stream().mapToInt(StabiliserCount::count).sum();
    }

    private QuoteLine line(Part part) {
        return switch (part.variant().kind()) {
            case SWITCH -> packs(part);
            case SERVICE -> service(part);
            case KIT, KEYCAP_SET, ARTISAN, ACCESSORY -> pieces(part);
        };
    }

    private QuoteLine pieces(Part part) {
        int quantity = part.quantity() == null ? 1 : part.quantity();
        return priced(part, quantity, Basis.CHOSEN, Map.of("quantity", quantity));
    }

    private QuoteLine packs(Part part) {
        int size = packSize(part);
        if (part.quantity() != null) {
            int packs = part.quantity();
            return priced(
                    part,
                    packs,
                    Basis.CHOSEN_PACKS,
                    Map.of("packSize", size, "packs", packs, "switches", packs * size));
        }
        int need = Math.max(0, positions() - chosenSwitches());
        int packs = Math.max(1, Math.ceilDiv(need, size));
        int spare = packs * size - need;
        return priced(part, packs, Basis.PACKS, Map.of("need", need, "packSize", size, "packs", packs, "spare", spare));
    }

    /** Switches of which the customer said how many packs. */
    private int chosenSwitches() {
        return parts.stream()
                .filter(part -> part.variant().kind() == Kind.SWITCH && part.quantity() != null)
                .mapToInt(part -> part.quantity() * packSize(part))
                .sum();
    }

    private static int packSize(Part part) {
        return part.variant().attributes().get("packSize") instanceof Number size ? size.intValue() : 1;
    }

    private QuoteLine service(Part part) {
        Basis unit = part.variant().specs().get("unit") instanceof String text ? Basis.valueOf(text) : Basis.PER_BOARD;
        int count = switch (unit) {
            case PER_SWITCH -> positions();
            case PER_STABILISER -> stabilisers();
            default -> 1;
        };
        return priced(part, count, unit, Map.of("count", count));
    }

    private QuoteLine priced(Part part, int quantity, Basis basis, Map<String, Integer> params) {
        SoldVariant variant = part.variant();
        Integer available = variant.available();
        return new QuoteLine(
                variant.sku(),
                variant.code(),
                variant.kind(),
                name(variant),
                variant.price(),
                quantity,
                Math.multiplyExact(variant.price(), quantity),
                new Why(basis, params),
                available,
                available == null || available >= quantity ? null : (Integer) (quantity - available),
                !variant.published());
    }

    private String name(SoldVariant variant) {
        String product = variant.productName().in(language);
        String version = variant.name().in(language);
        return version.isBlank() ? product : product + " · " + version;
    }

    private List<Slot> missing(int switches) {
        List<Slot> missing = new ArrayList<>();
        if (board == null) {
            missing.add(Slot.KIT);
        }
        if (switches == 0 || switches < positions()) {
            missing.add(Slot.SWITCHES);
        }
        if (parts.stream().noneMatch(part -> part.variant().kind() == Kind.KEYCAP_SET)) {
            missing.add(Slot.KEYCAPS);
        }
        return missing;
    }
}
