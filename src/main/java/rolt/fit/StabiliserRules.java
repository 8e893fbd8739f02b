package rolt.fit;

import java.util.List;

/** Rules about stabilisers: T01 to T03. */
final class StabiliserRules {
    static final List<Rule> ALL = List.of();

    private StabiliserRules() {}
}
