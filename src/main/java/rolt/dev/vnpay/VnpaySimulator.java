package rolt.dev.vnpay;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** VNPAY's sandbox on this machine, with its paths, rules and cards, and a control API under {@code /simulator}. */
public final class VnpaySimulator {
    /** What VNPAY waits between two notifications, and how long it answers one terminal's next query with 94. */
    public static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private static final String ENTRANCE = "/paymentv2/vpcpay.html";
    private static final String MERCHANT_API = "/merchant_webapi/api/transaction";
    private static final String BANK_LIST = "/qrpayauth/api/merchant/get_bank_list";

    private final Map<String, Terminal> terminals = new ConcurrentHashMap<>();
    private final Switchboard faults = new Switchboard();
    private final CallLog calls;
    private final Entrance entrance;
    private final ErrorPage errorPage;
    private final PayPages pages;
    private final MerchantApi api;
    private final ControlApi control;

    /**
     * A gateway for these terminals.
     *
     * @param clock the time of day at the gateway, by which payments expire and queries are throttled
     * @param interval how long the gateway waits between two notifications (by the real time) and refuses further
     *     queries (by the clock): {@link #FIVE_MINUTES} at VNPAY
     */
    public VnpaySimulator(Vertx vertx, Clock clock, Duration interval, Terminal... terminals) {
        List.of(terminals).forEach(this::add);
        var payments = new Payments();
        var time = new SessionClock(clock, faults);
        var view = new PayView(clock);
        calls = new CallLog(clock);
        var ipn = new IpnSender(vertx, interval, faults, calls);
        var completion = new Completion(clock, ipn, faults);
        var check = new PayUrlCheck(this.terminals, payments, faults, clock);
        entrance = new Entrance(this.terminals, payments, check, time);
        errorPage = new ErrorPage(view);
        pages = new PayPages(payments, completion, view, time);
        var queries = new QueryDesk(payments, faults, clock, interval);
        var refunds = new RefundDesk(payments, faults, completion, new RefundDesk.SettlementTime(clock, interval));
        api = new MerchantApi(this.terminals, faults, queries, refunds);
        control = new ControlApi(payments, completion, ipn, calls);
    }

    /** Adds a terminal, or replaces the one of the same code: a shop's address may be known only once it listens. */
    public void add(Terminal terminal) {
        terminals.put(terminal.tmnCode(), terminal);
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
        control.mount(router, faults, terminals.values());
    }

    private void enter(RoutingContext context) {
        var query = context.request().query();
        var entry = entrance.enter(query == null ? "" : query);
        calls.in("pay", entry.reference(), context.request().absoluteURI(), entry.next());
        context.response()
                .setStatusCode(302)
                .putHeader("location", entry.next())
                .end();
    }

    private void callApi(RoutingContext context) {
        var request = Objects.requireNonNullElse(context.body().asString(), "");
        var reply = api.answer(request);
        var answer = reply.body().encode();
        calls.in("api", reply.body().getString("vnp_TxnRef", ""), request, answer);
        context.response().putHeader("content-type", "application/json; charset=utf-8");
        if (reply.delayMillis() > 0) {
            context.vertx()
                    .setTimer(reply.delayMillis(), ignored -> context.response().end(answer));
        } else {
            context.response().end(answer);
        }
    }

    private void listBanks(RoutingContext context) {
        var isKnown = terminals.containsKey(String.valueOf(context.request().getFormAttribute("tmn_code")));
        context.json(isKnown ? Banks.list() : new JsonArray());
    }

    private static void asset(Router router, String name, String type) {
        var content = Html.resource(name);
        router.get("/paymentv2/assets/" + name)
                .handler(context ->
                        context.response().putHeader("content-type", type).end(content));
    }
}
