package rolt.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.fit.Samples.kit;
import static rolt.fit.Samples.said;
import static rolt.fit.Samples.sold;
import static rolt.fit.Samples.switches;
import static rolt.fit.Samples.told;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each rule of caps on stems and beside each other: where it is triggered, where not, and where nobody can tell. */
class CapRulesTest {
    private static final Map<String, Object> SET = Map.ofEntries(
            Map.entry("mount", "MX"),
            Map.entry("spacing", Map.of("x", 19.05, "y", 19.05)),
            Map.entry("profile", "CHERRY"),
            Map.entry("sculpted", true),
            Map.entry("height", "FULL"),
            Map.entry("material", "ABS"),
            Map.entry("wallThickness", 1.5),
            Map.entry("legendLanguage", "EN"),
            Map.entry("shineThrough", true));
    private static final Map<String, Object> ARTISAN =
            Map.of("mount", "MX", "profile", "CHERRY", "row", "Z", "w", 1, "h", 1);

    @Test
    void C01_the_stem_does_not_fit_the_mount() {
        assertThat(said("C01", build(kit(), switches("stem", "CHOC"), caps()))).containsExactly("E");
        assertThat(said("C01", build(kit(), switches(), caps()))).isEmpty();
        assertThat(said("C01", build(kit(), switches(), caps("mount", null)))).containsExactly("W?");
    }

    @Test
    void C01_holds_for_artisans_too() {
        var build = Samples.build(kit(), switches("stem", "CHOC"));
        assertThat(said("C01", build.withArtisans(List.of(artisan())))).containsExactly("E");
        assertThat(said("C01", build.withArtisans(List.of(artisan("mount", "CHOC")))))
                .isEmpty();
        assertThat(said("C01", build.withArtisans(List.of(artisan("mount", null)))))
                .containsExactly("W?");
    }

    @Test
    void C02_caps_collide_where_keys_stand_closer() {
        var choc = Map.of("x", 18, "y", 17);
        assertThat(said("C02", build(kit("spacing", choc), switches(), caps()))).containsExactly("E");
        assertThat(said("C02", build(kit(), switches(), caps("spacing", choc)))).isEmpty();
        assertThat(said("C02", build(kit("spacing", choc), switches(), caps("spacing", choc))))
                .isEmpty();
        assertThat(said("C02", build(kit("spacing", null), switches(), caps()))).containsExactly("W?");
        assertThat(said("C02", build(kit("spacing", Map.of("y", 17)), switches(), caps())))
                .as("one direction is enough")
                .containsExactly("E");
        assertThat(said("C02", build(kit("spacing", Map.of("x", 19, "y", 19)), switches(), caps())))
                .as("half a tenth of a millimetre")
                .isEmpty();
    }

    @Test
    void C03_a_thick_cherry_cap_may_strike_a_housing_that_faces_north() {
        var north = kit("switchOrientation", "NORTH");
        assertThat(said("C03", build(north, switches(), caps()))).containsExactly("W");
        assertThat(said("C03", build(kit(), switches(), caps()))).isEmpty();
        assertThat(said("C03", build(north, switches(), caps("profile", "OEM"))))
                .isEmpty();
        assertThat(said("C03", build(north, switches(), caps("wallThickness", 1.2))))
                .isEmpty();
        assertThat(said("C03", build(north, switches(), caps("wallThickness", null))))
                .containsExactly("W?");
    }

    @Test
    void C04_legends_that_shine_stay_dim_over_leds_in_the_south() {
        var lit = kit("leds", "THROUGH_HOUSING");
        assertThat(said("C04", build(lit, switches(), caps()))).containsExactly("I");
        assertThat(said("C04", build(kit(), switches(), caps())))
                .as("no LEDs at all")
                .isEmpty();
        assertThat(said("C04", build(kit("leds", "ON_TOP", "switchOrientation", "NORTH"), switches(), caps())))
                .isEmpty();
        assertThat(said("C04", build(lit, switches(), caps("shineThrough", null))))
                .containsExactly("I?");
    }

    @Test
    void C05_an_early_box_stem_may_crack_thick_abs() {
        var box = switches("stemShape", "WIDE_BOX");
        assertThat(said("C05", build(kit(), box, caps()))).containsExactly("W");
        assertThat(said("C05", build(kit(), box, caps("material", "PBT")))).isEmpty();
        assertThat(said("C05", build(kit(), switches("stemShape", "BOX"), caps())))
                .isEmpty();
        assertThat(said("C05", build(kit(), switches("stemShape", null), caps())))
                .containsExactly("W?");
    }

    @Test
    void C07_full_height_caps_bottom_out_over_low_switches() {
        var low = switches("socketFamily", "GATERON_LP");
        assertThat(said("C07", build(kit(), low, caps()))).containsExactly("W");
        assertThat(said("C07", build(kit(), low, caps("height", "LOW")))).isEmpty();
        assertThat(said("C07", build(kit(), switches(), caps()))).isEmpty();
        assertThat(said("C07", build(kit(), low, caps("height", null)))).containsExactly("W?");
    }

    @Test
    void K05_an_artisan_of_another_profile_or_row_makes_a_step() {
        assertThat(k05(artisan("profile", "SA"), caps())).containsExactly("I");
        assertThat(k05(artisan(), caps())).isEmpty();
        assertThat(k05(artisan("row", "F"), caps())).as("no such row").containsExactly("I");
        assertThat(k05(artisan("row", "F"), caps("makerRows", Map.of("F", "R1", "Z", "R1"))))
                .isEmpty();
        assertThat(k05(artisan("row", "F"), caps("sculpted", false))).isEmpty();
        assertThat(k05(artisan("profile", null), caps())).containsExactly("I?");
    }

    private static List<String> k05(Artisan artisan, KeycapKit caps) {
        return said("K05", build(kit(), switches(), caps).withArtisans(List.of(artisan)));
    }

    private static Build build(Kit kit, Switch part, KeycapKit caps) {
        return Samples.build(kit, part).withKeycaps(List.of(caps));
    }

    private static KeycapKit caps(Object... changes) {
        return KeycapKit.of(sold("CAPS", 900_000), told(SET, changes), Map.of());
    }

    private static Artisan artisan(Object... changes) {
        return Artisan.of(sold("ART", 700_000), told(ARTISAN, changes));
    }
}
