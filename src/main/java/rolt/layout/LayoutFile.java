package rolt.layout;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        if (!file.isEmpty() && file.stream().noneMatch(List.class::isInstance)) {
            throw Problem.invalid("layout", "layout-form");
        }
        var pieces = Kle.pieces(Kle.rows(file));
        var metadata = LayoutMetadata.of(Kle.hasMetadata(file) ? (Map<?, ?>) file.getFirst() : Map.of());
        return normal(
                ViaKeys.allHavePositions(pieces) ? ViaKeys.withoutPositions(pieces) : pieces,
                metadata.options(),
                metadata.rows());
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
        var metadata = LayoutMetadata.of(spec).text();
        var rows = spec.keymap().stream().map(Json::text);
        return Stream.concat(Stream.of(metadata).filter(line -> !line.isEmpty()), rows)
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static LayoutSpec via(Map<?, ?> definition) {
        if (!(definition.get("layouts") instanceof Map<?, ?> layouts)
                || !(layouts.get("keymap") instanceof List<?> keymap)) {
            throw ForeignFile.of(definition).refused();
        }
        // VIA passes over whatever is no row, such as the editor's metadata.
        var rows = keymap.stream().filter(row -> !(row instanceof Map)).toList();
        var pieces = ViaKeys.withoutPositions(Kle.pieces(Kle.rows(rows)));
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
}
