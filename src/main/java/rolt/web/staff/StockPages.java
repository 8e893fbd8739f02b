package rolt.web.staff;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import rolt.platform.Caller;
import rolt.platform.Role;
import rolt.stock.StockMessages.StockChange;
import rolt.stock.StockMessages.StockDetail;
import rolt.stock.StockMessages.StockList;
import rolt.stock.StockMessages.StockMovementList;
import rolt.web.Form;
import rolt.web.Searches;
import rolt.web.Web;

/** The stock, as it is counted and filled up: the list, and each variant with its ledger. */
final class StockPages {
    private static final String STOCK = "/staff/stock";
    private static final String ONE = STOCK + "/:sku";

    private final Web web;

    StockPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, STOCK, this::list);
        web.get(router, ONE, ctx -> show(ctx, StockForms.blank()));
        web.post(router, ONE, this::send);
    }

    private Future<Void> list(RoutingContext ctx) {
        JsonObject input = Searches.input(web.page(ctx), "q", "after");
        if (!web.page(ctx).query("low").isEmpty()) {
            input.put("low", true);
        }
        return web.ask(ctx, "stock.listStock", input, StockList.class)
                .compose(stock ->
                        roles(ctx).compose(roles -> web.send(ctx, page -> TEMPLATES.staffStock(page, roles, stock))));
    }

    private Future<Void> show(RoutingContext ctx, StockForms forms) {
        JsonObject ledger = Searches.input(web.page(ctx), "after").mergeIn(sku(ctx));
        return web.ask(ctx, "stock.getStock", sku(ctx), StockDetail.class)
                .compose(detail -> web.ask(ctx, "stock.listMovements", ledger, StockMovementList.class)
                        .map(list -> new StockView(detail, list, forms)))
                .compose(view ->
                        roles(ctx).compose(roles -> web.send(ctx, page -> TEMPLATES.staffVariant(page, roles, view))));
    }

    /** Both forms lead to the page itself, so that its other links hold when it is shown again. */
    private Future<Void> send(RoutingContext ctx) {
        String form = Form.field(ctx, "form");
        Future<String> done = form.equals(StockForms.RECEIPT) ? receive(ctx) : count(ctx);
        return done.compose(what -> web.redirect(ctx, STOCK + "/" + ctx.pathParam("sku") + "?done=" + what))
                .recover(e -> web.refused(ctx, e, problem -> show(ctx, StockForms.refused(web, ctx, problem))));
    }

    private Future<String> count(RoutingContext ctx) {
        return change(ctx, "stock.countStock", StockForms.input(ctx, StockForms.COUNT, "onHand", "expectedOnHand"))
                .map(change -> change.delta() == 0 ? "stock-match" : "stock-count");
    }

    private Future<String> receive(RoutingContext ctx) {
        return change(ctx, "stock.receiveStock", StockForms.input(ctx, StockForms.RECEIPT, "quantity"))
                .map("stock-receipt");
    }

    private Future<StockChange> change(RoutingContext ctx, String operation, JsonObject input) {
        JsonObject whole = input.mergeIn(sku(ctx));
        return web.untilFree(ctx, () -> web.ask(ctx, operation, whole, StockChange.class));
    }

    private static JsonObject sku(RoutingContext ctx) {
        return new JsonObject().put("sku", ctx.pathParam("sku"));
    }

    private Future<Set<Role>> roles(RoutingContext ctx) {
        return web.gateway().authentication().caller(ctx).map(Caller::roles);
    }
}
