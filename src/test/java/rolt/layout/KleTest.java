package rolt.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.layout.Layouts.violation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolt.layout.LayoutMessages.Kind;
import rolt.layout.LayoutMessages.Shape;
import rolt.layout.LayoutMessages.Turn;

class KleTest {

    @Test
    void raw_and_strict_form_say_the_same() {
        var raw = pieces("{name:'x'},[{x:1,w:2},\"A\",\"B\"],[\"C\"]".replace('\'', '"'));
        var strict = pieces("[{\"name\":\"x\"},[{\"x\":1,\"w\":2},\"A\",\"B\"],[\"C\"]]");
        assertThat(raw).isEqualTo(strict).hasSize(3);
        assertThat(pieces("[\"A\",\"B\"]")).hasSize(2);
        assertThat(pieces("[[\"A\",\"B\"]]")).hasSize(2);
        assertThat(pieces("[[],[\"A\"]]").getFirst().y()).isEqualTo(1);
    }

    @Test
    void the_size_holds_for_one_key_and_the_cursor_grows_by_it() {
        var keys = pieces("[{w:2,h:2},\"A\",\"B\"]");
        assertThat(keys.getFirst().shape()).isEqualTo(Shape.of(2, 2));
        assertThat(keys.getLast().shape()).isEqualTo(Shape.of(1, 1));
        assertThat(keys.getLast().x()).isEqualTo(2);
    }

    @Test
    void a_second_rectangle_defaults_to_the_first() {
        var keys = pieces("[{x2:-0.25,w:1.25,h:2,w2:1.5,h2:1},\"Enter\",{w:1.25,w2:1.75,l:true},\"Caps\",\"A\"]");
        assertThat(keys.get(0).shape()).isEqualTo(new Shape(1.25, 2, -0.25, 0, 1.5, 1));
        assertThat(keys.get(1).shape()).isEqualTo(new Shape(1.25, 1, 0, 0, 1.75, 1));
        assertThat(keys.get(1).stepped()).isTrue();
        assertThat(keys.get(2).stepped()).isFalse();
        assertThat(keys.get(2).shape().plain()).isTrue();
    }

    @Test
    void a_centre_of_rotation_takes_the_cursor_along_but_an_angle_does_not() {
        var keys = pieces("[\"A\",{r:10},\"B\",{rx:5,ry:2},\"C\"],[\"D\",{ry:4,x:1},\"E\"]");
        assertThat(keys).extracting(Piece::x).containsExactly(0.0, 1.0, 5.0, 5.0, 6.0);
        assertThat(keys).extracting(Piece::y).containsExactly(0.0, 0.0, 2.0, 3.0, 4.0);
        assertThat(keys.get(1).turn()).isEqualTo(new Turn(10, 0, 0));
        assertThat(keys.get(3).turn()).isEqualTo(new Turn(10, 5, 2));
        assertThat(keys.get(4).turn()).isEqualTo(new Turn(10, 5, 4));
    }

    @Test
    void a_decal_is_one_key_long() {
        var keys = pieces("[{d:true},\"A\",\"B\"]");
        assertThat(keys).extracting(Piece::kind).containsExactly(Kind.DECAL, Kind.SWITCH);
    }

    @ParameterizedTest
    @CsvSource({"0", "4"})
    void an_option_is_named_bottom_right_and_an_encoder_in_the_centre(int alignment) {
        var keys = pieces("[{a:%d},\"0,1\\n\\n\\n2,3\",\"\\n\\n\\n\\n\\n\\n\\n\\n\\ne0\",\"A\"]".formatted(alignment));
        assertThat(keys.get(0).place()).isEqualTo(new Piece.Place(2, 3));
        assertThat(keys.get(1).kind()).isEqualTo(Kind.KNOB);
        assertThat(keys.get(2).place()).isNull();
    }

    @Test
    void the_alignment_persists_across_rows() {
        assertThat(pieces("[{a:7},\"e0\"],[\"e1\"]")).extracting(Piece::kind).containsOnly(Kind.KNOB);
    }

    @Test
    void a_legend_has_two_lines_and_no_markup() {
        assertThat(pieces("[\"!\\n1\",\"<i class='fa fa-x'></i>Menu\"]"))
                .extracting(Piece::legend)
                .containsExactly("!\n1", "Menu");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"A\"],[\"B\",5] | layout-item | {row=2, item=2, what=5}",
                "[\"A\",null] | layout-item | {row=1, item=2, what=null}",
                "[\"A\",{w:\"wide\"},\"B\"] | layout-value | {row=1, item=2, what=w}",
                "[{w:0},\"A\"] | layout-value | {row=1, item=1, what=w}",
                "[{x:1e999},\"A\"] | layout-value | {row=1, item=1, what=x}",
                "[{a:8},\"A\"] | layout-value | {row=1, item=1, what=a}",
                "[{d:1},\"A\"] | layout-value | {row=1, item=1, what=d}",
                "[\"A\"],7 | layout-row | {row=2}",
                "[\"A\",, | layout-json | {line=1, column=6}",
                "hello | layout-json | {line=1, column=1}",
                "[] | layout-empty | {}",
            })
    void bad_input_is_refused_by_row_and_item(String text, String rule, String params) {
        var violation = violation(() -> pieces(text));
        assertThat(violation.field()).isEqualTo("layout");
        assertThat(violation.rule()).isEqualTo(rule);
        assertThat(new TreeMap<>(violation.params())).hasToString(sorted(params));
    }

    @Test
    void a_board_of_more_than_a_thousand_keys_is_refused() {
        assertThat(violation(() -> pieces(("[" + "\"A\",".repeat(300) + "],").repeat(4)))
                        .rule())
                .isEqualTo("layout-too-many-keys");
    }

    @Property
    void moving_the_cursor_moves_every_key_that_follows(
            @ForAll @DoubleRange(min = -50, max = 50) double right,
            @ForAll @DoubleRange(min = -50, max = 50) double down,
            @ForAll @IntRange(min = 1, max = 20) int count) {
        List<Object> keys = List.<Object>copyOf(Collections.nCopies(count, "A"));
        var still = Kle.pieces(List.of(keys));
        var moved = Kle.pieces(List.of(Stream.concat(Stream.of(Map.of("x", right, "y", down)), keys.stream())
                .toList()));
        assertThat(distances(still, moved, Piece::x)).allMatch(distance -> near(distance, right));
        assertThat(distances(still, moved, Piece::y)).allMatch(distance -> near(distance, down));
    }

    private static List<Piece> pieces(String text) {
        return Kle.pieces(Kle.rows(text));
    }

    private static List<Double> distances(List<Piece> from, List<Piece> to, ToDoubleFunction<Piece> axis) {
        return IntStream.range(0, from.size())
                .mapToObj(i -> axis.applyAsDouble(to.get(i)) - axis.applyAsDouble(from.get(i)))
                .toList();
    }

    private static String sorted(String params) {
        return Stream.of(params.substring(1, params.length() - 1).split(", "))
                .sorted()
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < 0.001;
    }
}
