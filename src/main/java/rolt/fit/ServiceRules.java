package rolt.fit;

import java.util.List;

/** Rules about work on the bench: V01 to V10. */
final class ServiceRules {
    static final List<Rule> ALL = List.of();

    private ServiceRules() {}
}
