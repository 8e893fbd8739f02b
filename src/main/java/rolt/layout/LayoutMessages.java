package rolt.layout;

import java.util.List;
import java.util.stream.Stream;
import rolt.platform.Text;

/**
 * The layouts of keyboards, as they are stored and as the boards they make. Lengths are in u, the pitch of one key
 * (19.05 mm on most boards); x grows to the right, y downwards, angles clockwise in degrees.
 */
public final class LayoutMessages {
    private LayoutMessages() {}

    /** The physical row of a key: the function row, the numbers, the rows that begin with Q, A and Z, the space bar's. */
    public enum Row {
        F,
        NUMBER,
        Q,
        A,
        Z,
        BOTTOM
    }

    /** A switch carries a cap; a knob is an encoder; a decal is print on the case. */
    public enum Kind {
        SWITCH,
        KNOB,
        DECAL
    }

    public record Point(double x, double y) {}

    /** A rotation about a point; {@link #NONE} leaves everything where it is. */
    public record Turn(double angle, double x, double y) {
        public static final Turn NONE = new Turn(0, 0, 0);

        public Point apply(Point point) {
            double sin = Math.sin(Math.toRadians(angle));
            double cos = Math.cos(Math.toRadians(angle));
            double right = point.x - x;
            double down = point.y - y;
            return new Point(x + right * cos - down * sin, y + right * sin + down * cos);
        }
    }

    /**
     * The outline of a cap: a rectangle, and a second one that begins x2, y2 from the first one's corner.
     * The second equals the first unless the key is an ISO enter, a stepped caps lock or the like.
     */
    public record Shape(double w, double h, double x2, double y2, double w2, double h2) {
        public static Shape of(double w, double h) {
            return new Shape(w, h, 0, 0, w, h);
        }

        public boolean plain() {
            return x2 == 0 && y2 == 0 && w2 == w && h2 == h;
        }

        /** The width of the stabiliser under the cap, 0 without one: 2 to 2.75u share a size, tall caps and ISO enter count by height. */
        public double stabiliser() {
            double length = Math.max(w, Math.max(h, h2));
            if (length < 2) {
                return 0;
            }
            return length <= 2.75 ? 2 : length;
        }
    }

    /**
     * A key where it stands.
     *
     * @param x left edge of its first rectangle, before the turn
     * @param y top edge of its first rectangle, before the turn
     * @param stepped the second rectangle is a lower step (caps lock)
     * @param legend what is printed on it, at most two lines; may be empty
     */
    public record Key(double x, double y, Shape shape, boolean stepped, Turn turn, String legend, Row row, Kind kind) {

        /** The turned corners, four for each rectangle. */
        public List<Point> corners() {
            var first = rectangle(x, y, shape.w, shape.h);
            var second = rectangle(x + shape.x2, y + shape.y2, shape.w2, shape.h2);
            return (shape.plain() ? first : Stream.concat(first, second))
                    .map(turn::apply)
                    .toList();
        }

        private static Stream<Point> rectangle(double x, double y, double w, double h) {
            return Stream.of(new Point(x, y), new Point(x + w, y), new Point(x + w, y + h), new Point(x, y + h));
        }

        /** Sums of fractions drift: 0.1 + 0.2 must meet 0.3. */
        private static double rounded(double length) {
            return Math.round(length * 10_000) / 10_000.0;
        }

        Key moved(double right, double down) {
            var turned = turn.equals(Turn.NONE)
                    ? turn
                    : new Turn(turn.angle, rounded(turn.x + right), rounded(turn.y + down));
            return new Key(rounded(x + right), rounded(y + down), shape, stepped, turned, legend, row, kind);
        }
    }

    /** How many stabilisers of a width a board takes. */
    public record StabiliserCount(double width, int count) {}

    /** How many caps of a shape a board takes in a row. */
    public record CapCount(Row row, Shape shape, int count) {}

    /** A layout with every choice made; its upper left corner is (0, 0). Decals stay outside of width and height. */
    public record Board(
            List<Key> keys,
            double width,
            double height,
            int switchCount,
            List<StabiliserCount> stabilisers,
            List<CapCount> caps) {}

    /** One way to fill an option. Support by plate and PCB is unknown where null. */
    public record LayoutChoice(Text name, Boolean plate, Boolean pcb) {}

    /** A place of the layout with several ways to fill it, say one backspace or two keys. The first is the default. */
    public record LayoutOption(Text name, List<LayoutChoice> choices) {}

    /**
     * A physical row that staff know better than it can be derived.
     *
     * @param key the number of the key in the keymap, from 0; objects between the keys are not counted
     */
    public record RowCorrection(int key, Row row) {}

    /**
     * A layout as it is stored.
     *
     * @param keymap keyboard-layout-editor rows: strings are keys, objects change what follows
     * @param options the names of the options that the keys' labels number
     * @param rows the rows that are not as derived; mostly none
     */
    public record LayoutSpec(List<List<Object>> keymap, List<LayoutOption> options, List<RowCorrection> rows) {
        public LayoutSpec {
            rows = rows == null ? List.of() : rows;
        }

        /** With every row as it is derived. */
        public LayoutSpec(List<List<Object>> keymap, List<LayoutOption> options) {
            this(keymap, options, List.of());
        }
    }
}
