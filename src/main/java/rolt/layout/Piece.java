package rolt.layout;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolt.layout.LayoutMessages.Kind;
import rolt.layout.LayoutMessages.Point;
import rolt.layout.LayoutMessages.Shape;
import rolt.layout.LayoutMessages.Turn;

/**
 * A key as a layout file says it, before its labels are understood.
 *
 * @param labels nine labels on the top face, line by line from the top left; empty where nothing is printed
 */
record Piece(double x, double y, Shape shape, boolean stepped, Turn turn, List<String> labels, boolean decal) {
    private static final int CENTRE = 4;
    private static final int BOTTOM_RIGHT = 8;
    private static final Pattern ENCODER = Pattern.compile("[eE]\\d+");
    private static final Pattern CHOICE = Pattern.compile("(\\d{1,2}),(\\d{1,2})");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

    /** Which option and choice a key belongs to. */
    record Place(int option, int choice) {}

    /** Null: the key is always present. */
    Place place() {
        Matcher label = CHOICE.matcher(labels.get(BOTTOM_RIGHT));
        return label.matches() ? new Place(Integer.parseInt(label.group(1)), Integer.parseInt(label.group(2))) : null;
    }

    Kind kind() {
        if (ENCODER.matcher(labels.get(CENTRE)).matches()) {
            return Kind.KNOB;
        }
        return decal ? Kind.DECAL : Kind.SWITCH;
    }

    String legend() {
        if (kind() == Kind.KNOB) {
            return "";
        }
        return Stream.of(0, 1, 3, CENTRE, 6, 7)
                .map(labels::get)
                .map(label -> MARKUP.matcher(label).replaceAll("").strip())
                .filter(label -> !label.isEmpty())
                .limit(2)
                .collect(Collectors.joining("\n"));
    }

    /** The upper left corner before the turn, of whichever rectangle lies further up, then left. */
    Point corner() {
        boolean second = shape.y2() < 0 || shape.y2() == 0 && shape.x2() < 0;
        return second ? new Point(x + shape.x2(), y + shape.y2()) : new Point(x, y);
    }

    /** Moved along its own axes: what it turns about stays. */
    Piece moved(double right, double down) {
        return new Piece(x + right, y + down, shape, stepped, turn, labels, decal);
    }
}
