package rolt.web.staff;

import static rolt.web.Pages.TEMPLATES;

import gg.jte.models.runtime.JteModel;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.function.BiFunction;
import rolt.finance.SettlementMessages.Settlement;
import rolt.finance.SettlementMessages.SettlementException;
import rolt.finance.SettlementMessages.Settlements;
import rolt.web.Form;
import rolt.web.Page;
import rolt.web.Web;

/** VNPAY's settlement files: which days were checked, and what differs. */
final class SettlementPages {
    private static final String SETTLEMENT = "/staff/settlement";
    /** The file's 2 MB as a form encodes them. */
    private static final long FORM_LIMIT = 7 << 20;

    private final Web web;

    SettlementPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, SETTLEMENT, ctx -> showDays(ctx, Form.EMPTY));
        web.post(router, SETTLEMENT, FORM_LIMIT, this::check);
        web.get(router, SETTLEMENT + "/:day", ctx -> showDay(ctx, Form.EMPTY));
        web.post(router, SETTLEMENT + "/:day/tick", this::tick);
    }

    private Future<Void> showDays(RoutingContext ctx, Form form) {
        return web.ask(ctx, "finance.listSettlements", new JsonObject(), Settlements.class)
                .compose(days -> send(ctx, (page, view) -> TEMPLATES.staffSettlements(page, view, days, form)));
    }

    private Future<Void> check(RoutingContext ctx) {
        return web.ask(ctx, "finance.checkSettlement", Form.input(ctx, "day", "csv"), Settlement.class)
                .compose(checked -> web.redirect(ctx, SETTLEMENT + "/" + checked.day() + "?done=money-checked"))
                .recover(e -> web.refused(
                        ctx,
                        e,
                        problem -> showDays(
                                ctx, new Form(Map.of("day", Form.field(ctx, "day")), web.faults(ctx, problem)))));
    }

    private Future<Void> showDay(RoutingContext ctx, Form form) {
        JsonObject input = new JsonObject().put("day", ctx.pathParam("day"));
        return web.ask(ctx, "finance.getSettlement", input, Settlement.class)
                .compose(day -> send(ctx, (page, view) -> TEMPLATES.staffSettlement(page, view, day, form)));
    }

    private Future<Void> tick(RoutingContext ctx) {
        return web.ask(ctx, "finance.tickException", Form.input(ctx, "exceptionId", "note"), SettlementException.class)
                .compose(ticked -> web.redirect(ctx, SETTLEMENT + "/" + ctx.pathParam("day") + "?done=money-ticked"))
                .recover(e -> web.refused(ctx, e, problem -> showDay(ctx, Form.of(ctx, web.faults(ctx, problem)))));
    }

    private Future<Void> send(RoutingContext ctx, BiFunction<Page, MoneyView, JteModel> template) {
        return web.gateway()
                .authentication()
                .caller(ctx)
                .compose(caller -> web.send(ctx, page -> template.apply(page, new MoneyView(page, caller.roles()))));
    }
}
