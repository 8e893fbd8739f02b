package rolt.fit;

import java.util.Map;
import rolt.fit.Attributes.CapMount;
import rolt.fit.Attributes.CapProfile;
import rolt.fit.FitMessages.Slot;
import rolt.layout.LayoutMessages.Row;
import rolt.platform.Json;

/** A single cap made by an artist. */
public record Artisan(Sold sold, Specs specs) implements Part {
    static final Artisan UNNAMED = of(Sold.UNNAMED, Map.of());

    /** Width and height in u. */
    public record Specs(CapMount mount, CapProfile profile, Row row, Double w, Double h) {}

    /** An artisan from the product's specs as the catalogue holds them. */
    public static Artisan of(Sold sold, Map<String, Object> specs) {
        return new Artisan(sold, Json.record(specs, Specs.class));
    }

    @Override
    public Slot slot() {
        return Slot.ARTISANS;
    }
}
