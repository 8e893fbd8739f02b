package rolt.drawing;

import static rolt.drawing.CapShape.U;

import java.util.List;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.Key;

/** Makes the keys of a drawn board links with names, so that they can be tapped and reached with the keyboard. */
public final class LiveKeys {
    private LiveKeys() {}

    /**
     * A key as a link.
     *
     * @param key its place among the board's keys
     * @param href where the link leads
     * @param name what a screen reader says
     * @param current the page tells of this key
     * @param bare no cap covers it
     */
    public record Mark(int key, String href, String name, boolean current, boolean bare) {}

    /**
     * The drawing with links laid over it. One of them is in the order of tabulation: the current one, or else the first;
     * a script may hand that on.
     *
     * @param drawing of the board, by {@link KeyboardSvg}
     * @param name of the board, for a screen reader
     */
    public static String over(String drawing, Board board, String name, List<Mark> marks) {
        int body = drawing.indexOf("</defs>") + "</defs>".length();
        StringBuilder svg = new StringBuilder(drawing.length() + 200 * marks.size())
                .append(drawing, 0, body)
                .append("<g aria-hidden=\"true\">")
                .append(drawing, body, drawing.lastIndexOf("</svg>"))
                .append("</g>");
        int reached = reached(marks);
        marks.forEach(mark -> link(svg, board.keys().get(mark.key), mark, mark.key == reached));
        String grouped = "role=\"group\" aria-label=\"" + Drawing.escape(name) + '"';
        return svg.append("</svg>").toString().replaceFirst("role=\"img\"", grouped);
    }

    private static int reached(List<Mark> marks) {
        return marks.stream()
                .filter(Mark::current)
                .findFirst()
                .or(() -> marks.stream().findFirst())
                .map(Mark::key)
                .orElse(0);
    }

    private static void link(StringBuilder svg, Key key, Mark mark, boolean reached) {
        svg.append(
                "<a class=\"key%s\" id=\"key-%d\" href=\"%s\" tabindex=\"%d\" aria-label=\"%s\"%s><path d=\"%s\"/></a>"
                        .formatted(
                                mark.bare ? " key--bare" : "",
                                mark.key,
                                Drawing.escape(mark.href),
                                reached ? 0 : -1,
                                Drawing.escape(mark.name),
                                mark.current ? " aria-current=\"true\"" : "",
                                outline(key)));
    }

    /** The outline of a key as it stands, turned. */
    static String outline(Key key) {
        SvgPath path = new SvgPath();
        var corners = key.corners();
        for (int corner = 0; corner < corners.size(); corner++) {
            double x = corners.get(corner).x() * U;
            double y = corners.get(corner).y() * U;
            if (corner % 4 == 0) {
                path.move(x, y);
            } else {
                path.line(x, y);
            }
            if (corner % 4 == 3) {
                path.close();
            }
        }
        return path.toString();
    }
}
