package rolt.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static rolt.builder.Shelf.quote;
import static rolt.builder.Shelf.selection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import rolt.builder.BuilderMessages.Basis;
import rolt.builder.BuilderMessages.BuildQuote;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.QuoteLine;
import rolt.builder.BuilderMessages.Selection;
import rolt.builder.BuilderMessages.Why;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.fit.FitMessages.Slot;
import rolt.platform.Problem;
import rolt.platform.Problem.Violation;

class BuildPriceTest {
    private static final Selection WHOLE = selection(
            List.of(new Pick("PACK-10", null)),
            List.of("CAPS"),
            List.of(new Pick("FOAM", null)),
            List.of("LUBE", "TUNE", "ASSEMBLE"));

    @Test
    void packs_are_counted_from_the_layout_and_tell_what_is_left_over() {
        QuoteLine packs = line(quote(WHOLE), "PACK-10");
        assertThat(packs.quantity()).isEqualTo(7);
        assertThat(packs.total()).isEqualTo(7 * 45_000);
        assertThat(packs.why())
                .isEqualTo(new Why(Basis.PACKS, Map.of("need", 61, "packSize", 10, "packs", 7, "spare", 9)));
    }

    @Test
    void a_service_is_charged_for_every_switch_stabiliser_or_board_it_serves() {
        BuildQuote quote = quote(WHOLE);
        assertThat(line(quote, "LUBE").total()).isEqualTo(61 * 5_000);
        assertThat(line(quote, "LUBE").why()).isEqualTo(new Why(Basis.PER_SWITCH, Map.of("count", 61)));
        assertThat(line(quote, "TUNE").why()).isEqualTo(new Why(Basis.PER_STABILISER, Map.of("count", 5)));
        assertThat(line(quote, "ASSEMBLE").why()).isEqualTo(new Why(Basis.PER_BOARD, Map.of("count", 1)));
    }

    @Test
    void a_switch_without_a_quantity_fills_what_the_others_leave() {
        BuildQuote quote = quote(selection(
                List.of(new Pick("PACK-35", 1), new Pick("PACK-10", null)), List.of("CAPS"), List.of(), List.of()));
        assertThat(line(quote, "PACK-35").why())
                .isEqualTo(new Why(Basis.CHOSEN_PACKS, Map.of("packSize", 35, "packs", 1, "switches", 35)));
        assertThat(line(quote, "PACK-10").quantity()).isEqualTo(3);
        assertThat(quote.switches()).isEqualTo(65);
        assertThat(quote.missing()).isEmpty();
    }

    @Test
    void switches_that_are_too_few_do_not_fit() {
        BuildQuote quote = quote(selection(List.of(new Pick("PACK-10", 6)), List.of("CAPS"), List.of(), List.of()));
        assertThat(quote.missing()).isEmpty();
        assertThat(quote.fits()).isFalse();
    }

    @Test
    void nothing_chosen_costs_nothing_and_lacks_everything() {
        BuildQuote quote = quote(Selection.NONE);
        assertThat(quote.total()).isZero();
        assertThat(quote.missing()).containsExactly(Slot.KIT, Slot.SWITCHES, Slot.KEYCAPS);
    }

    @Test
    void a_service_by_the_switch_waits_for_a_kit() {
        BuildQuote quote =
                quote(new Selection(null, null, null, null, null, null, Shelf.picks(List.of("LUBE")), null, null));
        assertThat(line(quote, "LUBE").quantity()).isZero();
    }

    @Test
    void a_line_says_how_many_are_too_few_and_what_is_no_longer_sold() {
        Map<String, SoldVariant> variants = new HashMap<>(Shelf.VARIANTS);
        variants.computeIfPresent("PACK-10", (sku, pack) -> Shelf.with(pack, Map.of(), 5, true));
        variants.computeIfPresent("CAPS", (sku, caps) -> Shelf.with(caps, Map.of(), 5, false));
        BuildQuote quote = Shelf.quote(WHOLE, variants);
        assertThat(line(quote, "PACK-10").shortOf()).isEqualTo(2);
        assertThat(line(quote, "CAPS").withdrawn()).isTrue();
        assertThat(line(quote, "FOAM").shortOf()).isNull();
    }

    @Test
    void what_the_customer_owns_costs_nothing_and_is_never_short() {
        Map<String, SoldVariant> variants = new HashMap<>(Shelf.VARIANTS);
        variants.computeIfPresent("CAPS", (sku, caps) -> Shelf.with(caps, Map.of(), 0, false));
        Selection owning = new Selection(
                "KIT", null, null, List.of("CAPS"), null, null, null, List.of(Slot.KEYCAPS, Slot.SWITCHES), null);
        BuildQuote quote = Shelf.quote(owning, variants);
        assertThat(line(quote, "CAPS").owned()).isTrue();
        assertThat(line(quote, "CAPS").withdrawn()).isFalse();
        assertThat(line(quote, "CAPS").shortOf()).isNull();
        assertThat(quote.total()).isEqualTo(3_000_000);
        assertThat(quote.missing()).isEmpty();
    }

    @Test
    void a_service_is_done_to_as_many_as_are_asked_for_and_told_where_they_are_not_all() {
        Selection some = new Selection("KIT", null, null, null, null, null, List.of(new Pick("LUBE", 10)), null, null);
        BuildQuote quote = quote(some);
        assertThat(line(quote, "LUBE").total()).isEqualTo(10 * 5_000);
        assertThat(quote.verdicts()).anyMatch(verdict -> verdict.rule().equals("V04"));
    }

