package rolt.fit;

import java.util.Map;
import rolt.fit.Attributes.CapMount;
import rolt.fit.Attributes.Sensing;
import rolt.fit.Attributes.SocketFamily;
import rolt.fit.FitMessages.Slot;
import rolt.platform.Json;

/** @param packSize switches in one pack */
public record Switch(Sold sold, Specs specs, Integer packSize) implements Part {
    static final Switch UNNAMED = of(Sold.UNNAMED, Map.of(), Map.of());

    public record Specs(
            Sensing technology,
            SocketFamily socketFamily,
            CapMount stem,
            StemShape stemShape,
            Type type,
            Integer pins,
            Boolean thinPins,
            Boolean ledSlot,
            Housing housing,
            Boolean tightHousing,
            Boolean factoryLubed) {}

    /** WIDE_BOX is the early box stem that may crack thick ABS caps. */
    public enum StemShape {
        CROSS,
        BOX,
        WIDE_BOX,
        PRONGS
    }

    public enum Type {
        LINEAR,
        TACTILE,
        CLICKY
    }

    public enum Housing {
        CLEAR,
        TRANSLUCENT,
        OPAQUE
    }

    private record Variant(Integer packSize) {}

    /** A pack of switches from what the catalogue holds: the product's specs and the variant's attributes. */
    public static Switch of(Sold sold, Map<String, Object> specs, Map<String, Object> attributes) {
        Variant variant = Json.record(attributes, Variant.class);
        return new Switch(sold, Json.record(specs, Specs.class), variant.packSize());
    }

    @Override
    public Slot slot() {
        return Slot.SWITCHES;
    }
}
