package rolt.drawing;

import java.util.Set;
import rolt.layout.LayoutMessages.Key;
import rolt.layout.LayoutMessages.Row;

/** Which of a colourway's three colours a cap wears. */
enum CapTone {
    BASE,
    MODIFIER,
    ACCENT;

    private static final Set<String> ACCENTED = Set.of("Esc", "Enter", "Return");
    private static final Set<String> ARROWS = Set.of("↑", "↓", "←", "→");
    private static final Set<String> MIDDLE_FUNCTIONS = Set.of("F5", "F6", "F7", "F8");

    static CapTone of(Key key) {
        String legend = key.legend();
        if (ACCENTED.contains(legend)) {
            return ACCENT;
        }
        if (legend.isEmpty()) {
            return key.row() == Row.BOTTOM && key.shape().w() > 1.75 ? BASE : MODIFIER;
        }
        return printsCharacter(legend) ? BASE : MODIFIER;
    }

    /** The paint of caps: a custom property, with the colourway's colour as default. */
    String cap(Colourway colours) {
        return switch (this) {
            case BASE -> Drawing.colour("cap-base", colours.base());
            case MODIFIER -> Drawing.colour("cap-modifier", colours.modifier());
            case ACCENT -> Drawing.colour("cap-accent", colours.accent());
        };
    }

    /** The paint of legends. */
    String legend(Colourway colours) {
        return switch (this) {
            case BASE -> Drawing.colour("legend-base", colours.legendBase());
            case MODIFIER -> Drawing.colour("legend-modifier", colours.legendModifier());
            case ACCENT -> Drawing.colour("legend-accent", colours.legendAccent());
        };
    }

    /** Letters, digits and shifted pairs; of the function keys the outer groups of four. */
    private static boolean printsCharacter(String legend) {
        if (legend.matches("F\\d{1,2}")) {
            return !MIDDLE_FUNCTIONS.contains(legend);
        }
        return legend.contains("\n") || legend.codePointCount(0, legend.length()) == 1 && !ARROWS.contains(legend);
    }
}
