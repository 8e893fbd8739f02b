package rolt.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import rolt.layout.LayoutMessages.Kind;

/**
 * Takes off the keys what VIA writes for the firmware and nobody prints: the position in the switch matrix and the
 * number of the LED.
 */
final class ViaKeys {
    private static final Pattern LED = Pattern.compile("[lL]\\d+");

    /** Vial draws an encoder as two keys, one for each way it turns, numbered encoder and way in place of the matrix. */
    private static final Pattern VIAL_ENCODER = Pattern.compile("[eE]");

    private ViaKeys() {}

    static List<Piece> withoutPositions(List<Piece> pieces) {
        return pieces.stream().map(ViaKeys::withoutPosition).toList();
    }

    /** Whether every key tells its position in the matrix: then the file is made for firmware, whatever its form. */
    static boolean allHavePositions(List<Piece> pieces) {
        return pieces.stream().filter(piece -> piece.kind() == Kind.SWITCH).allMatch(ViaKeys::hasPosition);
    }

    private static boolean hasPosition(Piece piece) {
        return Piece.PAIR.matcher(piece.labels().get(Piece.TOP_LEFT)).matches();
    }

    private static Piece withoutPosition(Piece piece) {
        var labels = new ArrayList<>(piece.labels());
        boolean print = piece.decal();
        var position = Piece.PAIR.matcher(labels.get(Piece.TOP_LEFT));
        if (position.matches()) {
            labels.set(Piece.TOP_LEFT, "");
            if (VIAL_ENCODER.matcher(labels.get(Piece.CENTRE)).matches()) {
                boolean first = position.group(2).equals("0");
                labels.set(Piece.CENTRE, first ? "e" + position.group(1) : "");
                print = print || !first;
            }
        }
        if (LED.matcher(labels.get(Piece.BOTTOM_LEFT)).matches()) {
            labels.set(Piece.BOTTOM_LEFT, "");
        }
        return piece.with(labels, print);
    }
}
