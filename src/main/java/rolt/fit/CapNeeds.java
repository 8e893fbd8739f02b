package rolt.fit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import rolt.fit.KeycapKit.LegendClass;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.Key;
import rolt.layout.LayoutMessages.Kind;
import rolt.layout.LayoutMessages.Row;

/** The caps that a board takes, by shape: one for each switch; knobs and decals take none. */
record CapNeeds(Map<CapShape, Map<Need, Integer>> byShape) {

    /**
     * Keys of one shape that are alike.
     *
     * @param legends the classes that suit; all of them where the key's legend is not known
     */
    record Need(Row row, Set<LegendClass> legends) {}

    static CapNeeds of(Board board) {
        var legends = KeyLegends.of(board);
        var needs = new CapNeeds(new LinkedHashMap<>());
        for (var key : board.keys()) {
            if (key.kind() == Kind.SWITCH) {
                needs.add(key, legends.suiting(key));
            }
        }
        return needs;
    }

    private void add(Key key, Set<LegendClass> legends) {
        byShape.computeIfAbsent(CapShape.of(key), shape -> new LinkedHashMap<>())
                .merge(new Need(key.row(), legends), 1, Integer::sum);
    }

    /** How many caps of each shape, whatever their row and legend. */
    Map<CapShape, Integer> counts() {
        var counts = new LinkedHashMap<CapShape, Integer>();
        byShape.forEach((shape, keys) -> counts.put(
                shape, keys.values().stream().mapToInt(count -> count).sum()));
        return counts;
    }
}
