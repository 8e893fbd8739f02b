package rolt.fit;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the rules of fit say about a build; worded at the edge, in the reader's language. */
public final class FitMessages {
    private FitMessages() {}

    /** E blocks the checkout, W needs the customer's tick, I informs. The worst comes first. */
    public enum Severity {
        E,
        W,
        I
    }

    /** A place of a build that parts fill. */
    public enum Slot {
        KIT,
        SWITCHES,
        KEYCAPS,
        ARTISANS,
        STABILISERS,
        ACCESSORIES,
        SERVICES
    }

    /**
     * What one rule says.
     *
     * @param rule the rule's id, for example S01
     * @param unknown an attribute that would decide is not told
     * @param parts SKUs of the parts concerned, sorted; parts that the customer owns without naming them have none
     * @param params what to tell the customer: texts, numbers, names of enums, and lists of these
     * @param fixes at most three, the best first; empty where none were asked for
     */
    public record Verdict(
            String rule,
            Severity severity,
            boolean unknown,
            List<String> parts,
            Map<String, Object> params,
            List<Fix> fixes) {
        Verdict with(List<Fix> found) {
            return new Verdict(rule, severity, unknown, parts, params, found);
        }

        /** Whether this is said of the same parts, and of the same option of the layout. */
        boolean alike(Verdict other) {
            return rule.equals(other.rule)
                    && parts.equals(other.parts)
                    && Objects.equals(params.get("option"), other.params.get("option"));
        }
    }

    public enum Action {
        ADD,
        REPLACE,
        REMOVE,
        CHOOSE_LAYOUT,
        CHANGE_QUANTITY,
        DROP_SERVICE
    }

    /**
     * What, done, removes the verdict it belongs to.
     *
     * @param steps mostly one; several only together
     * @param difference what the build then costs more, in đồng; negative where it costs less
     * @param clean adds no E that was not there
     */
    public record Fix(List<Step> steps, long difference, boolean clean) {}

    /**
     * A change of a build.
     *
     * @param out the SKU that leaves, or whose quantity changes; null for ADD and CHOOSE_LAYOUT
     * @param in the SKU that enters; null where none does
     * @param option of the layout, for CHOOSE_LAYOUT; null otherwise
     * @param choice of that option; null where option is
     * @param quantity as sold (packs, pieces, units of a service); null where it is derived or does not change
     */
    public record Step(Action action, String out, String in, Integer option, Integer choice, Integer quantity) {}

    /**
     * A part, as if it were chosen.
     *
     * @param code of its product
     * @param severity the worst that is said of it; null where nothing is
     * @param rules what is said of it, by rule
     */
    public record JudgedPart(String code, String sku, Severity severity, List<String> rules) {}

    /**
     * The keys that the caps of a keycap kit go on.
     *
     * @param keys by their places among the board's keys
     */
    public record KitCaps(String sku, List<Integer> keys) {}
}
