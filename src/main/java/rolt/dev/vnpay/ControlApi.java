package rolt.dev.vnpay;

import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Steers the simulator without a browser: for tests and the development console. */
final class ControlApi {
    private static final int MOST_COPIES = 100;

    private final Payments payments;
    private final Completion completion;
    private final IpnSender ipn;
    private final CallLog calls;

    ControlApi(Payments payments, Completion completion, IpnSender ipn, CallLog calls) {
        this.payments = payments;
        this.completion = completion;
        this.ipn = ipn;
        this.calls = calls;
    }

    void mount(Router router, Switchboard faults, Collection<Terminal> terminals) {
        router.get("/simulator/calls").handler(this::calls);
        post(router, "/simulator/faults", (context, body) -> set(context, body, faults, terminals));
        post(router, "/simulator/pay/:payment", this::pay);
        post(router, "/simulator/ipn/:payment", this::resend);
    }

    private static void post(Router router, String path, BiConsumer<RoutingContext, JsonObject> action) {
        router.post(path).handler(BodyHandler.create(false)).handler(context -> {
            try {
                var body = context.body().asString();
                action.accept(context, body == null || body.isBlank() ? new JsonObject() : new JsonObject(body));
            } catch (DecodeException | ClassCastException | IllegalArgumentException wrong) {
                refuse(context, 400, String.valueOf(wrong.getMessage()));
            }
        });
    }

    /** With {@code settled=true} it answers when no retry is outstanding any more. */
    private void calls(RoutingContext context) {
        var about =
                context.queryParams().contains("txnRef") ? context.queryParams().get("txnRef") : "";
        var isReady =
                "true".equals(context.queryParams().get("settled")) ? ipn.settled() : Future.<Void>succeededFuture();
        isReady.onSuccess(ignored ->
                context.json(new JsonObject().put("calls", new JsonArray(List.copyOf(calls.about(about))))));
    }

    private void set(RoutingContext context, JsonObject body, Switchboard faults, Collection<Terminal> terminals) {
        var read = Faults.read(body);
        var one = body.getString("tmnCode", "");
        terminals.stream()
                .map(Terminal::tmnCode)
                .filter(code -> one.isEmpty() || one.equals(code))
                .forEach(code -> faults.set(code, read));
        context.json(body);
    }

    private void pay(RoutingContext context, JsonObject body) {
        payments.find(context.pathParam("payment"))
                .ifPresentOrElse(payment -> pay(context, body, payment), () -> refuse(context, 404, "no such payment"));
    }

    private void pay(RoutingContext context, JsonObject body, Payment payment) {
        var card = TestCard.byNumber(body.getString("card", TestCard.NCB_SUCCESS.number))
                .orElseThrow(() -> new IllegalArgumentException("no such test card"));
        var outcome = body.containsKey("outcome")
                ? Outcome.valueOf(body.getString("outcome").toUpperCase(Locale.ROOT))
                : card.outcome;
        completion
                .end(payment, outcome, card.means())
                .onSuccess(url -> context.json(new JsonObject().put("returnUrl", url)))
                .onFailure(context::fail);
    }

    private void resend(RoutingContext context, JsonObject body) {
        var payment = payments.find(context.pathParam("payment"))
                .filter(candidate -> candidate.result().isPresent())
                .orElse(null);
        if (payment == null) {
            refuse(context, 404, "no such payment has ended");
            return;
        }
        var copies = Math.clamp(body.getInteger("copies", 1), 1, MOST_COPIES);
        ipn.resend(payment, copies).onFailure(context::fail).onSuccess(answers -> {
            var list = new JsonArray();
            answers.forEach(answer -> list.add(answer.toJson()));
            context.json(new JsonObject().put("answers", list));
        });
    }

    private static void refuse(RoutingContext context, int status, String why) {
        context.response().setStatusCode(status);
        context.json(new JsonObject().put("error", why));
    }
}
