package rolt.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.Key;
import rolt.layout.LayoutMessages.Kind;
import rolt.layout.LayoutMessages.LayoutChoice;
import rolt.layout.LayoutMessages.LayoutOption;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.platform.Problem;
import rolt.platform.Text;

/**
 * The keys that are always there, and for each option the keys of its choices. The combinations are never
 * listed: a real board has more than a million.
 */
public record Layout(List<Key> base, List<Option> options) {

    /** An option and, choice by choice, its keys; a choice may be empty. */
    public record Option(LayoutOption words, List<List<Key>> choices) {}

    /**
     * The layout of a stored keymap. Where names and keys disagree about options, the keys win.
     *
     * @throws Problem (400) naming row and item of what is not understood
     */
    public static Layout of(LayoutSpec spec) {
        return of(Kle.pieces(spec.keymap()), spec);
    }

    /** The same with each key's number in the keymap for its legend, which names it where legends are missing. */
    public static Layout numbered(LayoutSpec spec) {
        return of(Kle.pieces(spec.keymap()).stream().map(Piece::numbered).toList(), spec);
    }

    static Layout of(List<Piece> pieces, LayoutSpec spec) {
        var parts = LayoutParts.of(pieces);
        var rows = Rows.of(parts.all(), spec.rows());
        var options = IntStream.range(0, parts.options().size())
                .mapToObj(option -> option(named(spec, option), parts.options().get(option), rows))
                .toList();
        return new Layout(keys(parts.base(), rows), options);
    }

    /** The board with every option at its first choice. */
    public Board board() {
        return board(List.of());
    }

    /**
     * The board of these choices.
     *
     * @param choices one number from 0 for each option; options beyond its end stay at 0
     * @throws Problem (400) if a choice, or the option it is for, does not exist
     */
    public Board board(List<Integer> choices) {
        if (choices.size() > options.size()) {
            throw noSuchChoice(options.size());
        }
        var keys = new ArrayList<>(base);
        for (int option = 0; option < options.size(); option++) {
            keys.addAll(chosen(option, option < choices.size() ? choices.get(option) : 0));
        }
        return Boards.of(keys);
    }

    private List<Key> chosen(int option, int choice) {
        var choices = options.get(option).choices();
        if (choice < 0 || choice >= choices.size()) {
            throw noSuchChoice(option);
        }
        return choices.get(choice);
    }

    private static Problem noSuchChoice(int option) {
        return Problem.invalid("choices." + option, "layout-choice");
    }

    private static Option option(LayoutOption words, List<List<Piece>> choices, Rows rows) {
        var named = IntStream.range(0, choices.size())
                .mapToObj(choice -> choice < words.choices().size()
                        ? words.choices().get(choice)
                        : new LayoutChoice(numbered(choice), null, null))
                .toList();
        var keys = choices.stream().map(pieces -> keys(pieces, rows)).toList();
        return new Option(new LayoutOption(words.name(), named), keys);
    }

    private static LayoutOption named(LayoutSpec spec, int option) {
        return option < spec.options().size()
                ? spec.options().get(option)
                : new LayoutOption(numbered(option), List.of());
    }

    static Text numbered(int index) {
        return new Text("Tùy chọn " + (index + 1), "Option " + (index + 1));
    }

    private static List<Key> keys(List<Piece> pieces, Rows rows) {
        return pieces.stream().map(piece -> key(piece, rows)).toList();
    }

    private static Key key(Piece piece, Rows rows) {
        boolean stepped = piece.stepped() && piece.kind() == Kind.SWITCH;
        return new Key(
                piece.x(),
                piece.y(),
                piece.shape(),
                stepped,
                piece.turn(),
                piece.legend(),
                rows.of(piece),
                piece.kind());
    }
}
