package rolt.ordering;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import rolt.ordering.DeskMessages.CallOffOrder;
import rolt.ordering.DeskMessages.CountOrders;
import rolt.ordering.DeskMessages.ListAllOrders;
import rolt.ordering.DeskMessages.MoveOrder;
import rolt.ordering.DeskMessages.ShipOrder;
import rolt.ordering.OrderingMessages.CancelOrder;
import rolt.ordering.OrderingMessages.ExpireOrders;
import rolt.ordering.OrderingMessages.ListOrders;
import rolt.ordering.OrderingMessages.OrderCode;
import rolt.ordering.OrderingMessages.QuoteShipping;
import rolt.platform.Bus;
import rolt.platform.Chore;
import rolt.platform.Platform;

/** Answers ordering's addresses, and ends unpaid orders on time. */
public final class OrderingVerticle extends VerticleBase {
    private static final Duration EXPIRY = Duration.ofSeconds(10);
    private static final int EXPIRY_BATCH = 100;

    private final Platform platform;
    private Chore expiry;

    public OrderingVerticle(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        Bus bus = platform.bus();
        OrderingRepository repository = new OrderingRepository(platform.database());
        OrderingService service = new OrderingService(platform, repository);
        PlaceOrder placing = new PlaceOrder(platform, new CheckoutRepository(platform.database()));
        bus.answer("ordering.placeOrder", OrderingMessages.PlaceOrder.class, placing::placeOrder);
        bus.answer("ordering.getOrder", OrderCode.class, service::getOrder);
        bus.answer("ordering.listOrders", ListOrders.class, service::listOrders);
        bus.answer("ordering.cancelOrder", CancelOrder.class, service::cancelOrder);
        bus.answer("ordering.quoteShipping", QuoteShipping.class, service::quoteShipping);
        bus.answer("ordering.expireOrders", ExpireOrders.class, service::expireOrders);
        answerDesk(bus, new OrderDesk(platform, repository), new DeskRepository(platform.database()));
        expiry = new Chore(platform.database(), "ordering.expiry", EXPIRY, () -> isMoreDue(service)).start(vertx);
        return Future.succeededFuture();
    }

    private static void answerDesk(Bus bus, OrderDesk desk, DeskRepository repository) {
        bus.answer("ordering.listAllOrders", ListAllOrders.class, desk::listAllOrders);
        bus.answer("ordering.countOrders", CountOrders.class, repository::count);
        bus.answer("ordering.getOrderFile", OrderCode.class, desk::getOrderFile);
        bus.answer("ordering.beginAssembly", MoveOrder.class, desk::beginAssembly);
        bus.answer("ordering.shipOrder", ShipOrder.class, desk::shipOrder);
        bus.answer("ordering.correctShipment", ShipOrder.class, desk::correctShipment);
        bus.answer("ordering.deliverOrder", MoveOrder.class, desk::deliverOrder);
        bus.answer("ordering.callOffOrder", CallOffOrder.class, desk::callOffOrder);
    }

    private static boolean isMoreDue(OrderingService service) {
        return service.expireOrders(new ExpireOrders(EXPIRY_BATCH)).codes().size() == EXPIRY_BATCH;
    }

    @Override
    public Future<?> stop() {
        return expiry.stop();
    }
}
