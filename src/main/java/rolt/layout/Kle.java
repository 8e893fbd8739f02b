package rolt.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rolt.platform.Problem;

/**
 * Reads the files of keyboard-layout-editor, as strict JSON and as the editor's raw form (unquoted names,
 * no outer brackets).
 */
final class Kle {
    private static final int MOST_KEYS = 1000;

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private Kle() {}

    /**
     * The rows of a file; a metadata object before them is left out.
     *
     * @throws Problem (400) naming the row that is no list, or line and column where the text is no JSON
     */
    static List<List<Object>> rows(String text) {
        // The outer brackets are optional, so a pair is added, and taken off again where it was there.
        var file = parse("[" + text + "]");
        return rowsOf(isStrict(file) ? (List<?>) file.getFirst() : file);
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
        if (item instanceof String labels) {
            pieces.add(cursor.key(labels));
        } else if (item instanceof Map<?, ?> changes) {
            cursor.change(changes);
        } else {
            throw cursor.illegal("layout-item", String.valueOf(item));
        }
        if (pieces.size() > MOST_KEYS) {
            throw cursor.illegal("layout-too-many-keys", String.valueOf(MOST_KEYS));
        }
    }

    private static List<Object> parse(String text) {
        try {
            return LENIENT.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    /** A layout without any key to press or turn. */
    static Problem empty() {
        return Problem.invalid("layout", "layout-empty");
    }

    private static Problem notJson(JsonProcessingException e) {
        var where = e.getLocation();
        // The added bracket stands before the first line.
        int column = where.getLineNr() == 1 ? where.getColumnNr() - 1 : where.getColumnNr();
        return Problem.invalid("layout", "layout-json", Map.of("line", where.getLineNr(), "column", column));
    }

    private static boolean isStrict(List<Object> file) {
        return file.size() == 1
                && file.getFirst() instanceof List<?> inner
                && inner.stream().anyMatch(List.class::isInstance);
    }

    private static List<List<Object>> rowsOf(List<?> file) {
        var rows = new ArrayList<List<Object>>();
        boolean metadata = !file.isEmpty() && file.getFirst() instanceof Map;
        for (var row : metadata ? file.subList(1, file.size()) : file) {
            if (!(row instanceof List<?> items)) {
                throw Problem.invalid("layout", "layout-row", Map.of("row", rows.size() + 1));
            }
            rows.add(new ArrayList<>(items));
        }
        return rows;
    }
}
