package rolt.drawing;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rolt.platform.Json;

/** The way down of a switch: force over travel, with the point at which the key registers. */
public final class ForceCurveSvg {
    private static final int WIDTH = 3200;
    private static final int HEIGHT = 1800;

    private ForceCurveSvg() {}

    /** A measured point: travel in mm, force in gf. */
    public record Point(double mm, double gf) {}

    /**
     * A switch's curve in order of travel, at least two points.
     *
     * @param preTravel mm until the key registers, or null if it is not told
     */
    public record Curve(List<Point> points, Double preTravel) {
        ForcePlot plot() {
            return ForcePlot.of(List.of(this));
        }

        double travel() {
            return points.getLast().mm;
        }

        double peak() {
            return points.stream().mapToDouble(Point::gf).max().orElseThrow();
        }

        double forceAt(double mm) {
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
    public static Optional<Curve> told(Map<String, Object> specs) {
        JsonObject told = new JsonObject(specs);
        List<Point> points = Json.list(told.getJsonArray("forceCurve"), Point.class);
        return points.size() < 2 ? Optional.empty() : Optional.of(new Curve(points, told.getDouble("preTravel")));
    }

    /** The drawing of the curve that the specs of a switch tell; empty where none was measured. */
    public static Optional<String> of(Map<String, Object> specs, String title) {
        return told(specs).map(curve -> draw(curve, title));
    }

    /**
     * @param title what a screen reader says
     * @return an SVG document, sixteen wide to nine high; its colours are the custom properties --line and --curve
     */
    public static String draw(Curve curve, String title) {
        ForcePlot plot = curve.plot();
        String line = plot.path(curve);
        String colour = Drawing.colour("curve", "#c4643c");
        return new Drawing(title, WIDTH, HEIGHT)
                .add(plot.grid())
                .add(plot.text("end", ForcePlot.RIGHT, 1760, "gf / mm"))
                .add("<path fill=\"" + colour + "\" fill-opacity=\".1\" d=\"" + line + plot.area() + "\"/>")
                .add("<path fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"26\" d=\"" + line + "\"/>")
                .add(plot.actuation(curve, colour))
                .svg();
    }
}
