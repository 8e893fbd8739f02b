package rolt.layout;

import java.util.List;
import java.util.Map;
import rolt.platform.Problem;

/** What a definition is that has no keymap of VIA's: who brings it is told which file to bring instead. */
enum ForeignFile {
    /** QMK's info.json or keyboard.json, and what its configurator saves. */
    QMK("layout-qmk"),
    /** A definition as VIA serves it, where keys are no longer rows. */
    VIA_COMPILED("layout-via-compiled"),
    UNKNOWN("layout-form");

    private final String rule;

    ForeignFile(String rule) {
        this.rule = rule;
    }

    static ForeignFile of(Map<?, ?> definition) {
        if (definition.get("layers") instanceof List) {
            return QMK;
        }
        if (!(definition.get("layouts") instanceof Map<?, ?> layouts)) {
            return UNKNOWN;
        }
        if (layouts.get("keys") instanceof List) {
            return VIA_COMPILED;
        }
        return layouts.values().stream().anyMatch(ForeignFile::isQmkLayout) ? QMK : UNKNOWN;
    }

    Problem refused() {
        return Problem.invalid("layout", rule);
    }

    private static boolean isQmkLayout(Object layout) {
        return layout instanceof Map<?, ?> macro && macro.get("layout") instanceof List;
    }
}