    @Test
    void nothing_but_a_service_is_sold_by_the_hundred() {
        Selection many = selection(List.of(new Pick("PACK-10", 100)), List.of(), List.of(), List.of());
        assertThat(faults(many)).extracting(Violation::field).containsExactly("switches.0.quantity");
    }

    @Test
    void an_unknown_sku_one_of_another_kind_and_one_there_twice_are_named() {
        Selection wrong = new Selection(
                "CAPS",
                List.of(),
                List.of(new Pick("NOWHERE", null)),
                List.of("CAPS", "NOVELTIES"),
                List.of(),
                List.of(new Pick("FOAM", 1), new Pick("FOAM", 2)),
                List.of(),
                null,
                null);
        assertThat(faults(wrong))
                .extracting(Violation::field, Violation::rule)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("kitSku", "wrong-kind"),
                        org.assertj.core.groups.Tuple.tuple("switches.0.sku", "unknown-sku"),
                        org.assertj.core.groups.Tuple.tuple("accessories.1.sku", "uniqueItems"));
    }

    @Test
    void mixed_switches_need_their_quantities() {
        Selection mixed = selection(
                List.of(new Pick("PACK-10", null), new Pick("PACK-35", null)), List.of(), List.of(), List.of());
        assertThat(faults(mixed))
                .extracting(Violation::field)
                .containsExactly("switches.0.quantity", "switches.1.quantity");
    }

    @Property(tries = 300)
    void the_total_is_the_sum_of_the_lines(@ForAll("selections") Selection selection) {
        BuildQuote quote = quote(selection);
        assertThat(quote.total())
                .isEqualTo(quote.lines().stream()
                        .mapToLong(line -> line.owned() ? 0 : line.unitPrice() * line.quantity())
                        .sum());
    }

    @Property(tries = 300)
    void derived_packs_cover_the_board_with_less_than_a_pack_to_spare(@ForAll("selections") Selection selection) {
        BuildQuote quote = quote(selection);
        quote.lines().stream().filter(line -> line.why().code() == Basis.PACKS).forEach(line -> {
            Map<String, Integer> why = line.why().params();
            assertThat(quote.switches()).isGreaterThanOrEqualTo(quote.switchCount());
            assertThat(why.get("packs") * why.get("packSize") - why.get("need")).isEqualTo(why.get("spare"));
            if (why.get("need") > 0) {
                assertThat(why.get("spare")).isBetween(0, why.get("packSize") - 1);
            }
        });
    }

    @Property(tries = 300)
    void the_order_of_the_selection_means_nothing(@ForAll("selections") Selection selection, @ForAll Random random) {
        Selection shuffled = new Selection(
                selection.kitSku(),
                selection.choices(),
                shuffled(selection.switches(), random),
                shuffled(selection.keycapSkus(), random),
                shuffled(selection.artisanSkus(), random),
                shuffled(selection.accessories(), random),
                shuffled(selection.services(), random),
                selection.owned(),
                null);
        assertThat(quote(shuffled)).isEqualTo(quote(selection));
    }

    @Provide
    Arbitrary<Selection> selections() {
        return Combinators.combine(
                        Arbitraries.of("KIT").injectNull(0.2),
                        switches(),
                        some(Kind.KEYCAP_SET),
                        some(Kind.ARTISAN),
                        some(Kind.ACCESSORY),
                        Arbitraries.integers().between(1, 99).injectNull(0.5),
                        some(Kind.SERVICE),
                        Arbitraries.of(Slot.KIT, Slot.SWITCHES, Slot.KEYCAPS)
                                .list()
                                .uniqueElements()
                                .ofMaxSize(2))
                .as((kit, switches, caps, artisans, accessories, quantity, services, owned) -> new Selection(
                        kit,
                        List.of(),
                        switches,
                        caps,
                        artisans,
                        accessories.stream().map(sku -> new Pick(sku, quantity)).toList(),
                        Shelf.picks(services),
                        owned,
                        null));
    }

    /** The first may have its packs counted, the others say how many. */
    private static Arbitrary<List<Pick>> switches() {
        return Combinators.combine(some(Kind.SWITCH), Arbitraries.integers().between(1, 5), Arbitraries.of(true, false))
                .as((skus, packs, derived) -> skus.stream()
                        .map(sku -> new Pick(sku, derived && sku.equals(skus.getFirst()) ? null : packs))
                        .toList());
    }

    private static Arbitrary<List<String>> some(Kind kind) {
        List<String> skus = Shelf.VARIANTS.values().stream()
                .filter(variant -> variant.kind() == kind)
                .map(SoldVariant::sku)
                .sorted()
                .toList();
        return Arbitraries.of(skus).list().uniqueElements().ofMaxSize(skus.size());
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static QuoteLine line(BuildQuote quote, String sku) {
        return quote.lines().stream()
                .filter(line -> line.sku().equals(sku))
                .findFirst()
                .orElseThrow();
    }

    private static List<Violation> faults(Selection selection) {
        return catchThrowableOfType(Problem.class, () -> Part.of(selection, Shelf.VARIANTS))
                .violations();
    }
}
