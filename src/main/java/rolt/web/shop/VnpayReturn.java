package rolt.web.shop;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import rolt.account.AccountMessages.Me;
import rolt.gateway.Requests;
import rolt.payment.PaymentMessages.Parameter;
import rolt.payment.PaymentMessages.ReadReturn;
import rolt.payment.PaymentMessages.Return;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.web.Page;
import rolt.web.Web;

/**
 * Where VNPAY sends the browser back to. It stands outside the contract, because VNPAY signs every parameter; it
 * changes nothing, and only leads on to the order.
 */
final class VnpayReturn {
    private static final Map<String, String> CLAIMS = Map.of("SUCCESS", "success", "FAILED", "failed");

    private final Web web;

    VnpayReturn(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, "/vnpay/return", this::lead);
    }

    private Future<Void> lead(RoutingContext ctx) {
        List<Parameter> parameters = ctx.queryParams().entries().stream()
                .map(entry -> new Parameter(entry.getKey(), entry.getValue()))
                .toList();
        return web.gateway()
                .platform()
                .bus()
                .request(Caller.system(Requests.id(ctx)), "payment.readReturn", new ReadReturn(parameters))
                .map(answer -> Json.record(answer, Return.class))
                .compose(told -> told.orderCode() == null ? refuse(ctx) : leadToOrder(ctx, told));
    }

    private Future<Void> refuse(RoutingContext ctx) {
        ctx.response().setStatusCode(400);
        return web.send(ctx, TEMPLATES::returnRefused);
    }

    /** VNPAY's address has no language: the account's is taken. */
    private Future<Void> leadToOrder(RoutingContext ctx, Return told) {
        String path = "/orders/" + told.orderCode() + "?vnpay=" + CLAIMS.getOrDefault(told.claim(), "unknown");
        return web.ask(ctx, "account.getMe", new JsonObject(), Me.class)
                .map(Me::language)
                .otherwise(e -> Language.VI)
                .compose(language -> web.leave(ctx, Page.in(language, path)));
    }
}
