package rolt.layout;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rolt.layout.LayoutMessages.LayoutChoice;
import rolt.layout.LayoutMessages.LayoutOption;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.layout.LayoutMessages.RowCorrection;
import rolt.platform.Json;
import rolt.platform.Problem;
import rolt.platform.Text;

/** What the shop's own files tell before the keys, where keyboard-layout-editor keeps name and author. */
record LayoutMetadata(List<LayoutOption> options, List<RowCorrection> rows) {
    /** A name of a layout's option or choice is no longer than this. */
    static final int LONGEST_NAME = 80;

    private static final String OPTIONS = "options";
    private static final String ROWS = "rows";

    /** @throws Problem (400) where options or rows are not as {@link #of(LayoutSpec)} writes them */
    static LayoutMetadata of(Map<?, ?> metadata) {
        try {
            return new LayoutMetadata(
                    list(metadata.get(OPTIONS), LayoutOption.class, LayoutMetadata::whole),
                    list(metadata.get(ROWS), RowCorrection.class, correction -> correction.row() != null));
        } catch (Problem notOurs) {
            throw illegal();
        }
    }

    static LayoutMetadata of(LayoutSpec spec) {
        return new LayoutMetadata(spec.options(), spec.rows());
    }

    /** One line of the file; empty where there is nothing to tell. */
    String text() {
        if (options.isEmpty() && rows.isEmpty()) {
            return "";
        }
        return Json.text(rows.isEmpty() ? Map.of(OPTIONS, options) : this);
    }

    private static <T> List<T> list(Object value, Class<T> type, Predicate<T> whole) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> items) || !items.stream().allMatch(Map.class::isInstance)) {
            throw illegal();
        }
        var list = items.stream().map(item -> Json.record(item, type)).toList();
        if (!list.stream().allMatch(whole)) {
            throw illegal();
        }
        return list;
    }

    private static boolean whole(LayoutOption option) {
        return option.choices() != null
                && option.choices().stream().allMatch(choice -> choice != null)
                && Stream.concat(
                                Stream.of(option.name()),
                                option.choices().stream().map(LayoutChoice::name))
                        .allMatch(LayoutMetadata::whole);
    }

    private static boolean whole(Text name) {
        return name != null && isName(name.vi()) && isName(name.en());
    }

    private static boolean isName(String name) {
        return name != null && !name.isEmpty() && name.equals(Legend.plain(name, LONGEST_NAME));
    }

    private static Problem illegal() {
        return Problem.invalid("layout", "layout-metadata");
    }
}
