package rolt.dev.vnpay;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** VNPAY's sandbox on this machine, with its paths, rules and cards, and a control API under {@code /simulator}. */
public final class VnpaySimulator {
    /** What VNPAY waits between two notifications, and how long it answers one terminal's next query with 94. */
    public static final Duration FIVE_MINUTES = Gateway.INTERVAL;

    private static final String ENTRANCE = "/paymentv2/vpcpay.html";
    private static final String MERCHANT_API = "/merchant_webapi/api/transaction";
    private static final String BANK_LIST = "/qrpayauth/api/merchant/get_bank_list";

    private final Gateway gateway;
    private final Entrance entrance;
    private final ErrorPage errorPage;
    private final PayPages pages;
    private final MerchantApi api;
    private final GatewayControls controls;
    private final PaymentControls paymentControls;

    /**
     * A gateway for these terminals.
     *
     * @param calendar the date and time of day at the gateway
     * @param interval how long VNPAY's {@link #FIVE_MINUTES} between two notifications, two queries or two steps of a
     *     refund last here, until another speed is set
     */
    public VnpaySimulator(Vertx vertx, Clock calendar, Duration interval, Terminal... terminals) {
        gateway = Gateway.open(vertx, calendar, FIVE_MINUTES.dividedBy(interval));
        List.of(terminals).forEach(this::add);
        var time = new SessionClock(gateway);
        var view = new PayView(calendar);
        var ipn = new IpnSender(vertx, gateway);
        var completion = new Completion(gateway, ipn);
        entrance = new Entrance(gateway, time);
        errorPage = new ErrorPage(view);
        pages = new PayPages(gateway.payments(), completion, view, time);
        api = new MerchantApi(gateway, new RefundDesk(gateway, completion));
        controls = new GatewayControls(gateway, ipn);
        paymentControls = new PaymentControls(vertx, gateway, completion, ipn);
    }

    /** Adds a terminal, or replaces the one of the same code: a shop's address may be known only once it listens. */
    public void add(Terminal terminal) {
        gateway.terminals().put(terminal.tmnCode(), terminal);
    }

    /** Adds the gateway's routes, at VNPAY's own paths. */
    public void mount(Router router) {
        router.get(ENTRANCE).handler(this::enter);
        router.get(ErrorPage.PATH).handler(errorPage::show);
        pages.mount(router);
        asset(router, "pay.css", "text/css; charset=utf-8");
        asset(router, "pay.js", "text/javascript; charset=utf-8");
        router.post(MERCHANT_API).handler(BodyHandler.create(false)).handler(this::callApi);
        router.route(MERCHANT_API)
                .handler(context -> context.response().setStatusCode(405).end());
        router.post(BANK_LIST).handler(BodyHandler.create(false)).handler(this::listBanks);
        var routes = new JsonRoutes(router);
        controls.mount(routes);
        paymentControls.mount(routes);
        router.get("/simulator/*")
                .handler(StaticHandler.create("dev/vnpay/console").setCachingEnabled(false));
    }

    private void enter(RoutingContext context) {
        var query = context.request().query();
        var entry = entrance.enter(query == null ? "" : query);
        gateway.calls().entered(entry, context.request().absoluteURI());
        context.response()
                .setStatusCode(302)
                .putHeader("location", entry.next())
                .end();
    }

    private void callApi(RoutingContext context) {
        var request = Objects.requireNonNullElse(context.body().asString(), "");
        var reply = api.answer(request);
        gateway.calls().asked(reply, request);
        if (reply.delayMillis() > 0) {
            context.vertx().setTimer(reply.delayMillis(), ignored -> answer(context, reply));
        } else {
            answer(context, reply);
        }
    }

    private static void answer(RoutingContext context, MerchantApi.Reply reply) {
        if (reply.isLost()) {
            context.request().connection().close();
            return;
        }
        context.response().putHeader("content-type", "application/json; charset=utf-8");
        context.end(reply.body().encode());
    }

    private void listBanks(RoutingContext context) {
        var isKnown =
                gateway.terminals().containsKey(String.valueOf(context.request().getFormAttribute("tmn_code")));
        context.json(isKnown ? Banks.list() : new JsonArray());
    }

    private static void asset(Router router, String name, String type) {
        var content = Html.resource(name);
        router.get("/paymentv2/assets/" + name)
                .handler(context ->
                        context.response().putHeader("content-type", type).end(content));
    }
}
