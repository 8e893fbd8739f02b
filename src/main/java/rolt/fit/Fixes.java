package rolt.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rolt.fit.FitMessages.Action;
import rolt.fit.FitMessages.Fix;
import rolt.fit.FitMessages.Severity;
import rolt.fit.FitMessages.Verdict;

/**
 * Finds what can be done about verdicts. Each fix is applied and the build judged again: it counts only if the verdict
 * is gone. Those that add no new E come first; then the kit that holds the missing caps, what keeps all parts, another
 * kit, and giving up a part; caps that match those chosen come before others; then the cheapest. An E always has one,
 * because the parts that it is about can be given up.
 */
public final class Fixes {
    private static final int MOST = 3;

    /** A full judgement is the dear part; of those that pass their own rule the cheapest are tried. */
    private static final int MOST_TRIES = 24;

    /** Where nothing needs to be done. */
    private static final int FEW_TRIES = 6;

    private static final Comparator<Trial> CHEAPEST = Comparator.comparing(Trial::sacrifice)
            .thenComparing(Trial::kinship)
            .thenComparing(Trial::difference)
            .thenComparing(trial -> trial.remedy().id());

    private static final Predicate<Change> GIVES_UP =
            change -> change.action() == Action.REMOVE || change.action() == Action.DROP_SERVICE;

    private static final Comparator<Fix> CLEAN_FIRST = Comparator.comparing(fix -> !fix.clean());

    private final Build build;
    private final Context context;
    private final Shelf shelf;
    private final long total;
    private final CapCover caps;
    private final List<Verdict> before;

    private Fixes(Build build, Context without, Shelf shelf) {
        this.build = build;
        this.context = without.with(shelf);
        this.shelf = shelf;
        this.total = new Quantities(build).total();
        this.caps = new CapCover(build);
        this.before = Compatibility.judge(build, context, caps);
    }

    /** What a change leaves of the selection. */
    private enum Sacrifice {
        NONE,
        KIT,
        PART
    }

    /** How caps that are added match those chosen; all else is as good as matching. */
    private enum Kinship {
        SAME_SET,
        SAME_PROFILE,
        NONE
    }

    private record Trial(Remedy remedy, Build after, long difference) {
        private Sacrifice sacrifice() {
            if (remedy.any(GIVES_UP) && !remedy.any(change -> change.in() != null)) {
                return Sacrifice.PART;
            }
            return remedy.any(change -> change.in() instanceof Kit) ? Sacrifice.KIT : Sacrifice.NONE;
        }

        /** The least of all caps that are added. */
        private Kinship kinship() {
            List<KeycapKit> added = remedy.addedCaps().toList();
            List<KeycapKit> others =
                    after.keycaps().stream().filter(kit -> !added.contains(kit)).toList();
            return added.stream()
                    .map(kit -> kin(kit, others))
                    .max(Comparator.naturalOrder())
                    .orElse(Kinship.SAME_SET);
        }

        private static Kinship kin(KeycapKit kit, List<KeycapKit> others) {
            if (others.stream()
                    .anyMatch(other -> other.sold().code().equals(kit.sold().code()))) {
                return Kinship.SAME_SET;
            }
            boolean profile = others.stream()
                    .anyMatch(other ->
                            Truth.same(other.specs().profile(), kit.specs().profile()) == Truth.YES);
            return profile ? Kinship.SAME_PROFILE : Kinship.NONE;
        }

        private Fix fix(boolean clean) {
            return remedy.fix(difference, clean);
        }
    }

    /** The verdicts about a build, each with at most three fixes. */
    public static List<Verdict> judge(Build build, Context context, Shelf shelf) {
        Fixes fixes = new Fixes(build, context, shelf);
        return fixes.before.stream()
                .map(verdict -> verdict.with(fixes.of(verdict)))
                .toList();
    }

    private List<Fix> of(Verdict verdict) {
        List<Fix> found = new ArrayList<>();
        int clean = 0;
        for (Trial trial : trials(verdict)) {
            List<Verdict> after = Compatibility.judge(trial.after(), context, caps.of(trial.after()));
            boolean good = adds(after, verdict) == 0;
            if (gone(verdict, after) && (good || verdict.severity() == Severity.E)) {
                found.add(trial.fix(good));
                clean += good ? 1 : 0;
            }
            if (clean == MOST) {
                break;
            }
        }
        return found.stream().sorted(CLEAN_FIRST).limit(MOST).toList();
    }

    /** The changes that satisfy the verdict's own rule, the cheapest first, and all that give up a part. */
    private List<Trial> trials(Verdict verdict) {
        Set<String> seen = new HashSet<>();
        List<Trial> passing = remedies(verdict)
                .flatMap(remedy -> passing(remedy, verdict))
                .filter(trial -> trial.remedy().inStock(trial.after()))
                .sorted(Comparator.comparing((Trial trial) -> !covers(trial.remedy()))
                        .thenComparing(CHEAPEST))
                .filter(trial -> seen.add(trial.remedy().product()))
                .toList();
        int most = verdict.severity() == Severity.E ? MOST_TRIES : FEW_TRIES;
        List<Trial> tried = new ArrayList<>();
        for (Trial trial : passing) {
            if (tried.size() < most || trial.sacrifice() == Sacrifice.PART) {
                tried.add(trial);
            }
        }
        return tried;
    }

    private Stream<Remedy> remedies(Verdict verdict) {
        return Stream.concat(
                new Candidates(build, shelf, verdict, Compatibility.slots(verdict.rule()))
                        .all()
                        .map(Remedy::of),
                new Combinations(build, shelf, verdict, caps).all());
    }

    /** Whether it adds all that is missing of the caps: the named kits come before a change of the layout. */
    private boolean covers(Remedy remedy) {
        return before.stream().anyMatch(verdict -> remedy.adds(verdict.params().get("kits")));
    }

    /** Most candidates change nothing: the rule is asked before the price. */
    private Stream<Trial> passing(Remedy remedy, Verdict verdict) {
        Build after = remedy.apply(build);
        return gone(verdict, Compatibility.judge(after, context, caps.of(after), verdict.rule()))
                ? Stream.of(new Trial(remedy, after, new Quantities(after).total() - total))
                : Stream.empty();
    }

    /** Nothing of its rule is said that was not said before, and the verdict itself no longer. */
    private boolean gone(Verdict verdict, List<Verdict> after) {
        return after.stream()
                .filter(other -> other.rule().equals(verdict.rule()))
                .noneMatch(other -> other.alike(verdict) || isNew(other));
    }

    private boolean isNew(Verdict verdict) {
        return before.stream().noneMatch(verdict::alike);
    }

    /** New verdicts that count against a fix: an E always, a W only where nothing worse than it is mended. */
    private long adds(List<Verdict> after, Verdict verdict) {
        Severity limit = verdict.severity() == Severity.E || mendsError(after) ? Severity.E : Severity.W;
        return after.stream()
                .filter(other -> other.severity().compareTo(limit) <= 0 && isNewOrWorse(other))
                .count();
    }

    private boolean mendsError(List<Verdict> after) {
        return before.stream()
                .filter(verdict -> verdict.severity() == Severity.E)
                .anyMatch(verdict -> after.stream().noneMatch(verdict::alike));
    }

    private boolean isNewOrWorse(Verdict verdict) {
        return before.stream()
                .noneMatch(other -> verdict.alike(other) && other.severity().compareTo(verdict.severity()) <= 0);
    }
}
