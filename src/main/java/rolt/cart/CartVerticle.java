package rolt.cart;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import rolt.cart.CartMessages.AddBuild;
import rolt.cart.CartMessages.AddLine;
import rolt.cart.CartMessages.ChangeLine;
import rolt.cart.CartMessages.CountLines;
import rolt.cart.CartMessages.DropLines;
import rolt.cart.CartMessages.GetCart;
import rolt.cart.CartMessages.MergeCart;
import rolt.cart.CartMessages.RemoveBuild;
import rolt.platform.Bus;
import rolt.platform.Platform;

/** Answers the cart's addresses. Deployed on virtual threads. */
public final class CartVerticle extends VerticleBase {
    private final Platform platform;

    public CartVerticle(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        Bus bus = platform.bus();
        CartService service = new CartService(bus, platform.database());
        bus.answer("cart.getCart", GetCart.class, service::getCart);
        bus.answer("cart.countLines", CountLines.class, service::countLines);
        bus.answer("cart.addLine", AddLine.class, service::addLine);
        bus.answer("cart.addBuild", AddBuild.class, service::addBuild);
        bus.answer("cart.changeLine", ChangeLine.class, service::changeLine);
        bus.answer("cart.removeBuild", RemoveBuild.class, service::removeBuild);
        bus.answer("cart.mergeCart", MergeCart.class, service::mergeCart);
        bus.answer("cart.dropLines", DropLines.class, service::dropLines);
        return Future.succeededFuture();
    }
}
