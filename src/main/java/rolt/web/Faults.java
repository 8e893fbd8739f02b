package rolt.web;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import rolt.gateway.Problems;
import rolt.platform.Language;
import rolt.platform.Problem;

/**
 * What is wrong with a form, worded.
 *
 * @param summary one sentence; empty where nothing is wrong
 * @param byField by the field's name, as the operation names it
 */
public record Faults(String summary, Map<String, String> byField) {
    public static final Faults NONE = new Faults("", Map.of());

    static Faults of(Problems problems, Problem problem, Language language) {
        Map<String, String> byField = problem.violations().stream()
                .collect(Collectors.toMap(
                        Problem.Violation::field,
                        violation -> sentence(problems.message(violation, language)),
                        (first, second) -> first));
        return new Faults(problems.title(problem, language), byField);
    }

    /** A rule is worded to follow its field's name; beside the field it stands alone. */
    private static String sentence(String words) {
        int first = words.offsetByCodePoints(0, 1);
        return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first) + ".";
    }

    /** What is wrong with a field, or nothing. */
    public String of(String field) {
        return byField.getOrDefault(field, "");
    }
}
