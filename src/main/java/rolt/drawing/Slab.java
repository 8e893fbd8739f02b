package rolt.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * A rounded rectangle in space around (x, y, z), seen from above.
 *
 * @param radius of its corners
 * @param slope rise of z for every step of y: negative falls towards the viewer
 */
record Slab(double x, double y, double z, double width, double depth, double radius, double slope) {

    static Slab flat(double x, double y, double z, double width, double depth, double radius) {
        return new Slab(x, y, z, width, depth, radius, 0);
    }

    Slab raised(double by) {
        return new Slab(x, y, z + by, width, depth, radius, slope);
    }

    Slab shrunk(double by) {
        return new Slab(x, y, z, width - 2 * by, depth - 2 * by, Math.max(0.02, radius - by / 2), slope);
    }

    /** The outline as the view sees it, clockwise from the right-hand side's far end. */
    List<View.Point> outline(View view) {
        List<View.Point> points = new ArrayList<>();
        int steps = steps(view);
        for (int corner = 0; corner < 4; corner++) {
            for (int step = 0; step <= steps; step++) {
                points.add(corner(view, corner, Math.PI / 2 * step / steps));
            }
        }
        return points;
    }

    /** The points of the right-hand side, from the middle of its far corner to the middle of its near one. */
    List<View.Point> rightSide(View view) {
        int steps = steps(view);
        return outline(view).subList(steps / 2, steps + 1 + (steps + 1) / 2 + 1);
    }

    /** Large corners need more points to look round. */
    private int steps(View view) {
        return Math.clamp(Math.round(Math.sqrt(radius * view.scale()) / 3), 2, 6);
    }

    private View.Point corner(View view, int corner, double turned) {
        double angle = Math.PI / 2 * (corner - 1) + turned;
        double middleX = (corner < 2 ? 1 : -1) * (width / 2 - radius);
        double middleY = (corner == 1 || corner == 2 ? 1 : -1) * (depth / 2 - radius);
        double dx = middleX + radius * Math.cos(angle);
        double dy = middleY + radius * Math.sin(angle);
        return view.project(x + dx, y + dy, z + slope * dy);
    }
}
