package rolt.dev.vnpay;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Every call in and out, the latest 2,000 of them, oldest first. */
final class CallLog {
    private static final int MOST = 2_000;

    private final Clock clock;
    private final Deque<JsonObject> calls = new ArrayDeque<>();

    CallLog(Clock clock) {
        this.clock = clock;
    }

    /** Someone called the gateway. */
    void in(String what, String reference, String request, String answer) {
        add(entry("in", what, reference).put("request", request).put("answer", answer));
    }

    /** The gateway called the merchant. */
    void out(String reference, String url, int number, Answer answer) {
        add(entry("out", "ipn", reference)
                .put("request", url)
                .put("number", number)
                .put("status", answer.status())
                .put("answer", answer.body())
                .put("rspCode", answer.rspCode()));
    }

    /** The calls about one reference, or all of them if it is empty. */
    synchronized List<JsonObject> about(String reference) {
        return calls.stream()
                .filter(call -> reference.isEmpty() || reference.equals(call.getString("txnRef")))
                .toList();
    }

    private JsonObject entry(String direction, String what, String reference) {
        return new JsonObject()
                .put("at", clock.instant().toString())
                .put("direction", direction)
                .put("what", what)
                .put("txnRef", reference);
    }

    private synchronized void add(JsonObject call) {
        if (calls.size() == MOST) {
            calls.removeFirst();
        }
        calls.add(call);
    }
}
