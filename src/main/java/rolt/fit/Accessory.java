package rolt.fit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rolt.fit.Attributes.Connector;
import rolt.fit.Attributes.StabiliserMount;
import rolt.fit.FitMessages.Slot;
import rolt.layout.LayoutMessages.Shape;
import rolt.layout.LayoutMessages.StabiliserCount;
import rolt.platform.Json;

/**
 * @param stabilisers in one piece of the variant, by width; one of 2 u serves 2 to 2.75 u
 * @param pieces in one piece of the variant
 */
public record Accessory(Sold sold, Specs specs, List<StabiliserCount> stabilisers, Integer pieces) implements Part {
    /** Stabilisers that the customer owns without naming them. */
    static final Accessory UNNAMED = of(Sold.UNNAMED, Map.of("type", Type.STABILISER), Map.of());

    /** @param fitsKits codes of the kits that a loose case, PCB or plate fits */
    public record Specs(Type type, Stabiliser stabiliser, Cable cable, Set<String> fitsKits) {}

    public record Stabiliser(StabiliserMount mount) {}

    public record Cable(Connector keyboardEnd) {}

    public enum Type {
        STABILISER,
        CABLE,
        FOAM,
        LUBRICANT,
        FILM,
        SPRING,
        KEYCAP_PULLER,
        SWITCH_PULLER,
        SWITCH_OPENER,
        LUBE_STATION,
        BRUSH,
        WRIST_REST,
        CARRYING_CASE,
        DESK_MAT,
        SCREW,
        GASKET,
        KNOB,
        SOLDER,
        CASE,
        PCB,
        PLATE
    }

    private record Variant(List<StabiliserCount> stabilisers, Integer pieces) {}

    /** An accessory from what the catalogue holds: the product's specs and the variant's attributes. */
    public static Accessory of(Sold sold, Map<String, Object> specs, Map<String, Object> attributes) {
        Variant variant = Json.record(attributes, Variant.class);
        return new Accessory(sold, Json.record(specs, Specs.class), variant.stabilisers(), variant.pieces());
    }

    boolean is(Type type) {
        return specs.type() == type;
    }

    StabiliserMount mount() {
        return specs.stabiliser() == null ? null : specs.stabiliser().mount();
    }

    Connector keyboardEnd() {
        return specs.cable() == null ? null : specs.cable().keyboardEnd();
    }

    /** How many stabilisers of each width one piece holds, by the width that they serve; none where it is not told. */
    Map<Double, Integer> held() {
        Map<Double, Integer> held = new HashMap<>();
        if (stabilisers != null) {
            stabilisers.forEach(each -> held.merge(Shape.of(each.width(), 1).stabiliser(), each.count(), Integer::sum));
        }
        return held;
    }

    @Override
    public Slot slot() {
        return is(Type.STABILISER) ? Slot.STABILISERS : Slot.ACCESSORIES;
    }
}
