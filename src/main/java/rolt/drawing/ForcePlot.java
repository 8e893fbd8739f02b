package rolt.drawing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rolt.drawing.ForceCurveSvg.Curve;
import rolt.drawing.ForceCurveSvg.Point;

/**
 * The axes in which force curves are drawn: travel to the right, force upwards.
 *
 * @param travel mm at the right edge
 * @param force gf at the upper edge
 */
record ForcePlot(double travel, double force) {
    static final int LEFT = 300;
    static final int RIGHT = 3080;
    static final int BOTTOM = 1480;
    static final int TOP = 140;

    /** Axes that hold all of the curves. */
    static ForcePlot of(List<Curve> curves) {
        double travel = curves.stream().mapToDouble(Curve::travel).max().orElse(4);
        double peak = curves.stream().mapToDouble(Curve::peak).max().orElse(0);
        return new ForcePlot(Math.ceil(travel * 2) / 2, Math.max(80, Math.ceil(peak / 20) * 20));
    }

    private double x(double mm) {
        return LEFT + (RIGHT - LEFT) * mm / travel;
    }

    private double y(double gf) {
        return BOTTOM - (BOTTOM - TOP) * gf / force;
    }

    String text(String anchor, long x, long y, String words) {
        return "<text font-size=\"105\" fill=\"" + Drawing.LINE + "\" text-anchor=\"" + anchor + "\" x=\"" + x
                + "\" y=\"" + y + "\">" + Drawing.escape(words) + "</text>";
    }

    /** Lines of equal force, and the numbers of both axes. */
    String grid() {
        StringBuilder lines = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        for (int gf = 0; gf <= force; gf += 20) {
            long y = Math.round(y(gf));
            lines.append("M" + LEFT + " " + y + "H" + RIGHT);
            labels.append(text("end", LEFT - 60, y + 36, "" + gf));
        }
        for (int mm = 0; mm <= travel; mm++) {
            labels.append(text("middle", Math.round(x(mm)), 1640, "" + mm));
        }
        return "<path fill=\"none\" stroke=\"" + Drawing.LINE + "\" stroke-opacity=\".3\" stroke-width=\"6\" d=\""
                + lines + "\"/>" + labels;
    }

    /** The path of a curve. */
    String path(Curve curve) {
        return "M" + at(curve.points().getFirst())
                + IntStream.range(1, curve.points().size())
                        .mapToObj(index -> bend(curve.points(), index))
                        .collect(Collectors.joining());
    }

    /** What closes a path to the area beneath it. */
    String area() {
        return "V" + BOTTOM + "H" + LEFT + "z";
    }

    /** A cubic from the point before that never leaves the span of its two ends: no force is invented. */
    private String bend(List<Point> points, int index) {
        Point from = points.get(index - 1);
        Point to = points.get(index);
        double third = (to.mm() - from.mm()) / 3;
        Point leaving = new Point(from.mm() + third, from.gf() + third * slope(points, index - 1));
        Point arriving = new Point(to.mm() - third, to.gf() - third * slope(points, index));
        return "C" + at(leaving) + " " + at(arriving) + " " + at(to);
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
        return (to.gf() - from.gf()) / (to.mm() - from.mm());
    }

    private String at(Point point) {
        return Math.round(x(point.mm())) + " " + Math.round(y(point.gf()));
    }

    /** Where the key registers; nothing where that is not told. */
    String actuation(Curve curve, String colour) {
        if (curve.preTravel() == null) {
            return "";
        }
        long x = Math.round(x(curve.preTravel()));
        long y = Math.round(y(curve.forceAt(curve.preTravel())));
        return "<path fill=\"none\" stroke=\"" + Drawing.LINE + "\" stroke-width=\"8\" stroke-dasharray=\"1 28\" d=\"M"
                + x + " " + y + "V" + BOTTOM + "\"/><circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"44\" fill=\"" + colour
                + "\"/>";
    }
}
