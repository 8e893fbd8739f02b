package rolt.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.fit.Samples.build;
import static rolt.fit.Samples.kit;
import static rolt.fit.Samples.said;
import static rolt.fit.Samples.stabilisers;
import static rolt.fit.Samples.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
