package rolt.layout;

import java.util.ArrayList;
import java.util.Collections;
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
 * @param number of the key in the file, from 0
 * @param labels nine labels on the top face, line by line from the top left; empty where nothing is printed
 */
record Piece(
        int number, double x, double y, Shape shape, boolean stepped, Turn turn, List<String> labels, boolean decal) {
    static final int TOP_LEFT = 0;
    static final int CENTRE = 4;
    static final int BOTTOM_LEFT = 6;
    static final int BOTTOM_RIGHT = 8;

    /** More options, or choices of one, no board has; a file that numbers more is mistaken. */
    static final int MOST_CHOICES = 64;

    /** Two numbers, of an option and its choice or of a row and a column; VIA takes the wide comma, too. */
    static final Pattern PAIR = Pattern.compile("(\\d+)\\s*[,，]\\s*(\\d+)");

    /** Small, since an editor's file may print a capital E1 in the middle of a cap. */
    private static final Pattern ENCODER = Pattern.compile("e\\d+");

    /** Which option and choice a key belongs to. */
    record Place(int option, int choice) {}

    /** Null: the key is always present. */
    Place place() {
        Matcher label = PAIR.matcher(labels.get(BOTTOM_RIGHT));
        return label.matches() ? new Place(number(label.group(1)), number(label.group(2))) : null;
    }

    /** Whether its option and choice have numbers that a board can have. */
    boolean placed() {
        var place = place();
        return place == null || place.option() < MOST_CHOICES && place.choice() < MOST_CHOICES;
    }

    private static int number(String digits) {
        return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
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
        return Stream.of(TOP_LEFT, 1, 3, CENTRE, BOTTOM_LEFT, 7)
                .map(labels::get)
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
        return new Piece(number, x + right, y + down, shape, stepped, turn, labels, decal);
    }

    /** With its number for a legend. */
    Piece numbered() {
        var numbered = new ArrayList<>(Collections.nCopies(labels.size(), ""));
        numbered.set(TOP_LEFT, String.valueOf(number));
        numbered.set(CENTRE, kind() == Kind.KNOB ? labels.get(CENTRE) : "");
        numbered.set(BOTTOM_RIGHT, labels.get(BOTTOM_RIGHT));
        return with(numbered, decal);
    }

    Piece with(List<String> others, boolean print) {
        return new Piece(number, x, y, shape, stepped, turn, List.copyOf(others), print);
    }
}
