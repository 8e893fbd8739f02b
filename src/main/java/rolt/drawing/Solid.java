package rolt.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A body between two slabs, drawn as a coloured silhouette with its shaded right-hand side and its lit top.
 * Light and shade are black and white laid over the colour, so that a colour may change after the drawing.
 */
record Solid(Slab bottom, Slab top) {

    static Solid box(Slab bottom, double height) {
        return new Solid(bottom, bottom.raised(height));
    }

    /** SVG elements; the colour is whatever the enclosing group fills with. */
    String draw(View view) {
        List<View.Point> all = new ArrayList<>(bottom.outline(view));
        all.addAll(top.outline(view));
        List<View.Point> right = new ArrayList<>(top.rightSide(view));
        right.addAll(bottom.rightSide(view).reversed());
        String silhouette = path(hull(all));
        return "<path stroke=\"#857d73\" stroke-opacity=\".7\" stroke-width=\"8\" d=\"" + silhouette + "\"/>"
                + shade(.12, silhouette)
                + shade(.16, path(right))
                + "<path stroke=\"#fff\" stroke-opacity=\".22\" stroke-width=\"10\" d=\"" + path(top.outline(view))
                + "\"/>";
    }

    static String shade(double darkness, String path) {
        return "<path fill=\"#000\" fill-opacity=\"" + darkness + "\" d=\"" + path + "\"/>";
    }

    /** A closed line in whole numbers and relative steps, which is a third of the length of absolute ones. */
    static String path(List<View.Point> points) {
        StringBuilder path = new StringBuilder("M" + points.getFirst() + "l");
        long x = Math.round(points.getFirst().x());
        long y = Math.round(points.getFirst().y());
        for (View.Point point : points.subList(1, points.size())) {
            path.append(Math.round(point.x()) - x)
                    .append(' ')
                    .append(Math.round(point.y()) - y)
                    .append(' ');
            x = Math.round(point.x());
            y = Math.round(point.y());
        }
        return path.toString().strip().replace(" -", "-") + "z";
    }

    private static List<View.Point> hull(List<View.Point> points) {
        List<View.Point> sorted = points.stream()
                .sorted(Comparator.comparingDouble(View.Point::x).thenComparingDouble(View.Point::y))
                .toList();
        List<View.Point> around = new ArrayList<>(chain(sorted));
        around.addAll(chain(sorted.reversed()));
        return around;
    }

    private static List<View.Point> chain(List<View.Point> sorted) {
        List<View.Point> chain = new ArrayList<>();
        for (View.Point point : sorted) {
            while (chain.size() > 1 && !turnsLeft(chain.get(chain.size() - 2), chain.getLast(), point)) {
                chain.removeLast();
            }
            chain.add(point);
        }
        chain.removeLast();
        return chain;
    }

    private static boolean turnsLeft(View.Point a, View.Point b, View.Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x()) > 0.01;
    }
}
