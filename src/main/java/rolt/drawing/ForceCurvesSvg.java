package rolt.drawing;

import java.util.List;
import rolt.drawing.ForceCurveSvg.Curve;

/** Several force curves on one pair of axes, told apart by dashes as well as by colours. */
public final class ForceCurvesSvg {
    /** As many as differ at a glance. */
    public static final int MOST = 4;

    private static final int WIDTH = 3200;
    private static final int HEIGHT = 1990;
    private static final List<String> DASHES = List.of("", "150 70", "1 62", "170 62 1 62");
    private static final List<String> COLOURS = List.of("#b93a0b", "#245378", "#2a6034", "#6a3d8a");

    private ForceCurvesSvg() {}

    /**
     * A curve with its place in the legend.
     *
     * @param place from 0, below {@link #MOST}
     */
    public record Placed(int place, Curve curve) {}

    /**
     * The words of the drawing.
     *
     * @param title what a screen reader says
     * @param force names the upright axis, with its unit
     * @param travel names the level axis, with its unit
     */
    public record Words(String title, String force, String travel) {}

    /** An SVG document; its colours are the custom properties --line and --curve-1 to --curve-4. */
    public static String draw(List<Placed> curves, Words words) {
        ForcePlot plot = ForcePlot.of(curves.stream().map(Placed::curve).toList());
        Drawing drawing = new Drawing(words.title, WIDTH, HEIGHT)
                .add("<g transform=\"translate(0 120)\">" + plot.grid())
                .add(plot.text("start", 0, 20, words.force))
                .add(plot.text("end", ForcePlot.RIGHT, 1800, words.travel));
        for (Placed each : curves) {
            drawing.add(stroke(each.place, plot.path(each.curve))).add(plot.actuation(each.curve, colour(each.place)));
        }
        return drawing.add("</g>").svg();
    }

    /** The line of a place alone, for the legend. */
    public static String sample(int place) {
        return "<svg class=\"curve-sample\" viewBox=\"0 0 700 100\" aria-hidden=\"true\" stroke-linecap=\"round\">"
                + stroke(place, "M30 50H670") + "</svg>";
    }

    private static String stroke(int place, String path) {
        String dashes = DASHES.get(place).isEmpty() ? "" : " stroke-dasharray=\"" + DASHES.get(place) + "\"";
        return "<path fill=\"none\" stroke=\"" + colour(place) + "\" stroke-width=\"30\"" + dashes + " d=\"" + path
                + "\"/>";
    }

    private static String colour(int place) {
        return Drawing.colour("curve-" + (place + 1), COLOURS.get(place));
    }
}
