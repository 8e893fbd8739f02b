package rolt.drawing;

import java.util.ArrayList;
import java.util.List;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.Key;
import rolt.layout.LayoutMessages.Kind;
import rolt.layout.LayoutMessages.Row;
import rolt.layout.LayoutMessages.Shape;
import rolt.layout.LayoutMessages.Turn;

/** A plain 60 % board, on which caps are shown while there is no kit. Only its keys are told: nothing is counted. */
public final class SixtyBoard {
    /** Legends from left to right; a number behind the last colon is the width in u. */
    private static final String ROWS = """
            Esc !1 @2 #3 $4 %5 ^6 &7 *8 (9 )0 _- += Backspace:2
            Tab:1.5 Q W E R T Y U I O P {[ }] |\\:1.5
            Caps:1.75 A S D F G H J K L ;: "' Enter:2.25
            Shift:2.25 Z X C V B N M <, >. ?/ Shift:2.75
            Ctrl:1.25 Win:1.25 Alt:1.25 :6.25 Alt:1.25 Win:1.25 Menu:1.25 Ctrl:1.25""";

    private static final int WIDTH = 15;

    public static final Board BOARD = board();

    private SixtyBoard() {}

    private static Board board() {
        List<Key> keys = new ArrayList<>();
        List<String> rows = ROWS.lines().toList();
        for (int y = 0; y < rows.size(); y++) {
            double x = 0;
            for (String word : rows.get(y).split(" ")) {
                Key key = key(word, x, y);
                keys.add(key);
                x += key.shape().w();
            }
        }
        return new Board(keys, WIDTH, rows.size(), keys.size(), List.of(), List.of());
    }

    private static Key key(String word, double x, int y) {
        int colon = word.matches(".*:[\\d.]+") ? word.lastIndexOf(':') : word.length();
        double width = colon < word.length() ? Double.parseDouble(word.substring(colon + 1)) : 1;
        Row row = Row.values()[y + 1];
        return new Key(x, y, Shape.of(width, 1), false, Turn.NONE, legend(word.substring(0, colon)), row, Kind.SWITCH);
    }

    /** Two signs share a cap one above the other. */
    private static String legend(String printed) {
        return printed.length() == 2 ? printed.charAt(0) + "\n" + printed.charAt(1) : printed;
    }
}
