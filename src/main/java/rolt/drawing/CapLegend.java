package rolt.drawing;

import static rolt.drawing.CapShape.U;
import static rolt.drawing.SvgPath.number;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import rolt.layout.LayoutMessages.Key;

/** Prints a key's legend on the upper left of its cap, as doubleshot sets do. */
final class CapLegend {
    private static final double LEFT = 14;
    private static final double CHARACTER = 17;
    private static final double PAIR = 13;
    private static final double WORD = 10.4;

    /** Mean width of a letter, as part of its size. */
    private static final double LETTER = 0.56;

    /** As large as a character: even 999 is no wider than the top of a cap of 1u. */
    private static final Pattern NUMBER = Pattern.compile("\\d{2,3}");

    private static final Map<String, Integer> ARROWS = Map.of("↑", 0, "→", 90, "↓", 180, "←", 270);

    private CapLegend() {}

    static void draw(StringBuilder svg, Key key) {
        String legend = key.legend();
        if (legend.isEmpty()) {
            return;
        }
        if (ARROWS.containsKey(legend)) {
            arrow(svg, key, ARROWS.get(legend));
        } else if (legend.contains("\n")) {
            pair(svg, key, legend.split("\n"));
        } else if (legend.codePointCount(0, legend.length()) == 1
                || NUMBER.matcher(legend).matches()) {
            text(svg, key, legend, 26, CHARACTER);
        } else {
            words(svg, key, lines(legend, key.shape().w() * U - 2 * LEFT + 4));
        }
    }

    private static void pair(StringBuilder svg, Key key, String[] lines) {
        text(svg, key, lines[0], 22, PAIR);
        text(svg, key, lines[1], 41, PAIR);
    }

    private static void words(StringBuilder svg, Key key, List<String> lines) {
        for (int line = 0; line < lines.size(); line++) {
            text(svg, key, lines.get(line), 20 + 11.5 * line, WORD);
        }
    }

    private static List<String> lines(String legend, double width) {
        return legend.length() * WORD * LETTER > width ? List.of(legend.split(" ", 2)) : List.of(legend);
    }

    private static void text(StringBuilder svg, Key key, String text, double down, double size) {
        svg.append("<text x=\"")
                .append(number((key.x() + Math.min(0, key.shape().x2())) * U + LEFT))
                .append("\" y=\"")
                .append(number(key.y() * U + down))
                .append('"');
        if (size != WORD) {
            svg.append(" font-size=\"").append(number(size)).append('"');
        }
        svg.append(KeyboardSvg.turn(key))
                .append('>')
                .append(Drawing.escape(text))
                .append("</text>");
    }

    private static void arrow(StringBuilder svg, Key key, double angle) {
        svg.append("<path d=\"M0-6.5l5 5-1.3 1.3-2.8-2.8v9h-1.8v-9l-2.8 2.8-1.3-1.3z\" transform=\"");
        if (key.turn().angle() != 0) {
            svg.append(KeyboardSvg.rotation(key.turn()));
        }
        svg.append("translate(%s %s)rotate(%s)\"/>"
                .formatted(number(key.x() * U + 21), number(key.y() * U + 19), number(angle)));
    }
}
