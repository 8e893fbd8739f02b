package rolt.workshop;

import rolt.ordering.OrderingMessages.OrderChanged;
import rolt.platform.Config;

/**
 * What an order's way means to the workshop: paid services are opened at the bench, a delivery begins the warranty, and
 * a cancelled order ends its work. Each is found in the database by itself, so that no event is needed for it.
 */
record FollowOrders(OpenWork opening, WarrantyRepository warranties, Config.Workshop periods) {
    /** All that waits; whether there may be more. */
    boolean followAll() {
        opening.cancel();
        warranties.begin(periods);
        return opening.open();
    }

    /** What an order has just come to. */
    void follow(OrderChanged changed) {
        switch (changed.state()) {
            case PAID -> opening.open();
            case DELIVERED -> warranties.begin(periods);
            case CANCELLED -> opening.cancel();
            default -> {}
        }
    }
}
