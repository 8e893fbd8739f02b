package rolt.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.fit.Caps.SCULPTED;
import static rolt.fit.Caps.cap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import rolt.fit.KeycapKit.Cap;
import rolt.fit.KeycapKit.LegendClass;
import rolt.layout.LayoutMessages.Row;
import rolt.layout.LayoutMessages.Shape;

class CoverTest {
    private static final List<Double> WIDTHS = List.of(1.25, 1.5, 2.25, 7.0);

    @Test
    void two_cheap_kits_may_beat_a_dear_one_that_holds_all() {
        var missing = Map.of(plain(1.5), 2, plain(7), 1);
        var space = Caps.kit("S-SPACE", 100, SCULPTED, caps(7, 1));
        var mods = Caps.kit("S-MODS", 150, SCULPTED, caps(1.5, 2));
        assertThat(cheapest(missing, List.of(Caps.kit("S-ALL", 300, SCULPTED, caps(7, 1), caps(1.5, 4)), space, mods)))
                .hasValue(List.of(space, mods));
        var all = Caps.kit("S-ALL", 250, SCULPTED, caps(7, 1), caps(1.5, 4));
        assertThat(cheapest(missing, List.of(space, all, mods)))
                .as("of equal price the fewest")
                .hasValue(List.of(all));
    }

    @Test
    void kits_that_leave_something_missing_are_no_cover() {
        assertThat(cheapest(Map.of(plain(2.25), 2), List.of(Caps.kit("S-1", 1, SCULPTED, caps(2.25, 1)))))
                .isEmpty();
        assertThat(cheapest(Map.of(), List.of())).hasValue(List.of());
    }

    @Property(tries = 200)
    void up_to_twelve_kits_no_cover_is_cheaper_and_of_equal_price_none_has_fewer(
            @ForAll("missing") Map<CapShape, Integer> missing, @ForAll("kits") List<KeycapKit> kits) {
        var cover = cheapest(missing, kits);
        assertThat(cover.map(CoverTest::rank)).isEqualTo(bestOfAll(missing, kits));
        cover.ifPresent(found -> assertThat(covers(missing, found)).isTrue());
        Statistics.label("several kits")
                .collect(cover.filter(found -> found.size() > 2).isPresent())
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 3));
        Statistics.label("none")
                .collect(cover.isEmpty())
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 3));
    }

    /** As often as a piece may be bought it stands in the list. */
    @Property(tries = 100)
    void a_piece_may_be_bought_several_times(
            @ForAll("missing") Map<CapShape, Integer> missing, @ForAll("fewKits") List<KeycapKit> kits) {
        var pieces = kits.stream()
                .flatMap(kit -> Collections.nCopies(4, kit).stream())
                .toList();
        assertThat(cheapest(missing, pieces).map(CoverTest::rank)).isEqualTo(bestOfAll(missing, pieces));
    }

    @Property
    void the_order_of_the_kits_makes_no_difference(
            @ForAll("missing") Map<CapShape, Integer> missing,
            @ForAll("kits") List<KeycapKit> kits,
            @ForAll Random random) {
        var others = new ArrayList<>(kits);
        Collections.shuffle(others, random);
        assertThat(cheapest(missing, others)).isEqualTo(cheapest(missing, kits));
    }

    @Property(tries = 50)
    void among_many_kits_a_cover_is_found_whenever_there_is_one(
            @ForAll("missing") Map<CapShape, Integer> missing, @ForAll("manyKits") List<KeycapKit> kits) {
        var cover = cheapest(missing, kits);
        assertThat(cover.isPresent()).isEqualTo(covers(missing, kits));
        cover.ifPresent(found -> assertThat(covers(missing, found)).isTrue());
    }

    @Provide
    static Arbitrary<Map<CapShape, Integer>> missing() {
        return Arbitraries.maps(
                        Arbitraries.of(WIDTHS).map(CoverTest::plain),
                        Arbitraries.integers().between(1, 4))
                .ofMaxSize(WIDTHS.size());
    }

    @Provide
    static Arbitrary<List<KeycapKit>> kits() {
        return kit().list().ofMaxSize(12).map(Caps::numbered);
    }

    @Provide
    static Arbitrary<List<KeycapKit>> fewKits() {
        return kit().list().ofMaxSize(2).map(Caps::numbered);
    }

    @Provide
    static Arbitrary<List<KeycapKit>> manyKits() {
        return kit().list().ofMinSize(20).ofMaxSize(60).map(Caps::numbered);
    }

    private static Arbitrary<KeycapKit> kit() {
        var caps = Combinators.combine(
                        Arbitraries.of(WIDTHS), Arbitraries.integers().between(1, 2))
                .as(CoverTest::caps)
                .array(Cap[].class)
                .ofMinSize(1)
                .ofMaxSize(3);
        return Combinators.combine(Arbitraries.longs().between(1, 6), caps)
                .as((price, held) -> Caps.kit("S", price, SCULPTED, held));
    }

    private static Optional<List<KeycapKit>> cheapest(Map<CapShape, Integer> missing, List<KeycapKit> kits) {
        return Cover.cheapest(missing, kits, KeycapKit::held);
    }

    /** Price and count of the best of all subsets. */
    private static Optional<List<Long>> bestOfAll(Map<CapShape, Integer> missing, List<KeycapKit> kits) {
        return IntStream.range(0, 1 << kits.size())
                .mapToObj(subset -> IntStream.range(0, kits.size())
                        .filter(kit -> (subset & 1 << kit) != 0)
                        .mapToObj(kits::get)
                        .toList())
                .filter(subset -> covers(missing, subset))
                .map(CoverTest::rank)
                .min(Comparator.comparing(List<Long>::getFirst).thenComparing(List::getLast));
    }

    private static List<Long> rank(List<KeycapKit> kits) {
        return List.of(kits.stream().mapToLong(kit -> kit.sold().price()).sum(), (long) kits.size());
    }

    private static boolean covers(Map<CapShape, Integer> missing, List<KeycapKit> kits) {
        var held = new HashMap<CapShape, Integer>();
        kits.stream()
                .flatMap(kit -> kit.caps().stream())
                .forEach(cap -> held.merge(CapShape.of(cap), cap.count(), Integer::sum));
        return missing.entrySet().stream().allMatch(entry -> held.getOrDefault(entry.getKey(), 0) >= entry.getValue());
    }

    private static Cap caps(double w, int count) {
        return cap(w, Row.BOTTOM, LegendClass.MODIFIER, count);
    }

    private static CapShape plain(double w) {
        return new CapShape(Shape.of(w, 1), false);
    }
}
