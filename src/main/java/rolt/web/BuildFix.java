package rolt.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.Selection;
import rolt.catalog.CatalogMessages.Kind;
import rolt.fit.FitMessages.Action;
import rolt.fit.FitMessages.Fix;

/** Selections after a change. */
final class BuildFix {
    private BuildFix() {}

    /**
     * The selection after a fix.
     *
     * @param kind of the part that enters or leaves; null where only the layout changes
     */
    static Selection applied(Selection selection, Fix fix, Kind kind) {
        return fix.action() == Action.CHOOSE_LAYOUT
                ? chosen(selection, fix.option(), fix.choice())
                : changed(selection, kind, picks -> changed(picks, fix, kind));
    }

    /** What takes the place of accessories comes in as many pieces; packs and units are counted anew. */
    private static List<Pick> changed(List<Pick> picks, Fix fix, Kind kind) {
        return switch (fix.action()) {
            case ADD ->
                Stream.concat(picks.stream(), Stream.of(new Pick(fix.in(), fix.quantity())))
                        .toList();
            case REPLACE ->
                replaced(
                        picks,
                        fix.out(),
                        pick -> new Pick(
                                fix.in(), kind == Kind.ACCESSORY ? pick.quantity() : fix.quantity(), pick.positions()));
            case CHANGE_QUANTITY -> replaced(picks, fix.out(), pick -> new Pick(fix.out(), fix.quantity()));
            default ->
                picks.stream().filter(pick -> !pick.sku().equals(fix.out())).toList();
        };
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
