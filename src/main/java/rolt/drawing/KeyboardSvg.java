package rolt.drawing;

import static rolt.drawing.CapShape.U;
import static rolt.drawing.SvgPath.number;

import java.util.List;
import java.util.stream.Collectors;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.Key;
import rolt.layout.LayoutMessages.Kind;
import rolt.layout.LayoutMessages.Point;
import rolt.layout.LayoutMessages.Turn;

/**
 * Draws a board as SVG, for an {@code <img>} and inline alike. Its colours are CSS custom properties
 * ({@code --case}, {@code --cap-base}, {@code --cap-modifier}, {@code --cap-accent}, {@code --legend-base},
 * {@code --legend-modifier}, {@code --legend-accent}) with the given ones as defaults: setting them on the svg
 * or around it recolours the drawing. It has no style of its own, so that any content security policy allows it.
 */
public final class KeyboardSvg {
    private static final double BEZEL = 25;
    private static final double LIP = 10;
    private static final double MARGIN = 40;
    private static final double CASE_RADIUS = 20;

    private static final String EFFECTS = """
            <linearGradient id="cap-side" x2="0" y2="1"><stop stop-opacity=".1"/>\
            <stop offset=".8" stop-opacity=".2"/><stop offset="1" stop-opacity=".36"/></linearGradient>\
            <linearGradient id="cap-dish"><stop stop-opacity=".05"/><stop offset=".32" stop-color="#fff" stop-opacity=".1"/>\
            <stop offset=".68" stop-color="#fff" stop-opacity=".06"/><stop offset="1" stop-opacity=".06"/></linearGradient>\
            <linearGradient id="case-light" x2="0" y2="1"><stop stop-color="#fff" stop-opacity=".16"/>\
            <stop offset=".4" stop-color="#fff" stop-opacity=".03"/><stop offset="1" stop-opacity=".1"/></linearGradient>\
            <linearGradient id="case-rim" x2="0" y2="1"><stop stop-color="#fff" stop-opacity=".5"/>\
            <stop offset=".3" stop-color="#fff" stop-opacity=".12"/><stop offset="1" stop-color="#fff" stop-opacity=".05"/>\
            </linearGradient>\
            <filter id="case-shadow" x="-.1" y="-.2" width="1.2" height="1.4"><feGaussianBlur stdDeviation="13"/></filter>""";

    private final StringBuilder svg = new StringBuilder(16_000);
    private final Board board;
    private final Colourway colours;
    private final String caseColour;

    private KeyboardSvg(Board board, Colourway colours, String caseColour) {
        this.board = board;
        this.colours = colours;
        this.caseColour = Drawing.colour("case", caseColour);
    }

    /**
     * The drawing of a board in a case.
     *
     * @param caseColour as {@code #rrggbb}; IllegalArgumentException otherwise
     * @param title what a screen reader says
     */
    public static String draw(Board board, Colourway colours, String caseColour, String title) {
        if (!Colourway.isColour(caseColour)) {
            throw new IllegalArgumentException("Not a colour like #2b2b2e: " + caseColour);
        }
        return new KeyboardSvg(board, colours, caseColour).drawn(title);
    }

