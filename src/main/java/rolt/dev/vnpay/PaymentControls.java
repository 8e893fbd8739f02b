package rolt.dev.vnpay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** What can be done with a single payment in place of customer, bank and VNPAY. */
final class PaymentControls {
    private static final int MOST_COPIES = 100;
    private static final int MOST_LISTED = 200;
    private static final Set<String> NO_SWITCHES = Set.of("card", "outcome", "again", "copies", "delayMillis");

    private final Vertx vertx;
    private final Gateway gateway;
    private final Completion completion;
    private final IpnSender ipn;

    PaymentControls(Vertx vertx, Gateway gateway, Completion completion, IpnSender ipn) {
        this.vertx = vertx;
        this.gateway = gateway;
        this.completion = completion;
        this.ipn = ipn;
    }

    void mount(JsonRoutes routes) {
        routes.get("/simulator/payments", this::list);
        routes.post("/simulator/pay/:payment", (context, body) -> pay(payment(context), body));
        routes.post("/simulator/ipn/:payment", (context, body) -> tell(payment(context), body));
        routes.post("/simulator/expire/:payment", (context, body) -> expire(payment(context)));
        routes.post("/simulator/refund/:number", (context, body) -> step(context.pathParam("number"), body));
        routes.post("/simulator/acceptance/:payment", (context, body) -> accept(payment(context), body));
    }

    private Payment payment(RoutingContext context) {
        return gateway.payments().get(context.pathParam("payment"));
    }

    private Future<JsonObject> list(RoutingContext context) {
        var about = context.request().getParam("txnRef", "");
        var payments = gateway.payments().latest(about, MOST_LISTED).stream();
        return Future.succeededFuture(JsonRoutes.list("payments", payments.map(this::describe)));
    }

    private JsonObject describe(Payment payment) {
        return payment.toJson(gateway.calendar().instant(), gateway.clock().now());
    }

    /** Ends it; with {@code again} also one that has ended, otherwise. Switches in the body are this payment's own. */
    private Future<JsonObject> pay(Payment payment, JsonObject body) {
        var card = TestCard.byNumber(body.getString("card", TestCard.NCB_SUCCESS.number))
                .orElseThrow(() -> new IllegalArgumentException("no such test card"));
        var outcome = Optional.ofNullable(body.getString("outcome"))
                .map(Outcome::named)
                .orElse(card.outcome);
        var isAgain = body.getBoolean("again", false) && payment.result().isPresent();
        var switches = switches(body);
        if (!switches.isEmpty()) {
            payment.set(gateway.faultsOf(payment).with(switches));
        }
        var ended = isAgain
                ? completion.overturn(payment, outcome, card.means())
                : completion.end(payment, outcome, card.means());
        return ended.map(url -> new JsonObject().put("returnUrl", url));
    }

    /** Notifies once more, this one time with the switches in the body. */
    private Future<JsonObject> tell(Payment payment, JsonObject body) {
        if (payment.result().isEmpty()) {
            throw new NoSuchElementException("the payment has not ended");
        }
        var faults = gateway.faultsOf(payment).with(switches(body));
        var copies = Math.clamp(body.getInteger("copies", 1), 1, MOST_COPIES);
        var delay = Math.max(0, body.getLong("delayMillis", 0L));
        var ready = delay == 0 ? Future.succeededFuture() : vertx.timer(delay);
        return ready.compose(ignored -> ipn.tell(Notice.of(payment, faults), copies))
                .map(answers -> JsonRoutes.list("answers", answers.stream().map(Answer::toJson)));
    }

    private Future<JsonObject> expire(Payment payment) {
        payment.close(gateway.calendar().instant());
        return Future.succeededFuture(describe(payment));
    }

    private Future<JsonObject> step(String number, JsonObject body) {
        var payment = gateway.payments()
                .withRefund(number)
                .orElseThrow(() -> new NoSuchElementException("there is no refund " + number));
        var now = gateway.clock().now();
        var refund = payment.refunds().stream()
                .filter(one -> one.transactionNo().equals(number))
                .findFirst()
                .orElseThrow()
                .entering(body.getString("status", ""), now);
        payment.replace(refund);
        return Future.succeededFuture(refund.toJson(now));
    }

    private Future<JsonObject> accept(Payment payment, JsonObject body) {
        var outcome = Outcome.named(body.getString("outcome", Outcome.SUCCESS.key()));
        return new Acceptance(completion, ipn, payment).run(outcome);
    }

    private static JsonObject switches(JsonObject body) {
        var switches = body.copy();
        List.copyOf(switches.fieldNames()).stream()
                .filter(NO_SWITCHES::contains)
                .forEach(switches::remove);
        return switches;
    }
}
