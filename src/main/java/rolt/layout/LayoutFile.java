package rolt.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rolt.layout.LayoutMessages.LayoutOption;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.layout.LayoutMessages.RowCorrection;
import rolt.platform.Json;
import rolt.platform.Problem;

/**
 * Layouts as files: keyboard-layout-editor's (strict JSON or raw form) and VIA's definitions, of which only what stands
 * under {@code layouts} is read. The shop's own files are the editor's, whose metadata tell the options, too.
 */
public final class LayoutFile {
    /** Characters of a text; definitions with long menus have some 200,000. */
    public static final int LONGEST = 512 << 10;

    private static final String OPTIONS = "options";
    private static final String ROWS = "rows";

    private LayoutFile() {}

    /**
     * The layout of a file in its normal form. Of a definition for firmware no positions in the matrix are kept.
     *
     * @throws Problem (400) naming row and item, or line and column, of what is not understood
     */
    public static LayoutSpec read(String text) {
        var file = LayoutJson.of(text);
        if (file.size() == 1 && file.getFirst() instanceof Map<?, ?> definition) {
            return via(definition);
        }
        var pieces = Kle.pieces(Kle.rows(file));
        var metadata = Kle.hasMetadata(file) ? (Map<?, ?>) file.getFirst() : Map.of();
        return normal(
                ViaKeys.allHavePositions(pieces) ? ViaKeys.withoutPositions(pieces) : pieces,
                list(metadata, OPTIONS, LayoutOption.class),
                list(metadata, ROWS, RowCorrection.class));
    }

    /**
     * The same layout as it is stored: only what is understood, every option and choice named, corrections in order.
     *
     * @throws Problem (400) naming row and item of what is not understood
     */
    public static LayoutSpec normal(LayoutSpec spec) {
        return normal(Kle.pieces(spec.keymap()), spec.options(), spec.rows());
    }

    /** The file of a layout: keyboard-layout-editor's strict JSON, one line for each row. */
    public static String text(LayoutSpec spec) {
        var metadata = new LinkedHashMap<String, Object>();
        if (!spec.options().isEmpty()) {
            metadata.put(OPTIONS, spec.options());
        }
        if (!spec.rows().isEmpty()) {
            metadata.put(ROWS, spec.rows());
        }
        var rows = spec.keymap().stream().map(Json::text).collect(Collectors.joining(",\n"));
        return metadata.isEmpty() ? "[\n" + rows + "\n]\n" : "[\n" + Json.text(metadata) + ",\n" + rows + "\n]\n";
    }

    private static LayoutSpec via(Map<?, ?> definition) {
        if (!(definition.get("layouts") instanceof Map<?, ?> layouts)
                || !(layouts.get("keymap") instanceof List<?> keymap)) {
            throw Problem.invalid("layout", "layout-form");
        }
        var pieces = ViaKeys.withoutPositions(Kle.pieces(Kle.rows(keymap)));
        return normal(pieces, ViaLabels.options(layouts.get("labels")), List.of());
    }

    private static LayoutSpec normal(List<Piece> pieces, List<LayoutOption> options, List<RowCorrection> rows) {
        var keymap = KleWriter.rows(pieces);
        var layout = Layout.of(pieces, new LayoutSpec(keymap, options, rows));
        layout.board();
        return new LayoutSpec(
                keymap,
                layout.options().stream().map(Layout.Option::words).toList(),
                Rows.byKey(rows, pieces.size()).entrySet().stream()
                        .map(entry -> new RowCorrection(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** What the shop's own files add; another's field of the same name is somebody else's matter. */
    private static <T> List<T> list(Map<?, ?> metadata, String name, Class<T> type) {
        return metadata.get(name) instanceof List<?> list
                ? list.stream().map(item -> Json.record(item, type)).toList()
                : List.of();
    }
}
