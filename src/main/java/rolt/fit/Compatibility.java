package rolt.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolt.fit.FitMessages.KitCaps;
import rolt.fit.FitMessages.Severity;
import rolt.fit.FitMessages.Slot;
import rolt.fit.FitMessages.Verdict;

/** Whether the parts of a build fit, used alike by builder, cart, order and bench. */
public final class Compatibility {
    /** Names the set of rules; stored with an order, and raised whenever a rule changes what it says. */
    public static final String VERSION = "2026.3";

    /** The families, in the order in which they are asked: a rule may look at the verdicts before it. */
    private static final List<Rule> RULES = Stream.of(
                    SwitchRules.ALL,
                    CapRules.ALL,
                    KeycapCoverRules.ALL,
                    StabiliserRules.ALL,
                    FormRules.ALL,
                    ServiceRules.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, List<Rule>> BY_ID = RULES.stream().collect(Collectors.groupingBy(Rule::id));

    private static final Comparator<Verdict> ORDER = Comparator.comparing(Verdict::severity)
            .thenComparing(Verdict::rule)
            .thenComparing(verdict -> String.join(" ", verdict.parts()));

    private Compatibility() {}

    /** The ids of all rules. */
    public static List<String> rules() {
        return BY_ID.keySet().stream().sorted().toList();
    }

    /** The ids of the rules that may say this at worst. */
    static List<String> rulesOf(Severity severity) {
        return RULES.stream()
                .filter(rule -> rule.severity() == severity)
                .map(Rule::id)
                .distinct()
                .sorted()
                .toList();
    }

    /** What the rules say of a build, without fixes: the worst first, then by rule and parts. */
    public static List<Verdict> judge(Build build, Context context) {
        return judge(build, context, new CapCover(build));
    }

    /** As above, with the caps worked out. */
    static List<Verdict> judge(Build build, Context context, CapCover caps) {
        return judge(build, context, caps, RULES);
    }

    /** What one rule says of a build, as far as it does not ask for the verdicts before it. */
    static List<Verdict> judge(Build build, Context context, CapCover caps, String rule) {
        return judge(build, context, caps, BY_ID.get(rule));
    }

    /** The slots that a rule is about. */
    static Set<Slot> slots(String rule) {
        return BY_ID.get(rule).stream().flatMap(each -> each.slots().stream()).collect(Collectors.toSet());
    }

    /** Whether another choice of the layout could change what a rule says. */
    static boolean asksBoard(String rule) {
        return BY_ID.get(rule).stream().anyMatch(Rule::asksBoard);
    }

    private static List<Verdict> judge(Build build, Context context, CapCover caps, List<Rule> rules) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Rule rule : rules) {
            rule.check()
                    .of(new Rule.Scene(build, context, Collections.unmodifiableList(verdicts), caps))
                    .filter(finding -> finding.truth() != Truth.NO)
                    .map(finding -> verdict(rule, finding, build.owned()))
                    .toList()
                    .forEach(verdicts::add);
        }
        verdicts.sort(ORDER);
        return List.copyOf(verdicts);
    }

    private static Verdict verdict(Rule rule, Finding finding, Set<Slot> owned) {
        boolean unknown = finding.truth() == Truth.UNKNOWN;
        Severity severity = finding.severity() == null ? rule.severity() : finding.severity();
        boolean milder = unknown || rule.slots().stream().anyMatch(owned::contains);
        return new Verdict(
                rule.id(),
                milder && severity == Severity.E ? Severity.W : severity,
                unknown,
                finding.parts().stream()
                        .filter(Part::named)
                        .map(Part::sku)
                        .sorted()
                        .toList(),
                finding.params(),
                List.of());
    }

    /** Which keys the caps of each keycap kit go on, as the rules count it; bare keys are left out. */
    public static List<KitCaps> caps(Build build) {
        return new CapCover(build).places();
    }

    /** Whether anything blocks the checkout. */
    public static boolean blocks(List<Verdict> verdicts) {
        return verdicts.stream().anyMatch(verdict -> verdict.severity() == Severity.E);
    }

    /** The slots that a keyboard cannot do without and that are empty; an owned slot is not. */
    public static List<Slot> missing(Build build) {
        List<Slot> missing = new ArrayList<>();
        if (build.kit() == null) {
            missing.add(Slot.KIT);
        }
        if (build.switches().isEmpty()) {
            missing.add(Slot.SWITCHES);
        }
        if (build.keycaps().isEmpty()) {
            missing.add(Slot.KEYCAPS);
        }
        return missing;
    }
}
