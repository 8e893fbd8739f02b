package rolt.fit;

import java.util.List;

/** Rules about the case, its layout and what is plugged into it: F01 to F05. */
final class FormRules {
    static final List<Rule> ALL = List.of();

    private FormRules() {}
}
