package rolt.drawing;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rolt.platform.Json;

/** The way down of a switch: force over travel, with the point at which the key registers. */
public final class ForceCurveSvg {
    private static final int WIDTH = 3200;
    private static final int HEIGHT = 1800;
    private static final int LEFT = 300;
    private static final int RIGHT = 3080;
    private static final int BOTTOM = 1480;
    private static final int TOP = 140;
    private static final String TEXT = "<text font-size=\"105\" fill=\"" + Drawing.LINE + "\"";

    private ForceCurveSvg() {}

    /** A measured point: travel in mm, force in gf. */
    public record Point(double mm, double gf) {}

    /**
     * A switch's curve in order of travel, at least two points.
     *
     * @param preTravel mm until the key registers, or null if it is not told
     */
    public record Curve(List<Point> points, Double preTravel) {
        private double travel() {
            return Math.ceil(points.getLast().mm * 2) / 2;
        }

        private double force() {
            double peak = points.stream().mapToDouble(Point::gf).max().orElseThrow();
            return Math.max(80, Math.ceil(peak / 20) * 20);
        }

        private double x(double mm) {
            return LEFT + (RIGHT - LEFT) * mm / travel();
        }

        private double y(double gf) {
            return BOTTOM - (BOTTOM - TOP) * gf / force();
        }

        private double forceAt(double mm) {
            int next = 1;
            while (next < points.size() - 1 && points.get(next).mm < mm) {
                next++;
            }
            Point a = points.get(next - 1);
            Point b = points.get(next);
            return a.gf + (b.gf - a.gf) * (mm - a.mm) / (b.mm - a.mm);
        }
    }

    /** The curve that the specs of a switch tell; empty where none was measured. */
    public static Optional<String> of(Map<String, Object> specs, String title) {
        JsonObject told = new JsonObject(specs);
        List<Point> points = Json.list(told.getJsonArray("forceCurve"), Point.class);
        return points.size() < 2
                ? Optional.empty()
                : Optional.of(draw(new Curve(points, told.getDouble("preTravel")), title));
    }

    /**
     * @param title what a screen reader says
     * @return an SVG document, sixteen wide to nine high; its colours are the custom properties --line and --curve
     */
    public static String draw(Curve curve, String title) {
        Drawing drawing = new Drawing(title, WIDTH, HEIGHT).add(grid(curve)).add(line(curve));
        if (curve.preTravel != null) {
            drawing.add(actuation(curve));
        }
        return drawing.svg();
    }

    private static String grid(Curve curve) {
        StringBuilder lines = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        for (int gf = 0; gf <= curve.force(); gf += 20) {
            long y = Math.round(curve.y(gf));
            lines.append("M" + LEFT + " " + y + "H" + RIGHT);
            labels.append(
                    TEXT + " text-anchor=\"end\" x=\"" + (LEFT - 60) + "\" y=\"" + (y + 36) + "\">" + gf + "</text>");
        }
        for (int mm = 0; mm <= curve.travel(); mm++) {
            labels.append(TEXT + " text-anchor=\"middle\" x=\"" + Math.round(curve.x(mm)) + "\" y=\"1640\">" + mm
                    + "</text>");
        }
        labels.append(TEXT + " text-anchor=\"end\" x=\"" + RIGHT + "\" y=\"1760\">gf / mm</text>");
        return "<path fill=\"none\" stroke=\"" + Drawing.LINE + "\" stroke-opacity=\".3\" stroke-width=\"6\" d=\""
                + lines + "\"/>" + labels;
    }

    private static String line(Curve curve) {
        String points = "M" + at(curve, curve.points.getFirst())
                + IntStream.range(1, curve.points.size())
                        .mapToObj(index -> bend(curve, index))
                        .collect(Collectors.joining());
        String area = points + "V" + BOTTOM + "H" + LEFT + "z";
        String colour = Drawing.colour("curve", "#c4643c");
        return "<path fill=\"" + colour + "\" fill-opacity=\".1\" d=\"" + area + "\"/><path fill=\"none\" stroke=\""
                + colour + "\" stroke-width=\"26\" d=\"" + points + "\"/>";
    }

    /** A cubic from the point before that never leaves the span of its two ends: no force is invented. */
    private static String bend(Curve curve, int index) {
        Point from = curve.points.get(index - 1);
        Point to = curve.points.get(index);
        double third = (to.mm - from.mm) / 3;
        Point leaving = new Point(from.mm + third, from.gf + third * slope(curve.points, index - 1));
        Point arriving = new Point(to.mm - third, to.gf - third * slope(curve.points, index));
        return "C" + at(curve, leaving) + " " + at(curve, arriving) + " " + at(curve, to);
    }

    /** The harmonic mean of the slopes on both sides (Fritsch and Butland); level at a peak. */
    private static double slope(List<Point> points, int index) {
        double before = index == 0 ? rise(points, 1) : rise(points, index);
        double after = index == points.size() - 1 ? before : rise(points, index + 1);
        return before * after <= 0 ? 0 : 2 * before * after / (before + after);
    }

    private static double rise(List<Point> points, int index) {
        Point from = points.get(index - 1);
        Point to = points.get(index);
        return (to.gf - from.gf) / (to.mm - from.mm);
    }

    private static String at(Curve curve, Point point) {
        return Math.round(curve.x(point.mm)) + " " + Math.round(curve.y(point.gf));
    }

    private static String actuation(Curve curve) {
        long x = Math.round(curve.x(curve.preTravel));
        double force = curve.forceAt(curve.preTravel);
        long y = Math.round(curve.y(force));
        return "<path fill=\"none\" stroke=\"" + Drawing.LINE + "\" stroke-width=\"8\" stroke-dasharray=\"1 28\" d=\"M"
                + x
                + " " + y + "V" + BOTTOM + "\"/><circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"44\" fill=\""
                + Drawing.colour("curve", "#c4643c") + "\"/>";
    }
}
