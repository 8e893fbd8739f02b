package rolt.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.Key;
import rolt.layout.LayoutMessages.Kind;
import rolt.layout.LayoutMessages.Row;
import rolt.layout.LayoutMessages.Shape;
import rolt.layout.LayoutMessages.Turn;

class KeyboardSvgTest {
    private static final Colourway COLOURS =
            new Colourway("#f3efe4", "#cfc5b2", "#b4543c", "#3b3833", "#3b3834", "#f8efe3");
    private static final Shape ONE = Shape.of(1, 1);

    @Test
    void a_drawing_is_well_formed_and_says_what_it_shows() throws Exception {
        var document = parsed(draw(List.of(key("A", ONE), key("<\n,", ONE), key("&\n7", ONE)), "Sông 60 & \"<b>\""));
        assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Sông 60 & \"<b>\"");
        assertThat(document.getElementsByTagName("text").item(1).getTextContent())
                .isEqualTo("<");
    }

    @Test
    void a_page_may_recolour_it_and_needs_no_style_of_its_own() {
        String svg = draw(List.of(key("A", ONE), key("Esc", ONE), key("Shift", Shape.of(2.25, 1))), "");
        assertThat(svg)
                .contains("var(--case,#2b2b2e)", "var(--cap-base,#f3efe4)", "var(--cap-modifier,#cfc5b2)")
                .contains("var(--cap-accent,#b4543c)", "var(--legend-base,#3b3833)", "var(--legend-accent,#f8efe3)")
                .doesNotContain("<style", "style=");
    }

    /** By numbers staff name the keys whose rows they correct. */
    @Test
    void a_number_is_as_large_as_a_letter() throws Exception {
        var texts = parsed(draw(List.of(key("7", ONE), key("42", ONE), key("104", ONE)), ""))
                .getElementsByTagName("text");
        for (int number = 0; number < 3; number++) {
            assertThat(texts.item(number)
                            .getAttributes()
                            .getNamedItem("font-size")
                            .getNodeValue())
                    .isEqualTo("17");
        }
    }

    @Test
    void the_same_board_gives_the_same_drawing() {
        var keys = List.of(key("A", ONE), key("Tab", Shape.of(1.5, 1)));
        assertThat(draw(keys, "x")).isEqualTo(draw(keys, "x"));
    }

    @Test
    void each_shape_is_defined_once_and_used_by_each_key() throws Exception {
        var iso = new Shape(1.25, 2, -0.25, 0, 1.5, 1);
        var document = parsed(draw(List.of(key("A", ONE), key("B", ONE), key("Enter", iso)), ""));
        assertThat(document.getElementsByTagName("use").getLength()).isEqualTo(3);
        assertThat(document.getElementsByTagName("defs").item(0).getTextContent())
                .isEmpty();
        assertThat(draw(List.of(key("Enter", iso)), "")).contains("id=\"cap1.25x2--.25_0_1.5x1\"");
    }

    @Test
    void a_decal_is_not_drawn_and_a_knob_is_round() {
        var decal = new Key(0, 0, ONE, false, Turn.NONE, "x", Row.A, Kind.DECAL);
        var knob = new Key(1, 0, ONE, false, Turn.NONE, "", Row.A, Kind.KNOB);
        assertThat(draw(List.of(decal), "")).doesNotContain("<use", "<circle");
        assertThat(draw(List.of(knob), "")).doesNotContain("<use").contains("<circle");
    }

    @Test
    void a_turned_key_turns_about_its_own_point() {
        var key = new Key(4, 1, ONE, false, new Turn(-12, 4.5, 2), "A", Row.Q, Kind.SWITCH);
        assertThat(draw(List.of(key), "")).contains("transform=\"rotate(-12 270 120)\"");
    }

    @Test
    void a_turned_knob_and_a_turned_arrow_turn_along() {
        var quarter = new Turn(90, 0, 0);
        var knob = new Key(1, -1, ONE, false, quarter, "", Row.A, Kind.KNOB);
        var arrow = new Key(1, -1, ONE, false, quarter, "→", Row.A, Kind.SWITCH);
        assertThat(draw(List.of(knob), "")).contains("cx=\"30\" cy=\"90\"");
        assertThat(draw(List.of(arrow), "")).contains("transform=\"rotate(90 0 0)translate(81 -41)rotate(90)\"");
    }

    @Test
    void a_colour_that_is_none_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyboardSvg.draw(board(List.of()), COLOURS, "red\"/>", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Colourway("#fff", "#ffffff", "#ffffff", "#ffffff", "#ffffff", "#ffffff"));
    }

    private static Key key(String legend, Shape shape) {
        return new Key(0, 0, shape, false, Turn.NONE, legend, Row.A, Kind.SWITCH);
    }

    private static String draw(List<Key> keys, String title) {
        return KeyboardSvg.draw(board(keys), COLOURS, "#2b2b2e", title);
    }

    private static Board board(List<Key> keys) {
        return new Board(keys, 5, 2, keys.size(), List.of(), List.of());
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
