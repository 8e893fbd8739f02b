package rolt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.Selection;
import rolt.catalog.CatalogMessages.Kind;
import rolt.fit.FitMessages.Action;
import rolt.fit.FitMessages.Fix;
import rolt.fit.FitMessages.Slot;

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
        assertThat(address(fix(Action.ADD, null, "GLAZE-ISO", null), Kind.KEYCAP_SET))
                .contains("caps=GLAZE-BASE,GLAZE-ISO");
        assertThat(address(fix(Action.ADD, null, "KNOB", null), Kind.ACCESSORY)).contains("acc=STAB:2,KNOB");
    }

    @Test
    void a_switch_that_takes_anothers_place_is_for_the_same_keys() {
        assertThat(address(fix(Action.REPLACE, "MIST-10", "SILK-10", null), Kind.SWITCH))
                .contains("sw=SILK-10::20,MIST-70");
    }

    @Test
    void another_accessory_comes_in_as_many_pieces() {
        assertThat(address(fix(Action.REPLACE, "STAB", "STAB-CLIP", null), Kind.ACCESSORY))
                .contains("acc=STAB-CLIP:2");
    }

    @Test
    void another_kit_begins_with_its_own_layout() {
        assertThat(address(fix(Action.REPLACE, "KIT", "OTHER", null), Kind.KIT)).contains("kit=OTHER&sw=");
    }

    @Test
    void a_layout_is_chosen() {
        Fix fix = new Fix(Action.CHOOSE_LAYOUT, null, null, 2, 1, null, 0, true);
        assertThat(address(fix, null)).contains("kit=KIT&o=1,0,1&");
    }

    @Test
    void a_part_goes_and_a_quantity_changes() {
        assertThat(address(fix(Action.REMOVE, "LOTUS", null, null), Kind.ARTISAN))
                .doesNotContain("art=");
        assertThat(address(fix(Action.DROP_SERVICE, "LUBE", null, null), Kind.SERVICE))
                .doesNotContain("sv=");
        assertThat(address(fix(Action.CHANGE_QUANTITY, "LUBE", null, null), Kind.SERVICE))
                .contains("sv=LUBE&own=");
        assertThat(address(fix(Action.CHANGE_QUANTITY, "MIST-70", null, 3), Kind.SWITCH))
                .contains("MIST-70:3");
    }

    private static Fix fix(Action action, String out, String in, Integer quantity) {
        return new Fix(action, out, in, null, null, quantity, 0, true);
    }

    private static String address(Fix fix, Kind kind) {
        return BuildAddress.of(BuildFix.applied(BUILD, fix, kind));
    }
}
