package rolt.web.staff;

import static rolt.web.Pages.TEMPLATES;

import gg.jte.models.runtime.JteModel;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import rolt.finance.FinanceMessages.OrderMoney;
import rolt.finance.FinanceMessages.PaymentFile;
import rolt.finance.FinanceMessages.RefundFile;
import rolt.finance.FinanceMessages.Reviews;
import rolt.payment.DecisionMessages.AskedAttempt;
import rolt.payment.DecisionMessages.AskedRefund;
import rolt.payment.PaymentMessages.CallResult;
import rolt.web.Faults;
import rolt.web.Form;
import rolt.web.Page;
import rolt.web.Searches;
import rolt.web.Web;

/** Finance's desk: what waits for a decision, one payment, one refund, every đồng of an order. */
final class MoneyPages {
    private static final String REVIEWS = "/staff/payments";
    private static final String REFUNDS = "/staff/refunds";
    private static final String ORDERS = "/staff/orders";

    private final Web web;

    MoneyPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, REVIEWS, this::list);
        web.get(router, REVIEWS + "/:about", ctx -> showPayment(ctx, Form.EMPTY));
        web.get(router, REFUNDS + "/:about", ctx -> showRefund(ctx, Form.EMPTY));
        web.get(router, ORDERS + "/:about/money", ctx -> showOrder(ctx, Form.EMPTY));
        web.post(router, REVIEWS + "/:about/query", this::askAboutPayment);
        web.post(router, REFUNDS + "/:about/query", this::askAboutRefund);
        DecisionForm.ABOUT_PAYMENTS.forEach(decision -> mount(router, REVIEWS, decision, this::showPayment));
        DecisionForm.ABOUT_REFUNDS.forEach(decision -> mount(router, REFUNDS, decision, this::showRefund));
        web.post(
                router,
                ORDERS + "/:about/money/refund",
                ctx -> decide(ctx, DecisionForm.REFUND, ORDERS + "/" + about(ctx) + "/money", this::showOrder));
    }

    private void mount(
            Router router, String area, DecisionForm decision, BiFunction<RoutingContext, Form, Future<Void>> show) {
        web.post(
                router,
                area + "/:about/" + decision.name(),
                ctx -> decide(ctx, decision, area + "/" + about(ctx), show));
    }

    private static String about(RoutingContext ctx) {
        return ctx.pathParam("about");
    }

    private Future<Void> list(RoutingContext ctx) {
        return web.ask(ctx, "finance.listReviews", Searches.input(web.page(ctx), "after"), Reviews.class)
                .compose(reviews -> send(ctx, (page, view) -> TEMPLATES.staffReviews(page, view, reviews)));
    }

    private Future<Void> showPayment(RoutingContext ctx, Form form) {
        return web.ask(ctx, "finance.getPayment", new JsonObject().put("txnRef", about(ctx)), PaymentFile.class)
                .compose(payment -> send(ctx, (page, view) -> TEMPLATES.staffPayment(page, view, payment, form)));
    }

    private Future<Void> showRefund(RoutingContext ctx, Form form) {
        return web.ask(ctx, "finance.getRefund", new JsonObject().put("refundId", about(ctx)), RefundFile.class)
                .compose(refund -> send(ctx, (page, view) -> TEMPLATES.staffRefund(page, view, refund, form)));
    }

    private Future<Void> showOrder(RoutingContext ctx, Form form) {
        return web.ask(ctx, "finance.explainOrder", new JsonObject().put("code", about(ctx)), OrderMoney.class)
                .compose(money -> send(ctx, (page, view) -> TEMPLATES.staffMoney(page, view, money, form)));
    }

    /** What moves money is asked for twice: the first time a page says what will happen. */
    private Future<Void> decide(
            RoutingContext ctx,
            DecisionForm decision,
            String back,
            BiFunction<RoutingContext, Form, Future<Void>> show) {
        if (Form.field(ctx, "sure").isEmpty()) {
            Form form = Form.of(ctx, Faults.NONE);
            return send(ctx, (page, view) -> TEMPLATES.moneyConfirm(page, view, decision, form, back));
        }
        JsonObject input = decision.input(ctx, about(ctx));
        return web.untilFree(ctx, () -> web.ask(ctx, decision.operation(), input, Object.class))
                .compose(done -> web.redirect(ctx, back + "?done=money-" + decision.name()))
                .recover(e -> web.refused(ctx, e, problem -> show.apply(ctx, Form.of(ctx, web.faults(ctx, problem)))));
    }

    private Future<Void> askAboutPayment(RoutingContext ctx) {
        JsonObject input = new JsonObject().put("txnRef", about(ctx));
        return web.ask(ctx, "payment.askAttempt", input, AskedAttempt.class)
                .compose(asked -> asked(ctx, REVIEWS, asked.result(), asked.mayAskAt()));
    }

    private Future<Void> askAboutRefund(RoutingContext ctx) {
        JsonObject input = new JsonObject().put("refundId", about(ctx));
        return web.ask(ctx, "payment.askRefund", input, AskedRefund.class)
                .compose(asked -> asked(ctx, REFUNDS, asked.result(), asked.mayAskAt()))
                .recover(e -> web.refused(ctx, e, problem -> showRefund(ctx, Form.of(ctx, web.faults(ctx, problem)))));
    }

    private Future<Void> asked(RoutingContext ctx, String area, CallResult result, Instant mayAskAt) {
        long minutes = Math.max(1, Duration.between(Instant.now(), mayAskAt).toMinutes() + 1);
        String told = result == null ? "LATE&minutes=" + minutes : result.name();
        return web.redirect(ctx, area + "/" + about(ctx) + "?asked=" + told);
    }

    private Future<Void> send(RoutingContext ctx, BiFunction<Page, MoneyView, JteModel> template) {
        return web.gateway().authentication().caller(ctx).compose(caller -> {
            Function<Page, JteModel> filled = page -> template.apply(page, new MoneyView(page, caller.roles()));
            return web.send(ctx, filled);
        });
    }
}
