package rolt.torture;

import io.vertx.core.json.JsonObject;
import java.util.Random;

/** How VNPAY's merchant API does while a batch happens: what it answers to queries and refunds. */
enum Weather {
    FINE(new JsonObject()),
    SLOW(new JsonObject().put("apiDelayMillis", 300)),
    /** What was asked is done, but nobody can believe the answer. */
    UNSIGNED(new JsonObject().put("unsignedAnswers", true)),
    /** Nothing is done. */
    FAILING(new JsonObject().put("apiCode", "99")),
    /** Banks turn refunds down, after VNPAY has accepted them. */
    REFUSING(new JsonObject().put("refundEnding", "09"));

    private final JsonObject faults;

    Weather(JsonObject faults) {
        this.faults = faults;
    }

    static Weather draw(Random random) {
        return values()[random.nextInt(values().length)];
    }

    /** As the simulator takes it; its own notifications never leave. */
    JsonObject faults() {
        return faults.copy().put("ipn", "never");
    }
}
