package rolt.web.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.Selection;
import rolt.catalog.CatalogMessages.Kind;
import rolt.fit.FitMessages.Action;
import rolt.fit.FitMessages.Step;

/** Selections after a change. */
final class BuildFix {
    private BuildFix() {}

    /**
     * The selection after a step of a fix.
     *
     * @param kind of the part that enters or leaves; null where only the layout changes
     */
    static Selection applied(Selection selection, Step step, Kind kind) {
        return step.action() == Action.CHOOSE_LAYOUT
                ? chosen(selection, step.option(), step.choice())
                : changed(selection, kind, picks -> changed(picks, step, kind));
    }

    /** What takes the place of accessories comes in as many pieces; packs and units are counted anew. */
    private static List<Pick> changed(List<Pick> picks, Step step, Kind kind) {
        return switch (step.action()) {
            case ADD ->
                Stream.concat(picks.stream(), Stream.of(new Pick(step.in(), step.quantity())))
                        .toList();
            case REPLACE ->
                replaced(
                        picks,
                        step.out(),
                        pick -> new Pick(
                                step.in(),
                                kind == Kind.ACCESSORY ? pick.quantity() : step.quantity(),
                                pick.positions()));
            case CHANGE_QUANTITY -> replaced(picks, step.out(), pick -> counted(pick, step.quantity()));
            default ->
                picks.stream().filter(pick -> !pick.sku().equals(step.out())).toList();
        };
    }

    /** A told quantity is for all that is left; one that is to be counted, for the same keys. */
    private static Pick counted(Pick pick, Integer quantity) {
        return new Pick(pick.sku(), quantity, quantity == null ? pick.positions() : null);
    }

    private static List<Pick> replaced(List<Pick> picks, String sku, UnaryOperator<Pick> swap) {
        return picks.stream()
                .map(pick -> pick.sku().equals(sku) ? swap.apply(pick) : pick)
                .toList();
    }

    private static Selection chosen(Selection s, int option, int choice) {
        List<Integer> choices = new ArrayList<>(s.choices());
        while (choices.size() <= option) {
            choices.add(0);
        }
        choices.set(option, choice);
        return laidOut(s, choices);
    }

    /** With these choices of the kit's layout. */
    static Selection laidOut(Selection s, List<Integer> choices) {
        return new Selection(
                s.kitSku(),
                choices,
                s.switches(),
                s.keycapSkus(),
                s.artisanSkus(),
                s.accessories(),
                s.services(),
                s.owned(),
                s.legendLanguage());
    }

    /** The selection with other parts of one kind; another kit begins with its own layout. */
    static Selection changed(Selection s, Kind kind, UnaryOperator<List<Pick>> change) {
        List<String> kits = skus(Stream.ofNullable(s.kitSku()).toList(), kind == Kind.KIT, change);
        String kit = kits.isEmpty() ? null : kits.getLast();
        return new Selection(
                kit,
                Objects.equals(kit, s.kitSku()) ? s.choices() : List.of(),
                kind == Kind.SWITCH ? change.apply(s.switches()) : s.switches(),
                skus(s.keycapSkus(), kind == Kind.KEYCAP_SET, change),
                skus(s.artisanSkus(), kind == Kind.ARTISAN, change),
                kind == Kind.ACCESSORY ? change.apply(s.accessories()) : s.accessories(),
                kind == Kind.SERVICE ? change.apply(s.services()) : s.services(),
                s.owned(),
                s.legendLanguage());
    }

    private static List<String> skus(List<String> skus, boolean concerned, UnaryOperator<List<Pick>> change) {
        return concerned
                ? change.apply(skus.stream().map(sku -> new Pick(sku, null)).toList()).stream()
                        .map(Pick::sku)
                        .toList()
                : skus;
    }
}
