package rolt.layout;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import rolt.layout.LayoutMessages.Kind;
import rolt.layout.LayoutMessages.Point;
import rolt.layout.LayoutMessages.Row;
import rolt.layout.LayoutMessages.RowCorrection;
import rolt.layout.LayoutMessages.Turn;
import rolt.platform.Problem;

/**
 * Finds the physical row of a key, which few layout files carry: rows are counted upwards from the space
 * bar's. Keys turned by the same angle are counted along that angle, so that an Alice has straight rows.
 *
 * @param bottoms for each angle, the height of its bottom row
 * @param corrections by the key's number, what staff know better
 */
record Rows(Map<Double, Double> bottoms, Map<Integer, Row> corrections) {
    /** The column of the middle finger stands this much higher on split boards, and is in the same row. */
    private static final double GREATEST_STAGGER = 0.65;

    static Rows of(List<Piece> pieces, List<RowCorrection> corrections) {
        return new Rows(
                pieces.stream()
                        .filter(piece -> piece.kind() == Kind.SWITCH)
                        .collect(groupingBy(piece -> piece.turn().angle(), collectingAndThen(toList(), Rows::bottom))),
                byKey(corrections, pieces.size()));
    }

    Row of(Piece piece) {
        var corrected = corrections.get(piece.number());
        return corrected == null ? derived(piece) : corrected;
    }

    /** The corrections by key; of two for one key the later one holds. */
    static SortedMap<Integer, Row> byKey(List<RowCorrection> corrections, int keys) {
        var byKey = new TreeMap<Integer, Row>();
        for (int i = 0; i < corrections.size(); i++) {
            var correction = corrections.get(i);
            if (correction.key() < 0 || correction.key() >= keys) {
                throw Problem.invalid("rows." + i + ".key", "layout-key", Map.of("last", keys - 1));
            }
            byKey.put(correction.key(), correction.row());
        }
        return byKey;
    }

    private Row derived(Piece piece) {
        double height = height(piece);
        double up = bottoms.getOrDefault(piece.turn().angle(), height) - height;
        long above = (long) Math.ceil(up - GREATEST_STAGGER);
        long index = Row.BOTTOM.ordinal() - above;
        return Row.values()[Math.clamp(index, 0, Row.BOTTOM.ordinal())];
    }

    /** The fullest level of the lowest 1u: arrow keys may hang a little lower than the space bar. */
    private static double bottom(List<Piece> pieces) {
        double lowest = pieces.stream().mapToDouble(Rows::height).max().orElseThrow();
        return pieces.stream()
                .map(Rows::height)
                .filter(height -> height > lowest - 0.99)
                .collect(groupingBy(height -> Math.round(height * 4) / 4.0, counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparing(Map.Entry<Double, Long>::getValue).thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }

    /** Where the first unit of a piece lies, downwards along its own angle. */
    private static double height(Piece piece) {
        var turn = piece.turn();
        var centre = turn.apply(new Point(piece.x() + piece.shape().w() / 2, piece.y() + 0.5));
        return new Turn(-turn.angle(), 0, 0).apply(centre).y();
    }
}
