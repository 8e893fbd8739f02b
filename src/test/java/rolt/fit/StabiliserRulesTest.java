package rolt.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.fit.Samples.build;
import static rolt.fit.Samples.kit;
import static rolt.fit.Samples.said;
import static rolt.fit.Samples.stabilisers;
import static rolt.fit.Samples.with;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolt.fit.FitMessages.Slot;

/** Each rule of stabilisers: where it is triggered, where not, and where nobody can tell. */
class StabiliserRulesTest {
    private static final Map<Double, Integer> ENOUGH = Map.of(2.0, 1, 6.25, 1);

    @Test
    void T01_the_mount_is_not_supported() {
        assertThat(said("T01", with(build(kit()), stabilisers("PLATE", ENOUGH))))
                .containsExactly("E");
        assertThat(said("T01", with(build(kit()), stabilisers("PCB_SCREW_IN", ENOUGH))))
                .isEmpty();
        assertThat(said("T01", with(build(kit("stabiliserMounts", null)), stabilisers("PLATE", ENOUGH))))
                .containsExactly("W?");
    }

    @Test
    void T02_stabilisers_are_short_of_what_the_board_takes() {
        Build none = build(kit("included", List.of()));
        assertThat(said("T02", none)).containsExactly("E");
        assertThat(said("T02", with(none, stabilisers("PCB_SCREW_IN", Map.of(2.0, 4)))))
                .containsExactly("E");
        assertThat(said("T02", with(none, stabilisers("PCB_SCREW_IN", ENOUGH)))).isEmpty();
        assertThat(said("T02", build(kit()))).isEmpty();
        assertThat(said("T02", build(kit("included", null)))).containsExactly("W?");
        assertThat(said("T02", with(none, stabilisers("PCB_SCREW_IN", null)))).containsExactly("W?");
    }

    @Test
    void T02_counts_what_the_chosen_layout_takes() {
        Build second = Build.EMPTY.withKit(kit("included", List.of()), List.of(1));
        assertThat(said("T02", with(second, stabilisers("PCB_SCREW_IN", ENOUGH))))
                .containsExactly("E");
        assertThat(said("T02", with(second, stabilisers("PCB_SCREW_IN", Map.of(2.0, 2, 6.25, 1)))))
                .isEmpty();
    }

    @Test
    void T03_a_screw_in_stabiliser_needs_washers_on_a_thin_board() {
        Accessory screwed = stabilisers("PCB_SCREW_IN", ENOUGH);
        assertThat(said("T03", with(build(kit("pcbThickness", 1.2)), screwed))).containsExactly("W");
        assertThat(said("T03", with(build(kit()), screwed))).isEmpty();
        assertThat(said("T03", with(build(kit("pcbThickness", null)), screwed))).containsExactly("W?");
    }

    @ParameterizedTest(name = "{0} takes {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {w: 2}, Backspace                                                   | 1 x 2.0
            {w: 2.75}, Shift                                                    | 1 x 2.0
            {w: 3}, ''                                                          | 1 x 3.0
            {w: 7}, ''                                                          | 1 x 7.0
            {w: 1.75}, Shift                                                    | none
            {w: 1.25, h: 2, w2: 1.5, h2: 1, x2: -0.25}, Enter                   | 1 x 2.0
            {w: 1.5, w2: 1.25, h2: 2, x2: 0.25}, Enter                          | 1 x 2.0
            {w: 1.5, h: 2, w2: 2.25, h2: 1, x2: -0.75, y2: 1}, Enter            | 1 x 2.0
            {h: 2}, Plus, {h: 2}, Enter, {w: 2}, Zero                           | 3 x 2.0
            {w: 1.25, w2: 1.75, l: true}, Caps Lock                             | none
            {w: 2.25}, '', {w: 2.75}, ''                                        | 2 x 2.0
            {w: 2, d: true}, ROLT, A                                            | none
            {w: 2}, "\\n\\n\\n\\n\\n\\n\\n\\n\\ne0", A                          | none
            """)
    void T02_counts_the_keys_of_two_units_and_more(String row, String taken) {
        Build build = build(kit(Caps.layout(row), "STEEL", "included", List.of()));
        List<Object> missing = Compatibility.judge(build, Context.NONE).stream()
                .filter(verdict -> verdict.rule().equals("T02"))
                .flatMap(verdict -> ((List<?>) verdict.params().get("missing")).stream())
                .<Object>map(each -> ((Map<?, ?>) each).get("count") + " x " + ((Map<?, ?>) each).get("width"))
                .toList();
        assertThat(missing).isEqualTo(taken.equals("none") ? List.of() : List.of(taken));
    }

    @Test
    void T02_one_of_two_units_serves_to_two_and_three_quarters() {
        Build build = build(kit(Caps.layout("{w: 2.25}, '', {w: 2.75}, ''"), "STEEL", "included", List.of()));
        assertThat(said("T02", with(build, stabilisers("PCB_SCREW_IN", Map.of(2.25, 1, 2.75, 1)))))
                .isEmpty();
        assertThat(said("T02", with(build, stabilisers("PCB_SCREW_IN", Map.of(6.25, 2)))))
                .containsExactly("E");
    }

    @Test
    void T02_in_the_box_of_a_kit_that_the_customer_owns_is_a_warning() {
        Build none = build(kit("included", List.of()));
        assertThat(said("T02", none.withOwned(Set.of(Slot.KIT)))).containsExactly("W");
        assertThat(said("T02", none.withOwned(Set.of(Slot.STABILISERS)))).containsExactly("W?");
    }
}
