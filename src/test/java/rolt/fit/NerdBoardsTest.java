package rolt.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.fit.Caps.SCULPTED;
import static rolt.fit.Caps.cap;
import static rolt.fit.Samples.said;
import static rolt.fit.Samples.switches;

import java.util.List;
import org.junit.jupiter.api.Test;
import rolt.fit.KeycapKit.Cap;
import rolt.fit.KeycapKit.LegendClass;
import rolt.layout.LayoutMessages.Row;

/** Boards that those who love keyboards ask for, beside the caps that cover them or nearly do. */
class NerdBoardsTest {
    private static final Cap STEPPED =
            new Cap(1.25, 1, 1.75, 1.0, null, null, Row.A, LegendClass.MODIFIER, 1, true, -0.25);
    private static final Cap ISO_ENTER =
            new Cap(1.25, 2, 1.5, 1.0, -0.25, 0.0, Row.Q, LegendClass.MODIFIER, 1, false, 0);

    private static Build board(List<Cap> caps, String... rows) {
        return Samples.build(Samples.kit(Caps.layout(rows), "STEEL"), switches())
                .withKeycaps(List.of(Caps.kit("S-1", 1, SCULPTED, caps.toArray(Cap[]::new))));
    }

    private static Cap plain(double w, Row row, int count) {
        return cap(w, row, LegendClass.MODIFIER, count);
    }

    private static Cap space(double w, double stem) {
        return new Cap(w, 1, null, null, null, null, Row.BOTTOM, LegendClass.SPACE, 1, false, stem);
    }

    @Test
    void a_stepped_caps_lock_takes_a_stepped_cap_whose_stem_stands_to_the_left() {
        String[] rows = {"{w: 1.25, w2: 1.75, l: true}, Caps Lock", "{w: 1.25}, Ctrl"};
        Cap ctrl = plain(1.25, Row.BOTTOM, 1);
        Build fits = board(List.of(STEPPED, ctrl), rows);
        assertThat(said("K01", fits)).isEmpty();
        assertThat(said("K07", fits)).isEmpty();
        assertThat(said("K01", board(List.of(plain(1.75, Row.A, 1), ctrl), rows)))
                .as("a plain one stands with its stem in the middle")
                .containsExactly("E");
        Cap middle = new Cap(1.25, 1, 1.75, 1.0, null, null, Row.A, LegendClass.MODIFIER, 1, true, 0);
        assertThat(said("K07", board(List.of(middle, ctrl), rows))).containsExactly("E");
    }

    @Test
    void a_plain_caps_lock_takes_no_stepped_cap() {
        assertThat(said("K01", board(List.of(STEPPED), "{w: 1.75}, Caps Lock"))).containsExactly("E");
    }

    @Test
    void an_iso_enter_is_one_shape_however_it_is_told() {
        List<Cap> caps = List.of(ISO_ENTER, plain(1.25, Row.BOTTOM, 1));
        for (String told : List.of(
                "{w: 1.25, h: 2, w2: 1.5, h2: 1, x2: -0.25}, Enter", "{w: 1.5, w2: 1.25, h2: 2, x2: 0.25}, Enter")) {
            assertThat(said("K01", board(caps, told, "{y: 1, w: 1.25}, Ctrl")))
                    .as(told)
                    .isEmpty();
            assertThat(said("K07", board(caps, told, "{y: 1, w: 1.25}, Ctrl")))
                    .as(told)
                    .isEmpty();
        }
        assertThat(said(
                        "K01",
                        board(List.of(plain(2.25, Row.A, 1)), "{w: 1.25, h: 2, w2: 1.5, h2: 1, x2: -0.25}, Enter")))
                .as("an ANSI enter is none")
                .containsExactly("E");
    }

    @Test
    void six_units_were_made_with_the_stem_in_two_places() {
        assertThat(said("K07", board(List.of(space(6, 0)), "{w: 6}, ''"))).containsExactly("W?");
        assertThat(said("K07", board(List.of(space(6, 0.5)), "{w: 6}, ''"))).containsExactly("W?");
        assertThat(said("K07", board(List.of(space(6.25, 0.5)), "{w: 6.25}, ''")))
                .containsExactly("E");
    }

    @Test
    void tall_keys_of_a_numpad_take_tall_caps() {
        Cap tall = new Cap(1, 2, null, null, null, null, Row.BOTTOM, LegendClass.NUMPAD, 1, false, 0);
        assertThat(said("K01", board(List.of(tall), "{h: 2}, Enter"))).isEmpty();
        assertThat(said("K01", board(List.of(plain(2, Row.BOTTOM, 1)), "{h: 2}, Enter")))
                .as("a wide cap is no tall one")
                .containsExactly("E");
    }

    @Test
    void encoders_and_decals_take_no_cap_and_no_switch() {
        Build build =
                board(List.of(plain(1, Row.BOTTOM, 1)), "\"\\n\\n\\n\\n\\n\\n\\n\\n\\ne0\", A, {d: true, w: 3}, ROLT");
        assertThat(said("K01", build)).isEmpty();
        assertThat(build.board().switchCount()).isEqualTo(1);
    }

    @Test
    void an_alice_board_takes_two_space_bars() {
        String bottom = "{w: 1.5}, Alt, {w: 2}, '', {w: 1.25}, Fn, {w: 2.75}, ''";
        Cap alt = plain(1.5, Row.BOTTOM, 1);
        Cap fn = plain(1.25, Row.BOTTOM, 1);
        assertThat(said("K01", board(List.of(alt, fn, space(6.25, 0)), bottom))).containsExactly("E");
        assertThat(said("K01", board(List.of(alt, fn, space(2, 0)), bottom))).containsExactly("E");
        assertThat(said("K01", board(List.of(alt, fn, space(2, 0), space(2.75, 0)), bottom)))
                .isEmpty();
    }

    @Test
    void two_b_keys_of_an_alice_board_need_two_caps() {
        Cap one = cap(1, Row.BOTTOM, LegendClass.ALPHA, 1);
        Cap two = cap(1, Row.BOTTOM, LegendClass.ALPHA, 2);
        assertThat(said("K01", board(List.of(one), "B, {x: 1}, B"))).containsExactly("E");
        assertThat(said("K01", board(List.of(two), "B, {x: 1}, B"))).isEmpty();
    }

    @Test
    void an_hhkb_takes_a_split_backspace_a_short_shift_and_a_long_space_bar() {
        String[] hhkb = {
            "\\, '`'",
            "{w: 1.5}, Delete",
            "{w: 2.25}, Enter",
            "{w: 1.75}, Shift, Fn",
            "{w: 1.5}, Alt, {w: 7}, '', {w: 1.5}, Alt"
        };
        List<Cap> ansi = List.of(
                plain(2, Row.NUMBER, 1),
                cap(1, Row.Z, LegendClass.ALPHA, 3),
                plain(1.5, Row.Q, 1),
                plain(2.25, Row.A, 1),
                plain(2.75, Row.Z, 1),
                plain(1.25, Row.BOTTOM, 7),
                space(6.25, 0));
        assertThat(said("K01", board(ansi, hhkb))).containsExactly("E");
        Build build = board(ansi, hhkb);
        KeycapKit split = Caps.kit("S-2", 1, SCULPTED, plain(1.75, Row.Z, 1), plain(1.5, Row.BOTTOM, 2), space(7, 0));
        assertThat(said("K01", build.withKeycaps(List.of(build.keycaps().getFirst(), split))))
                .isEmpty();
    }
}
