package rolt.web.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rolt.cart.CartMessages.CartBuild;
import rolt.fit.FitMessages.Verdict;
import rolt.web.Page;
import rolt.web.builder.VerdictWords;

/**
 * One tick of the checkout: a warning; or all that the shop cannot check together, because a part that the customer owns
 * leaves a dozen questions open, and nobody reads a dozen ticks.
 */
public record Consent(UUID build, List<String> rules, List<Verdict> verdicts) {

    /** The ticks that a build needs, what cannot be checked last. */
    public static List<Consent> of(CartBuild build) {
        List<Consent> consents = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<Verdict> unknown = new ArrayList<>();
        for (Map.Entry<String, List<Verdict>> rule : build.warnings().entrySet()) {
            if (rule.getValue().stream().allMatch(Verdict::unknown)) {
                open.add(rule.getKey());
                unknown.addAll(rule.getValue());
            } else {
                consents.add(new Consent(build.id(), List.of(rule.getKey()), rule.getValue()));
            }
        }
        if (!open.isEmpty()) {
            consents.add(new Consent(build.id(), open, unknown));
        }
        return consents;
    }

    /** Whether it accepts several things that cannot be checked. */
    public boolean together() {
        return rules.size() > 1;
    }

    /** The name of its field in the form. */
    public String field() {
        return Consents.field(build, rules);
    }

    /** The id of what is said of it. */
    public String told() {
        return "unknown-" + build;
    }

    /** What may be so, in a few words each. */
    public List<String> doubts(Page page) {
        VerdictWords words = new VerdictWords(page);
        return rules.stream().map(words::brief).toList();
    }

    /** @param accepted a build's id and a rule, with a dot between */
    public boolean in(Set<String> accepted) {
        return rules.stream().allMatch(rule -> accepted.contains(build + "." + rule));
    }
}
