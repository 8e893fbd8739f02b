package rolt.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.fit.Samples.build;
import static rolt.fit.Samples.kit;
import static rolt.fit.Samples.pack;
import static rolt.fit.Samples.packOf;
import static rolt.fit.Samples.said;
import static rolt.fit.Samples.service;
import static rolt.fit.Samples.switches;
import static rolt.fit.Samples.with;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rolt.fit.Build.SwitchPick;
import rolt.fit.FitMessages.Slot;

/** Each rule of switches: where it is triggered, where not, and where nobody can tell. */
class SwitchRulesTest {

    private static List<String> rule(String id, Kit kit, Switch part) {
        return said(id, build(kit, part));
    }

    @Test
    void S01_kit_and_switch_sense_differently() {
        assertThat(rule("S01", kit("sensing", List.of("MAGNETIC")), switches())).containsExactly("E");
        assertThat(rule("S01", kit("sensing", List.of("MAGNETIC", "CONTACT")), switches()))
                .isEmpty();
        assertThat(rule("S01", kit(), switches("technology", null))).containsExactly("W?");
    }

    @Test
    void S02_the_socket_family_differs() {
        assertThat(rule("S02", kit("sockets", List.of("CHOC_V1", "CHOC_V2")), switches()))
                .containsExactly("E");
        assertThat(rule("S02", kit(), switches())).isEmpty();
        assertThat(rule("S02", kit("sockets", null), switches())).containsExactly("W?");
    }

    @Test
    void S03_a_magnetic_switch_is_not_on_the_kits_list() {
        Switch magnetic = switches("technology", "MAGNETIC");
        List<String> sensing = List.of("MAGNETIC");
        assertThat(rule("S03", kit("sensing", sensing), magnetic)).containsExactly("W");
        assertThat(rule("S03", kit("sensing", sensing, "supportedSwitches", List.of("switch")), magnetic))
                .isEmpty();
        assertThat(rule("S03", kit("sensing", sensing, "supportedSwitches", null), magnetic))
                .containsExactly("W?");
        assertThat(rule("S03", kit("supportedSwitches", null), switches())).isEmpty();
    }

    @Test
    void S04_a_five_pin_switch_meets_a_three_pin_board() {
        assertThat(rule("S04", kit("pins", 3), switches())).containsExactly("W");
        assertThat(rule("S04", kit("pins", 5), switches())).isEmpty();
        assertThat(rule("S04", kit("pins", null), switches())).containsExactly("W?");
        assertThat(rule("S04", kit("pins", 3), switches("technology", "OPTICAL")))
                .isEmpty();
    }

    @Test
    void S05_nothing_holds_a_three_pin_switch_without_a_plate() {
        Switch three = switches("pins", 3);
        assertThat(rule("S05", kit(Samples.LAYOUT, "NONE"), three)).containsExactly("E");
        assertThat(rule("S05", kit(Samples.LAYOUT, "NONE", "hotSwap", "NONE"), three))
                .containsExactly("W");
        assertThat(rule("S05", kit(), three)).isEmpty();
        assertThat(rule("S05", kit(Samples.LAYOUT, null), three)).containsExactly("W?");
        assertThat(rule("S05", kit(Samples.LAYOUT, "NONE", "hotSwap", null), three))
                .containsExactly("W?");
    }

    @Test
    void S06_only_thin_pins_enter_outemu_rivets() {
        assertThat(rule("S06", kit("hotSwap", "OUTEMU_RIVET"), switches())).containsExactly("E");
        assertThat(rule("S06", kit("hotSwap", "OUTEMU_RIVET"), switches("thinPins", true)))
                .isEmpty();
        assertThat(rule("S06", kit("hotSwap", "OUTEMU_RIVET"), switches("thinPins", null)))
                .containsExactly("W?");
    }

    @Test
    void S07_a_housing_without_a_slot_sits_on_the_led() {
        assertThat(rule("S07", kit("leds", "ON_TOP"), switches("ledSlot", false)))
                .containsExactly("E");
        assertThat(rule("S07", kit("leds", "THROUGH_HOUSING"), switches("ledSlot", false)))
                .isEmpty();
        assertThat(rule("S07", kit("leds", "ON_TOP"), switches("ledSlot", null)))
                .containsExactly("W?");
    }

    @Test
    void S08_an_opaque_housing_dims_coloured_light() {
        Kit coloured = kit("leds", "THROUGH_HOUSING", "rgb", true);
        assertThat(rule("S08", coloured, switches("housing", "OPAQUE"))).containsExactly("I");
        assertThat(rule("S08", coloured, switches())).isEmpty();
        assertThat(rule("S08", coloured, switches("housing", null))).containsExactly("I?");
    }

    @Test
    void S09_a_solder_board_comes_without_the_service() {
        Build soldered = build(kit("hotSwap", "NONE"), switches());
        assertThat(said("S09", soldered)).containsExactly("W");
        assertThat(said("S09", with(soldered, service("SOLDER", "PER_SWITCH")))).isEmpty();
        assertThat(said("S09", build(kit(), switches()))).isEmpty();
        assertThat(said("S09", build(kit("hotSwap", null), switches()))).containsExactly("W?");
    }

