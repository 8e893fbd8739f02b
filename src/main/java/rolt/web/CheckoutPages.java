package rolt.web;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rolt.account.AccountMessages.Me;
import rolt.cart.CartMessages.Cart;
import rolt.ordering.OrderingMessages.PlacedOrder;
import rolt.platform.Problem;

/**
 * From the cart to VNPAY in one form. It carries two keys, one for the order and one for the payment, so that sent
 * twice it makes one order and leads to one payment.
 */
final class CheckoutPages {
    private static final String CHECKOUT = "/checkout";
    private static final List<String> RECIPIENT = List.of("name", "phone", "province", "ward", "street", "note");

    private final Web web;
    private final Payment payment;

    CheckoutPages(Web web) {
        this.web = web;
        this.payment = new Payment(web);
    }

    void mount(Router router) {
        web.get(router, CHECKOUT, this::checkout);
        web.post(router, CHECKOUT, this::placeOrder);
    }

    private Future<Void> checkout(RoutingContext ctx) {
        return me(ctx).compose(me -> cart(ctx).compose(cart -> {
            if (!isOrderable(cart)) {
                return web.redirect(ctx, "/cart");
            }
            return web.send(
                    ctx, page -> TEMPLATES.checkout(page, new Checkout(me, cart, fresh(me), List.of(), Provinces.ALL)));
        }));
    }

    private Future<Me> me(RoutingContext ctx) {
        return web.ask(ctx, "account.getMe", new JsonObject(), Me.class);
    }

    private Future<Cart> cart(RoutingContext ctx) {
        return web.ask(ctx, "cart.getCart", new JsonObject(), Cart.class);
    }

    private static boolean isOrderable(Cart cart) {
        return !cart.lines().isEmpty()
                && cart.lines().stream().noneMatch(line -> line.withdrawn() || line.shortOf() != null);
    }

    private static Form fresh(Me me) {
        Map<String, String> values = new HashMap<>();
        values.put("recipient.name", me.name());
        values.put("recipient.phone", me.phone() == null ? "" : me.phone());
        values.put("orderKey", UUID.randomUUID().toString());
        values.put("paymentKey", UUID.randomUUID().toString());
        return Form.of(values);
    }

    private Future<Void> placeOrder(RoutingContext ctx) {
        JsonObject order = new JsonObject()
                .put("recipient", recipient(ctx))
                .put("expectedTotal", expectedTotal(ctx))
                .put("idempotencyKey", Form.field(ctx, "orderKey"));
        return web.untilFree(ctx, () -> web.ask(ctx, "ordering.placeOrder", order, PlacedOrder.class))
                .compose(placed -> payment.open(ctx, placed.code(), Form.field(ctx, "paymentKey"))
                        .recover(e -> web.redirect(ctx, "/orders/" + placed.code() + "?payment=unopened")))
                .recover(e -> web.refused(ctx, e, problem -> explain(ctx, problem)));
    }

    private static JsonObject recipient(RoutingContext ctx) {
        JsonObject recipient = new JsonObject();
        for (String field : RECIPIENT) {
            String value = Form.field(ctx, "recipient." + field);
            if (!value.isEmpty()) {
                recipient.put(field, field.equals("phone") ? value.replaceAll("[ .()-]", "") : value);
            }
        }
        return recipient;
    }

    private static long expectedTotal(RoutingContext ctx) {
        try {
            return Long.parseLong(Form.field(ctx, "expectedTotal"));
        } catch (NumberFormatException e) {
            throw Problem.invalid("expectedTotal", "type");
        }
    }

    /**
     * The form again, with the cart as it is now. The keys stay: an order that was not placed used none. A key that
     * has placed another order belongs to a page gone back to; the list of orders shows what came of it.
     */
    private Future<Void> explain(RoutingContext ctx, Problem problem) {
        if (problem.code().equals("idempotency.other-body")) {
            return web.redirect(ctx, "/orders");
        }
        return me(ctx).compose(me -> cart(ctx)
                .compose(cart -> cart.lines().isEmpty()
                        ? web.redirect(ctx, "/cart")
                        : web.send(ctx, page -> TEMPLATES.checkout(page, refused(ctx, problem, me, cart)))));
    }

    private Checkout refused(RoutingContext ctx, Problem problem, Me me, Cart cart) {
        Form form = Form.of(ctx, web.faults(ctx, problem));
        boolean inFields = !problem.violations().isEmpty();
        return new Checkout(
                me, cart, form, inFields ? List.of() : Troubles.of(web, ctx, problem, cart.lines()), Provinces.ALL);
    }
}
