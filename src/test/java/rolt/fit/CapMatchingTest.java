package rolt.fit;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static rolt.fit.Caps.SCULPTED;
import static rolt.fit.Caps.UNIFORM;
import static rolt.fit.Caps.board;
import static rolt.fit.Caps.cap;
import static rolt.fit.Caps.kit;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rolt.fit.CapMatching.Placed;
import rolt.fit.CapSupply.Stem;
import rolt.fit.KeycapKit.Cap;
import rolt.fit.KeycapKit.LegendClass;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.Row;
import rolt.layout.LayoutMessages.Shape;

class CapMatchingTest {

    @Test
    void a_cap_goes_on_a_key_of_its_shape_only() {
        var matching = match(
                board("A, {w: 2}, Enter, {h: 2}, '+'"),
                cap(1, Row.BOTTOM, LegendClass.ALPHA, 9),
                cap(2.25, Row.BOTTOM, LegendClass.MODIFIER, 9));
        assertThat(matching.missing()).isEqualTo(Map.of(plain(2, 1), 1, plain(1, 2), 1));
    }

    @Test
    void a_stepped_caps_lock_and_an_iso_enter_are_shapes_of_their_own() {
        var stepped = "{w: 1.25, w2: 1.75, l: true}, Caps Lock, A";
        var enter = "{x: 0.25, w: 1.25, h: 2, w2: 1.5, h2: 1, x2: -0.25}, Enter";
        var plainCaps = cap(1.75, Row.BOTTOM, LegendClass.MODIFIER, 1);
        assertThat(match(board(stepped), plainCaps, cap(1, Row.BOTTOM, LegendClass.ALPHA, 1))
                        .missing())
                .isEqualTo(Map.of(new CapShape(new Shape(1.25, 1, 0, 0, 1.75, 1), true), 1));
        assertThat(match(board(enter), isoEnter(0)).bare()).isEmpty();
    }

    @Test
    void an_iso_enter_is_the_same_whichever_rectangle_comes_first() {
        var fromItsTop = board("{w: 1.5, h: 1, w2: 1.25, h2: 2, x2: 0.25}, Enter");
        assertThat(match(fromItsTop, isoEnter(0)).bare()).isEmpty();
    }

    @Test
    void knobs_and_decals_take_no_cap() {
        var board = board("A, {d: true}, Logo, \"\\n\\n\\n\\n\\n\\n\\n\\n\\ne0\"");
        assertThat(match(board, cap(1, Row.BOTTOM, LegendClass.ALPHA, 1)).bare())
                .isEmpty();
    }

    @Test
    void rows_come_before_legends_in_a_sculpted_set_and_after_them_in_a_uniform_one() {
        var board = board("Esc", "Q", "A", "Z", "Ctrl");
        var caps = new Cap[] {
            cap(1, Row.F, LegendClass.FUNCTION, 1),
            cap(1, Row.NUMBER, LegendClass.NUMBER, 1),
            cap(1, Row.Q, LegendClass.ALPHA, 1),
            cap(1, Row.A, LegendClass.ALPHA, 1),
            cap(1, Row.Z, LegendClass.ALPHA, 1),
            cap(1, Row.BOTTOM, LegendClass.MODIFIER, 1)
        };
        assertThat(onNumberRow(CapMatching.of(CapNeeds.of(board), CapSupply.of(List.of(kit("S", 1, SCULPTED, caps))))))
                .isEqualTo(Row.NUMBER);
        assertThat(onNumberRow(CapMatching.of(CapNeeds.of(board), CapSupply.of(List.of(kit("U", 1, UNIFORM, caps))))))
                .isEqualTo(Row.F);
    }

    @Test
    void rows_that_the_maker_forms_alike_are_no_substitution() {
        var set = SampleCaps.caps("GBT-BASE").specs();
        var esc = kit("A-1", 1, set, cap(1, Row.F, LegendClass.FUNCTION, 1), cap(1, Row.Q, LegendClass.ALPHA, 1));
        var matching =
                CapMatching.of(CapNeeds.of(board("Esc", "Q", "{d: true}, x", "x", "x")), CapSupply.of(List.of(esc)));
        assertThat(matching.placed())
                .filteredOn(placed -> placed.key().row() == Row.NUMBER)
                .allMatch(placed ->
                        placed.cap().suitsRow(placed.key()) && placed.cap().row() == Row.F);
    }

    @Test
    void a_better_cap_for_one_key_is_left_to_the_key_that_needs_it_more() {
        var board = board("Q, 'W'", "A", "Z", "Ctrl");
        var matching = match(
                board,
                cap(1, Row.Q, LegendClass.ALPHA, 2),
                cap(1, Row.A, LegendClass.ALPHA, 1),
                cap(1, Row.BOTTOM, LegendClass.MODIFIER, 1),
                cap(1, Row.Z, LegendClass.NOVELTY, 1));
        assertThat(matching.bare()).isEmpty();
        assertThat(matching.placed()).allMatch(placed -> placed.cap().suitsRow(placed.key()));
        assertThat(matching.placed().stream()
                        .filter(placed -> !placed.cap().suitsLegend(placed.key()))
                        .mapToInt(Placed::count)
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void a_stem_must_stand_over_its_switch_where_that_is_known() {
        var stepped = board("{w: 1.25, w2: 1.75, l: true}, Caps Lock");
        assertThat(stems(match(stepped, steppedCaps(-0.25)))).containsExactly(Stem.FITS);
        assertThat(stems(match(stepped, steppedCaps(0)))).containsExactly(Stem.MISSES);
        assertThat(stems(match(stepped, steppedCaps(0), steppedCaps(-0.25)))).containsExactly(Stem.FITS);
        assertThat(stems(match(board("{w: 6}, ''"), cap(6, Row.BOTTOM, LegendClass.SPACE, 1))))
                .containsExactly(Stem.UNKNOWN);
        assertThat(stems(match(board("{w: 6.25}, ''"), offCentre(6.25)))).containsExactly(Stem.MISSES);
        assertThat(stems(match(board("{x: 0.25, w: 1.25, h: 2, w2: 1.5, h2: 1, x2: -0.25}, Enter"), isoEnter(0.125))))
                .containsExactly(Stem.UNKNOWN);
    }

    private static CapMatching match(Board board, Cap... caps) {
        return CapMatching.of(CapNeeds.of(board), CapSupply.of(List.of(kit("S-1", 1, SCULPTED, caps))));
    }

    private static Row onNumberRow(CapMatching matching) {
        return matching.placed().stream()
                .collect(toMap(
                        placed -> placed.key().row(), placed -> placed.cap().row()))
                .get(Row.NUMBER);
    }

    private static List<Stem> stems(CapMatching matching) {
        return matching.placed().stream().map(placed -> placed.cap().stem()).toList();
    }

    private static CapShape plain(double w, double h) {
        return new CapShape(Shape.of(w, h), false);
    }

    private static Cap isoEnter(double stem) {
        return new Cap(1.25, 2, 1.5, 1.0, -0.25, null, Row.Q, LegendClass.MODIFIER, 1, false, stem);
    }

    private static Cap steppedCaps(double stem) {
        return new Cap(1.25, 1, 1.75, 1.0, null, null, Row.A, LegendClass.MODIFIER, 1, true, stem);
    }

    private static Cap offCentre(double w) {
        return new Cap(w, 1, null, null, null, null, Row.BOTTOM, LegendClass.SPACE, 1, false, 0.5);
    }
}
