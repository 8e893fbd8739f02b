package rolt.web.shop;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import rolt.cart.CartMessages.Cart;
import rolt.platform.Problem;
import rolt.web.Form;
import rolt.web.Web;

/** The cart, and the forms that change it. */
final class CartPages {
    private static final String CART = "/cart";

    private final Web web;

    CartPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, CART, ctx -> cart(ctx).compose(cart -> show(ctx, cart, List.of())));
        web.post(router, "/cart/lines", ctx -> change(ctx, "cart.addLine", added(ctx)));
        web.post(router, "/cart/lines/:lineId", ctx -> change(ctx, "cart.changeLine", changed(ctx)));
        web.post(router, "/cart/builds/:buildId/removal", ctx -> change(ctx, "cart.removeBuild", id(ctx, "buildId")));
    }

    private Future<Cart> cart(RoutingContext ctx) {
        return web.ask(ctx, "cart.getCart", new JsonObject(), Cart.class);
    }

    private Future<Void> show(RoutingContext ctx, Cart cart, List<String> troubles) {
        return web.send(ctx, page -> TEMPLATES.cart(page, cart, troubles));
    }

    private static JsonObject added(RoutingContext ctx) {
        return Form.input(ctx, "sku").put("quantity", quantity(ctx));
    }

    private static JsonObject changed(RoutingContext ctx) {
        boolean removed = !Form.field(ctx, "remove").isEmpty();
        return id(ctx, "lineId").put("quantity", removed ? 0 : quantity(ctx));
    }

    private static JsonObject id(RoutingContext ctx, String name) {
        return new JsonObject().put(name, ctx.pathParam(name));
    }

    private static int quantity(RoutingContext ctx) {
        try {
            return Integer.parseInt(Form.field(ctx, "quantity"));
        } catch (NumberFormatException e) {
            throw Problem.invalid("quantity", "type");
        }
    }

    /** What is refused leaves the cart as it is, and the cart says why. */
    private Future<Void> change(RoutingContext ctx, String operation, JsonObject input) {
        return web.change(ctx, operation, input, Cart.class)
                .compose(cart -> web.redirect(ctx, CART))
                .recover(e -> web.refused(
                        ctx,
                        e,
                        problem -> cart(ctx)
                                .compose(cart -> show(ctx, cart, Troubles.of(web, ctx, problem, cart.lines())))));
    }
}
