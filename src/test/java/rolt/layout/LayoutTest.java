package rolt.layout;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static rolt.layout.Layouts.combinations;
import static rolt.layout.Layouts.layout;
import static rolt.layout.Layouts.violation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.CapCount;
import rolt.layout.LayoutMessages.Key;
import rolt.layout.LayoutMessages.Kind;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.layout.LayoutMessages.Row;
import rolt.layout.LayoutMessages.Shape;
import rolt.layout.LayoutMessages.StabiliserCount;

class LayoutTest {
    private static final Shape ISO_ENTER = new Shape(1.25, 2, -0.25, 0, 1.5, 1);

    @ParameterizedTest
    @CsvSource({
        "ansi-60.kle, 61, 15, 5",
        "hhkb.kle, 60, 15, 5",
        "tkl.kle, 87, 18.25, 6.5",
        "ansi-104.kle, 104, 22.5, 6.5",
        "iso-105.json, 105, 22.5, 6.5",
        "compact-1800.kle, 98, 19.25, 6.5",
    })
    void a_known_board_has_its_known_switches_and_size(String file, int switches, double width, double height) {
        var board = layout(file).board();
        assertThat(board.switchCount()).isEqualTo(switches);
        assertThat(board.width()).isEqualTo(width);
        assertThat(board.height()).isEqualTo(height);
    }

    @ParameterizedTest
    @CsvSource({"ansi-60.kle", "hhkb.kle", "tkl.kle", "ansi-104.kle", "iso-105.json", "compact-1800.kle", "alice.kle"})
    void no_caps_of_a_known_board_collide(String file) {
        assertThat(Overlaps.of(layout(file).board())).isEmpty();
    }

    @Test
    void columns_of_fingers_of_unequal_length_keep_their_rows() {
        var split = Layouts.of("""
                [{x:1},"3"],
                [{y:-0.75},"2",{x:1},"4"],
                [{y:-0.25,x:1},"E"],
                [{y:-0.75},"W",{x:1},"R"],
                [{y:-0.25,x:1},"D"],
                [{y:-0.75},"S",{x:1},"F"],
                [{y:-0.25,x:1},"C"],
                [{y:-0.75},"X",{x:1},"V"],
                [{y:-0.25,x:1},"Up"],
                [{y:-0.75},"Alt",{x:1},"Fn"],
                [{y:-0.75},"Low",{x:1},"Low"]
                """);
        assertThat(split.board().keys().stream().filter(key -> "2 3 4".contains(key.legend())))
                .extracting(Key::row)
                .containsOnly(Row.NUMBER);
        assertThat(split.board().keys().stream().filter(key -> "E W R".contains(key.legend())))
                .extracting(Key::row)
                .containsOnly(Row.Q);
    }

    @Test
    void a_full_size_board_takes_a_long_stabiliser_and_seven_short_ones() {
        assertThat(layout("ansi-104.kle").board().stabilisers())
                .containsExactly(new StabiliserCount(2, 7), new StabiliserCount(6.25, 1));
    }

