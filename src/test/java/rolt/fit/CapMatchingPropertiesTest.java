package rolt.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import rolt.fit.CapNeeds.Need;
import rolt.fit.CapSupply.Alike;
import rolt.fit.CapSupply.Stem;
import rolt.fit.KeycapKit.Cap;
import rolt.fit.KeycapKit.LegendClass;
import rolt.layout.LayoutMessages.Board;
import rolt.layout.LayoutMessages.Key;
import rolt.layout.LayoutMessages.Kind;
import rolt.layout.LayoutMessages.Row;
import rolt.layout.LayoutMessages.Shape;
import rolt.layout.LayoutMessages.Turn;

class CapMatchingPropertiesTest {

    @Property(tries = 500)
    void no_other_matching_is_better(
            @ForAll("keys") @Size(max = 4) List<Key> keys, @ForAll("kits") @Size(max = 2) List<KeycapKit> kits) {
        var supply = CapSupply.of(kits);
        var best = CapMatching.of(CapNeeds.of(board(keys)), supply);
        assertThat(faults(best)).isEqualTo(leastFaults(keys, supply));
    }

    @Property
    void the_order_of_the_kits_makes_no_difference(
            @ForAll("keys") List<Key> keys, @ForAll("kits") List<KeycapKit> kits, @ForAll Random random) {
        var others = new ArrayList<>(kits);
        Collections.shuffle(others, random);
        var needs = CapNeeds.of(board(keys));
        assertThat(CapMatching.of(needs, CapSupply.of(others))).isEqualTo(CapMatching.of(needs, CapSupply.of(kits)));
    }

    @Property
    void another_kit_never_leaves_more_keys_bare(@ForAll("keys") List<Key> keys, @ForAll("kits") List<KeycapKit> kits) {
        var needs = CapNeeds.of(board(keys));
        var without = CapMatching.of(needs, CapSupply.of(kits.stream().skip(1).toList()));
        assertThat(bare(CapMatching.of(needs, CapSupply.of(kits)))).isLessThanOrEqualTo(bare(without));
    }

    @Property
    void exactly_the_missing_caps_leave_none_missing(
            @ForAll("keys") List<Key> keys, @ForAll("kits") List<KeycapKit> kits) {
        var needs = CapNeeds.of(board(keys));
        var missing = CapMatching.of(needs, CapSupply.of(kits)).missing();
        var supplied = new ArrayList<>(kits);
        supplied.add(Caps.kit(
                "Z-REST",
                1,
                Caps.SCULPTED,
                missing.entrySet().stream()
                        .map(entry -> cap(entry.getKey().outline().w(), Row.A, LegendClass.ALPHA, entry.getValue()))
                        .toArray(Cap[]::new)));
        assertThat(CapMatching.of(needs, CapSupply.of(supplied)).bare()).isEmpty();
    }

    @Property
    void every_key_is_told_of_once(@ForAll("keys") List<Key> keys, @ForAll("kits") List<KeycapKit> kits) {
        var matching = CapMatching.of(CapNeeds.of(board(keys)), CapSupply.of(kits));
        int placed = matching.placed().stream().mapToInt(each -> each.count()).sum();
        assertThat(placed + bare(matching)).isEqualTo(keys.size());
    }

    @Provide
    static Arbitrary<List<Key>> keys() {
        var legends = Arbitraries.of("Esc", "A", "Shift", "", "↑", "1", "Del");
        return Combinators.combine(Arbitraries.of(Row.values()), Arbitraries.of(1.0, 1.5, 6.0), legends)
                .as((row, w, legend) -> new Key(0, 0, Shape.of(w, 1), false, Turn.NONE, legend, row, Kind.SWITCH))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    static Arbitrary<List<KeycapKit>> kits() {
        var caps = Combinators.combine(
                        Arbitraries.of(1.0, 1.5, 6.0),
                        Arbitraries.of(Row.values()),
                        Arbitraries.of(LegendClass.values()),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(0.0, 0.5))
                .as((w, row, legend, count, stem) ->
                        new Cap(w, 1, null, null, null, null, row, legend, count, false, stem))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.of(
                                Caps.SCULPTED,
                                Caps.UNIFORM,
                                SampleCaps.caps("GBT-BASE").specs()),
                        caps)
                .as((set, held) -> Caps.kit("K", 1, set, held.toArray(Cap[]::new)))
                .list()
                .ofMaxSize(4)
                .map(Caps::numbered);
    }

    private static Board board(List<Key> keys) {
        return new Board(keys, 1, 1, keys.size(), List.of(), List.of());
    }

    private static Cap cap(double w, Row row, LegendClass legend, int count) {
        return Caps.cap(w, row, legend, count);
    }

    private static int bare(CapMatching matching) {
        return matching.bare().stream().mapToInt(each -> each.count()).sum();
    }

    /** In the order of their weight: bare, stem misses, sculpted row, legend, uniform row, stem unknown. */
    private static List<Integer> faults(CapMatching matching) {
        var faults = new int[6];
        faults[0] = bare(matching);
        matching.placed().forEach(placed -> add(faults, placed.key(), placed.cap(), placed.count()));
        return Arrays.stream(faults).boxed().toList();
    }

    private static void add(int[] faults, Need key, Alike cap, int count) {
        faults[1] += cap.stem() == Stem.MISSES ? count : 0;
        faults[cap.sculpted() ? 2 : 4] += cap.suitsRow(key) ? 0 : count;
        faults[3] += cap.suitsLegend(key) ? 0 : count;
        faults[5] += cap.stem() == Stem.UNKNOWN ? count : 0;
    }

    /** Tries every cap, and none, on each key. */
    private static List<Integer> leastFaults(List<Key> keys, CapSupply supply) {
        var legends = KeyLegends.of(board(keys));
        List<List<Integer>> all = new ArrayList<>();
        var free = new HashMap<CapShape, Map<Alike, Integer>>();
        supply.byShape().forEach((shape, caps) -> free.put(shape, new LinkedHashMap<>(caps)));
        place(keys, legends, free, new int[6], all);
        return all.stream().min(BY_WEIGHT).orElseThrow();
    }

    private static final Comparator<List<Integer>> BY_WEIGHT =
            Comparator.comparing(faults -> faults.toArray(Integer[]::new), Arrays::compare);

    private static void place(
            List<Key> keys,
            KeyLegends legends,
            Map<CapShape, Map<Alike, Integer>> free,
            int[] faults,
            List<List<Integer>> all) {
        if (keys.isEmpty()) {
            all.add(Arrays.stream(faults).boxed().toList());
            return;
        }
        var key = keys.getFirst();
        var rest = keys.subList(1, keys.size());
        var bare = faults.clone();
        bare[0]++;
        place(rest, legends, free, bare, all);
        var need = new Need(key.row(), legends.suiting(key));
        var caps = free.getOrDefault(CapShape.of(key), Map.of());
        for (var cap : List.copyOf(caps.keySet())) {
            if (caps.get(cap) > 0) {
                caps.merge(cap, -1, Integer::sum);
                var with = faults.clone();
                add(with, need, cap, 1);
                place(rest, legends, free, with, all);
                caps.merge(cap, 1, Integer::sum);
            }
        }
    }
}
