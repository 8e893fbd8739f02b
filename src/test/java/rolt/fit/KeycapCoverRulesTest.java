package rolt.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.fit.Caps.SCULPTED;
import static rolt.fit.Caps.UNIFORM;
import static rolt.fit.Caps.cap;
import static rolt.fit.Samples.said;
import static rolt.fit.Samples.switches;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rolt.fit.Attributes.LegendLanguage;
import rolt.fit.FitMessages.Slot;
import rolt.fit.KeycapKit.Cap;
import rolt.fit.KeycapKit.LegendClass;
import rolt.layout.LayoutMessages.Row;

/** Each rule of covering a board: where it is triggered, where not, and where nobody can tell. */
class KeycapCoverRulesTest {
    private static final Cap LETTER = cap(1, Row.Z, LegendClass.ALPHA, 1);
    private static final Cap ENTER = cap(2.25, Row.Z, LegendClass.MODIFIER, 1);
    private static final Cap SPACE = cap(7, Row.BOTTOM, LegendClass.SPACE, 1);
    private static final Build BOARD =
            Samples.build(Samples.kit(Caps.layout("A, {w: 2.25}, Enter", "{w: 7}, ''"), "STEEL"), switches());

    @Test
    void K01_a_key_has_no_cap_of_its_shape() {
        assertThat(said("K01", with(set(LETTER, SPACE)))).containsExactly("E");
        assertThat(said("K01", with(set(LETTER, ENTER, SPACE)))).isEmpty();
        assertThat(said("K01", with(set(LETTER, SPACE), untold("S-2")))).containsExactly("W?");
        assertThat(said("K01", with(set(LETTER, ENTER, SPACE), untold("S-2"))))
                .as("more caps do no harm")
                .isEmpty();
        assertThat(said("K01", BOARD.withOwned(Set.of(Slot.KEYCAPS)))).containsExactly("W?");
    }

    @Test
    void K01_lists_the_missing_caps() {
        var verdict = Compatibility.judge(with(set(LETTER)), Context.NONE).stream()
                .filter(each -> each.rule().equals("K01"))
                .findFirst()
                .orElseThrow();
        assertThat(verdict.params())
                .isEqualTo(Map.of(
                        "missing",
                        List.of(missing("Z", 2.25, LegendClass.MODIFIER), missing("BOTTOM", 7, LegendClass.SPACE))));
        assertThat(verdict.parts()).containsExactly("KIT", "S-1");
    }

    @Test
    void K01_counts_no_kit_that_cannot_be_mounted() {
        var choc = switches("stem", "CHOC");
        var board = Samples.build(BOARD.kit(), choc);
        assertThat(said("K01", board.withKeycaps(List.of(set(LETTER, SPACE)))))
                .as("C01 says it all")
                .isEmpty();
        var unclear = Samples.build(BOARD.kit(), switches("stem", null));
        assertThat(said("K01", unclear.withKeycaps(List.of(set(LETTER, SPACE), Caps.kit("C-1", 1, Caps.CHOC, ENTER)))))
                .as("one of the two cannot be mounted")
                .containsExactly("W?");
        assertThat(said("K01", unclear.withKeycaps(List.of(set(LETTER, SPACE)))))
                .containsExactly("E");
    }

    @Test
    void K02_a_cap_of_another_row_serves() {
        var lower = cap(2.25, Row.A, LegendClass.MODIFIER, 1);
        assertThat(said("K02", with(set(LETTER, lower, SPACE)))).containsExactly("W");
        assertThat(said("K02", with(Caps.kit("U-1", 1, UNIFORM, LETTER, lower, SPACE))))
                .containsExactly("I");
        assertThat(said("K02", with(set(LETTER, ENTER, SPACE)))).isEmpty();
        assertThat(said("K02", with(Caps.kit("N-1", 1, Caps.UNFORMED, LETTER, lower, SPACE))))
                .containsExactly("W?");
    }

    @Test
    void K04_the_legends_are_in_another_language() {
        var build = with(set(LETTER, ENTER, SPACE));
        assertThat(said("K04", build)).isEmpty();
        assertThat(said("K04", build.withLegendLanguage(LegendLanguage.EN))).isEmpty();
        assertThat(said("K04", build.withLegendLanguage(LegendLanguage.JA))).containsExactly("W");
        assertThat(said("K04", with(SampleCaps.caps("GBT-NOV")).withLegendLanguage(LegendLanguage.VI)))
                .as("no words at all")
                .isEmpty();
        assertThat(said("K04", with(untold("S-2")).withLegendLanguage(LegendLanguage.VI)))
                .containsExactly("W?");
    }

    @Test
    void K06_the_legends_would_be_wrong() {
        var numpad = cap(1, Row.Z, LegendClass.NUMPAD, 1);
        assertThat(said("K06", with(set(numpad, ENTER, SPACE)))).containsExactly("W");
        assertThat(said("K06", with(set(LETTER, ENTER, SPACE)))).isEmpty();
        assertThat(said("K06", with(set(numpad, ENTER, SPACE), untold("S-2")))).containsExactly("W?");
    }

    @Test
    void K07_the_stem_misses_the_switch() {
        var off = new Cap(7, 1, null, null, null, null, Row.BOTTOM, LegendClass.SPACE, 1, false, 0.5);
        assertThat(said("K07", with(set(LETTER, ENTER, off)))).containsExactly("E");
        assertThat(said("K07", with(set(LETTER, ENTER, SPACE)))).isEmpty();
        var six = Samples.build(Samples.kit(Caps.layout("{w: 6}, ''"), "STEEL"), switches());
        assertThat(said("K07", six.withKeycaps(List.of(SampleCaps.caps("GBT-SPACE")))))
                .as("6u keys were made with two places for the switch")
                .containsExactly("W?");
    }

    private static Build with(KeycapKit... kits) {
        return BOARD.withKeycaps(List.of(kits));
    }

    private static KeycapKit set(Cap... caps) {
        return Caps.kit("S-1", 1, SCULPTED, caps);
    }

    private static KeycapKit untold(String sku) {
        return new KeycapKit(Samples.sold(sku, 1), SCULPTED, null, null, null);
    }

    private static Map<String, Object> missing(String row, double w, LegendClass kind) {
        return Map.of("count", 1, "row", row, "w", w, "h", 1.0, "legendClasses", List.of(kind.name()));
    }
}