    @Test
    void an_iso_enter_takes_a_short_stabiliser() {
        assertThat(layout("iso-105.json").board().stabilisers())
                .containsExactly(new StabiliserCount(2, 6), new StabiliserCount(6.25, 1));
        assertThat(ISO_ENTER.stabiliser()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1.75, 0", "2, 2", "2.75, 2", "3, 3", "6, 6", "6.25, 6.25", "7, 7"})
    void caps_of_2_to_2_75u_share_a_stabiliser(double width, double stabiliser) {
        assertThat(Shape.of(width, 1).stabiliser()).isEqualTo(stabiliser);
        assertThat(Shape.of(1, width).stabiliser()).isEqualTo(stabiliser);
    }

    @Test
    void caps_are_counted_by_row_and_shape() {
        assertThat(layout("iso-105.json").board().caps())
                .contains(
                        new CapCount(Row.Q, ISO_ENTER, 1),
                        new CapCount(Row.F, Shape.of(1, 1), 16),
                        new CapCount(Row.BOTTOM, Shape.of(1.25, 1), 7),
                        new CapCount(Row.NUMBER, Shape.of(2, 1), 1));
    }

    @Test
    void rows_are_counted_upwards_from_the_space_bar() {
        assertThat(legends(layout("tkl.kle").board(), Row.A)).isEqualTo("Caps Lock A S D F G H J K L : ; \" ' Enter");
        assertThat(legends(layout("hhkb.kle").board(), Row.NUMBER)).startsWith("Esc ! 1");
        assertThat(layout("hhkb.kle").board().keys()).noneMatch(key -> key.row() == Row.F);
        assertThat(legends(layout("compact-1800.kle").board(), Row.BOTTOM)).endsWith("0 . ← ↓ →");
    }

    @Test
    void turned_halves_have_straight_rows() {
        var alice = layout("alice.kle").board();
        assertThat(alice.switchCount()).isEqualTo(65);
        assertThat(alice.stabilisers()).containsExactly(new StabiliserCount(2, 5));
        assertThat(legends(alice, Row.NUMBER))
                .isEqualTo("Home @ 2 _ - ~ ` ! 1 + = Backspace # 3 $ 4 % 5 ^ 6 & 7 * 8 ( 9 ) 0");
        assertThat(legends(alice, Row.BOTTOM)).isEqualTo("Ctrl Ctrl Alt  Fn  Alt");
    }

    @Test
    void choices_change_the_switch_count() {
        var board = layout("options-60.kle");
        assertThat(board.board().switchCount()).isEqualTo(61);
        assertThat(board.board(List.of(1)).switchCount()).isEqualTo(62);
        assertThat(board.board(List.of(0, 1)).switchCount()).isEqualTo(63);
        assertThat(board.board(List.of(1, 1, 1)).switchCount()).isEqualTo(64);
    }

    @Test
    void a_split_space_bar_exchanges_its_stabilisers() {
        assertThat(layout("options-60.kle").board(List.of(0, 1)).stabilisers())
                .containsExactly(new StabiliserCount(2, 6));
    }

    @Test
    void every_choice_stands_where_the_first_one_stood() {
        var board = layout("options-60.kle");
        for (var choices : combinations(board)) {
            assertThat(board.board(choices).width()).isEqualTo(15);
            assertThat(board.board(choices).height()).isEqualTo(5);
            assertThat(Overlaps.of(board.board(choices))).isEmpty();
        }
    }

    @Test
    void a_choice_that_does_not_exist_is_refused() {
        var board = layout("options-60.kle");
        assertThat(violation(() -> board.board(List.of(2))).field()).isEqualTo("choices.0");
        assertThat(violation(() -> board.board(List.of(-1))).field()).isEqualTo("choices.0");
        assertThat(violation(() -> board.board(List.of(0, 0, 0, 0))).field()).isEqualTo("choices.3");
    }

    @Test
    void unnamed_options_are_numbered() {
        var words = layout("options-60.kle").options().getFirst().words();
        assertThat(words.name().vi()).isEqualTo("Tùy chọn 1");
        assertThat(words.choices()).hasSize(2);
    }

    @Property
    void switches_are_the_keys_without_decals_and_knobs(@ForAll("keymaps") List<List<Object>> keymap) {
        var keys = Layout.of(new LayoutSpec(keymap, List.of())).base();
        var kinds = keys.stream().collect(Collectors.groupingBy(Key::kind, Collectors.counting()));
        long drawn = keys.size() - kinds.getOrDefault(Kind.DECAL, 0L);
        if (drawn > 0) {
            var board = Layout.of(new LayoutSpec(keymap, List.of())).board();
            assertThat((long) board.switchCount()).isEqualTo(drawn - kinds.getOrDefault(Kind.KNOB, 0L));
            assertThat(board.caps().stream().mapToInt(CapCount::count).sum()).isEqualTo(board.switchCount());
        }
    }

    @Property
    void choosing_never_loses_a_base_key(@ForAll int seed) {
        var board = layout("options-60.kle");
        var all = combinations(board);
        var chosen = board.board(all.get(Math.floorMod(seed, all.size())));
        assertThat(chosen.keys().stream().map(Key::legend))
                .containsAll(board.base().stream().map(Key::legend).toList());
        assertThat(chosen.keys()).hasSizeGreaterThan(board.base().size());
    }

    @Property
    void stabilisers_are_as_many_as_the_keys_of_2u_and_more(@ForAll("keymaps") List<List<Object>> keymap) {
        var keys = Layout.of(new LayoutSpec(keymap, List.of())).base();
        long wide = keys.stream()
                .filter(key -> key.kind() == Kind.SWITCH && key.shape().w() >= 2)
                .count();
        if (keys.stream().anyMatch(key -> key.kind() != Kind.DECAL)) {
            var counts = Layout.of(new LayoutSpec(keymap, List.of())).board().stabilisers();
            assertThat((long) counts.stream().mapToInt(StabiliserCount::count).sum())
                    .isEqualTo(wide);
        }
    }

    @Provide
    Arbitrary<List<List<Object>>> keymaps() {
        var sizes = Arbitraries.of(1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.75, 3.0, 6.25, 7.0);
        var changes = Combinators.combine(sizes, Arbitraries.of(true, false, false), Arbitraries.of(0.0, 0.25, 1.0))
                .as((w, decal, x) -> Map.of("w", w, "d", decal, "x", x));
        var labels = Arbitraries.of("A", "!\n1", "\n\n\n\n\n\n\n\n\ne0", "");
        Arbitrary<List<Object>> key = Combinators.combine(changes, labels).as(List::of);
        return key.list().ofMinSize(1).ofMaxSize(30);
    }

    private static String legends(Board board, Row row) {
        return board.keys().stream()
                .filter(key -> key.row() == row && key.kind() == Kind.SWITCH)
                .map(key -> key.legend().replace('\n', ' '))
                .collect(joining(" "));
    }
}
