package rolt.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import rolt.layout.Piece.Place;

/**
 * The pieces of a layout sorted into those always present and those of each choice. Files draw the choices
 * beside the board; here each stands where it belongs: its topmost, then leftmost piece (decals included)
 * meets that of the option's first choice.
 */
record LayoutParts(List<Piece> base, List<List<List<Piece>>> options) {

    static LayoutParts of(List<Piece> pieces) {
        var base = new ArrayList<Piece>();
        var options = new ArrayList<List<List<Piece>>>();
        for (var piece : pieces) {
            var place = piece.place();
            (place == null ? base : choice(options, place)).add(piece);
        }
        return new LayoutParts(base, options.stream().map(LayoutParts::aligned).toList());
    }

    List<Piece> all() {
        var chosen = options.stream().flatMap(List::stream).flatMap(List::stream);
        return Stream.concat(base.stream(), chosen).toList();
    }

    private static List<Piece> choice(List<List<List<Piece>>> options, Place place) {
        while (options.size() <= place.option()) {
            options.add(new ArrayList<>(List.of(new ArrayList<>())));
        }
        var choices = options.get(place.option());
        while (choices.size() <= place.choice()) {
            choices.add(new ArrayList<>());
        }
        return choices.get(place.choice());
    }

    private static List<List<Piece>> aligned(List<List<Piece>> choices) {
        var first = choices.getFirst();
        return choices.stream()
                .map(choice -> first.isEmpty() || choice.isEmpty() ? choice : moved(choice, first))
                .toList();
    }

    private static List<Piece> moved(List<Piece> choice, List<Piece> first) {
        var from = topmost(choice).corner();
        var to = topmost(first).corner();
        return choice.stream()
                .map(piece -> piece.moved(to.x() - from.x(), to.y() - from.y()))
                .toList();
    }

    private static Piece topmost(List<Piece> pieces) {
        return pieces.stream()
                .min(Comparator.comparingDouble(Piece::y).thenComparingDouble(Piece::x))
                .orElseThrow();
    }
}
