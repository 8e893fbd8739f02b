package rolt.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys of a drawing as links. */
class LiveKeysTest {
    private static final String DRAWING = BuildDrawing.of(SixtyBoard.BOARD, Map.of(), Map.of(), "Song60");

    @Test
    void each_key_is_a_link_with_a_name_and_the_drawing_is_hidden_from_readers() {
        String svg = live(new LiveKeys.Mark(0, "/build?a&b", "Esc, \"1u\"", false, false));
        assertThat(svg)
                .contains("role=\"group\" aria-label=\"Song60\"", "<g aria-hidden=\"true\">")
                .contains(
                        "<a class=\"key\" id=\"key-0\" href=\"/build?a&amp;b\" tabindex=\"0\" aria-label=\"Esc, &quot;1u&quot;\">")
                .doesNotContain("role=\"img\"", "style=");
    }

    @Test
    void one_key_is_reached_by_tab_the_current_one_or_else_the_first() {
        var first = new LiveKeys.Mark(0, "/a", "A", false, false);
        var second = new LiveKeys.Mark(1, "/b", "B", true, true);
        assertThat(live(first, second))
                .contains("id=\"key-0\" href=\"/a\" tabindex=\"-1\"")
                .contains(
                        "<a class=\"key key--bare\" id=\"key-1\" href=\"/b\" tabindex=\"0\" aria-label=\"B\" aria-current=\"true\">");
        assertThat(live(first)).contains("tabindex=\"0\"");
    }

    private static String live(LiveKeys.Mark... marks) {
        return LiveKeys.over(DRAWING, SixtyBoard.BOARD, "Song60", List.of(marks));
    }
}
