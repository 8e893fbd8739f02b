package rolt.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rolt.layout.LayoutMessages.Turn;

/** Writes pieces as rows of keyboard-layout-editor: read again they are the same pieces in the same order. */
final class KleWriter {
    /** For each line of a legend, which of the nine places of the top face it stands in; -1 for the front. */
    private static final int[] PLACES = {0, 6, 2, 8, -1, -1, 3, 5, 1, 4, 7};

    private final List<List<Object>> rows = new ArrayList<>();
    private List<Object> row = new ArrayList<>();
    private Turn turn = Turn.NONE;
    private double x;
    private double y;

    private KleWriter() {}

    static List<List<Object>> rows(List<Piece> pieces) {
        var writer = new KleWriter();
        pieces.forEach(writer::write);
        writer.endRow();
        return writer.rows;
    }

    private void write(Piece piece) {
        boolean leftwards = piece.x() < KleCursor.rounded(x);
        if (!row.isEmpty() && (leftwards || !piece.turn().equals(turn))) {
            endRow();
        }
        var changes = new LinkedHashMap<String, Object>();
        turn(changes, piece.turn());
        y += put(changes, "y", piece.y() - y, 0);
        x += put(changes, "x", piece.x() - x, 0);
        shape(changes, piece);
        if (!changes.isEmpty()) {
            row.add(changes);
        }
        row.add(text(piece.labels()));
        x += piece.shape().w();
    }

    private void endRow() {
        rows.add(row);
        row = new ArrayList<>();
        y++;
        x = turn.x();
    }

    private void turn(Map<String, Object> changes, Turn next) {
        if (next.equals(turn)) {
            return;
        }
        turn = next;
        x = next.x();
        y = next.y();
        changes.put("r", number(next.angle()));
        changes.put("rx", number(next.x()));
        changes.put("ry", number(next.y()));
    }

    private static void shape(Map<String, Object> changes, Piece piece) {
        var shape = piece.shape();
        put(changes, "w", shape.w(), 1);
        put(changes, "h", shape.h(), 1);
        put(changes, "x2", shape.x2(), 0);
        put(changes, "y2", shape.y2(), 0);
        put(changes, "w2", shape.w2(), shape.w());
        put(changes, "h2", shape.h2(), shape.h());
        if (piece.stepped()) {
            changes.put("l", true);
        }
        if (piece.decal()) {
            changes.put("d", true);
        }
    }

    /** Writes a length that is not as it would be anyhow. */
    private static double put(Map<String, Object> changes, String name, double length, double otherwise) {
        double rounded = KleCursor.rounded(length);
        if (rounded == otherwise) {
            return otherwise;
        }
        changes.put(name, number(rounded));
        return rounded;
    }

    /** Whole numbers without a point, as the editor writes them. */
    private static Number number(double length) {
        return length == Math.rint(length) ? (Number) (int) length : (Number) length;
    }

    private static String text(List<String> labels) {
        var lines = Arrays.stream(PLACES)
                .mapToObj(place -> place < 0 ? "" : labels.get(place))
                .toList();
        return String.join("\n", lines).stripTrailing();
    }
}
