package rolt.fit;

import static rolt.fit.Finding.when;
import static rolt.fit.FitMessages.Severity.E;
import static rolt.fit.FitMessages.Severity.W;
import static rolt.fit.Rule.kitAndStabilisers;
import static rolt.fit.Truth.holds;
import static rolt.fit.Truth.is;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import rolt.fit.Attributes.StabiliserMount;
import rolt.fit.Build.AccessoryPick;
import rolt.fit.FitMessages.Slot;

/** Rules about stabilisers: T01 to T03. */
final class StabiliserRules {
    /** mm; screw-in stabilisers are made for 1.6 */
    private static final double THIN_PCB = 1.2;

    static final List<Rule> ALL = List.of(
            kitAndStabilisers("T01", E, StabiliserRules::mountUnsupported),
            new Rule("T02", E, Set.of(Slot.KIT, Slot.STABILISERS), StabiliserRules::tooFew),
            kitAndStabilisers("T03", W, StabiliserRules::needsWashers));

    private StabiliserRules() {}

    /** Screw-in, clip-in and plate mount differ. */
    private static Finding mountUnsupported(Kit kit, Accessory part) {
        return when(holds(kit.specs().stabiliserMounts(), part.mount()).not())
                .telling("kit", kit.specs().stabiliserMounts(), "stabiliser", part.mount());
    }

    private static Finding needsWashers(Kit kit, Accessory part) {
        Double thickness = kit.specs().pcbThickness();
        Truth thin = Truth.of(thickness == null ? null : thickness <= THIN_PCB);
        return when(is(part.mount(), StabiliserMount.PCB_SCREW_IN).and(thin)).telling("thickness", thickness);
    }

    /** Those that a kit includes are as many as its board can take. */
    private static Stream<Finding> tooFew(Rule.Scene scene) {
        Build build = scene.build();
        if (build.kit() == null) {
            return Stream.of();
        }
        List<Accessory> sets = sets(build).map(AccessoryPick::part).toList();
        List<Part> parts = new ArrayList<>(sets);
        parts.add(build.kit());
        Truth included = holds(build.kit().specs().included(), Kit.Included.STABILISERS);
        return Stream.of(shortfall(build, sets, included.not()).about(parts));
    }

    private static Finding shortfall(Build build, List<Accessory> sets, Truth needed) {
        if (build.board() == null) {
            return when(needed.and(Truth.UNKNOWN));
        }
        List<Map<String, Object>> missing = missing(build).entrySet().stream()
                .map(entry -> Map.<String, Object>of("width", entry.getKey(), "count", entry.getValue()))
                .toList();
        boolean told = sets.stream().allMatch(set -> set.stabilisers() != null);
        Truth fewer = missing.isEmpty() ? Truth.NO : told ? Truth.YES : Truth.UNKNOWN;
        return when(needed.and(fewer)).telling("missing", missing);
    }

    /** How many of each width are short, for a board that is known. */
    static Map<Double, Integer> missing(Build build) {
        Map<Double, Integer> open = new TreeMap<>();
        build.board().stabilisers().forEach(each -> open.put(each.width(), each.count()));
        sets(build)
                .forEach(pick -> pick.part()
                        .held()
                        .forEach((width, count) ->
                                open.computeIfPresent(width, (each, needed) -> needed - count * pick.quantity())));
        open.values().removeIf(count -> count <= 0);
        return open;
    }

    /** Whether the kit is told to take this mount. */
    static boolean fits(Kit kit, Accessory part) {
        return mountUnsupported(kit, part).truth() == Truth.NO;
    }

    private static Stream<AccessoryPick> sets(Build build) {
        return build.accessories().stream().filter(pick -> pick.part().slot() == Slot.STABILISERS);
    }
}
