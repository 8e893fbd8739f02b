package rolt.dev.vnpay;

import static rolt.dev.vnpay.JsonRoutes.list;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What is set for the whole gateway: the faults of its terminals and its clock; and what it has been doing. */
final class GatewayControls {
    private static final Duration LONGEST = Duration.ofDays(400);

    private final Gateway gateway;
    private final IpnSender ipn;

    GatewayControls(Gateway gateway, IpnSender ipn) {
        this.gateway = gateway;
        this.ipn = ipn;
    }

    void mount(JsonRoutes routes) {
        routes.get("/simulator/faults", context -> Future.succeededFuture(faults()));
        routes.post("/simulator/faults", (context, body) -> Future.succeededFuture(set(body)));
        routes.get("/simulator/switches", context -> Future.succeededFuture(switches()));
        routes.get("/simulator/clock", context -> Future.succeededFuture(clock()));
        routes.post("/simulator/clock", (context, body) -> move(body).map(ignored -> clock()));
        routes.get("/simulator/calls", this::calls);
        routes.post("/simulator/calls/clear", (context, body) -> {
            gateway.calls().clear();
            return Future.succeededFuture(new JsonObject());
        });
    }

    private JsonObject faults() {
        return list("terminals", gateway.terminals().values().stream().map(this::describe));
    }

    private JsonObject describe(Terminal terminal) {
        return new JsonObject()
                .put("tmnCode", terminal.tmnCode())
                .put("ipnUrls", new JsonArray(terminal.ipnUrls()))
                .put("faults", gateway.faultsAt(terminal).toJson());
    }

    /** Of one terminal or all, or of the one payment that {@code txnRef} names. */
    private JsonObject set(JsonObject body) {
        var switches = body.copy();
        var one = Optional.ofNullable((String) switches.remove("tmnCode"));
        var payment = Optional.ofNullable((String) switches.remove("txnRef"));
        var faults = Faults.read(switches);
        if (payment.isPresent()) {
            gateway.payments().get(payment.get()).set(switches.isEmpty() ? null : faults);
        } else {
            requireKnown(one);
            gateway.terminals().keySet().stream()
                    .filter(code -> one.isEmpty() || one.get().equals(code))
                    .forEach(code -> gateway.faults().put(code, faults));
        }
        return faults.toJson();
    }

    private void requireKnown(Optional<String> terminal) {
        if (terminal.isPresent() && !gateway.terminals().containsKey(terminal.get())) {
            throw new NoSuchElementException("there is no terminal " + terminal.get());
        }
    }

    private static JsonObject switches() {
        return list("switches", Arrays.stream(Switch.values()).map(Switch::toJson))
                .mergeIn(list("presets", Preset.ALL.stream().map(Preset::toJson)))
                .mergeIn(list("outcomes", Arrays.stream(Outcome.values()).map(Outcome::toJson)))
                .mergeIn(list("cards", Arrays.stream(TestCard.values()).map(TestCard::toJson)));
    }

    private JsonObject clock() {
        return new JsonObject()
                .put("now", gateway.clock().now().toString())
                .put("speed", gateway.clock().speed())
                .put("calendar", gateway.calendar().instant().toString());
    }

    /** Answers when what became due by it has been done. */
    private Future<Void> move(JsonObject body) {
        if (body.containsKey("speed")) {
            gateway.agenda().run(body.getLong("speed"));
        }
        var forward = Duration.parse(body.getString("forward", "PT0S"));
        if (forward.isNegative() || forward.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("forward is PT0S to " + LONGEST);
        }
        return gateway.agenda().forward(forward);
    }

    /** With {@code settled=true} it answers when no retry is outstanding any more. */
    private Future<JsonObject> calls(RoutingContext context) {
        var request = context.request();
        var about = request.getParam("txnRef", "");
        var after = Long.parseLong(request.getParam("after", "0"));
        var isReady = request.getParam("settled", "").equals("true") ? ipn.settled() : Future.<Void>succeededFuture();
        return isReady.map(ignored -> list("calls", gateway.calls().about(about, after).stream())
                .put("latest", gateway.calls().latest()));
    }
}
