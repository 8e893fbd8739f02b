package rolt.fit;

import java.util.List;

/** Rules about whether the keycap kits cover the board: K01 to K04, K06, K07. */
final class KeycapCoverRules {
    static final List<Rule> ALL = List.of();

    private KeycapCoverRules() {}
}
