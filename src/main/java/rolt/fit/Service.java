package rolt.fit;

import java.util.Map;
import java.util.Set;
import rolt.fit.FitMessages.Slot;
import rolt.platform.Json;

/** Work on the bench, priced by the unit. */
public record Service(Sold sold, Specs specs) implements Part {

    /**
     * @param benchMinutes for one unit
     * @param needs what the build must hold for the work to begin
     * @param returnable false where the work cannot be undone
     */
    public record Specs(Type type, Unit unit, Double benchMinutes, Set<Need> needs, Boolean returnable) {}

    public enum Type {
        LUBE_SWITCH,
        FILM_SWITCH,
        SWAP_SPRING,
        TUNE_STABILISER,
        SOLDER,
        DESOLDER,
        ASSEMBLE,
        FIT_FOAM,
        CLEAN_CASE,
        FLASH_FIRMWARE
    }

    public enum Unit {
        PER_SWITCH,
        PER_STABILISER,
        PER_BOARD
    }

    public enum Need {
        KIT,
        SWITCHES,
        STABILISERS,
        KEYCAPS,
        SOLDER_PCB
    }

    /** A service from the product's specs as the catalogue holds them. */
    public static Service of(Sold sold, Map<String, Object> specs) {
        return new Service(sold, Json.record(specs, Specs.class));
    }

    boolean is(Type type) {
        return specs.type() == type;
    }

    @Override
    public Slot slot() {
        return Slot.SERVICES;
    }
}
