package rolt.drawing;

import java.util.ArrayList;
import java.util.List;

/** A switch in three-quarter view, true to scale: pins, housing and stem in their colours. */
public final class SwitchSvg {
    private static final View VIEW = new View(29, 21, 98, 1600, 1230);
    private static final View LOW_VIEW = new View(29, 27, 104, 1600, 1170);

    private SwitchSvg() {}

    /** Colours as #rrggbb. */
    public record Colours(String top, String bottom, String stem, String pins) {}

    /** What the stem looks like from above. */
    public enum Stem {
        CROSS,
        BOX,
        WIDE_BOX,
        PRONGS
    }

    /** How much of the inside the housing shows. */
    public enum Housing {
        CLEAR(.6),
        TRANSLUCENT(.8),
        OPAQUE(1);

        private final double opacity;

        Housing(double opacity) {
            this.opacity = opacity;
        }
    }

    /** What the drawing needs to know of a switch; five pins show two plastic legs besides the contacts. */
    public record Look(Stem stem, Housing housing, boolean lowProfile, boolean fivePins, Colours colours) {}

    /**
     * @param title what a screen reader says
     * @return an SVG document, four wide to three high; its colours are the custom properties --top, --bottom, --stem
     *     and --pins
     */
    public static String draw(Look look, String title) {
        Colours colours = look.colours;
        Drawing drawing = new Drawing(title);
        drawing.add(group("pins", colours.pins, 1, look, contacts(look)));
        drawing.add(group("bottom", colours.bottom, 1, look, bottomHousing(look)));
        drawing.add(group("stem", colours.stem, 1, look, List.of(slider(look))));
        drawing.add(group("top", colours.top, look.housing.opacity, look, topHousing(look)));
        return drawing.add(group("stem", colours.stem, 1, look, stem(look))).svg();
    }

    private static String group(String part, String hex, double opacity, Look look, List<Solid> solids) {
        View view = look.lowProfile ? LOW_VIEW : VIEW;
        StringBuilder group = new StringBuilder("<g fill=\"" + Drawing.colour(part, hex) + "\"");
        if (opacity < 1) {
            group.append(" opacity=\"").append(opacity).append('"');
        }
        group.append('>');
        solids.forEach(solid -> group.append(solid.draw(view)));
        return group.append("</g>").toString();
    }

    private static List<Solid> contacts(Look look) {
        double foot = look.lowProfile ? -5.4 : -8.8;
        return List.of(pin(-2.5, 4.2, 0.9, foot, 6), pin(4.2, 2.6, 0.9, foot, 6));
    }

    private static List<Solid> bottomHousing(Look look) {
        double depth = look.lowProfile ? 2.2 : 5;
        List<Solid> solids = new ArrayList<>();
        if (look.fivePins) {
            solids.add(pin(-5.1, 0, 1.7, -depth - 3, 4));
            solids.add(pin(5.1, 0, 1.7, -depth - 3, 4));
        }
        solids.add(pin(0, 0, 3.8, -depth - 3.4, 4));
        solids.add(new Solid(Slab.flat(0, 0, -depth, 13, 13, .8), Slab.flat(0, 0, 0, 13.9, 13.9, .6)));
        solids.add(Solid.box(Slab.flat(0, 0, 0, 15.6, 15.6, .9), 1));
        return solids;
    }

    private static List<Solid> topHousing(Look look) {
        if (look.lowProfile) {
            return List.of(new Solid(Slab.flat(0, 0, 1, 14.8, 14.8, .8), Slab.flat(0, 0, 3, 13.6, 13.4, .9)));
        }
        return List.of(new Solid(Slab.flat(0, 0, 1, 14.6, 14.6, .8), Slab.flat(0, -.3, 6.6, 10.6, 9.6, 1)));
    }

    /** The part of the stem inside the housing. */
    private static Solid slider(Look look) {
        double height = look.lowProfile ? 1.6 : 5;
        return Solid.box(Slab.flat(0, 0, 1.2, 6.6, 5.4, .4), height);
    }

    private static List<Solid> stem(Look look) {
        double face = look.lowProfile ? 3 : 6.6;
        return switch (look.stem) {
            case PRONGS ->
                List.of(
                        Solid.box(Slab.flat(0, 0, face, 10.4, 4.6, .9), 1.3),
                        Solid.box(Slab.flat(-2.9, 0, face + 1.3, 1.3, 3, .3), .1),
                        Solid.box(Slab.flat(2.9, 0, face + 1.3, 1.3, 3, .3), .1));
            case CROSS -> withCross(Solid.box(Slab.flat(0, 0, face, 7, 5.6, .5), .7), face + .7, 3);
            case BOX -> withCross(Solid.box(Slab.flat(0, 0, face, 6.4, 6.4, .7), 2.7), face + 2.7, .9);
            case WIDE_BOX -> withCross(Solid.box(Slab.flat(0, 0, face, 7.4, 7.4, .7), 2.7), face + 2.7, .9);
        };
    }

    private static List<Solid> withCross(Solid shoulder, double z, double height) {
        return List.of(
                shoulder,
                Solid.box(Slab.flat(0, -1.35, z, 1.3, 1.4, .15), height),
                Solid.box(Slab.flat(0, 0, z, 4.1, 1.3, .15), height),
                Solid.box(Slab.flat(0, 1.35, z, 1.3, 1.4, .15), height));
    }

    private static Solid pin(double x, double y, double width, double foot, double length) {
        return Solid.box(Slab.flat(x, y, foot, width, width, width * .48), length);
    }
}
