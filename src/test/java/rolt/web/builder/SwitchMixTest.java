package rolt.web.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import rolt.builder.BuilderMessages.Pick;
import rolt.drawing.SixtyBoard;
import rolt.layout.LayoutMessages.Board;

class SwitchMixTest {
    private static final Board BOARD = SixtyBoard.BOARD;
    private static final int ALL = BOARD.switchCount();
    private static final Pick REST = new Pick("A", null);
    private static final Pick FEW = new Pick("B", null, 26);

    @Test
    void zones_are_counted_on_the_board() {
        assertThat(SwitchZone.LETTERS.count(BOARD)).isEqualTo(26);
        assertThat(SwitchZone.SPACE.count(BOARD)).isEqualTo(1);
        assertThat(SwitchZone.LARGE.count(BOARD)).isEqualTo(14);
        assertThat(SwitchZone.FUNCTION.count(BOARD)).isZero();
    }

    @Test
    void of_several_that_tell_nothing_the_first_is_for_the_rest_and_others_for_the_space_bar() {
        assertThat(SwitchMix.settled(List.of(FEW, REST, new Pick("C", null)), BOARD))
                .containsExactly(FEW, REST, new Pick("C", null, 1));
        assertThat(SwitchMix.settled(List.of(FEW), BOARD)).containsExactly(new Pick("B", null));
    }

    @Test
    void who_takes_the_rest_hands_his_own_keys_to_the_one_that_had_it() {
        assertThat(SwitchMix.rest(List.of(REST, FEW), "B", ALL))
                .containsExactly(new Pick("A", null, ALL - 26), new Pick("B", null));
    }

    @Test
    void where_the_rest_is_given_away_the_largest_other_takes_it() {
        assertThat(SwitchMix.shared(List.of(REST, FEW, new Pick("C", null, 3)), "A", 5))
                .containsExactly(new Pick("A", null, 5), new Pick("B", null), new Pick("C", null, 3));
        assertThat(SwitchMix.without(List.of(REST, FEW, new Pick("C", null, 3)), "A"))
                .containsExactly(new Pick("B", null), new Pick("C", null, 3));
    }

    @Property
    void whatever_link_is_followed_the_keys_add_up(
            @ForAll @IntRange(min = 1, max = 20) int first, @ForAll @IntRange(min = 1, max = 20) int second) {
        List<Pick> picks =
                SwitchMix.settled(SwitchMix.with(SwitchMix.with(List.of(new Pick("A", 2)), "B"), "C"), BOARD);
        picks = SwitchMix.shared(picks, "A", first);
        picks = SwitchMix.shared(picks, "B", second);
        picks = SwitchMix.rest(picks, "C", ALL);
        picks = SwitchMix.rest(picks, "A", ALL);
        List<Pick> all = picks;
        assertThat(all.stream().map(Pick::positions).filter(Objects::isNull)).hasSize(1);
        assertThat(all.stream().mapToInt(pick -> SwitchMix.keys(all, pick, ALL)))
                .allMatch(keys -> keys > 0);
        assertThat(all.stream().mapToInt(pick -> SwitchMix.keys(all, pick, ALL)).sum())
                .isEqualTo(ALL);
    }
}
