package rolt.stock;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import rolt.platform.Bus;
import rolt.platform.Platform;
import rolt.stock.StockMessages.CountStock;
import rolt.stock.StockMessages.GetStock;
import rolt.stock.StockMessages.ListMovements;
import rolt.stock.StockMessages.ListStock;
import rolt.stock.StockMessages.ReceiveStock;

/** What there is of each variant, and what staff count and receive. Deployed on virtual threads. */
public final class StockVerticle extends VerticleBase {
    private final Platform platform;

    public StockVerticle(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        StockService service = new StockService(platform);

        Bus bus = platform.bus();
        bus.answer("stock.listStock", ListStock.class, service::listStock);
        bus.answer("stock.getStock", GetStock.class, service::getStock);
        bus.answer("stock.listMovements", ListMovements.class, service::listMovements);
        bus.answer("stock.countStock", CountStock.class, service::countStock);
        bus.answer("stock.receiveStock", ReceiveStock.class, service::receiveStock);
        return Future.succeededFuture();
    }
}
