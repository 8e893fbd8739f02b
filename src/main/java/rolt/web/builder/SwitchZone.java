package rolt.web.builder;

import java.util.Locale;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.Key;
import rolt.layout.LayoutMessages.Kind;
import rolt.layout.LayoutMessages.Row;

/** Keys that people like to give a switch of their own. A key may be in several zones. */
enum SwitchZone {
    LETTERS {
        @Override
        boolean holds(Key key) {
            return key.legend().lines().map(String::strip).anyMatch(SwitchZone::isLetter);
        }
    },
    LARGE {
        @Override
        boolean holds(Key key) {
            return Math.max(key.shape().w(), key.shape().h()) > 1 && !SPACE.holds(key);
        }
    },
    SPACE {
        @Override
        boolean holds(Key key) {
            String legend = key.legend().strip().toLowerCase(Locale.ROOT);
            return key.row() == Row.BOTTOM
                    && key.shape().w() >= SHORTEST_SPACE
                    && (legend.isEmpty() || legend.startsWith("space"));
        }
    },
    FUNCTION {
        @Override
        boolean holds(Key key) {
            return key.row() == Row.F;
        }
    };

    /** u; half of a split space bar */
    private static final double SHORTEST_SPACE = 1.75;

    abstract boolean holds(Key key);

    /** How many switches the zone takes. */
    int count(Board board) {
        return (int) board.keys().stream()
                .filter(key -> key.kind() == Kind.SWITCH && holds(key))
                .count();
    }

    private static boolean isLetter(String line) {
        return line.codePointCount(0, line.length()) == 1 && Character.isLetter(line.codePointAt(0));
    }
}
