package rolt.fit;

import java.util.List;

/** Rules about switches: S01 to S13. */
final class SwitchRules {
    static final List<Rule> ALL = List.of();

    private SwitchRules() {}
}
