package rolt.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.fit.Samples.build;
import static rolt.fit.Samples.kit;
import static rolt.fit.Samples.pack;
import static rolt.fit.Samples.switches;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rolt.fit.Build.SwitchPick;
import rolt.fit.FitMessages.Fix;
import rolt.fit.FitMessages.Step;
import rolt.fit.Part.Sold;

/** What is proposed where one part alone does not help, and where it does. */
class FixesTest {
    private static final Shelf CAPS = new Shelf(SampleCaps.CAPS);

    @Test
    void two_kits_that_only_together_hold_what_is_missing_are_one_fix() {
        Build build = Build.EMPTY
                .withKit(SampleCaps.kit("luy-tre"), List.of(1))
                .withKeycaps(List.of(SampleCaps.caps("GBT-BASE")));
        for (String rule : List.of("K01", "K03")) {
            Fix first = fixes(build, rule, CAPS).getFirst();
            assertThat(told(first)).as(rule).isEqualTo("ADD GBT-WKL, ADD GBT-SPACE");
            assertThat(first.difference()).isEqualTo(740_000);
            assertThat(first.clean()).isTrue();
        }
    }

    @Test
    void kits_of_which_one_is_sold_out_are_no_fix() {
        Build build = Build.EMPTY
                .withKit(SampleCaps.kit("luy-tre"), List.of(1))
                .withKeycaps(List.of(SampleCaps.caps("GBT-BASE")));
        Shelf without = new Shelf(SampleCaps.CAPS.stream()
                .map(kit -> kit.sku().equals("GBT-SPACE") ? soldOut(kit) : kit)
                .toList());
        assertThat(fixes(build, "K01", without))
                .isNotEmpty()
                .noneMatch(fix -> told(fix).contains("GBT-SPACE"));
    }

    private static KeycapKit soldOut(KeycapKit kit) {
        Sold sold = new Sold(kit.sku(), kit.sold().code(), kit.sold().price(), 0);
        return new KeycapKit(sold, kit.specs(), kit.purpose(), kit.legendLanguage(), kit.caps());
    }

    @Test
    void another_set_may_come_in_several_kits() {
        Build build = Build.EMPTY
                .withKit(SampleCaps.kit("fansipan"), List.of())
                .withKeycaps(List.of(SampleCaps.caps("TRASEN-BASE")));
        assertThat(fixes(build, "K01", CAPS))
                .isNotEmpty()
                .allMatch(Fix::clean)
                .anySatisfy(fix -> assertThat(fix.steps()).hasSizeGreaterThan(1));
    }

    @Test
    void two_options_of_a_layout_go_back_together() {
        Build build = Build.EMPTY
                .withKit(SampleCaps.kit("cuu-long"), List.of(1, 1))
                .withKeycaps(List.of(SampleCaps.caps("GBT-BASE")));
        Shelf alone = new Shelf(List.of(SampleCaps.caps("GBT-BASE")));
        assertThat(fixes(build, "K01", alone).stream().map(FixesTest::told))
                .contains("CHOOSE_LAYOUT 0=0, CHOOSE_LAYOUT 1=0");
    }

    @Test
    void two_packs_of_stabilisers_are_one_fix() {
        Build build = build(kit("included", List.of()), switches());
        Shelf shelf = new Shelf(List.of(
                stabilisers("TWO", 50_000, 2, "PCB_SCREW_IN"),
                stabilisers("LONG", 60_000, 6.25, "PCB_SCREW_IN"),
                stabilisers("PLATE", 10_000, 6.25, "PLATE")));
        assertThat(told(fixes(build, "T02", shelf).getFirst())).isEqualTo("ADD TWO 1, ADD LONG 1");
    }

    @Test
    void as_many_stabilisers_are_proposed_as_the_board_takes() {
        Build build =
                build(kit(Caps.layout("{w: 2}, A, {w: 2}, B, {w: 2}, C"), "STEEL", "included", List.of()), switches());
        Shelf shelf = new Shelf(List.of(stabilisers("TWO", 50_000, 2, "PCB_SCREW_IN")));
        Fix fix = fixes(build, "T02", shelf).getFirst();
        assertThat(told(fix)).isEqualTo("ADD TWO 3");
        assertThat(fix.difference()).isEqualTo(150_000);
    }

    private static Accessory stabilisers(String sku, long price, double width, String mount) {
        return Accessory.of(
                Samples.sold(sku, price),
                Map.of("type", "STABILISER", "stabiliser", Map.of("mount", mount)),
                Map.of("stabilisers", List.of(Map.of("width", width, "count", 1))));
    }

    @Test
    void zones_that_are_all_short_are_counted_together() {
        Build build = build(kit())
                .withSwitches(
                        List.of(new SwitchPick(pack("LETTERS", 2), 1, 3), new SwitchPick(pack("OTHERS", 1), 1, 2)));
        assertThat(told(fixes(build, "S13", Shelf.EMPTY).getFirst()))
                .isEqualTo("CHANGE_QUANTITY LETTERS, CHANGE_QUANTITY OTHERS");
    }

    @Test
    void another_version_of_the_same_kit_keeps_its_layout() {
        Kit plateless = version("KIT-NONE", "NONE");
        Kit steel = version("KIT-STEEL", "STEEL");
        Build build = build(plateless, switches("pins", 3)).withKit(plateless, List.of(1));
        Fix fix = fixes(build, "S05", new Shelf(List.of(plateless, steel))).getFirst();
        assertThat(told(fix)).isEqualTo("REPLACE KIT-NONE KIT-STEEL");
        assertThat(Change.replace(plateless, steel, null).apply(build).choices())
                .containsExactly(1);
    }

    private static Kit version(String sku, String plate) {
        return Kit.of(new Sold(sku, "kit", 1_000_000, 5), Samples.KIT, Map.of("plate", plate), Samples.LAYOUT);
    }

    @Test
    void more_spares_are_proposed_where_the_packs_were_told() {
        Build build = build(kit()).withSwitches(List.of(new SwitchPick(pack("SWITCH", 1), 5, null)));
        assertThat(fixes(build, "S11", Shelf.EMPTY)).isEmpty();
        Build two = build(kit()).withSwitches(List.of(new SwitchPick(pack("SWITCH", 3), 2, null)));
        assertThat(fixes(two, "S11", Shelf.EMPTY).stream().map(FixesTest::told))
                .containsExactly("CHANGE_QUANTITY SWITCH 3");
    }

    private static List<Fix> fixes(Build build, String rule, Shelf shelf) {
        return Fixes.judge(build, Context.NONE, shelf).stream()
                .filter(verdict -> verdict.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .fixes();
    }

    private static String told(Fix fix) {
        return String.join(", ", fix.steps().stream().map(FixesTest::told).toList());
    }

    private static String told(Step step) {
        String layout = step.option() == null ? null : step.option() + "=" + step.choice();
        String quantity = step.quantity() == null ? null : "" + step.quantity();
        return String.join(
                " ",
                Stream.of(step.action().name(), step.out(), step.in(), layout, quantity)
                        .filter(word -> word != null)
                        .toList());
    }
}
