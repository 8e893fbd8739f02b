package rolt.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.Key;
import rolt.layout.LayoutMessages.Kind;
import rolt.layout.LayoutMessages.Point;

/** Pairs of caps and knobs that would collide, turned ones included. */
final class Overlaps {
    /** A cap of 18.1 mm stands on a pitch of 19.05 mm: places may overlap by this much before caps touch. */
    private static final double TOLERANCE = 0.05;

    private Overlaps() {}

    static List<String> of(Board board) {
        var keys = board.keys().stream().filter(key -> key.kind() != Kind.DECAL).toList();
        var pairs = new ArrayList<String>();
        for (int i = 0; i < keys.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (collide(keys.get(i), keys.get(j))) {
                    pairs.add(keys.get(j) + " meets " + keys.get(i));
                }
            }
        }
        return pairs;
    }

    private static boolean collide(Key one, Key other) {
        return rectangles(one).anyMatch(a -> rectangles(other).anyMatch(b -> collide(a, b)));
    }

    private static Stream<List<Point>> rectangles(Key key) {
        var corners = key.corners();
        return IntStream.range(0, corners.size() / 4).mapToObj(i -> corners.subList(4 * i, 4 * i + 4));
    }

    /** Two rectangles are apart if they are along a side of either. */
    private static boolean collide(List<Point> a, List<Point> b) {
        return sides(a, b).noneMatch(along -> apart(a, b, along));
    }

    private static Stream<ToDoubleFunction<Point>> sides(List<Point> a, List<Point> b) {
        return Stream.of(a, b)
                .flatMap(corners ->
                        Stream.of(side(corners.get(0), corners.get(1)), side(corners.get(1), corners.get(2))));
    }

    private static ToDoubleFunction<Point> side(Point from, Point to) {
        double x = to.x() - from.x();
        double y = to.y() - from.y();
        double length = Math.hypot(x, y);
        return point -> (point.x() * x + point.y() * y) / length;
    }

    private static boolean apart(List<Point> a, List<Point> b, ToDoubleFunction<Point> along) {
        var one = a.stream().mapToDouble(along).summaryStatistics();
        var other = b.stream().mapToDouble(along).summaryStatistics();
        return one.getMax() <= other.getMin() + TOLERANCE || other.getMax() <= one.getMin() + TOLERANCE;
    }
}
