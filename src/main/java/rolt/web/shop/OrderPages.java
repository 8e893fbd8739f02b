package rolt.web.shop;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import rolt.ordering.OrderingMessages.Order;
import rolt.ordering.OrderingMessages.OrderList;
import rolt.web.Form;
import rolt.web.Web;
import rolt.workshop.WorkMessages.OrderWork;

/** The shopper's orders: the list, and one order with what can be done about it. */
final class OrderPages {
    private static final int PAGE = 20;

    private final Web web;
    private final Payment payment;

    OrderPages(Web web) {
        this.web = web;
        this.payment = new Payment(web);
    }

    void mount(Router router) {
        web.get(router, "/orders", this::orders);
        web.get(router, "/orders/:code", ctx -> show(ctx, ""));
        web.post(router, "/orders/:code/payments", this::pay);
        web.post(router, "/orders/:code/cancellation", this::cancel);
    }

    private Future<Void> orders(RoutingContext ctx) {
        JsonObject input = new JsonObject().put("limit", PAGE);
        String after = web.page(ctx).query("after");
        if (!after.isEmpty()) {
            input.put("after", after);
        }
        return web.ask(ctx, "ordering.listOrders", input, OrderList.class)
                .compose(list -> web.send(ctx, page -> TEMPLATES.orders(page, list)));
    }

    /** @param trouble what could not be done, empty where nothing was tried */
    private Future<Void> show(RoutingContext ctx, String trouble) {
        return web.ask(ctx, "ordering.getOrder", code(ctx), Order.class)
                .compose(order -> work(ctx, order)
                        .compose(work -> web.send(
                                ctx,
                                page -> TEMPLATES.order(
                                        page,
                                        new OrderView(page, order, work),
                                        trouble,
                                        UnsavedAddress.isOf(ctx, order.code())))));
    }

    /** The bench is asked only about what was paid for it. */
    private Future<OrderWork> work(RoutingContext ctx, Order order) {
        return order.withService() && order.paidAt() != null
                ? web.ask(ctx, "workshop.followWork", code(ctx), OrderWork.class)
                : Future.succeededFuture(new OrderWork(List.of()));
    }

    private static JsonObject code(RoutingContext ctx) {
        return new JsonObject().put("code", ctx.pathParam("code"));
    }

    private Future<Void> pay(RoutingContext ctx) {
        return payment.open(ctx, ctx.pathParam("code"), Form.field(ctx, "paymentKey"))
                .recover(e -> stay(ctx, e));
    }

    private Future<Void> cancel(RoutingContext ctx) {
        return web.ask(ctx, "ordering.cancelOrder", code(ctx), Order.class)
                .compose(order -> web.redirect(ctx, "/orders/" + order.code()))
                .recover(e -> stay(ctx, e));
    }

    private Future<Void> stay(RoutingContext ctx, Throwable failure) {
        return web.refused(ctx, failure, problem -> show(ctx, web.words(ctx, problem)));
    }
}
