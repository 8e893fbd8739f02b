package rolt.fit;

import java.util.Map;
import java.util.Set;
import rolt.fit.Attributes.Connector;
import rolt.fit.Attributes.Sensing;
import rolt.fit.Attributes.SocketFamily;
import rolt.fit.Attributes.Spacing;
import rolt.fit.Attributes.StabiliserMount;
import rolt.fit.FitMessages.Slot;
import rolt.layout.Layout;
import rolt.platform.Json;

/**
 * A case with its PCB and plate.
 *
 * @param plate of the variant
 * @param layout null for a kit that the customer owns without naming it
 */
public record Kit(Sold sold, Specs specs, Plate plate, Layout layout) implements Part {
    static final Kit UNNAMED = of(Sold.UNNAMED, Map.of(), Map.of(), null);

    /** @param pcbThickness mm */
    public record Specs(
            Set<Sensing> sensing,
            Set<SocketFamily> sockets,
            Integer pins,
            HotSwap hotSwap,
            Side switchOrientation,
            Leds leds,
            Boolean rgb,
            Spacing spacing,
            Set<StabiliserMount> stabiliserMounts,
            Double pcbThickness,
            Set<Included> included,
            Connector connector,
            Set<String> supportedSwitches) {}

    public enum HotSwap {
        NONE,
        MX_SOCKET,
        OUTEMU_RIVET,
        CHOC_SOCKET,
        SOCKETLESS
    }

    public enum Side {
        NORTH,
        SOUTH
    }

    public enum Leds {
        NONE,
        THROUGH_HOUSING,
        ON_TOP
    }

    public enum Included {
        STABILISERS,
        CASE_FOAM,
        PLATE_FOAM,
        SWITCH_PADS,
        CABLE,
        KNOB,
        BATTERY,
        CARRYING_CASE,
        SPARE_GASKETS,
        TOOLS
    }

    public enum Plate {
        ALUMINIUM,
        BRASS,
        STEEL,
        PC,
        POM,
        FR4,
        CARBON,
        NONE
    }

    private record Variant(Plate plate) {}

    /** A kit from what the catalogue holds: the product's specs and the variant's attributes. */
    public static Kit of(Sold sold, Map<String, Object> specs, Map<String, Object> attributes, Layout layout) {
        Variant variant = Json.record(attributes, Variant.class);
        return new Kit(sold, Json.record(specs, Specs.class), variant.plate(), layout);
    }

    @Override
    public Slot slot() {
        return Slot.KIT;
    }
}
