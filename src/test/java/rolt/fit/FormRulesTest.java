package rolt.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.fit.Samples.accessory;
import static rolt.fit.Samples.build;
import static rolt.fit.Samples.kit;
import static rolt.fit.Samples.layout;
import static rolt.fit.Samples.said;
import static rolt.fit.Samples.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each rule of form: where it is triggered, where not, and where nobody can tell. */
class FormRulesTest {

    private static Build second(Boolean plate, Boolean pcb) {
        return Build.EMPTY.withKit(kit(layout(plate, pcb), "STEEL"), List.of(1));
    }

    @Test
    void F01_the_plate_lacks_the_chosen_option() {
        assertThat(said("F01", second(false, true))).containsExactly("E");
        assertThat(said("F01", second(true, true))).isEmpty();
        assertThat(said("F01", second(null, true))).containsExactly("W?");
        assertThat(said("F01", build(kit(layout(false, true), "STEEL")))).isEmpty();
        assertThat(said("F01", Build.EMPTY.withKit(kit(layout(false, true), "NONE"), List.of(1))))
                .isEmpty();
    }

    @Test
    void F02_the_pcb_lacks_the_chosen_option() {
        assertThat(said("F02", second(true, false))).containsExactly("E");
        assertThat(said("F02", second(true, true))).isEmpty();
        assertThat(said("F02", second(true, null))).containsExactly("W?");
    }

    @Test
    void F03_a_loose_case_is_not_for_this_kit() {
        assertThat(said("F03", with(build(kit()), accessory("CASE", "fitsKits", List.of("other")))))
                .containsExactly("W");
        assertThat(said("F03", with(build(kit()), accessory("PCB", "fitsKits", List.of("kit")))))
                .isEmpty();
        assertThat(said("F03", with(build(kit()), accessory("PLATE")))).containsExactly("W?");
        assertThat(said("F03", with(build(kit()), accessory("DESK_MAT")))).isEmpty();
    }

    @Test
    void F04_the_cable_has_another_connector() {
        Accessory cable = accessory("CABLE", "cable", Map.of("keyboardEnd", "MINI_USB"));
        assertThat(said("F04", with(build(kit()), cable))).containsExactly("E");
        assertThat(said("F04", with(build(kit("connector", "MINI_USB")), cable)))
                .isEmpty();
        assertThat(said("F04", with(build(kit("connector", null)), cable))).containsExactly("W?");
    }

    @Test
    void F05_an_encoder_has_no_knob() {
        Build build = build(kit(Samples.withKnob(), "STEEL"));
        assertThat(said("F05", build)).containsExactly("W");
        assertThat(said("F05", with(build, accessory("KNOB")))).isEmpty();
        assertThat(said("F05", build(kit()))).isEmpty();
        Kit two = kit(Caps.layout("A, \"\\n\\n\\n\\n\\n\\n\\n\\n\\ne0\", \"\\n\\n\\n\\n\\n\\n\\n\\n\\ne1\""), "STEEL");
        assertThat(said("F05", with(build(two), accessory("KNOB"))))
                .as("two encoders, one knob")
                .containsExactly("W");
        assertThat(said("F05", build(kit(Samples.withKnob(), "STEEL", "included", null))))
                .containsExactly("W?");
    }
}
