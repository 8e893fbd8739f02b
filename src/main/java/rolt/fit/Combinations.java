package rolt.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rolt.fit.FitMessages.Severity;
import rolt.fit.FitMessages.Slot;
import rolt.fit.FitMessages.Verdict;

/**
 * What may remove a verdict by several changes together, where each of them alone does not.
 *
 * @param caps of the build
 */
record Combinations(Build build, Shelf shelf, Verdict verdict, CapCover caps) {
    private static final int MOST_SETS = 4;

    Stream<Remedy> all() {
        Stream<Remedy> added = Stream.concat(keycaps(), stabilisers());
        return verdict.severity() == Severity.E
                ? Stream.of(added, otherSets(), layout(), zones()).flatMap(remedies -> remedies)
                : added;
    }

    private boolean buys(Slot slot) {
        return Compatibility.slots(verdict.rule()).contains(slot)
                && !build.owned().contains(slot);
    }

    /** The kits that hold the missing caps. */
    private Stream<Remedy> keycaps() {
        return buys(Slot.KEYCAPS)
                ? caps.cover(shelf).stream()
                        .filter(kits -> kits.size() > 1)
                        .map(kits -> new Remedy(kits.stream().map(Change::add).toList()))
                : Stream.of();
    }

    /** Kits of another set instead of all that are chosen. */
    private Stream<Remedy> otherSets() {
        return verdict.rule().equals("K01") && buys(Slot.KEYCAPS)
                ? caps.otherSets(shelf).map(this::exchanged)
                : Stream.of();
    }

    private Remedy exchanged(List<KeycapKit> entering) {
        List<Change> changes = new ArrayList<>();
        List<KeycapKit> leaving = build.keycaps();
        for (int i = 0; i < Math.max(leaving.size(), entering.size()); i++) {
            if (i >= leaving.size()) {
                changes.add(Change.add(entering.get(i)));
            } else {
                changes.add(
                        i < entering.size()
                                ? Change.replace(leaving.get(i), entering.get(i), null)
                                : Change.remove(leaving.get(i)));
            }
        }
        return new Remedy(changes);
    }

    /** Sets of stabilisers that together hold those that are missing, one or several of each. */
    private Stream<Remedy> stabilisers() {
        if (!verdict.rule().equals("T02") || !buys(Slot.STABILISERS) || build.board() == null) {
            return Stream.of();
        }
        Map<Double, Integer> missing = StabiliserRules.missing(build);
        List<Accessory> pieces = shelf.of(Slot.STABILISERS).stream()
                .map(Accessory.class::cast)
                .filter(set -> StabiliserRules.fits(build.kit(), set) && absent(set))
                .flatMap(set -> Collections.nCopies(pieces(set), set).stream())
                .toList();
        return Cover.cheapest(missing, pieces, Accessory::held).stream()
                .filter(sets -> sets.size() > 1)
                .map(Combinations::added);
    }

    private boolean absent(Part part) {
        return build.parts().stream().noneMatch(there -> there.sku().equals(part.sku()));
    }

    private static int pieces(Part part) {
        Integer available = part.sold().available();
        return available == null ? MOST_SETS : Math.min(MOST_SETS, available);
    }

    private static Remedy added(List<Accessory> sets) {
        return new Remedy(sets.stream()
                .distinct()
                .map(set -> Change.add(set, Collections.frequency(sets, set)))
                .toList());
    }

    /** Back to the first choices of the layout, as far as it needs to go. */
    private Stream<Remedy> layout() {
        List<Integer> chosen = IntStream.range(0, build.choices().size())
                .filter(option -> build.choices().get(option) != 0)
                .boxed()
                .toList();
        if (chosen.size() < 2 || !Compatibility.asksBoard(verdict.rule())) {
            return Stream.of();
        }
        List<Integer> back = new ArrayList<>(chosen);
        for (Integer option : chosen) {
            List<Integer> fewer =
                    back.stream().filter(each -> !each.equals(option)).toList();
            if (!fewer.isEmpty() && removes(first(fewer))) {
                back.remove(option);
            }
        }
        return Stream.of(first(back)).filter(remedy -> remedy.changes().size() > 1);
    }

    private static Remedy first(List<Integer> options) {
        return new Remedy(
                options.stream().map(option -> Change.choose(option, 0)).toList());
    }

    private boolean removes(Remedy remedy) {
        Build after = remedy.apply(build);
        return Compatibility.judge(after, Context.NONE, caps.of(after), verdict.rule()).stream()
                .noneMatch(verdict::alike);
    }

    /** Switches of zones of which more than one has too few. */
    private Stream<Remedy> zones() {
        Quantities now = new Quantities(build);
        List<Change> counted = build.switches().stream()
                .filter(pick -> pick.positions() != null && now.switches(pick) < pick.positions())
                .map(pick -> Change.quantity(pick.part(), null))
                .toList();
        return buys(Slot.SWITCHES) && counted.size() > 1 ? Stream.of(new Remedy(counted)) : Stream.of();
    }
}
