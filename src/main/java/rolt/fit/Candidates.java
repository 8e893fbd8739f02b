package rolt.fit;

import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rolt.fit.Build.SwitchPick;
import rolt.fit.FitMessages.Action;
import rolt.fit.FitMessages.Severity;
import rolt.fit.FitMessages.Slot;
import rolt.fit.FitMessages.Verdict;

/**
 * The changes of a build that may remove a verdict; most will not.
 *
 * @param slots that the verdict's rule is about
 */
record Candidates(Build build, Shelf shelf, Verdict verdict, Set<Slot> slots) {
    private static final int MOST_SETS = 4;

    /** What may be put beside what is there. */
    private static final Set<Slot> ADDED = Set.of(Slot.KEYCAPS, Slot.STABILISERS, Slot.ACCESSORIES, Slot.SERVICES);

    Stream<Change> all() {
        if (verdict.severity() == Severity.I) {
            return Stream.concat(quantities(), additions());
        }
        Stream<Change> all = Stream.of(quantities(), layouts(), replacements(), additions(), removals())
                .flatMap(changes -> changes);
        return verdict.severity() == Severity.E ? all : all.filter(Candidates::gentle);
    }

    /** What is only a warning is no reason to give up a part, or to change the whole kit. */
    private static boolean gentle(Change change) {
        return change.action() != Action.REMOVE && !(change.in() instanceof Kit);
    }

    /** Parts of the verdict that the customer would buy. */
    private Stream<Part> concerned() {
        return build.parts().stream().filter(this::concerns);
    }

    private Stream<Change> quantities() {
        Quantities now = new Quantities(build);
        Stream<Change> switches =
                build.switches().stream().filter(pick -> concerns(pick.part())).flatMap(pick -> packs(now, pick));
        Stream<Change> sets = build.accessories().stream()
                .filter(pick -> concerns(pick.part()))
                .flatMap(pick -> IntStream.rangeClosed(pick.quantity() + 1, pick.quantity() + MOST_SETS)
                        .mapToObj(quantity -> Change.quantity(pick.part(), quantity)));
        Stream<Change> services = build.services().stream()
                .filter(pick -> concerns(pick.part()) && pick.quantity() != null)
                .map(pick -> Change.quantity(pick.part(), null));
        return Stream.of(switches, sets, services).flatMap(changes -> changes);
    }

    /** As many packs as there are keys left for, and one more for spares; counted anew where they were told. */
    private Stream<Change> packs(Quantities now, SwitchPick pick) {
        int needed = now.packsForTheRest(pick);
        boolean alone = build.switches().size() == 1 && pick.positions() == null;
        Stream<Change> told = IntStream.of(needed, needed + 1)
                .filter(packs -> pick.positions() != null || packs != now.packs(pick) && !(alone && packs == needed))
                .mapToObj(packs -> Change.quantity(pick.part(), packs));
        return pick.packs() == null || !alone && pick.positions() == null
                ? told
                : Stream.concat(Stream.of(Change.quantity(pick.part(), null)), told);
    }

    private boolean concerns(Part part) {
        return verdict.parts().contains(part.sku()) && !build.owns(part);
    }

    private Stream<Change> layouts() {
        if (build.board() == null || !Compatibility.asksBoard(verdict.rule())) {
            return Stream.of();
        }
        var options = build.kit().layout().options();
        return IntStream.range(0, options.size()).boxed().flatMap(option -> {
            int chosen = option < build.choices().size() ? build.choices().get(option) : 0;
            return IntStream.range(0, options.get(option).choices().size())
                    .filter(choice -> choice != chosen)
                    .mapToObj(choice -> Change.choose(option, choice));
        });
    }

    private Stream<Change> replacements() {
        return concerned()
                .flatMap(out -> shelf.of(out.slot()).stream()
                        .filter(in -> alike(out, in) && absent(in))
                        .map(in -> Change.replace(out, in, packs(out, in))));
    }

    /** Beside other switches as many as before, so that only one fills up what they leave; null to have it derived. */
    private Integer packs(Part out, Part in) {
        if (!(in instanceof Switch part) || build.switches().size() == 1 || part.packSize() == null) {
            return null;
        }
        Quantities now = new Quantities(build);
        return build.switches().stream()
                .filter(pick -> pick.part() == out && pick.packs() != null)
                .map(pick -> Math.ceilDiv(now.switches(pick), part.packSize()))
                .findFirst()
                .orElse(null);
    }

    private static boolean alike(Part out, Part in) {
        return switch (out) {
            case Accessory accessory ->
                in instanceof Accessory other && other.is(accessory.specs().type());
            case Service service ->
                in instanceof Service other && other.is(service.specs().type());
            default -> true;
        };
    }

    private Stream<Change> additions() {
        return slots.stream()
                .filter(slot -> ADDED.contains(slot) && !build.owned().contains(slot))
                .sorted()
                .flatMap(slot -> shelf.of(slot).stream())
                .filter(this::absent)
                .map(Change::add);
    }

    private boolean absent(Part part) {
        return build.parts().stream().noneMatch(there -> there.sku().equals(part.sku()));
    }

    private Stream<Change> removals() {
        return concerned().map(Change::remove);
    }
}
