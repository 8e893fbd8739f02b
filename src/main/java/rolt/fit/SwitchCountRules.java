package rolt.fit;

import static rolt.fit.Finding.when;
import static rolt.fit.FitMessages.Severity.E;
import static rolt.fit.FitMessages.Severity.I;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import rolt.fit.Build.SwitchPick;
import rolt.fit.FitMessages.Severity;
import rolt.fit.FitMessages.Slot;

/** Rules about how many switches there are: S10 to S13. */
final class SwitchCountRules {
    private static final int FEWEST_SPARES = 2;
    private static final double SPARES = 0.03;

    static final List<Rule> ALL = List.of(
            rule("S10", E, Count::bareKeys),
            rule("S11", I, Count::fewSpares),
            rule("S12", I, Count::leftOver),
            rule("S13", E, Count::zonesDoNotAddUp));

    private SwitchCountRules() {}

    private interface Check {
        Finding of(Count count);
    }

    /** About the board and all switches together. */
    private static Rule rule(String id, Severity severity, Check check) {
        return new Rule(id, severity, Set.of(Slot.KIT, Slot.SWITCHES), scene -> {
            Build build = scene.build();
            if (build.kit() == null || build.switches().isEmpty()) {
                return Stream.of();
            }
            return Stream.of(check.of(new Count(build)).about(parts(build)));
        });
    }

    private static List<Part> parts(Build build) {
        List<Part> parts = new ArrayList<>(List.of(build.kit()));
        build.switches().forEach(pick -> parts.add(pick.part()));
        return parts;
    }

    /** The positions of a board beside the switches chosen for it. */
    private record Count(Build build) {

        private int need() {
            return build.board().switchCount();
        }

        private int have() {
            return new Quantities(build).switches();
        }

        /** Whether there is a board, and every pack tells what it holds. */
        private boolean told() {
            return build.board() != null
                    && build.switches().stream().allMatch(pick -> pick.part().packSize() != null);
        }

        private Finding finding(Truth truth) {
            return when(truth).telling("need", need(), "have", have(), "left", have() - need());
        }

        /** Fewer switches than keys. */
        Finding bareKeys() {
            return told() ? finding(Truth.of(have() < need())) : when(Truth.UNKNOWN);
        }

        Finding fewSpares() {
            if (!told()) {
                return when(Truth.UNKNOWN);
            }
            int left = have() - need();
            double wanted = Math.max(FEWEST_SPARES, need() * SPARES);
            return finding(Truth.of(left >= 0 && left < wanted)).telling("wanted", (int) Math.ceil(wanted));
        }

        /** Of packs that are bought: nothing is left over of what the customer has already. */
        Finding leftOver() {
            if (build.owned().contains(Slot.SWITCHES)) {
                return when(Truth.NO);
            }
            if (!told()) {
                return when(Truth.UNKNOWN);
            }
            boolean packed =
                    build.switches().stream().anyMatch(pick -> pick.part().packSize() > 1);
            return finding(Truth.of(packed && have() > need())).telling("packs", packs());
        }

        private int packs() {
            Quantities quantities = new Quantities(build);
            return build.switches().stream().mapToInt(quantities::packs).sum();
        }

        /** Mixed switches: the keys they are for must add up, and each pick must bring enough for its own. */
        Finding zonesDoNotAddUp() {
            List<Integer> zones = build.switches().stream()
                    .map(SwitchPick::positions)
                    .filter(Objects::nonNull)
                    .toList();
            int open = build.switches().size() - zones.size();
            if (zones.isEmpty() && open == 1) {
                return when(Truth.NO);
            }
            if (build.board() == null) {
                return when(Truth.UNKNOWN);
            }
            return sums(zones.stream().mapToInt(Integer::intValue).sum(), open);
        }

        /** The sum needs no packs to be told, what is open does. */
        private Finding sums(int sum, int open) {
            Truth differs = Truth.of(open == 0 ? sum != need() : sum > need());
            boolean unclear = open > 1 && have() != need() || open > 0 && !told();
            Truth fills = unclear ? Truth.UNKNOWN : Truth.NO;
            return finding(differs.or(fills).or(shortZone())).telling("sum", sum);
        }

        private Truth shortZone() {
            Quantities quantities = new Quantities(build);
            return build.switches().stream()
                    .filter(pick -> pick.positions() != null)
                    .map(pick -> pick.part().packSize() == null
                            ? Truth.UNKNOWN
                            : Truth.of(quantities.switches(pick) < pick.positions()))
                    .reduce(Truth.NO, Truth::or);
        }
    }
}
