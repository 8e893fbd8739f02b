package rolt.web.staff;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rolt.catalog.CatalogMessages.Product;
import rolt.drawing.BuildDrawing;
import rolt.layout.Layout;
import rolt.layout.LayoutFile;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.CapCount;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.layout.LayoutMessages.Row;
import rolt.layout.LayoutMessages.RowCorrection;
import rolt.layout.LayoutMessages.Shape;
import rolt.platform.Money;
import rolt.platform.Problem;
import rolt.web.Page;

/**
 * What the page of a kit's layout shows.
 *
 * @param board of the choices that are shown; null for a kit without a layout
 * @param numbered the same with each key's number on it
 */
public record LayoutView(LayoutForm form, Page page, Board board, Board numbered) {

    static LayoutView of(LayoutForm form, Page page) {
        if (form.layout() == null) {
            return new LayoutView(form, page, null, null);
        }
        LayoutSpec drawn = form.layout();
        if (!readable(drawn)) {
            drawn = new LayoutSpec(drawn.keymap(), drawn.options());
        }
        List<Integer> choices = IntStream.range(0, drawn.options().size())
                .mapToObj(option -> form.shown().getOrDefault(option, 0))
                .toList();
        return new LayoutView(
                form,
                page,
                Layout.of(drawn).board(choices),
                Layout.numbered(drawn).board(choices));
    }

    /** A correction may be at fault while it is typed; the keys are not typed. */
    private static boolean readable(LayoutSpec layout) {
        try {
            Layout.of(layout);
            return true;
        } catch (Problem wrongCorrection) {
            return false;
        }
    }

    public Product kit() {
        return form.kit();
    }

    public LayoutSpec layout() {
        return form.layout();
    }

    /** Whether it is the kit's layout, and not one that is only looked at. */
    public boolean stored() {
        return form.stored();
    }

    public String expectedUpdatedAt() {
        return form.seen().toString();
    }

    public int shown(int option) {
        return form.shown().getOrDefault(option, 0);
    }

    /** The layout as a file. */
    public String file() {
        return LayoutFile.text(form.layout());
    }

    public String drawing() {
        return draw(board, kit().name());
    }

    /** The picture with the numbers, as an address: as an image of its own it shares no ids with the other. */
    public String numberedPicture() {
        byte[] svg = draw(numbered, page.text("kits.rows.picture")).getBytes(StandardCharsets.UTF_8);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
    }

    private String draw(Board drawn, String title) {
        return BuildDrawing.of(drawn, kit().variants().getFirst().attributes(), Map.of(), title);
    }

    public String size() {
        return page.text("kits.units", "width", decimal(board.width()), "height", decimal(board.height()));
    }

    public String stabilisers() {
        return board.stabilisers().isEmpty()
                ? page.text("kits.stabilisers.none")
                : board.stabilisers().stream()
                        .map(one -> one.count() + " × " + decimal(one.width()) + "u")
                        .collect(Collectors.joining(", "));
    }

    /** The caps of each row that has any: {@code 13 × 1u, 1 × 2u}. */
    public Map<Row, String> caps() {
        return board.caps().stream()
                .collect(Collectors.groupingBy(
                        CapCount::row,
                        () -> new EnumMap<>(Row.class),
                        Collectors.mapping(this::cap, Collectors.joining(", "))));
    }

    private String cap(CapCount cap) {
        return cap.count() + " × " + shape(cap.shape());
    }

    private String shape(Shape shape) {
        String first = sides(shape.w(), shape.h());
        return shape.plain() ? first : first + " + " + sides(shape.w2(), shape.h2());
    }

    private String sides(double w, double h) {
        return h == 1 ? decimal(w) + "u" : decimal(w) + "×" + decimal(h) + "u";
    }

    private String decimal(double length) {
        return Money.decimal(Math.round(length * 100) / 100.0, page.language());
    }

    /** The corrections, then empty lines, which have no number: -1. */
    public List<RowCorrection> corrections() {
        int count = form.layout().rows().size();
        return IntStream.range(0, count + LayoutForm.BLANKS)
                .mapToObj(i -> i < count ? form.layout().rows().get(i) : new RowCorrection(-1, Row.F))
                .toList();
    }
}