    private String drawn(String title) {
        double edge = BEZEL + MARGIN;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"%s %s %s %s\">"
                .formatted(
                        number(-edge),
                        number(-edge),
                        number(board.width() * U + 2 * edge),
                        number(board.height() * U + 2 * edge + LIP)));
        svg.append("<title>")
                .append(Drawing.escape(title))
                .append("</title><defs>")
                .append(EFFECTS);
        board.keys().stream()
                .filter(key -> key.kind() == Kind.SWITCH)
                .map(key -> new CapShape(key.shape(), key.stepped()))
                .distinct()
                .forEach(shape -> shape.define(svg));
        svg.append("</defs>");
        shadow();
        body();
        well();
        for (var tone : CapTone.values()) {
            caps(tone);
        }
        knobs();
        return svg.append("</svg>").toString();
    }

    private void shadow() {
        svg.append("<g filter=\"url(#case-shadow)\">");
        rectangle(-6, 26, CASE_RADIUS, " fill-opacity=\".34\"");
        svg.append("</g>");
        rectangle(-1, LIP + 4, CASE_RADIUS, " fill-opacity=\".18\"");
    }

    private void body() {
        String fill = " fill=\"" + caseColour + '"';
        rectangle(0, LIP, CASE_RADIUS, fill);
        rectangle(0, LIP, CASE_RADIUS, " fill-opacity=\".34\"");
        rectangle(0, 0, CASE_RADIUS, fill);
        rectangle(0, 0, CASE_RADIUS, " fill=\"url(#case-light)\"");
        rectangle(-.6, 0, CASE_RADIUS - .6, " fill=\"none\" stroke=\"url(#case-rim)\" stroke-width=\"1.2\"");
    }

    private void rectangle(double spread, double down, double radius, String paint) {
        double edge = BEZEL + spread;
        svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"%s/>"
                .formatted(
                        number(-edge),
                        number(down - edge),
                        number(board.width() * U + 2 * edge),
                        number(board.height() * U + 2 * edge),
                        number(radius),
                        paint));
    }

    /** The cut-out that the keys stand in, lit at its lower edge. */
    private void well() {
        String path = board.keys().stream()
                .filter(key -> key.kind() != Kind.DECAL)
                .map(LiveKeys::outline)
                .collect(Collectors.joining());
        String open = "<path stroke-linejoin=\"round\" stroke-width=\"8\" d=\"" + path + "\" ";
        svg.append(open).append("transform=\"translate(0 1.6)\" fill=\"#fff\" stroke=\"#fff\" opacity=\".16\"/>");
        svg.append(open).append("fill=\"%s\" stroke=\"%1$s\"/>".formatted(caseColour));
        svg.append(open).append("stroke=\"#000\" opacity=\".62\"/>");
    }

    private void caps(CapTone tone) {
        var keys = board.keys().stream()
                .filter(key -> key.kind() == Kind.SWITCH && CapTone.of(key) == tone)
                .toList();
        svg.append("<g fill=\"%s\">".formatted(tone.cap(colours)));
        keys.forEach(this::cap);
        svg.append("</g><g font-family=\"Inter,Helvetica Neue,Arial,sans-serif\" font-weight=\"500\" font-size=\"10.4\""
                + " fill=\"%s\">".formatted(tone.legend(colours)));
        keys.forEach(key -> CapLegend.draw(svg, key));
        svg.append("</g>");
    }

    private void cap(Key key) {
        svg.append("<use href=\"#")
                .append(new CapShape(key.shape(), key.stepped()).id())
                .append("\" x=\"")
                .append(number(key.x() * U))
                .append("\" y=\"")
                .append(number(key.y() * U))
                .append('"')
                .append(turn(key))
                .append("/>");
    }

    private void knobs() {
        board.keys().stream().filter(key -> key.kind() == Kind.KNOB).forEach(this::knob);
    }

    private void knob(Key key) {
        double radius = Math.min(key.shape().w(), key.shape().h()) * U / 2 - 2;
        var centre = key.turn()
                .apply(new Point(
                        key.x() + key.shape().w() / 2, key.y() + key.shape().h() / 2));
        double x = centre.x() * U;
        double y = centre.y() * U;
        String colour = CapTone.ACCENT.cap(colours);
        for (var ring : List.of(
                circle(x, y + 3, radius, "#000\" fill-opacity=\".45"),
                circle(x, y, radius, colour),
                circle(x, y, radius, "#000\" fill-opacity=\".3"),
                circle(x, y - 1, radius - 3, colour),
                circle(x, y - 1, radius - 3, "url(#case-light)"),
                circle(x, y - radius * .55, 2.4, CapTone.ACCENT.legend(colours)))) {
            svg.append(ring);
        }
    }

    private static String circle(double x, double y, double radius, String fill) {
        return "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>"
                .formatted(number(x), number(y), number(radius), fill);
    }

    /** The transform attribute of a turned key, empty for a straight one. */
    static String turn(Key key) {
        return key.turn().angle() == 0 ? "" : " transform=\"" + rotation(key.turn()) + '"';
    }

    static String rotation(Turn turn) {
        return "rotate(%s %s %s)".formatted(number(turn.angle()), number(turn.x() * U), number(turn.y() * U));
    }
}
