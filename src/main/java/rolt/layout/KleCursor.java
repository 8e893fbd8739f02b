package rolt.layout;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rolt.layout.LayoutMessages.Shape;
import rolt.layout.LayoutMessages.Turn;
import rolt.platform.Problem;

/**
 * Where the next key of a keyboard-layout-editor file goes. Size, second rectangle, step and decal hold for
 * one key; angle, centre of rotation and alignment persist, across rows too.
 */
final class KleCursor {
    private static final double GREATEST = 1000;

    /** From the corner, in u. Two places are nearer to each other than the greatest number, so each can be written. */
    private static final double FARTHEST = 400;

    private static final int UNSEEN = -1;

    /** Of the editor, unless a file says otherwise. */
    private static final int USUAL_ALIGNMENT = 4;

    private static final int PLACE_COUNT = 9;

    private static final List<String> LENGTHS = List.of("w", "h", "w2", "h2");
    private static final int LONGEST_LINE = 40;

    /** Per alignment: which of the nine places of the top face each line of a legend stands in. */
    private static final int[][] PLACES = {
        {0, 6, 2, 8, UNSEEN, UNSEEN, 3, 5, 1, 4, 7},
        {1, 7, UNSEEN, UNSEEN, UNSEEN, UNSEEN, 4},
        {3, UNSEEN, 5, UNSEEN, UNSEEN, UNSEEN, UNSEEN, UNSEEN, 4},
        {4},
        {0, 6, 2, 8, UNSEEN, UNSEEN, 3, 5, 1, 4, 7},
        {1, 7, UNSEEN, UNSEEN, UNSEEN, UNSEEN, 4},
        {3, UNSEEN, 5, UNSEEN, UNSEEN, UNSEEN, UNSEEN, UNSEEN, 4},
        {4},
    };

    private int row = 1;
    private int item;
    private int keys;
    private double x;
    private double y;
    private double angle;
    private double centreX;
    private double centreY;
    private int alignment = USUAL_ALIGNMENT;
    private Map<?, ?> next = Map.of();

    void nextItem() {
        item++;
    }

    void endRow() {
        row++;
        item = 0;
        y++;
        x = centreX;
    }

    /** Takes in the object before a key. */
    void change(Map<?, ?> changes) {
        check(changes);
        next = merged(changes);
        angle = number(changes, "r", angle);
        if (changes.containsKey("rx") || changes.containsKey("ry")) {
            centreX = number(changes, "rx", centreX);
            centreY = number(changes, "ry", centreY);
            x = centreX;
            y = centreY;
            near("rx", centreX);
            near("ry", centreY);
        }
        x += number(changes, "x", 0);
        y += number(changes, "y", 0);
        alignment = (int) number(changes, "a", alignment);
        if (alignment < 0 || alignment >= PLACES.length) {
            throw illegalValue("a");
        }
    }

    Piece key(String text) {
        var w = number(next, "w", 1);
        var h = number(next, "h", 1);
        var shape = new Shape(
                w, h, number(next, "x2", 0), number(next, "y2", 0), number(next, "w2", w), number(next, "h2", h));
        var turn = angle == 0 ? Turn.NONE : new Turn(angle, centreX, centreY);
        near("x", x);
        near("y", y);
        var piece =
                new Piece(keys++, rounded(x), rounded(y), shape, flag(next, "l"), turn, labels(text), flag(next, "d"));
        if (!piece.placed()) {
            throw illegal("layout-option", piece.labels().get(Piece.BOTTOM_RIGHT));
        }
        next = Map.of();
        x += w;
        return piece;
    }

    /** The fault of the item that is being read. */
    Problem illegal(String rule, String what) {
        return Problem.invalid(
                "layout", rule, Map.of("row", row, "item", item, "what", Legend.plain(what, LONGEST_LINE)));
    }

    private Problem illegalValue(String name) {
        return illegal("layout-value", name);
    }

    private Map<?, ?> merged(Map<?, ?> changes) {
        if (next.isEmpty()) {
            return changes;
        }
        var both = new HashMap<Object, Object>(next);
        both.putAll(changes);
        return both;
    }

    /** Whoever begins with a position in the matrix writes for firmware, whose lines stand still however aligned. */
    private List<String> labels(String text) {
        var labels = new String[PLACE_COUNT];
        Arrays.fill(labels, "");
        var lines = text.split("\n", -1);
        var places = PLACES[Piece.PAIR.matcher(lines[0].strip()).matches() ? USUAL_ALIGNMENT : alignment];
        for (int line = 0; line < Math.min(lines.length, places.length); line++) {
            if (places[line] != UNSEEN) {
                labels[places[line]] = Legend.plain(lines[line], LONGEST_LINE);
            }
        }
        return Collections.unmodifiableList(Arrays.asList(labels));
    }

    private double number(Map<?, ?> from, String name, double otherwise) {
        if (!from.containsKey(name)) {
            return otherwise;
        }
        if (from.get(name) instanceof Number number && Math.abs(number.doubleValue()) <= GREATEST) {
            return number.doubleValue();
        }
        throw illegalValue(name);
    }

    private void near(String name, double place) {
        if (Math.abs(place) > FARTHEST) {
            throw illegalValue(name);
        }
    }

    /** What holds for the next key is looked at where it is said. */
    private void check(Map<?, ?> changes) {
        for (var length : LENGTHS) {
            if (number(changes, length, 1) <= 0) {
                throw illegalValue(length);
            }
        }
        number(changes, "x2", 0);
        number(changes, "y2", 0);
        flag(changes, "l");
        flag(changes, "d");
    }

    private boolean flag(Map<?, ?> from, String name) {
        return switch (from.get(name)) {
            case null -> false;
            case Boolean flag -> flag;
            default -> throw illegalValue(name);
        };
    }

    /** Sums of fractions drift: 0.1 + 0.2 must meet 0.3. */
    static double rounded(double length) {
        return Math.round(length * 10_000) / 10_000.0;
    }
}
