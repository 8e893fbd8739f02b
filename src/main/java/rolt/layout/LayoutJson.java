package rolt.layout;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import rolt.platform.Problem;

/** The text of a layout file as JSON: strict, or in the editor's raw form (unquoted names, no outer brackets). */
final class LayoutJson {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final int DEEPEST = 64;

    private static final JsonMapper LENIENT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LayoutJson() {}

    /**
     * The rows of a KLE file, with the metadata before them if it has any; of another file its one value.
     *
     * @throws Problem (400) for a text that is too long, or naming line and column where it is no JSON
     */
    static List<?> of(String text) {
        if (text.length() > LayoutFile.LONGEST) {
            throw Problem.invalid("layout", "layout-too-long", Map.of("limit", LayoutFile.LONGEST));
        }
        // The outer brackets are optional, so a pair is added, and taken off again where it was there.
        var file = parse("[" + (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text) + "]");
        return isStrict(file) ? (List<?>) file.getFirst() : file;
    }

    private static List<Object> parse(String text) {
        try {
            return LENIENT.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    private static Problem notJson(JsonProcessingException e) {
        var where = e.getLocation();
        if (where == null) {
            return Problem.invalid("layout", "layout-too-deep");
        }
        // The added bracket stands before the first line.
        int column = where.getLineNr() == 1 ? where.getColumnNr() - 1 : where.getColumnNr();
        return Problem.invalid("layout", "layout-json", Map.of("line", where.getLineNr(), "column", column));
    }

    private static boolean isStrict(List<Object> file) {
        return file.size() == 1
                && file.getFirst() instanceof List<?> inner
                && inner.stream().anyMatch(List.class::isInstance);
    }
}
