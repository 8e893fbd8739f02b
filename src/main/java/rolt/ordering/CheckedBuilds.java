package rolt.ordering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import rolt.builder.JudgedMessages.JudgedBuild;
import rolt.fit.FitMessages.Severity;
import rolt.fit.FitMessages.Verdict;
import rolt.ordering.CheckoutRepository.CartLine;
import rolt.ordering.CheckoutRepository.NewBuild;
import rolt.ordering.OrderingMessages.BuildConsent;
import rolt.platform.Language;
import rolt.platform.Problem;

/** The keyboards at a checkout: what is ordered must be what was judged, and what was warned of, accepted. */
final class CheckedBuilds {
    private final Map<UUID, JudgedBuild> judged;
    private final Map<UUID, BuildConsent> consents;
    private final Language language;

    CheckedBuilds(List<JudgedBuild> judged, List<BuildConsent> consents, Language language) {
        this.judged = judged.stream().collect(Collectors.toMap(JudgedBuild::id, Function.identity()));
        this.consents = consents.stream()
                .collect(Collectors.toMap(BuildConsent::buildId, Function.identity(), (first, second) -> first));
        this.language = language;
    }

    /** The cart holds builds that nobody has judged yet: they are judged outside of the transaction, which begins anew. */
    static final class Unjudged extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<UUID> builds;

        Unjudged(List<UUID> builds) {
            super("Builds that are not judged yet: " + builds, null, false, false);
            this.builds = builds;
        }

        List<UUID> builds() {
            return builds;
        }
    }

    /**
     * @return the builds of these lines; none where there are none
     * @throws Unjudged where one of them was not judged
     * @throws Problem 409 for a build that is outdated or incomplete, that is not what was judged, that does not fit, or
     *     whose warnings are not those accepted
     */
    List<NewBuild> check(List<CartLine> lines) {
        Map<UUID, Map<String, Integer>> quantities = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line.buildId() != null)
                .forEach(line -> quantities
                        .computeIfAbsent(line.buildId(), id -> new LinkedHashMap<>())
                        .put(line.sku(), line.quantity()));
        if (!judged.keySet().containsAll(quantities.keySet())) {
            throw new Unjudged(new ArrayList<>(quantities.keySet()));
        }
        return quantities.entrySet().stream()
                .map(entry -> check(judged.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private NewBuild check(JudgedBuild build, Map<String, Integer> quantities) {
        if (build.quote() == null) {
            throw refused(build, "build.outdated", Map.of("code", build.code()));
        }
        if (!build.quote().missing().isEmpty()) {
            throw refused(
                    build, "build.incomplete", Map.of("missing", build.quote().missing()));
        }
        if (!build.quantities().equals(quantities)) {
            throw refused(build, "build.lines-changed", Map.of());
        }
        List<Verdict> verdicts = build.quote().verdicts();
        Set<String> unfit = rules(verdicts, Severity.E);
        if (!unfit.isEmpty()) {
            throw refused(build, "build.unfit", Map.of("rules", unfit));
        }
        return new NewBuild(
                build.id(),
                build.title(),
                build.selection(),
                build.layout(),
                build.quote().ruleVersion(),
                verdicts,
                accepted(build, rules(verdicts, Severity.W)));
    }

    /** Exactly what is warned of, judged by the same rules: who accepted something else has not seen this. */
    private List<String> accepted(JudgedBuild build, Set<String> warnings) {
        BuildConsent consent = consents.get(build.id());
        Set<String> accepted = consent == null || consent.acceptedWarnings() == null
                ? Set.of()
                : new TreeSet<>(consent.acceptedWarnings());
        String version = build.quote().ruleVersion();
        boolean sameRules = warnings.isEmpty() || version.equals(consent == null ? null : consent.ruleVersion());
        if (!accepted.equals(warnings) || !sameRules) {
            throw refused(build, "build.warnings", Map.of("rules", warnings, "ruleVersion", version));
        }
        return List.copyOf(warnings);
    }

    private static Set<String> rules(List<Verdict> verdicts, Severity severity) {
        return verdicts.stream()
                .filter(verdict -> verdict.severity() == severity)
                .map(Verdict::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Problem refused(JudgedBuild build, String code, Map<String, Object> more) {
        Map<String, Object> params = new LinkedHashMap<>(more);
        params.put("buildId", build.id());
        params.put("title", build.title().in(language));
        return Problem.conflict(code, params);
    }
}
