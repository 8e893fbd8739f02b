package rolt.fit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import rolt.fit.KeycapKit.LegendClass;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.Kind;

class KeyLegendsTest {

    @Test
    void a_full_keyboard_is_read_by_its_legends() {
        var board = SampleCaps.kit("cuu-long").layout().board();
        assertThat(only(board, LegendClass.FUNCTION)).isEqualTo("Esc F1 F10 F11 F12 F2 F3 F4 F5 F6 F7 F8 F9");
        assertThat(only(board, LegendClass.NUMPAD)).isEqualTo("* + - . / 0 1 2 3 4 5 6 7 8 9 Num Lock");
        assertThat(only(board, LegendClass.NAVIGATION))
                .isEqualTo("End Home Insert Pause PgDn PgUp PrtSc Scroll Lock ← ↑ → ↓");
        assertThat(only(board, LegendClass.NUMBER)).isEqualTo("! 1 # 3 $ 4 % 5 & 7 ( 9 ) 0 * 8 @ 2 ^ 6");
        assertThat(only(board, LegendClass.MODIFIER))
                .isEqualTo("Alt Alt Backspace Caps Lock Ctrl Ctrl Enter Menu Shift Shift Tab Win Win");
        assertThat(only(board, LegendClass.SPACE)).isEmpty();
        assertThat(count(board, LegendClass.SPACE)).isEqualTo(1);
        assertThat(count(board, LegendClass.ALPHA)).isEqualTo(26 + 8);
    }

    @Test
    void a_compact_board_has_arrows_beside_its_numpad() {
        var board = SampleCaps.kit("ha-long").layout().board();
        assertThat(only(board, LegendClass.NUMPAD)).isEqualTo("* + - . / 0 1 2 3 4 5 6 7 8 9 Num Lock");
        assertThat(only(board, LegendClass.NAVIGATION)).isEqualTo("End Home PgDn PgUp ← ↑ → ↓");
    }

    @Test
    void what_sets_sort_in_two_ways_suits_both() {
        var board = Caps.board("\"~\\n`\", A, {w: 2}, Backspace", "Q", "Esc", "Z", "Del, {w: 7}, ''");
        assertThat(suiting(board, "~\n`")).containsExactly(LegendClass.NUMBER, LegendClass.MODIFIER);
        assertThat(suiting(board, "Esc")).containsExactly(LegendClass.FUNCTION, LegendClass.MODIFIER);
        assertThat(suiting(board, "Del")).containsExactly(LegendClass.MODIFIER, LegendClass.NAVIGATION);
        assertThat(suiting(board, "")).containsExactly(LegendClass.SPACE);
    }

    @Test
    void left_and_right_are_no_other_words() {
        var board = Caps.board("A, RShift, Left Ctrl, Right");
        assertThat(suiting(board, "RShift")).containsExactly(LegendClass.MODIFIER);
        assertThat(suiting(board, "Left Ctrl")).containsExactly(LegendClass.MODIFIER);
        assertThat(suiting(board, "Right")).containsExactly(LegendClass.NAVIGATION);
    }

    @Test
    void a_key_without_a_legend_may_be_anything_but_a_wide_one_at_the_bottom_is_the_space_bar() {
        var board = Caps.board("'0,0', '0,1'", "'1,0', {w: 2}, '1,1', {w: 6.25}, '1,2'");
        assertThat(suiting(board, "0,0")).containsExactly(LegendClass.values());
        assertThat(suiting(board, "1,1")).containsExactly(LegendClass.values());
        assertThat(suiting(board, "1,2")).containsExactly(LegendClass.SPACE);
    }

    private static String only(Board board, LegendClass kind) {
        var legends = KeyLegends.of(board);
        return board.keys().stream()
                .filter(key -> key.kind() == Kind.SWITCH && legends.suiting(key).equals(Set.of(kind)))
                .map(key -> key.legend().replace('\n', ' '))
                .sorted()
                .collect(joining(" "));
    }

    private static long count(Board board, LegendClass kind) {
        var legends = KeyLegends.of(board);
        return board.keys().stream()
                .filter(key -> legends.suiting(key).equals(Set.of(kind)))
                .count();
    }

    private static Set<LegendClass> suiting(Board board, String legend) {
        var key = board.keys().stream()
                .filter(each -> each.legend().equals(legend))
                .findFirst();
        return KeyLegends.of(board).suiting(key.orElseThrow());
    }
}
