package rolt.dev.vnpay;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import rolt.vnpay.VnpaySignature;

/** A shop's side of the wire: hears notifications and answers what it is told to. */
final class Merchant {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile List<String> answers = List.of("00");
    private volatile int status = 200;

    void mount(Router router) {
        router.get("/ipn").handler(this::hear);
    }

    /** The codes to answer in turn; the last one goes on. */
    void answers(String... codes) {
        answers = List.of(codes);
    }

    void status(int other) {
        status = other;
    }

    /** The raw queries heard, in their order. */
    List<String> heard() {
        return heard;
    }

    Map<String, List<String>> parameters(int call) {
        return VnpaySignature.decode(heard.get(call));
    }

    Map<String, String> values(int call) {
        return VnpaySignature.single(parameters(call));
    }

    private synchronized void hear(RoutingContext context) {
        var code = answers.get(Math.min(heard.size(), answers.size() - 1));
        heard.add(context.request().query());
        context.response().setStatusCode(status);
        context.json(new JsonObject().put("RspCode", code).put("Message", "x"));
    }
}
