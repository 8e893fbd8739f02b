package rolt.dev.vnpay;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Every call in and out, the latest 2,000 of them, oldest first. */
final class CallLog {
    private static final int MOST = 2_000;

    private final Clock calendar;
    private final Deque<JsonObject> calls = new ArrayDeque<>();
    private long latest;

    CallLog(Clock calendar) {
        this.calendar = calendar;
    }

    /** A customer came with a payment URL. */
    void entered(Entrance.Entry entry, String url) {
        add(entry("in", "pay", entry.reference()).put("request", url).put("answer", entry.next()));
    }

    /** The merchant's server asked for something. */
    void asked(MerchantApi.Reply reply, String request) {
        add(entry("in", reply.command(), reply.reference())
                .put("request", request)
                .put("answer", reply.isLost() ? "" : reply.body().encode())
                .put("rspCode", reply.body().getString("vnp_ResponseCode")));
    }

    /** The gateway notified the merchant, for the how-manieth time; 0 where it does not count. */
    void notified(String reference, String url, int number, Answer answer) {
        add(entry("out", "ipn", reference)
                .put("request", url)
                .put("number", number)
                .put("status", answer.status())
                .put("answer", answer.body())
                .put("rspCode", answer.rspCode()));
    }

    /** The customer was sent back to the shop. */
    void returned(String reference, String url) {
        add(entry("out", "return", reference).put("request", url));
    }

    /** The calls about one reference, or all of them if it is empty, that came after the one of this id. */
    synchronized List<JsonObject> about(String reference, long after) {
        return calls.stream()
                .filter(call -> call.getLong("id") > after)
                .filter(call -> reference.isEmpty() || reference.equals(call.getString("txnRef")))
                .toList();
    }

    /** The id of the last one there was. */
    synchronized long latest() {
        return latest;
    }

    synchronized void clear() {
        calls.clear();
    }

    private JsonObject entry(String direction, String what, String reference) {
        return new JsonObject()
                .put("at", calendar.instant().toString())
                .put("direction", direction)
                .put("what", what)
                .put("txnRef", reference);
    }

    private synchronized void add(JsonObject call) {
        if (calls.size() == MOST) {
            calls.removeFirst();
        }
        calls.add(call.put("id", ++latest));
    }
}
