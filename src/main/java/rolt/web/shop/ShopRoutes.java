package rolt.web.shop;

import io.vertx.ext.web.Router;
import rolt.web.Web;

/** The way of a purchase: products, cart, checkout, orders and their warranty. */
public final class ShopRoutes {
    private final Web web;

    public ShopRoutes(Web web) {
        this.web = web;
    }

    public void mount(Router router) {
        new CatalogPages(web).mount(router);
        new SwitchPages(web).mount(router);
        new CartPages(web).mount(router);
        new CheckoutPages(web).mount(router);
        new OrderPages(web).mount(router);
        new WarrantyPages(web).mount(router);
        new VnpayReturn(web).mount(router);
    }
}
