package rolt.drawing;

import java.util.Locale;

/**
 * A viewer in front of the right-hand corner, looking down: x runs to the right, y towards the viewer, z up, all in
 * one unit of length; the picture's y runs down.
 *
 * @param yaw turn around z, in degrees
 * @param pitch how steeply one looks down, in degrees: 90 is straight from above
 * @param scale picture units per unit of length
 * @param left picture x of the origin
 * @param top picture y of the origin
 */
record View(double yaw, double pitch, double scale, double left, double top) {

    record Point(double x, double y) {
        @Override
        public String toString() {
            return Math.round(x) + " " + Math.round(y);
        }
    }

    Point project(double x, double y, double z) {
        double turn = Math.toRadians(yaw);
        double tilt = Math.toRadians(pitch);
        double across = x * Math.cos(turn) - y * Math.sin(turn);
        double near = x * Math.sin(turn) + y * Math.cos(turn);
        return new Point(left + scale * across, top + scale * (near * Math.sin(tilt) - z * Math.cos(tilt)));
    }

    /** An SVG transform that lays a flat drawing, counted in tenths, onto the surface of a slab around its middle. */
    String onto(Slab slab) {
        Point origin = project(slab.x(), slab.y(), slab.z());
        Point x = project(slab.x() + 0.1, slab.y(), slab.z());
        Point y = project(slab.x(), slab.y() + 0.1, slab.z() + 0.1 * slab.slope());
        return "matrix(" + precise(x.x - origin.x) + " " + precise(x.y - origin.y) + " " + precise(y.x - origin.x) + " "
                + precise(y.y - origin.y) + " " + origin + ")";
    }

    private static String precise(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
