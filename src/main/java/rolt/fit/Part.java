package rolt.fit;

import rolt.fit.FitMessages.Slot;

/** Something that can be put into a build. */
public sealed interface Part permits Kit, Switch, KeycapKit, Artisan, Accessory, Service {
    Sold sold();

    default String sku() {
        return sold().sku();
    }

    /** False for a part that the customer owns and has not named: nothing is known of it. */
    default boolean named() {
        return !sku().isEmpty();
    }

    Slot slot();

    /**
     * How a part is sold.
     *
     * @param code of its product
     * @param price đồng, for one as sold
     * @param available units that can be bought; null where nothing limits it
     */
    record Sold(String sku, String code, long price, Integer available) {
        static final Sold UNNAMED = new Sold("", "", 0, null);

        boolean enough(int quantity) {
            return available == null || available >= quantity;
        }
    }
}
