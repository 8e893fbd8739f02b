package rolt.fit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import rolt.fit.CapMatching.Placed;
import rolt.fit.CapNeeds.Need;
import rolt.fit.CapSupply.Alike;
import rolt.fit.FitMessages.KitCaps;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.Kind;

/** Tells a matching by the keys of the board and the kits whose caps they get; what is alike goes in order. */
final class CapPlaces {
    private final Map<Wanted, Deque<Integer>> keys = new HashMap<>();
    private final Map<Held, Deque<String>> caps = new HashMap<>();

    private CapPlaces() {}

    private record Wanted(CapShape shape, Need need) {}

    private record Held(CapShape shape, Alike cap) {}

    /** By SKU; keys that stay bare are left out. */
    static List<KitCaps> of(Board board, List<KeycapKit> kits, CapMatching matching) {
        var places = new CapPlaces();
        places.queue(board);
        CapSupply.each(kits, (kit, shape, alike, count) -> places.lay(kit, new Held(shape, alike), count));
        var taken = new TreeMap<String, List<Integer>>();
        matching.placed().forEach(placed -> places.take(placed, taken));
        return taken.entrySet().stream()
                .map(entry -> new KitCaps(
                        entry.getKey(), entry.getValue().stream().sorted().toList()))
                .toList();
    }

    private void queue(Board board) {
        var legends = KeyLegends.of(board);
        IntStream.range(0, board.keys().size())
                .filter(key -> board.keys().get(key).kind() == Kind.SWITCH)
                .forEach(place -> {
                    var key = board.keys().get(place);
                    var wanted = new Wanted(CapShape.of(key), new Need(key.row(), legends.suiting(key)));
                    keys.computeIfAbsent(wanted, each -> new ArrayDeque<>()).add(place);
                });
    }

    private void lay(KeycapKit kit, Held held, int count) {
        var pile = caps.computeIfAbsent(held, each -> new ArrayDeque<>());
        IntStream.range(0, count).forEach(each -> pile.add(kit.sku()));
    }

    private void take(Placed placed, Map<String, List<Integer>> taken) {
        var waiting = keys.get(new Wanted(placed.shape(), placed.key()));
        var pile = caps.get(new Held(placed.shape(), placed.cap()));
        for (int each = 0; each < placed.count(); each++) {
            taken.computeIfAbsent(pile.remove(), sku -> new ArrayList<>()).add(waiting.remove());
        }
    }
}
