package rolt.torture;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import rolt.torture.ground.Call;
import rolt.torture.ground.Finding;

/** What staff do about one customer's order: support, the bench and Finance. */
final class Desk {
    private static final String REASON = "Vì đây là một phép thử";

    private final Scene scene;
    private final Purchase purchase;

    Desk(Scene scene, Purchase purchase) {
        this.scene = scene;
        this.purchase = purchase;
    }

    void cancel(Move move) {
        Call call = Call.post("/api/v1/orders/" + purchase.code() + "/cancellation", because())
                .by(scene.staff());
        move.atNodes(node -> scene.ask(node, "cancellations", call));
    }

    void callOff(Move move) {
        ask(move, "orders called off", path("/call-off"), because());
    }

    void assemble(Move move) {
        ask(move, "orders begun at the bench", path("/assembly"), new JsonObject());
    }

    void ship(Move move) {
        String number = "TORTURE" + purchase.programme().number();
        JsonObject parcel = new JsonObject().put("carrier", "GHN").put("trackingNumber", number);
        ask(move, "orders shipped", path("/shipment"), parcel);
    }

    void deliver(Move move) {
        ask(move, "orders delivered", path("/delivery"), new JsonObject());
    }

    /** @param part of the order's total */
    void refund(Move move, int part) {
        JsonObject wanted = note().put("amount", purchase.programme().total() / part);
        ask(move, "refunds asked for", "/orders/" + purchase.code() + "/refunds", wanted);
    }

    /** By what VNPAY's portal shows now: the money, or none. */
    void decide(Move move) {
        purchase.withAttempt(
                move,
                attempt -> scene.vnpay()
                        .paymentNumber(attempt)
                        .ifPresentOrElse(number -> confirm(move, attempt, number), () -> dismiss(move, attempt)));
    }

    private void confirm(Move move, Attempt attempt, String number) {
        JsonObject seen = note().put("amount", attempt.amount()).put("transactionNo", number);
        ask(move, "attempts confirmed", "/payments/" + attempt.txnRef() + "/confirmation", seen);
    }

    /** Without a look at the portal, so that the money may be there all the same. */
    void dismiss(Move move) {
        purchase.withAttempt(move, attempt -> dismiss(move, attempt));
    }

    private void dismiss(Move move, Attempt attempt) {
        ask(move, "attempts dismissed", "/payments/" + attempt.txnRef() + "/dismissal", note());
    }

    /** Asks for what may be refused, because it is too late or too early; what has one key has one answer. */
    private void ask(Move move, String what, String path, JsonObject body) {
        Set<JsonObject> answers = ConcurrentHashMap.newKeySet();
        Call call = Call.post("/api/v1" + path, body).by(scene.staff()).key(purchase.newKey());
        move.atNodes(node -> scene.ask(node, what, call).ifPresent(answers::add));
        if (answers.size() > 1) {
            throw new Finding("One key has several answers: " + answers);
        }
    }

    private String path(String rest) {
        return "/staff/orders/" + purchase.code() + rest;
    }

    private static JsonObject because() {
        return new JsonObject().put("reason", REASON);
    }

    private static JsonObject note() {
        return new JsonObject().put("note", REASON);
    }
}
