package rolt.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static rolt.layout.Layouts.combinations;
import static rolt.layout.Layouts.file;
import static rolt.layout.Layouts.violation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.layout.LayoutMessages.CapCount;
import rolt.layout.LayoutMessages.Key;
import rolt.layout.LayoutMessages.Kind;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.layout.LayoutMessages.Row;
import rolt.layout.LayoutMessages.RowCorrection;
import rolt.layout.LayoutMessages.Shape;

/** The files under layouts/ are written for this, each with something that public files have. */
class LayoutFileTest {

    /** For each way to choose, in order: switches; then the knobs, and the width and height of the first. */
    @ParameterizedTest
    @CsvSource({
        "via-plain.json, 4, 0, 6.25, 2",
        "via-bom-crlf.json, 4, 0, 2, 2",
        "via-menus.json, 2, 0, 2, 1",
        "via-toggle.json, 3 4, 0, 4, 1",
        "via-choices.json, 5 4 6, 0, 8.75, 2",
        "via-iso-beside.json, 3 3, 0, 2.5, 2",
        "via-big-ass-enter.json, 3 2, 0, 2.5, 2",
        "via-decal-first.json, 3 2, 0, 3, 1",
        "via-missing-choice.json, 1 3, 0, 1, 1",
        "via-labels-short.json, 3 3 3, 0, 2, 6",
        "via-labels-long.json, 2, 0, 2, 1",
        "via-no-labels.json, 2 3, 0, 2, 1",
        "via-encoder.json, 3 4, 3, 3, 2",
        "via-vial-encoder.json, 2, 1, 4, 1",
        "via-led.json, 2, 0, 2, 1",
        "via-wide-comma.json, 2 3, 0, 2, 1",
        "via-rotated.json, 10, 0, 10, 5.6",
        "via-mid-row-turn.json, 4, 0, 6, 5",
        "via-mid-row-angle.json, 7, 0, 6.9, 4",
        "via-alignment.json, 3 2, 1, 2, 4",
        "via-gap-in-numbers.json, 2 3, 0, 2, 1",
        "via-metadata-row.json, 2, 0, 2, 1",
        "kle-raw.kle, 6, 0, 4.25, 2",
        "kle-strict.json, 5, 0, 3.75, 2",
        "kle-numpad.kle, 17, 0, 4, 5",
        "kle-one-row.kle, 3, 0, 5, 1",
        "kle-stepped-reset.kle, 4, 0, 6, 2",
        "kle-matrix.kle, 3, 0, 2, 2",
    })
    void a_file_has_the_switches_that_one_counts(String file, String switches, int knobs, double width, double height) {
        var layout = Layout.of(LayoutFile.read(file(file)));
        assertThat(combinations(layout).stream()
                        .map(choices -> String.valueOf(layout.board(choices).switchCount()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(switches);
        var board = layout.board();
        assertThat(board.keys().stream().filter(key -> key.kind() == Kind.KNOB)).hasSize(knobs);
        assertThat(Math.round(board.width() * 10) / 10.0).isEqualTo(Math.round(width * 10) / 10.0);
        assertThat(Math.round(board.height() * 10) / 10.0).isEqualTo(Math.round(height * 10) / 10.0);
    }

    static Stream<String> files() {
        return Stream.concat(Layouts.files("layouts"), Layouts.files("kle"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_is_written_is_read_again_as_the_same(String file) {
        var spec = LayoutFile.read(file(file));
        var again = LayoutFile.read(LayoutFile.text(spec));
        assertThat(again).isEqualTo(spec);
        assertThat(LayoutFile.normal(spec)).isEqualTo(spec);
        assertThat(Layout.of(again)).isEqualTo(Layout.of(spec));
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_choice_begins_at_the_corner(String file) {
        var layout = Layout.of(LayoutFile.read(file(file)));
        for (var choices : combinations(layout)) {
            var drawn = layout.board(choices).keys().stream()
                    .filter(key -> key.kind() != Kind.DECAL)
                    .flatMap(key -> key.corners().stream())
                    .toList();
            assertThat(drawn).allMatch(corner -> corner.x() > -0.001 && corner.y() > -0.001);
            assertThat(Overlaps.of(layout.board(choices)))
                    .as("%s %s", file, choices)
                    .isEmpty();
        }
    }

    @Test
    void a_definition_for_firmware_shows_no_positions() {
        for (String file : List.of("via-encoder.json", "via-led.json", "kle-matrix.kle")) {
            assertThat(Layout.of(LayoutFile.read(file(file))).board().keys())
                    .as(file)
                    .extracting(Key::legend)
                    .containsOnly("");
        }
    }

    /** Vial may draw but one way of an encoder, and not the first; and twice, once for each choice. */
    @Test
    void each_encoder_of_vials_is_one_knob() {
        String encoder = "\\n\\n\\n%s\\n\\n\\n\\n\\n\\ne";
        var layout = Layout.of(
                LayoutFile.read("{layouts: {keymap: [['0,0', '0,1%s', '1,1%s', '1,0%s'], ['2,0%s', '2,0%s']]}}"
                        .formatted(
                                encoder.formatted(""),
                                encoder.formatted(""),
                                encoder.formatted(""),
                                encoder.formatted("0,0"),
                                encoder.formatted("0,1"))));
        for (var choices : combinations(layout)) {
            assertThat(layout.board(choices).keys())
                    .extracting(Key::kind)
                    .containsExactly(Kind.SWITCH, Kind.KNOB, Kind.KNOB, Kind.DECAL, Kind.KNOB);
        }
    }

    /** Some definitions were exported with centred legends, which the firmware's tools do not look at. */
    @Test
    void a_position_tells_option_and_encoder_however_it_is_aligned() {
        for (int alignment = 0; alignment < 8; alignment++) {
            var layout = Layout.of(LayoutFile.read(
                    "{layouts: {keymap: [[{a: %d}, '0,0', '0,1\\n\\n\\n0,0', '0,2\\n\\n\\n0,1', '0,3\\n\\n\\n\\n\\n\\n\\n\\n\\ne0']]}}"
                            .formatted(alignment)));
            assertThat(layout.options()).hasSize(1);
            assertThat(layout.board().keys())
                    .extracting(Key::kind, Key::legend)
                    .containsExactly(tuple(Kind.SWITCH, ""), tuple(Kind.KNOB, ""), tuple(Kind.SWITCH, ""));
        }
    }

    @Test
    void an_editors_file_may_print_what_is_an_encoder_elsewhere() {
        assertThat(Layout.of(LayoutFile.read("[{a:7},\"D1\",\"E\",\"E1\"]"))
                        .board()
                        .keys())
                .extracting(Key::kind, Key::legend)
                .containsExactly(tuple(Kind.SWITCH, "D1"), tuple(Kind.SWITCH, "E"), tuple(Kind.SWITCH, "E1"));
        assertThat(Layout.of(LayoutFile.read("{layouts: {keymap: [['0,0'], [{a: 7}, 'E1']]}}"))
                        .board()
                        .keys())
                .extracting(Key::kind)
                .containsExactly(Kind.SWITCH, Kind.KNOB);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['A',{w:2},'B']",
                "// keys\n[\"A\", /* wide */ {w:+2.},\"B\"],\n",
                "[\"A\",{w:2},\"B\t\"]",
                "\ufeff[\r\n[\"A\", {\"w\": 2}, \"B\",],\r\n]"
            })
    void what_people_write_by_hand_is_read(String text) {
        assertThat(Layout.of(LayoutFile.read(text)).board().keys())
                .extracting(Key::legend, key -> key.shape().w())
                .containsExactly(tuple("A", 1.0), tuple("B", 2.0));
    }

    @Test
    void legends_lose_their_markup_and_keep_their_angle_brackets() {
        assertThat(Layout.of(LayoutFile.read(file("kle-raw.kle"))).board().keys())
                .extracting(Key::legend)
                .containsExactly("Esc", "1", "Backspace", "Tab", "Star", "< >");
    }

    @Test
    void a_long_legend_is_cut_between_characters() {
        var legend = Layout.of(LayoutFile.read("[\"" + "x".repeat(39) + "🔅🔅<br>y\u200b\"]"))
                .board()
                .keys()
                .getFirst()
                .legend();
        assertThat(legend).isEqualTo("x".repeat(39));
    }

    @Test
    void the_second_rectangle_the_step_and_the_decal_hold_for_one_key() {
        var keys = Layout.of(LayoutFile.read(file("kle-stepped-reset.kle")))
                .board()
                .keys();
        assertThat(keys).extracting(Key::stepped).containsExactly(true, false, false, false);
        assertThat(keys.get(2).shape()).isEqualTo(new Shape(1.5, 2, -0.75, 1, 2.25, 1));
        assertThat(keys.get(3).shape()).isEqualTo(Shape.of(1, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "via-toggle.json | Split Backspace: Không, Có",
                "via-choices.json | Bottom row: 6.25u, 7u, Split",
                "via-labels-short.json | First: a, Tùy chọn 2, Tùy chọn 3; Tùy chọn 2: Tùy chọn 1",
                "via-labels-long.json | First: a",
                "via-no-labels.json | Tùy chọn 1: Tùy chọn 1, Tùy chọn 2",
                "via-gap-in-numbers.json | A: Không; B: Không; C: Không, Có",
            })
    void the_keys_decide_what_the_labels_name(String file, String names) {
        assertThat(LayoutFile.read(file(file)).options().stream()
                        .map(option -> option.name().vi() + ": "
                                + option.choices().stream()
                                        .map(choice -> choice.name().vi())
                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; ")))
                .isEqualTo(names);
    }

    @Test
    void an_iso_enter_stands_where_the_two_keys_stood() {
        var enter = Layout.of(LayoutFile.read(file("via-iso-beside.json"))).board(List.of(1)).keys().stream()
                .filter(key -> key.shape().h() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(enter.x()).isEqualTo(1.25);
        assertThat(enter.y()).isZero();
    }

    @Test
    void staff_correct_a_row() {
        var derived = LayoutFile.read(file("kle-numpad.kle"));
        assertThat(row(derived, 0)).isEqualTo(Row.NUMBER);
        var corrected = LayoutFile.normal(new LayoutSpec(
                derived.keymap(),
                List.of(),
                List.of(new RowCorrection(3, Row.Q), new RowCorrection(0, Row.A), new RowCorrection(0, Row.F))));
        assertThat(corrected.rows()).containsExactly(new RowCorrection(0, Row.F), new RowCorrection(3, Row.Q));
        assertThat(row(corrected, 0)).isEqualTo(Row.F);
        assertThat(Layout.of(corrected).board().caps()).contains(new CapCount(Row.F, Shape.of(1, 1), 1));
        assertThat(LayoutFile.read(LayoutFile.text(corrected))).isEqualTo(corrected);
        var beyond = new LayoutSpec(derived.keymap(), List.of(), List.of(new RowCorrection(17, Row.F)));
        assertThat(violation(() -> Layout.of(beyond)).field()).isEqualTo("rows.0.key");
    }

    @Test
    void keys_are_numbered_as_they_stand_in_the_file() {
        assertThat(Layout.numbered(LayoutFile.read(file("via-encoder.json")))
                        .board(List.of(1))
                        .keys())
                .extracting(Key::legend)
                .containsExactly("", "", "2", "3", "4", "6");
    }

    private static Row row(LayoutSpec spec, int key) {
        return Layout.of(spec).board().keys().get(key).row();
    }
}