    @Test
    void S10_there_are_fewer_switches_than_positions() {
        Build build = build(kit(), switches());
        assertThat(said("S10", build.withSwitches(List.of(new SwitchPick(packOf(4), 1, null)))))
                .containsExactly("E");
        assertThat(said("S10", build.withSwitches(List.of(new SwitchPick(packOf(5), 1, null)))))
                .isEmpty();
        assertThat(said("S10", build.withSwitches(List.of(new SwitchPick(packOf(null), 1, null)))))
                .containsExactly("W?");
    }

    @Test
    void S11_two_switches_or_three_per_cent_are_spare() {
        assertThat(said("S11", build(kit(), packOf(6)))).containsExactly("I");
        assertThat(said("S11", build(kit(), packOf(7)))).isEmpty();
        assertThat(said("S11", build(kit(), packOf(null)))).containsExactly("I?");
    }

    @Test
    void S12_packs_leave_some_over() {
        assertThat(said("S12", build(kit(), packOf(10)))).containsExactly("I");
        assertThat(said("S12", build(kit(), packOf(5)))).isEmpty();
        assertThat(said("S12", build(kit(), packOf(null)))).containsExactly("I?");
        Set<Slot> owned = Set.of(Slot.SWITCHES);
        assertThat(said("S12", build(kit(), packOf(10)).withOwned(owned)))
                .as("nobody buys them")
                .isEmpty();
        assertThat(said("S12", build(kit()).withOwned(owned))).isEmpty();
    }

    @Test
    void S13_mixed_switches_add_up_to_the_positions() {
        assertThat(said("S13", mixed(3, 2))).isEmpty();
        assertThat(said("S13", mixed(3, null))).isEmpty();
        assertThat(said("S13", mixed(3, 3))).containsExactly("E");
        assertThat(said("S13", mixed(6, null))).containsExactly("E");
        assertThat(said("S13", mixed(null, null))).containsExactly("W?");
    }

    @Test
    void S13_needs_no_packs_to_be_told_where_the_sum_is_wrong() {
        Build build = build(kit());
        SwitchPick untold = new SwitchPick(pack("UNTOLD", null), null, 3);
        assertThat(said("S13", build.withSwitches(List.of(untold, new SwitchPick(pack("OTHERS", 10), null, 3)))))
                .containsExactly("E");
        assertThat(said("S13", build.withSwitches(List.of(untold, new SwitchPick(pack("OTHERS", 10), null, 2)))))
                .containsExactly("W?");
        assertThat(said("S13", build.withSwitches(List.of(new SwitchPick(pack("ALONE", 10), null, 3)))))
                .containsExactly("E");
    }

    @Test
    void S13_packs_must_do_for_the_keys_they_are_for() {
        assertThat(said("S13", zones(2, 2))).containsExactly("E");
        assertThat(said("S13", zones(3, 2))).isEmpty();
    }

    private static Build zones(int letters, int others) {
        return build(kit())
                .withSwitches(List.of(
                        new SwitchPick(pack("LETTERS", letters), 1, 3), new SwitchPick(pack("OTHERS", others), 1, 2)));
    }

    @Test
    void a_board_of_two_technologies_takes_both_and_asks_its_list_for_magnets_alone() {
        Kit both = kit("sensing", List.of("CONTACT", "MAGNETIC"), "supportedSwitches", List.of("gateron-ks20"));
        assertThat(rule("S01", both, switches("technology", "MAGNETIC"))).isEmpty();
        assertThat(rule("S03", both, switches("technology", "MAGNETIC"))).containsExactly("W");
        assertThat(rule("S03", both, switches())).isEmpty();
        assertThat(rule("S04", kit("sensing", List.of("MAGNETIC"), "pins", 3), switches("technology", "MAGNETIC")))
                .as("magnets have no legs to clip")
                .isEmpty();
    }

    @Test
    void low_profile_sockets_are_standards_of_their_own() {
        for (String family : List.of("CHOC_V1", "GATERON_LP", "CHERRY_LP")) {
            assertThat(rule("S02", kit("sockets", List.of("CHOC_V2")), switches("socketFamily", family)))
                    .containsExactly("E");
        }
        assertThat(rule("S05", kit(Samples.LAYOUT, "NONE", "sockets", List.of("CHOC_V1")), choc()))
                .as("of MX contact switches only")
                .isEmpty();
    }

    private static Switch choc() {
        return switches("socketFamily", "CHOC_V1", "stem", "CHOC", "pins", 3);
    }

    private static Build mixed(Integer letters, Integer others) {
        return build(kit())
                .withSwitches(List.of(
                        new SwitchPick(pack("LETTERS", 10), 1, letters),
                        new SwitchPick(pack("OTHERS", 10), 1, others)));
    }

    @Test
    void an_owned_part_is_warned_of_and_one_without_a_name_is_unknown() {
        Build unfit = build(kit("sensing", List.of("MAGNETIC")), switches());
        assertThat(said("S01", unfit.withOwned(Set.of(Slot.SWITCHES)))).containsExactly("W");
        assertThat(said("S01", build(kit()).withOwned(Set.of(Slot.SWITCHES)))).containsExactly("W?");
        assertThat(said("S01", build(kit()))).isEmpty();
    }
}
