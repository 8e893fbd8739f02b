package rolt.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rolt.layout.LayoutMessages.LayoutChoice;
import rolt.layout.LayoutMessages.LayoutOption;
import rolt.platform.Problem;
import rolt.platform.Text;

/**
 * The names that a VIA definition gives to options: a text is an option with off and on, a list has the option's name
 * before those of its choices. They are in one language only, which is taken for both.
 */
final class ViaLabels {
    private static final List<LayoutChoice> OFF_AND_ON =
            List.of(choice(new Text("Không", "No")), choice(new Text("Có", "Yes")));

    private ViaLabels() {}

    /** @throws Problem (400) naming the label that is neither a text nor a list of texts */
    static List<LayoutOption> options(Object labels) {
        if (labels == null) {
            return List.of();
        }
        if (!(labels instanceof List<?> list)) {
            throw Problem.invalid("layout", "layout-labels");
        }
        return IntStream.range(0, list.size())
                .mapToObj(option -> option(list.get(option), option))
                .toList();
    }

    private static LayoutOption option(Object label, int option) {
        if (!(label instanceof List<?> words)) {
            return new LayoutOption(name(label, option, option), OFF_AND_ON);
        }
        var choices = new ArrayList<LayoutChoice>();
        for (int choice = 1; choice < Math.min(words.size(), Piece.MOST_CHOICES + 1); choice++) {
            choices.add(choice(name(words.get(choice), choice - 1, option)));
        }
        return new LayoutOption(
                words.isEmpty() ? Layout.numbered(option) : name(words.getFirst(), option, option), choices);
    }

    private static Text name(Object word, int index, int option) {
        if (!(word instanceof String || word instanceof Number)) {
            throw Problem.invalid("layout", "layout-label", Map.of("item", option + 1));
        }
        String name = Legend.plain(word.toString(), LayoutMetadata.LONGEST_NAME);
        return name.isEmpty() ? Layout.numbered(index) : new Text(name, name);
    }

    private static LayoutChoice choice(Text name) {
        return new LayoutChoice(name, null, null);
    }
}
