package rolt.web.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.Selection;
import rolt.catalog.CatalogMessages.Kind;
import rolt.fit.FitMessages.Action;
import rolt.fit.FitMessages.Slot;
import rolt.fit.FitMessages.Step;

/** A fix, applied, is an address. */
class BuildFixTest {
    private static final Selection BUILD = new Selection(
            "KIT",
            List.of(1, 0),
            List.of(new Pick("MIST-10", 2, 20), new Pick("MIST-70", null)),
            List.of("GLAZE-BASE"),
            List.of("LOTUS"),
            List.of(new Pick("STAB", 2)),
            List.of(new Pick("LUBE", 30)),
            List.of(Slot.KEYCAPS),
            null);

    @Test
    void a_part_is_added() {
        assertThat(address(step(Action.ADD, null, "GLAZE-ISO", null), Kind.KEYCAP_SET))
                .contains("caps=GLAZE-BASE,GLAZE-ISO");
        assertThat(address(step(Action.ADD, null, "KNOB", null), Kind.ACCESSORY))
                .contains("acc=STAB:2,KNOB");
    }

    @Test
    void a_switch_that_takes_anothers_place_is_for_the_same_keys() {
        assertThat(address(step(Action.REPLACE, "MIST-10", "SILK-10", null), Kind.SWITCH))
                .contains("sw=SILK-10::20,MIST-70");
    }

    @Test
    void another_accessory_comes_in_as_many_pieces() {
        assertThat(address(step(Action.REPLACE, "STAB", "STAB-CLIP", null), Kind.ACCESSORY))
                .contains("acc=STAB-CLIP:2");
    }

    @Test
    void another_kit_begins_with_its_own_layout() {
        assertThat(address(step(Action.REPLACE, "KIT", "OTHER", null), Kind.KIT))
                .contains("kit=OTHER&sw=");
    }

    @Test
    void a_layout_is_chosen() {
        Step step = new Step(Action.CHOOSE_LAYOUT, null, null, 2, 1, null);
        assertThat(address(step, null)).contains("kit=KIT&o=1,0,1&");
    }

    @Test
    void a_part_goes_and_a_quantity_changes() {
        assertThat(address(step(Action.REMOVE, "LOTUS", null, null), Kind.ARTISAN))
                .doesNotContain("art=");
        assertThat(address(step(Action.DROP_SERVICE, "LUBE", null, null), Kind.SERVICE))
                .doesNotContain("sv=");
        assertThat(address(step(Action.CHANGE_QUANTITY, "LUBE", null, null), Kind.SERVICE))
                .contains("sv=LUBE&own=");
        assertThat(address(step(Action.CHANGE_QUANTITY, "MIST-10", null, 2), Kind.SWITCH))
                .as("for all that is left")
                .contains("sw=MIST-10:2,MIST-70");
        assertThat(address(step(Action.CHANGE_QUANTITY, "MIST-10", null, null), Kind.SWITCH))
                .as("for the same keys")
                .contains("sw=MIST-10::20,MIST-70");
        assertThat(address(step(Action.CHANGE_QUANTITY, "MIST-70", null, 3), Kind.SWITCH))
                .contains("MIST-70:3");
    }

    private static Step step(Action action, String out, String in, Integer quantity) {
        return new Step(action, out, in, null, null, quantity);
    }

    private static String address(Step step, Kind kind) {
        return BuildAddress.of(BuildFix.applied(BUILD, step, kind));
    }
}
