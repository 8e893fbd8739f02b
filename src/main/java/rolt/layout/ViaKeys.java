package rolt.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off the keys what VIA writes for the firmware and nobody prints: the position in the switch matrix and the
 * number of the LED.
 */
final class ViaKeys {
    private static final Pattern LED = Pattern.compile("[lL]\\d+");
    private static final Pattern ENCODER = Pattern.compile("[eE]\\d+");

    /** Vial draws an encoder once for each way it turns, numbered encoder and way in place of the matrix. */
    private static final String VIAL_ENCODER = "e";

    /** One of Vial's encoders in one choice of the layout. */
    private record Encoder(String number, String choice) {}

    private final Set<Encoder> drawn = new HashSet<>();

    private ViaKeys() {}

    static List<Piece> withoutPositions(List<Piece> pieces) {
        var keys = new ViaKeys();
        var without = new ArrayList<Piece>();
        pieces.forEach(piece -> without.add(keys.withoutPosition(piece)));
        return without;
    }

    /** Whether every key tells its position in the matrix: then the file is made for firmware, whatever its form. */
    static boolean allHavePositions(List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> !piece.decal() && !isEncoder(piece))
                .allMatch(piece -> position(piece).matches());
    }

    private static boolean isEncoder(Piece piece) {
        return ENCODER.matcher(piece.labels().get(Piece.CENTRE)).matches();
    }

    private static Matcher position(Piece piece) {
        return Piece.PAIR.matcher(piece.labels().get(Piece.TOP_LEFT));
    }

    private Piece withoutPosition(Piece piece) {
        var labels = new ArrayList<>(piece.labels());
        var position = position(piece);
        boolean print = piece.decal();
        String centre = labels.get(Piece.CENTRE);
        if (isEncoder(piece)) {
            labels.set(Piece.CENTRE, centre.toLowerCase(Locale.ROOT));
        } else if (position.matches() && centre.equalsIgnoreCase(VIAL_ENCODER)) {
            boolean first = drawn.add(new Encoder(position.group(1), labels.get(Piece.BOTTOM_RIGHT)));
            labels.set(Piece.CENTRE, first ? VIAL_ENCODER + position.group(1) : "");
            print = print || !first;
        }
        if (position.matches()) {
            labels.set(Piece.TOP_LEFT, "");
        }
        if (LED.matcher(labels.get(Piece.BOTTOM_LEFT)).matches()) {
            labels.set(Piece.BOTTOM_LEFT, "");
        }
        return piece.with(labels, print);
    }
}
