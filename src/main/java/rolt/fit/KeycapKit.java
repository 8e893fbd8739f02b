package rolt.fit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rolt.fit.Attributes.CapMount;
import rolt.fit.Attributes.CapProfile;
import rolt.fit.Attributes.LegendLanguage;
import rolt.fit.Attributes.Spacing;
import rolt.fit.FitMessages.Slot;
import rolt.layout.LayoutMessages.Row;
import rolt.layout.LayoutMessages.Shape;
import rolt.platform.Json;

/**
 * A kit of a keycap set, as it is sold.
 *
 * @param specs of the set
 * @param purpose what the kit is for
 * @param legendLanguage the kit's own, else the set's
 * @param caps null where they are not told
 */
public record KeycapKit(Sold sold, Specs specs, Purpose purpose, LegendLanguage legendLanguage, List<Cap> caps)
        implements Part {
    static final KeycapKit UNNAMED = of(Sold.UNNAMED, Map.of(), Map.of());

    /**
     * @param material PartMaterial of the contract
     * @param wallThickness mm
     * @param makerRows the maker's own row numbers: rows of one number are alike
     */
    public record Specs(
            CapMount mount,
            Spacing spacing,
            CapProfile profile,
            Boolean sculpted,
            Height height,
            String material,
            Double wallThickness,
            LegendLanguage legendLanguage,
            Boolean shineThrough,
            Map<Row, String> makerRows) {
        /** Whether the caps of two rows are formed alike. */
        boolean sameForm(Row one, Row other) {
            if (one == other || makerRows == null) {
                return one == other;
            }
            return makerRows.get(one) != null && makerRows.get(one).equals(makerRows.get(other));
        }
    }

    public enum Height {
        TALL,
        FULL,
        LOW
    }

    public enum Purpose {
        BASE,
        NOVELTIES,
        ISO,
        NUMPAD,
        SPACEBARS,
        SPLIT,
        ALICE,
        FORTIES,
        WKL,
        COMPACT
    }

    public enum LegendClass {
        ALPHA,
        NUMBER,
        FUNCTION,
        MODIFIER,
        NAVIGATION,
        NUMPAD,
        SPACE,
        NOVELTY
    }

    /**
     * A shape and how many of it a kit holds. Lengths are in u; the second rectangle and the stem's offset may be left
     * out, which the contract says means plain and in the middle.
     *
     * @param stemOffset from the middle of the cap's whole width to its main stem; left is negative
     */
    public record Cap(
            double w,
            double h,
            Double w2,
            Double h2,
            Double x2,
            Double y2,
            Row row,
            LegendClass legendClass,
            int count,
            boolean stepped,
            double stemOffset) {
        public Shape shape() {
            return new Shape(w, h, or(x2, 0), or(y2, 0), or(w2, w), or(h2, h));
        }

        private static double or(Double told, double otherwise) {
            return told == null ? otherwise : told;
        }
    }

    /** How many caps of each shape it holds; none where they are not told. */
    Map<CapShape, Integer> held() {
        var held = new HashMap<CapShape, Integer>();
        if (caps != null) {
            caps.forEach(cap -> held.merge(CapShape.of(cap), cap.count(), Integer::sum));
        }
        return held;
    }

    private record Variant(Purpose kit, LegendLanguage legendLanguage, List<Cap> caps) {}

    /** A keycap kit from what the catalogue holds: the set's specs and the kit's attributes. */
    public static KeycapKit of(Sold sold, Map<String, Object> specs, Map<String, Object> attributes) {
        Specs set = Json.record(specs, Specs.class);
        Variant kit = Json.record(attributes, Variant.class);
        LegendLanguage language = kit.legendLanguage() == null ? set.legendLanguage() : kit.legendLanguage();
        return new KeycapKit(sold, set, kit.kit(), language, kit.caps());
    }

    @Override
    public Slot slot() {
        return Slot.KEYCAPS;
    }
}
