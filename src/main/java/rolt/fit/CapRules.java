package rolt.fit;

import java.util.List;

/** Rules about caps on stems and beside each other: C01 to C07, K05. */
final class CapRules {
    static final List<Rule> ALL = List.of();

    private CapRules() {}
}
