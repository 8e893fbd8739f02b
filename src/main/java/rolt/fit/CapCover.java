package rolt.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolt.fit.Build.SwitchPick;
import rolt.fit.CapMatching.Bare;
import rolt.fit.CapMatching.Placed;
import rolt.fit.FitMessages.KitCaps;
import rolt.fit.FitMessages.Slot;

/**
 * How the keycap kits of a build cover its board, worked out once for all rules. Kits that cannot be mounted on any of
 * the switches are left aside: another rule tells of them. Where it is not told of some, all cases are looked at.
 */
final class CapCover {
    private final Build build;
    private final List<KeycapKit> possible;

    /** Which kits may turn out to be those that can be mounted; first, that all can. */
    private final List<List<KeycapKit>> cases;

    private CapNeeds needs;
    private List<CapMatching> matchings;

    CapCover(Build build) {
        this.build = build;
        possible =
                build.keycaps().stream().filter(kit -> mounts(kit) != Truth.NO).toList();
        var certain = possible.stream().filter(kit -> mounts(kit) == Truth.YES).toList();
        var others = certain.isEmpty() ? ofOneMount() : Stream.of(certain);
        // Each is a part of all: one of the same size is the same.
        cases = Stream.concat(Stream.of(possible), others.filter(part -> part.size() < possible.size()))
                .toList();
    }

    /** This one where it is of the same board, switches and caps; matching is the dear part of a judgement. */
    CapCover of(Build other) {
        boolean same = other.kit() == build.kit()
                && other.board() == build.board()
                && other.switches().equals(build.switches())
                && other.keycaps().equals(build.keycaps());
        return same ? this : onBoard(new CapCover(other));
    }

    /** What a board needs is the same whatever is put on it. */
    private CapCover onBoard(CapCover other) {
        if (other.build.board() == build.board() && build.board() != null) {
            other.needs = needs();
        }
        return other;
    }

    private CapNeeds needs() {
        if (needs == null) {
            needs = CapNeeds.of(build.board());
        }
        return needs;
    }

    private Stream<List<KeycapKit>> ofOneMount() {
        var mounts = possible.stream().map(kit -> kit.specs().mount()).distinct();
        return mounts.map(mount ->
                possible.stream().filter(kit -> kit.specs().mount() == mount).toList());
    }

    private Truth mounts(KeycapKit kit) {
        return build.switches().stream()
                .map(SwitchPick::part)
                .map(part -> CapRules.mounts(part, kit))
                .reduce(Truth::or)
                .orElse(Truth.YES);
    }

    /** Whether there is a board to cover and something to cover it. */
    boolean asked() {
        return build.kit() != null && !possible.isEmpty();
    }

    /** Whether the makers have told which caps there are and that they can be mounted. */
    Truth told() {
        boolean told = possible.stream().allMatch(kit -> kit.caps() != null || !kit.named());
        return told && cases.size() == 1 ? Truth.YES : Truth.UNKNOWN;
    }

    /** Whether the makers have told which rows differ in height. */
    Truth formTold() {
        boolean told = possible.stream().allMatch(kit -> kit.specs().sculpted() != null || !kit.named());
        return told ? Truth.YES : Truth.UNKNOWN;
    }

    /** Whether a key stays bare; further caps of which nothing is told cannot do harm, but might help. */
    Truth leavesBare() {
        if (!matchings().isEmpty() && bare().isEmpty()) {
            return Truth.NO;
        }
        boolean complete = possible.stream().allMatch(kit -> kit.caps() != null);
        boolean sure = !matchings().isEmpty() && !matchings().getFirst().bare().isEmpty();
        return complete && sure ? Truth.YES : Truth.UNKNOWN;
    }

    /** Whether every key has a cap without a fault. */
    boolean suits() {
        return leavesBare() == Truth.NO && placed(Placed::faulty).isEmpty();
    }

    /**
     * The cheapest kits on the shelf that together hold what is missing: of the sets chosen, because their colours
     * match, else of their profiles.
     */
    Optional<List<KeycapKit>> cover(Shelf shelf) {
        if (!asked() || leavesBare() != Truth.YES) {
            return Optional.empty();
        }
        var missing = matchings().getFirst().missing();
        return Cover.cheapest(missing, alike(shelf, kit -> kit.sold().code()), KeycapKit::held)
                .or(() ->
                        Cover.cheapest(missing, alike(shelf, kit -> kit.specs().profile()), KeycapKit::held));
    }

    /** The kits of each other set on the shelf that cover the whole board alone, the cheapest of each set. */
    Stream<List<KeycapKit>> otherSets(Shelf shelf) {
        if (!asked() || build.board() == null) {
            return Stream.of();
        }
        var needed = CapNeeds.of(build.board()).counts();
        var chosen = build.keycaps().stream().map(kit -> kit.sold().code()).toList();
        return addable(shelf)
                .collect(Collectors.groupingBy(kit -> kit.sold().code(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(set -> !chosen.contains(set.getKey()))
                .flatMap(set -> Cover.cheapest(needed, set.getValue(), KeycapKit::held).stream());
    }

    private List<KeycapKit> alike(Shelf shelf, Function<KeycapKit, Object> trait) {
        var traits = possible.stream().filter(Part::named).map(trait).toList();
        return addable(shelf)
                .filter(kit -> trait.apply(kit) != null && traits.contains(trait.apply(kit)))
                .filter(kit -> possible.stream()
                        .anyMatch(
                                chosen -> chosen.specs().mount() == kit.specs().mount()))
                .toList();
    }

    private Stream<KeycapKit> addable(Shelf shelf) {
        return shelf.of(Slot.KEYCAPS).stream().map(KeycapKit.class::cast).filter(this::couldBeAdded);
    }

    private boolean couldBeAdded(KeycapKit kit) {
        return kit.caps() != null
                && mounts(kit) == Truth.YES
                && CapRules.collide(build.kit(), kit).truth() == Truth.NO
                && build.keycaps().stream().noneMatch(chosen -> chosen.sku().equals(kit.sku()));
    }

    /** The keys left bare, in the first case that leaves any; the first case is that all kits can be mounted. */
    List<Bare> bare() {
        return first(CapMatching::bare);
    }

    /** The keys with a cap of this fault, in the first case that has any. */
    List<Placed> placed(Predicate<Placed> fault) {
        return first(matching -> matching.placed().stream().filter(fault).toList());
    }

    private <T> List<T> first(Function<CapMatching, List<T>> faults) {
        return matchings().stream()
                .map(faults)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** None where nothing is told of the board or of any cap. */
    private List<CapMatching> matchings() {
        if (matchings == null) {
            boolean told = possible.stream().anyMatch(kit -> kit.caps() != null);
            matchings = told && build.board() != null ? matched() : List.of();
        }
        return matchings;
    }

    private List<CapMatching> matched() {
        return cases.stream()
                .map(kits -> CapMatching.of(needs(), CapSupply.of(told(kits))))
                .toList();
    }

    private static List<KeycapKit> told(List<KeycapKit> kits) {
        return kits.stream().filter(kit -> kit.caps() != null).toList();
    }

    /** Which kit's cap each key gets. */
    List<KitCaps> places() {
        return matchings().isEmpty()
                ? List.of()
                : CapPlaces.of(build.board(), told(possible), matchings().getFirst());
    }

    List<Part> parts() {
        var parts = new ArrayList<Part>(build.keycaps());
        parts.add(build.kit());
        return parts;
    }
}
