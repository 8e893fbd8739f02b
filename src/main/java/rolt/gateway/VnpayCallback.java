package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Platform;

/**
 * VNPAY's server-to-server notification. It stands outside the contract, because VNPAY signs every parameter, declared
 * or not; it is not rate-limited, and whatever happens it is answered with HTTP 200 and an RspCode.
 */
final class VnpayCallback {
    static final String ADDRESS = "payment.settleNotification";

    private static final Logger LOG = LoggerFactory.getLogger(VnpayCallback.class);
    private static final JsonObject FAILED =
            new JsonObject().put("RspCode", "99").put("Message", "Unknown error");

    private static final JsonObject FOREIGN =
            new JsonObject().put("RspCode", "03").put("Message", "IP not allowed");

    private final Platform platform;
    private final Authentication authentication;
    private final Set<InetAddress> sources;

    VnpayCallback(Gateway gateway) {
        this.platform = gateway.platform();
        this.authentication = gateway.authentication();
        this.sources = platform.config().vnpay().ipnSources().stream()
                .map(InetAddress::ofLiteral)
                .collect(Collectors.toSet());
    }

    void mount(Router router) {
        router.route("/vnpay/ipn").handler(ctx -> {
            if (ctx.request().method() != HttpMethod.GET) {
                answer(ctx, FAILED);
            } else if (isForeign(authentication.address(ctx))) {
                LOG.error("A notification from {}, which is not in VNPAY_IPN_SOURCES", authentication.address(ctx));
                platform.metrics().counter("rolt.vnpay.foreign.source").increment();
                answer(ctx, FOREIGN);
            } else {
                settle(ctx);
            }
        });
    }

    /** The checksum is the real control; an operator may allow VNPAY's published addresses alone. */
    private boolean isForeign(String address) {
        return !sources.isEmpty() && !sources.contains(InetAddress.ofLiteral(address));
    }

    private void settle(RoutingContext ctx) {
        Future.succeededFuture()
                .compose(v -> platform.bus().request(Caller.system(Requests.id(ctx)), ADDRESS, input(ctx)))
                .map(Json::object)
                .otherwise(e -> {
                    LOG.error("A notification could not be settled; VNPAY will send it again", e);
                    return FAILED;
                })
                .onSuccess(answer -> answer(ctx, answer));
    }

    private static void answer(RoutingContext ctx, JsonObject answer) {
        ctx.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(answer.toBuffer());
    }

    /** The parameters as pairs in the order received, because a repeated name must be seen. */
    private JsonObject input(RoutingContext ctx) {
        JsonArray pairs = new JsonArray();
        ctx.queryParams()
                .forEach(entry ->
                        pairs.add(new JsonObject().put("name", entry.getKey()).put("value", entry.getValue())));
        return new JsonObject().put("parameters", pairs).put("source", authentication.address(ctx));
    }
}
