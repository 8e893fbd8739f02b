package rolt.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rolt.fit.FitMessages.Severity;

/**
 * What a rule finds about some parts.
 *
 * @param truth YES where the rule is triggered
 * @param severity milder than the rule's own; null for the rule's own
 * @param params for the customer, see {@link FitMessages.Verdict}
 */
record Finding(Truth truth, Severity severity, List<Part> parts, Map<String, Object> params) {
    static Finding when(Truth truth) {
        return new Finding(truth, null, List.of(), Map.of());
    }

    Finding about(Part... concerned) {
        return about(List.of(concerned));
    }

    Finding about(List<? extends Part> concerned) {
        return new Finding(truth, severity, List.copyOf(concerned), params);
    }

    Finding and(Truth condition) {
        return new Finding(truth.and(condition), severity, parts, params);
    }

    Finding as(Severity milder) {
        return new Finding(truth, milder, parts, params);
    }

    /** Names and values in turn; what is null is left out, enums are told by name. Nothing is told of a NO. */
    Finding telling(Object... namesAndValues) {
        if (truth == Truth.NO) {
            return this;
        }
        Map<String, Object> told = new LinkedHashMap<>(params);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                told.put((String) namesAndValues[i], plain(namesAndValues[i + 1]));
            }
        }
        return new Finding(truth, severity, parts, told);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Enum<?> word -> word.name();
            case Iterable<?> values -> {
                List<Object> plain = new ArrayList<>();
                values.forEach(each -> plain.add(plain(each)));
                yield plain;
            }
            default -> value;
        };
    }
}
