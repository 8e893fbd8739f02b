package rolt.torture;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import rolt.torture.Vnpay.Lie;
import rolt.torture.ground.Answer;
import rolt.torture.ground.Call;
import rolt.torture.ground.Finding;
import rolt.torture.ground.Parallel;

/** One customer's order, to which its programme happens. */
final class Purchase {
    private static final JsonObject RECIPIENT = new JsonObject()
            .put("name", "Nguyễn Minh Anh")
            .put("phone", "0912345678")
            .put("province", "Hà Nội")
            .put("ward", "Cửa Nam")
            .put("street", "12 Tràng Thi");
    private static final List<String> FAILURES =
            List.of("cancelled", "insufficient_balance", "wrong_otp", "time_over", "locked");

    private final Scene scene;
    private final Customer customer;
    private final Programme programme;
    private final Desk desk;
    private final Technician technician;
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();
    private volatile String code;
    private int keys;

    Purchase(Scene scene, Customer customer, Programme programme) {
        this.scene = scene;
        this.customer = customer;
        this.programme = programme;
        this.desk = new Desk(scene, this);
        this.technician = new Technician(scene, this);
    }

    Programme programme() {
        return programme;
    }

    /** Of those who work the order off. */
    Desk desk() {
        return desk;
    }

    /** Of those who do its services. */
    Technician technician() {
        return technician;
    }

    Customer customer() {
        return customer;
    }

    /** Null where there was too little left of a product. */
    String code() {
        return code;
    }

    synchronized List<Attempt> attempts() {
        return List.copyOf(attempts.values());
    }

    /** Checks the cart out, twice at once with the same key; whether there was enough of everything. */
    boolean place(int node) {
        JsonObject body = new JsonObject().put("recipient", RECIPIENT.copy()).put("expectedTotal", programme.total());
        Call call = Call.post("/api/v1/orders", body).by(customer.token()).key(newKey());
        Parallel.copies(2, copy -> {
            Answer answer = scene.calls().send(node + copy, call).expect(201, 409);
            if (answer.status() == 201) {
                same(answer.json().getString("code"));
            } else if (!answer.body().contains("stock.short")) {
                throw new Finding("Checkout was answered " + answer.body());
            }
        });
        return code != null;
    }

    private synchronized void same(String placed) {
        if (code != null && !code.equals(placed)) {
            throw new Finding("One key has made two orders, " + code + " and " + placed);
        }
        code = placed;
    }

    void open(Move move) {
        Call call = Call.post(path("/payments"), new JsonObject())
                .by(customer.token())
                .key(newKey());
        move.atNodes(node -> {
            Answer answer = scene.calls().send(node, call).expect(201, 409);
            if (answer.status() == 201) {
                opened(answer.json());
            } else {
                scene.tally().count("attempts refused");
            }
        });
    }

    /** A repeated answer has no address any more, once the attempt is over. */
    private synchronized void opened(JsonObject json) {
        String reference = json.getString("txnRef");
        String payUrl = json.getString("payUrl");
        if (payUrl != null && !attempts.containsKey(reference)) {
            Attempt attempt = new Attempt(reference, code, json.getLong("amount"), payUrl);
            scene.vnpay().enter(attempt);
            attempts.put(reference, attempt);
            scene.tally().count("attempts opened");
        }
    }

    void pay(Move move) {
        end(move, "success");
        tell(move);
    }

    void fail(Move move) {
        end(move, FAILURES.get(move.attempt() % FAILURES.size()));
        tell(move);
    }

    void end(Move move, String outcome) {
        withAttempt(move, attempt -> scene.vnpay().end(attempt, outcome));
    }

    /** What is true, once the payment has ended. */
    void tell(Move move) {
        withAttempt(move, attempt -> scene.vnpay().notice(attempt).ifPresent(notice -> tell(move, notice)));
    }

    void lie(Move move, Lie lie) {
        withAttempt(move, attempt -> tell(move, scene.vnpay().lie(attempt, lie)));
    }

    private void tell(Move move, String notice) {
        move.atNodes(node ->
                scene.tally().count("notifications answered " + scene.vnpay().tell(node, notice)));
    }

    /** A notification by somebody who does not know the secret. */
    void forge(Move move) {
        withAttempt(move, attempt -> {
            String truth = scene.vnpay().lie(attempt, Lie.FAILURE);
            String answer =
                    scene.vnpay().tell(move.node(), truth.replace("vnp_ResponseCode=24", "vnp_ResponseCode=00"));
            if (!answer.equals("97")) {
                throw new Finding("A forged notification was answered " + answer);
            }
        });
    }

    /** The browser returns, whatever VNPAY's server has told. */
    void comeBack(Move move) {
        withAttempt(
                move,
                attempt -> scene.vnpay()
                        .notice(attempt)
                        .ifPresent(notice -> scene.calls()
                                .send(move.node(), Call.get("/vnpay/return?" + notice))
                                .expect(303)));
    }

    void query(Move move) {
        withAttempt(move, attempt -> scene.backstage().query(attempt.txnRef()));
    }

    void expire(Move move) {
        scene.sql().run("""
                update ordering.orders set reserved_until = now() - interval '1 second'
                where code = ? and state = 'PENDING_PAYMENT'
                """, code);
        scene.backstage().expireOrders();
    }

    void cancel(Move move) {
        Call call = Call.post(path("/cancellation"), new JsonObject()).by(customer.token());
        move.atNodes(node -> scene.ask(node, "cancellations", call));
    }

    void read(Move move) {
        scene.calls().send(move.node(), Call.get(path("")).by(customer.token())).expect(200);
    }

    /** Does it with the attempt that the move is about, if there is any by now. */
    void withAttempt(Move move, Consumer<Attempt> action) {
        List<Attempt> now = attempts();
        Optional.of(now)
                .filter(known -> !known.isEmpty())
                .map(known -> known.get(move.attempt() % known.size()))
                .ifPresent(action);
    }

    private String path(String rest) {
        return "/api/v1/orders/" + code + rest;
    }

    synchronized String newKey() {
        keys++;
        return "torture-" + programme.number() + "-" + keys;
    }
}
