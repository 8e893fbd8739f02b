package rolt.fit;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import rolt.fit.KeycapKit.LegendClass;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.Key;
import rolt.layout.LayoutMessages.Row;

/**
 * Which classes of legends suit a key, by its legend, row, size and place; all of them where it cannot be known. Sets
 * sort some caps differently (the Delete of a split backspace is found among the modifiers too), so more than one may.
 *
 * @param five the 5 of the numpad
 * @param lettered the layout tells its legends, so that a key without one is blank on purpose
 */
record KeyLegends(Optional<Key> five, boolean lettered) {
    private static final Set<LegendClass> ANY = Collections.unmodifiableSet(EnumSet.allOf(LegendClass.class));
    private static final Pattern MATRIX = Pattern.compile("\\d+,\\d+");
    private static final double NUMPAD_ROWS = 2.4;

    static KeyLegends of(Board board) {
        var five = board.keys().stream()
                .filter(key -> says(key, "5") && board.keys().stream().anyMatch(other -> isEightAbove(other, key)))
                .findFirst();
        return new KeyLegends(five, board.keys().stream().anyMatch(key -> says(key, "A")));
    }

    private static boolean isEightAbove(Key key, Key five) {
        return says(key, "8") && key.x() == five.x() && Math.abs(key.y() + 1 - five.y()) < 0.01;
    }

    private static boolean says(Key key, String text) {
        var legend = key.legend();
        return legend.equals(text) || legend.startsWith(text + '\n') || legend.endsWith('\n' + text);
    }

    Set<LegendClass> suiting(Key key) {
        var text = key.legend().replace('\n', ' ').strip().toUpperCase(Locale.ROOT);
        if (text.isEmpty() || MATRIX.matcher(text).matches()) {
            return blank(key);
        }
        var word = LegendWords.find(text);
        if (word != LegendClass.NAVIGATION && isInNumpad(key)) {
            return EnumSet.of(LegendClass.NUMPAD, word == null ? LegendClass.NUMPAD : word);
        }
        return word == null ? signs(key) : word(word, key);
    }

    private Set<LegendClass> blank(Key key) {
        boolean wide = key.shape().w() >= (lettered ? 1.5 : 2.25);
        return wide && key.row() == Row.BOTTOM ? EnumSet.of(LegendClass.SPACE) : ANY;
    }

    /** Three columns of digits and one of operators, from the row of Num Lock to that of 0. */
    private boolean isInNumpad(Key key) {
        return five.filter(middle -> key.x() > middle.x() - 1.01
                        && key.x() < middle.x() + 2.01
                        && Math.abs(key.y() - middle.y()) < NUMPAD_ROWS)
                .isPresent();
    }

    private static Set<LegendClass> word(LegendClass word, Key key) {
        boolean amongModifiers = switch (word) {
            case NAVIGATION -> key.legend().toUpperCase(Locale.ROOT).startsWith("DEL");
            case FUNCTION -> key.row().compareTo(Row.NUMBER) > 0;
            default -> false;
        };
        return amongModifiers ? EnumSet.of(word, LegendClass.MODIFIER) : EnumSet.of(word);
    }

    private static Set<LegendClass> signs(Key key) {
        var signs = key.legend().lines().filter(KeyLegends::isSign).toList();
        if (signs.isEmpty()) {
            return ANY;
        }
        if (signs.stream().anyMatch(sign -> Character.isLetter(sign.codePointAt(0)))) {
            return EnumSet.of(LegendClass.ALPHA);
        }
        if (signs.stream().anyMatch(sign -> Character.isDigit(sign.codePointAt(0)))) {
            return EnumSet.of(LegendClass.NUMBER);
        }
        return key.row() == Row.NUMBER
                ? EnumSet.of(LegendClass.NUMBER, LegendClass.MODIFIER)
                : EnumSet.of(LegendClass.ALPHA);
    }

    private static boolean isSign(String line) {
        return line.codePointCount(0, line.length()) == 1;
    }
}
