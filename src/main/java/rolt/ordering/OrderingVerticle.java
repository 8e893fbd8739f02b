package rolt.ordering;

import io.vertx.core.AbstractVerticle;
import rolt.ordering.OrderingMessages.ExpireOrders;
import rolt.ordering.OrderingMessages.ListOrders;
import rolt.ordering.OrderingMessages.OrderCode;
import rolt.ordering.OrderingMessages.QuoteShipping;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Platform;

/** Answers ordering's addresses, and ends unpaid orders on time. */
public final class OrderingVerticle extends AbstractVerticle {
    private static final long EXPIRY_MILLIS = 10_000;
    private static final int EXPIRY_BATCH = 100;

    private final Platform platform;

    public OrderingVerticle(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void start() {
        Bus bus = platform.bus();
        OrderingRepository repository = new OrderingRepository(platform.database());
        OrderingService service = new OrderingService(platform, repository);
        PlaceOrder placing = new PlaceOrder(platform, repository);
        bus.answer("ordering.placeOrder", OrderingMessages.PlaceOrder.class, placing::placeOrder);
        bus.answer("ordering.getOrder", OrderCode.class, service::getOrder);
        bus.answer("ordering.listOrders", ListOrders.class, service::listOrders);
        bus.answer("ordering.cancelOrder", OrderCode.class, service::cancelOrder);
        bus.answer("ordering.quoteShipping", QuoteShipping.class, service::quoteShipping);
        bus.answer("ordering.expireOrders", ExpireOrders.class, service::expireOrders);
        vertx.setPeriodic(
                EXPIRY_MILLIS,
                timer -> bus.request(Caller.system("expiry"), "ordering.expireOrders", new ExpireOrders(EXPIRY_BATCH)));
    }
}
