package rolt.layout;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.CapCount;
import rolt.layout.LayoutMessages.Key;
import rolt.layout.LayoutMessages.Kind;
import rolt.layout.LayoutMessages.Point;
import rolt.layout.LayoutMessages.Row;
import rolt.layout.LayoutMessages.Shape;
import rolt.layout.LayoutMessages.StabiliserCount;

/** Derives from chosen keys what a board takes: nothing of it is ever stored. */
final class Boards {
    private static final Comparator<CapCount> BY_ROW_AND_SIZE = Comparator.comparing(CapCount::row)
            .thenComparingDouble(cap -> cap.shape().w())
            .thenComparingDouble(cap -> cap.shape().h())
            .thenComparing(cap -> cap.shape().toString());

    private record CapSize(Row row, Shape shape) {}

    private Boards() {}

    static Board of(List<Key> keys) {
        var across = span(keys, Point::x);
        var down = span(keys, Point::y);
        var switches = keys.stream().filter(key -> key.kind() == Kind.SWITCH).toList();
        return new Board(
                keys.stream()
                        .map(key -> key.moved(-across.getMin(), -down.getMin()))
                        .toList(),
                across.getMax() - across.getMin(),
                down.getMax() - down.getMin(),
                switches.size(),
                stabilisers(switches),
                caps(switches));
    }

    private static DoubleSummaryStatistics span(List<Key> keys, ToDoubleFunction<Point> axis) {
        var span = keys.stream()
                .filter(key -> key.kind() != Kind.DECAL)
                .flatMap(key -> key.corners().stream())
                .mapToDouble(axis)
                .summaryStatistics();
        if (span.getCount() == 0) {
            throw Kle.empty();
        }
        return span;
    }

    private static List<StabiliserCount> stabilisers(List<Key> switches) {
        var counts = switches.stream()
                .map(key -> key.shape().stabiliser())
                .filter(width -> width > 0)
                .collect(groupingBy(width -> width, TreeMap::new, counting()));
        return counts.entrySet().stream()
                .map(entry ->
                        new StabiliserCount(entry.getKey(), entry.getValue().intValue()))
                .toList();
    }

    private static List<CapCount> caps(List<Key> switches) {
        var counts = switches.stream().collect(groupingBy(key -> new CapSize(key.row(), key.shape()), counting()));
        return counts.entrySet().stream()
                .map(entry -> new CapCount(
                        entry.getKey().row(),
                        entry.getKey().shape(),
                        entry.getValue().intValue()))
                .sorted(BY_ROW_AND_SIZE)
                .toList();
    }
}
