package rolt.web.shop;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import rolt.payment.PaymentMessages.Attempt;
import rolt.web.Web;

/** The way to VNPAY. */
final class Payment {
    private final Web web;

    Payment(Web web) {
        this.web = web;
    }

    /**
     * Opens an attempt and leads the browser to VNPAY, or to the order once the attempt of this key is over.
     *
     * @param key one for each time the customer decides to pay, however often the form is sent
     */
    Future<Void> open(RoutingContext ctx, String order, String key) {
        JsonObject input = new JsonObject().put("code", order).put("idempotencyKey", key);
        return web.untilFree(ctx, () -> web.ask(ctx, "payment.openAttempt", input, Attempt.class))
                .compose(attempt -> attempt.payUrl() == null
                        ? web.redirect(ctx, "/orders/" + order)
                        : web.leave(ctx, attempt.payUrl()));
    }
}
