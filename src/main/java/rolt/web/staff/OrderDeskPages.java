package rolt.web.staff;

import static rolt.web.Pages.TEMPLATES;

import gg.jte.models.runtime.JteModel;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import rolt.ordering.DeskMessages.MovedOrder;
import rolt.ordering.DeskMessages.OrderCounts;
import rolt.ordering.DeskMessages.OrderFile;
import rolt.ordering.DeskMessages.StaffOrderList;
import rolt.ordering.OrderingMessages.Order;
import rolt.platform.Caller;
import rolt.platform.Role;
import rolt.web.Form;
import rolt.web.Page;
import rolt.web.Searches;
import rolt.web.Web;
import rolt.workshop.WorkMessages.OrderWork;

/** The orders as staff work them off: the list, an order's file with what can be done, and its packing slip. */
final class OrderDeskPages {
    private static final String ORDERS = "/staff/orders";
    private static final String ORDER = ORDERS + "/:code";

    private final Web web;

    OrderDeskPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, ORDERS, this::list);
        web.get(router, ORDER, ctx -> show(ctx, Form.EMPTY));
        web.get(router, ORDER + "/slip", this::slip);
        web.post(router, ORDER + "/assembly", ctx -> move(ctx, "ordering.beginAssembly", keyed(ctx), "order-begun"));
        web.post(router, ORDER + "/shipment", ctx -> move(ctx, "ordering.shipOrder", parcel(ctx), "order-shipped"));
        web.post(
                router,
                ORDER + "/shipment/correction",
                ctx -> move(ctx, "ordering.correctShipment", parcel(ctx), "order-corrected"));
        web.post(router, ORDER + "/delivery", ctx -> move(ctx, "ordering.deliverOrder", keyed(ctx), "order-delivered"));
        web.post(
                router,
                ORDER + "/call-off",
                ctx -> move(ctx, "ordering.callOffOrder", keyed(ctx, "reason"), "order-called-off"));
        web.post(router, ORDER + "/cancellation", this::cancel);
    }

    private Future<Void> list(RoutingContext ctx) {
        Page asked = web.page(ctx);
        return web.ask(
                        ctx,
                        "ordering.listAllOrders",
                        Searches.input(asked, "state", "q", "after"),
                        StaffOrderList.class)
                .compose(list -> web.ask(ctx, "ordering.countOrders", Searches.input(asked, "q"), OrderCounts.class)
                        .compose(counts -> roles(ctx)
                                .compose(roles -> web.send(
                                        ctx,
                                        page -> TEMPLATES.staffOrders(page, roles, list, new OrderTabs(counts))))));
    }

    private Future<Void> show(RoutingContext ctx, Form form) {
        return file(ctx, (page, view) -> TEMPLATES.staffOrder(page, view, form));
    }

    private Future<Void> slip(RoutingContext ctx) {
        return file(ctx, TEMPLATES::packingSlip);
    }

    private Future<Void> file(RoutingContext ctx, BiFunction<Page, OrderFileView, JteModel> template) {
        return web.ask(ctx, "ordering.getOrderFile", code(ctx), OrderFile.class)
                .compose(file -> work(ctx, file.order())
                        .compose(work -> roles(ctx)
                                .compose(roles -> web.send(
                                        ctx,
                                        page -> template.apply(page, new OrderFileView(page, file, work, roles))))));
    }

    /** The bench is asked only about what was paid for it. */
    private Future<OrderWork> work(RoutingContext ctx, Order order) {
        return order.withService() && order.paidAt() != null
                ? web.ask(ctx, "workshop.followWork", code(ctx), OrderWork.class)
                : Future.succeededFuture(new OrderWork(List.of()));
    }

    private Future<Void> move(RoutingContext ctx, String operation, JsonObject input, String done) {
        return web.untilFree(ctx, () -> web.ask(ctx, operation, input, MovedOrder.class))
                .compose(moved -> toOrder(ctx, done))
                .recover(e -> stay(ctx, e));
    }

    private Future<Void> cancel(RoutingContext ctx) {
        JsonObject input = Form.input(ctx, "reason").mergeIn(code(ctx));
        return web.ask(ctx, "ordering.cancelOrder", input, Order.class)
                .compose(order -> toOrder(ctx, "order-cancelled"))
                .recover(e -> stay(ctx, e));
    }

    private Future<Void> toOrder(RoutingContext ctx, String done) {
        return web.redirect(ctx, ORDERS + "/" + ctx.pathParam("code") + "?done=" + done);
    }

    private Future<Void> stay(RoutingContext ctx, Throwable failure) {
        return web.refused(ctx, failure, problem -> show(ctx, Form.of(ctx, web.faults(ctx, problem))));
    }

    private static JsonObject code(RoutingContext ctx) {
        return new JsonObject().put("code", ctx.pathParam("code"));
    }

    private static JsonObject keyed(RoutingContext ctx, String... fields) {
        return Form.input(ctx, fields).mergeIn(code(ctx)).put("idempotencyKey", Form.field(ctx, "key"));
    }

    /** Numbers are read off a label: in capitals, without its blanks. */
    private static JsonObject parcel(RoutingContext ctx) {
        String number = Form.field(ctx, "trackingNumber").replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        JsonObject input = keyed(ctx, "carrier");
        return number.isEmpty() ? input : input.put("trackingNumber", number);
    }

    private Future<Set<Role>> roles(RoutingContext ctx) {
        return web.gateway().authentication().caller(ctx).map(Caller::roles);
    }
}
