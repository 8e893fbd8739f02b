package rolt.drawing;

import java.util.List;

/** A keycap set in three-quarter view: a few caps that show its profile and all its colours. */
public final class KeycapSvg {
    private static final View VIEW = new View(18, 58, 470, 690, 350);
    private static final double GAP = 0.05;

    private KeycapSvg() {}

    /** Shapes of caps; heights and insets in u, as seen from a keyboard's middle. */
    public enum Profile {
        CHERRY(0.44, 0.15, 0.12),
        OEM(0.52, 0.16, 0.14),
        SA(0.72, 0.17, 0.18),
        MT3(0.66, 0.17, 0.2),
        KAT(0.54, 0.15, 0.12),
        DSS(0.44, 0.15, 0.12),
        DSA(0.4, 0.16, 0),
        XDA(0.46, 0.1, 0),
        MDA(0.5, 0.12, 0.06),
        LOW_PROFILE(0.2, 0.08, 0);

        private final double height;
        private final double inset;
        private final double sculpt;

        Profile(double height, double inset, double sculpt) {
            this.height = height;
            this.inset = inset;
            this.sculpt = sculpt;
        }

        /** A cap of this profile around (x, y); row 0 is the middle row, rows behind it rise and lean forward. */
        Solid cap(double x, double y, double width, int row) {
            double rise = sculpt * Math.max(0, -row) * 0.6;
            Slab foot = Slab.flat(x, y, 0, width - GAP, 1 - GAP, 0.07);
            Slab face = new Slab(
                    x,
                    y - inset * 0.22,
                    height + rise,
                    width - GAP - 2 * inset,
                    1 - GAP - 1.6 * inset,
                    0.14,
                    sculpt * row * 0.55);
            return new Solid(foot, face);
        }
    }

    private record Cap(double x, double y, double width, CapTone tone, String legend) {}

    /** Back to front and, in a row, left to right, so that near caps cover far ones. */
    private static final List<Cap> CAPS = List.of(
            new Cap(0, 0, 1, CapTone.ACCENT, "esc"),
            new Cap(1, 0, 1, CapTone.BASE, "1"),
            new Cap(2, 0, 1, CapTone.BASE, "2"),
            new Cap(3, 0, 1, CapTone.BASE, "3"),
            new Cap(4, 0, 1.25, CapTone.MODIFIER, "del"),
            new Cap(0, 1, 1, CapTone.BASE, "R"),
            new Cap(1, 1, 1, CapTone.BASE, "O"),
            new Cap(2, 1, 1, CapTone.BASE, "L"),
            new Cap(3, 1, 2.25, CapTone.ACCENT, "enter"),
            new Cap(0, 2, 1.25, CapTone.MODIFIER, "ctrl"),
            new Cap(1.25, 2, 4, CapTone.BASE, ""));

    /**
     * @param title what a screen reader says
     * @return an SVG document, four wide to three high; its colours are the custom properties --cap-base, --cap-modifier,
     *     --cap-accent, --legend-base, --legend-modifier and --legend-accent
     */
    public static String draw(Profile profile, Colourway colours, String title) {
        Drawing drawing = new Drawing(title);
        for (Cap cap : CAPS) {
            drawing.add(cap(cap, profile, colours));
        }
        return drawing.svg();
    }

    private static String cap(Cap cap, Profile profile, Colourway colours) {
        Solid solid = profile.cap(cap.x + cap.width / 2, cap.y + 0.5, cap.width, (int) Math.signum(cap.y - 1));
        return "<g fill=\"" + cap.tone.cap(colours) + "\">" + solid.draw(VIEW) + dish(solid) + "</g>"
                + legend(cap, solid, cap.tone.legend(colours));
    }

    private static String dish(Solid cap) {
        Slab dish = cap.top().shrunk(0.05);
        return Solid.shade(.035, Solid.path(dish.outline(VIEW)));
    }

    private static String legend(Cap cap, Solid solid, String ink) {
        if (cap.legend.isEmpty()) {
            return "";
        }
        boolean word = cap.legend.length() > 1;
        double left = -solid.top().width() / 2 + 0.13;
        return "<text transform=\"" + VIEW.onto(solid.top()) + "\" x=\"" + Math.round(left * 100) / 10.0 + "\" y=\""
                + (word ? "-.4" : ".6") + "\" font-size=\"" + (word ? 2.1 : 3.6) + "\" fill=\"" + ink + "\">"
                + cap.legend
                + "</text>";
    }
}
