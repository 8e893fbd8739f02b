package rolt.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rolt.fit.CapNeeds.Need;
import rolt.fit.CapSupply.Alike;
import rolt.fit.CapSupply.Stem;

/**
 * The best way to put the caps of some kits on the keys of a board. Only a cap of the key's shape goes on it; among the
 * ways to do so the best has the fewest keys left bare, then the fewest stems that miss their switch or may miss it,
 * sculpted caps in another row, wrong legends, and uniform caps in another row: the worst verdicts first.
 *
 * @param bare the keys without a cap
 * @param placed the keys with theirs
 */
record CapMatching(List<Bare> bare, List<Placed> placed) {
    /** Ten bits for each kind of fault, since no layout has more keys than these can count. */
    private static final long UNIFORM_ROW = 1;

    private static final long LEGEND = UNIFORM_ROW << 10;
    private static final long SCULPTED_ROW = LEGEND << 10;
    private static final long STEM_UNKNOWN = SCULPTED_ROW << 10;
    private static final long STEM_MISSES = STEM_UNKNOWN << 10;
    private static final long BARE = STEM_MISSES << 10;

    record Bare(CapShape shape, Need key, int count) {}

    record Placed(CapShape shape, Need key, Alike cap, int count) {
        boolean faulty() {
            return !cap.suitsRow(key) || !cap.suitsLegend(key) || cap.stem() != Stem.FITS;
        }
    }

    static CapMatching of(CapNeeds needs, CapSupply supply) {
        var matching = new CapMatching(new ArrayList<>(), new ArrayList<>());
        needs.byShape().forEach((shape, keys) -> {
            var caps = supply.byShape().getOrDefault(shape, Map.of());
            matching.match(shape, keys, caps);
        });
        return matching;
    }

    /** How many caps of each shape are missing, whatever their row and legend. */
    Map<CapShape, Integer> missing() {
        var missing = new LinkedHashMap<CapShape, Integer>();
        bare.forEach(none -> missing.merge(none.shape, none.count, Integer::sum));
        return missing;
    }

    private void match(CapShape shape, Map<Need, Integer> needed, Map<Alike, Integer> held) {
        var keys = List.copyOf(needed.keySet());
        var caps = List.copyOf(held.keySet());
        var counts = Assignment.cheapest(
                needed.values().stream().mapToInt(count -> count).toArray(), supplies(needed, held), costs(keys, caps));
        for (int key = 0; key < keys.size(); key++) {
            tell(shape, keys.get(key), caps, counts[key]);
        }
    }

    /** The last supply is of no cap at all, enough for every key. */
    private static int[] supplies(Map<Need, Integer> needed, Map<Alike, Integer> held) {
        var supplies = new int[held.size() + 1];
        int next = 0;
        for (int count : held.values()) {
            supplies[next++] = count;
        }
        supplies[next] = needed.values().stream().mapToInt(count -> count).sum();
        return supplies;
    }

    private static long[][] costs(List<Need> keys, List<Alike> caps) {
        var costs = new long[keys.size()][caps.size() + 1];
        for (int key = 0; key < keys.size(); key++) {
            for (int cap = 0; cap < caps.size(); cap++) {
                costs[key][cap] = cost(keys.get(key), caps.get(cap));
            }
            costs[key][caps.size()] = BARE;
        }
        return costs;
    }

    private static long cost(Need key, Alike cap) {
        long row = Boolean.FALSE.equals(cap.sculpted()) ? UNIFORM_ROW : SCULPTED_ROW;
        long stem = switch (cap.stem()) {
            case FITS -> 0;
            case UNKNOWN -> STEM_UNKNOWN;
            case MISSES -> STEM_MISSES;
        };
        return stem + (cap.suitsRow(key) ? 0 : row) + (cap.suitsLegend(key) ? 0 : LEGEND);
    }

    private void tell(CapShape shape, Need key, List<Alike> caps, int[] counts) {
        for (int cap = 0; cap < caps.size(); cap++) {
            if (counts[cap] > 0) {
                placed.add(new Placed(shape, key, caps.get(cap), counts[cap]));
            }
        }
        if (counts[caps.size()] > 0) {
            bare.add(new Bare(shape, key, counts[caps.size()]));
        }
    }
}
