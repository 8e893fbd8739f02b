package rolt.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rolt.platform.Problem;

/** Reads the rows of keyboard-layout-editor, which VIA uses, too. */
final class Kle {
    private static final int MOST_KEYS = 1000;

    private Kle() {}

    /**
     * The rows of a file; a metadata object before them is left out.
     *
     * @throws Problem (400) naming the row that is no list, or line and column where the text is no JSON
     */
    static List<List<Object>> rows(String text) {
        return rows(LayoutJson.of(text));
    }

    static List<List<Object>> rows(List<?> file) {
        var rows = new ArrayList<List<Object>>();
        for (var row : hasMetadata(file) ? file.subList(1, file.size()) : file) {
            if (!(row instanceof List<?> items)) {
                throw Problem.invalid("layout", "layout-row", Map.of("row", rows.size() + 1));
            }
            rows.add(new ArrayList<>(items));
        }
        return rows;
    }

    static boolean hasMetadata(List<?> file) {
        return !file.isEmpty() && file.getFirst() instanceof Map;
    }

    /**
     * The keys of the rows, each where the cursor of the format puts it.
     *
     * @throws Problem (400) naming row and item of what is not understood
     */
    static List<Piece> pieces(List<? extends List<?>> rows) {
        var cursor = new KleCursor();
        var pieces = new ArrayList<Piece>();
        for (var row : rows) {
            row.forEach(item -> read(cursor, item, pieces));
            cursor.endRow();
        }
        if (pieces.isEmpty()) {
            throw empty();
        }
        return List.copyOf(pieces);
    }

    private static void read(KleCursor cursor, Object item, List<Piece> pieces) {
        cursor.nextItem();
        if (pieces.size() == MOST_KEYS) {
            throw cursor.illegal("layout-too-many-keys", String.valueOf(MOST_KEYS));
        }
        if (item instanceof String labels) {
            pieces.add(cursor.key(labels));
        } else if (item instanceof Map<?, ?> changes && !changes.containsKey("layouts")) {
            cursor.change(changes);
        } else {
            throw cursor.illegal("layout-item", String.valueOf(item));
        }
    }

    /** A layout without any key to press or turn. */
    static Problem empty() {
        return Problem.invalid("layout", "layout-empty");
    }
}
