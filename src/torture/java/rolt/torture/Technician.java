package rolt.torture;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rolt.torture.ground.Call;
import rolt.torture.ground.Patience;

/** What the bench does with the services of one customer's order, and what becomes of its warranty. */
final class Technician {
    private static final String WORDS = "Vì đây là một phép thử";
    private static final List<String> ANSWERS = List.of("approval", "rejection", "completion");

    private final Scene scene;
    private final Purchase purchase;

    Technician(Scene scene, Purchase purchase) {
        this.scene = scene;
        this.purchase = purchase;
    }

    /** Takes what is to be done, ticks everything off and finishes it; all of it may come too late. */
    void work(Move move) {
        for (String work : unfinished(move)) {
            ask(move, "work taken", work + "/taking", new JsonObject());
            file(move, work).ifPresent(file -> objects(file, "steps").forEach(step -> doStep(move, work, step)));
            ask(move, "work finished", work + "/finish", new JsonObject());
        }
    }

    private void doStep(Move move, String work, JsonObject step) {
        String path = work + "/steps/" + step.getInteger("position");
        objects(step, "items").forEach(item -> {
            Call tick = Call.put(path(path + "/items/" + item.getString("code")), new JsonObject().put("done", true));
            scene.ask(move.node(), "items ticked", tick.by(scene.staff()));
        });
        ask(move, "steps finished", path + "/finish", new JsonObject());
    }

    void hold(Move move) {
        unfinished(move)
                .forEach(work -> ask(move, "work held", work + "/hold", new JsonObject().put("reason", "OTHER")));
    }

    void resume(Move move) {
        known(move).forEach(work -> ask(move, "work resumed", work + "/resumption", new JsonObject()));
    }

    void reopen(Move move) {
        JsonObject again = new JsonObject()
                .put("steps", new JsonArray().add(1))
                .put("words", WORDS)
                .put("visible", true);
        known(move).forEach(work -> ask(move, "work reopened", work + "/reopening", again));
    }

    /** The customer claims a warranty, once the parcel has come. */
    void claim(Move move) {
        Call look = Call.get("/api/v1/orders/" + purchase.code() + "/warranty");
        JsonObject warranty = read(move, look.by(purchase.customer().token()));
        objects(warranty, "items").skip(move.attempt()).findFirst().ifPresent(line -> {
            JsonObject claim = new JsonObject()
                    .put("position", line.getInteger("position"))
                    .put("description", WORDS);
            Call call = Call.post("/api/v1/orders/" + purchase.code() + "/warranty/claims", claim)
                    .by(purchase.customer().token())
                    .key(purchase.newKey());
            move.atNodes(node -> scene.ask(node, "warranty claims", call));
        });
    }

    void answer(Move move) {
        String answer = ANSWERS.get(move.attempt() % ANSWERS.size());
        JsonObject words = switch (answer) {
            case "approval" -> new JsonObject().put("words", WORDS);
            case "rejection" -> new JsonObject().put("reason", WORDS);
            default -> new JsonObject();
        };
        warranties(move)
                .flatMap(line -> objects(line, "claims"))
                .map(claim -> "/api/v1/staff/warranty-claims/" + claim.getString("id") + "/" + answer)
                .forEach(path -> send(move, "claims answered", Call.post(path, words)));
    }

    void makeVoid(Move move) {
        warranties(move)
                .skip(move.attempt())
                .map(line -> "/api/v1/staff/warranties/" + line.getString("warrantyId") + "/void")
                .forEach(path ->
                        send(move, "warranties made void", Call.post(path, new JsonObject().put("reason", WORDS))));
    }

    private Stream<JsonObject> warranties(Move move) {
        return objects(ofOrder(move, "/warranty"), "items");
    }

    /** What the bench has still to do; waits until it has been given all that is paid. */
    private List<String> unfinished(Move move) {
        String path = "/api/v1/staff/orders/" + purchase.code();
        List<List<String>> seen = new ArrayList<>();
        Patience.until("the bench is given the work of " + purchase.code(), () -> {
            JsonArray codes = read(move, Call.get(path).by(scene.staff())).getJsonArray("unfinished");
            seen.add(codes.stream().map(String.class::cast).toList());
            return !seen.getLast().contains(purchase.code());
        });
        return seen.getLast();
    }

    /** All that the bench has ever had of it. */
    private List<String> known(Move move) {
        return objects(ofOrder(move, "/work"), "items")
                .map(work -> work.getString("code"))
                .toList();
    }

    private JsonObject ofOrder(Move move, String rest) {
        return read(move, Call.get("/api/v1/orders/" + purchase.code() + rest).by(scene.staff()));
    }

    private Optional<JsonObject> file(Move move, String work) {
        return scene.ask(move.node(), "work orders read", Call.get(path(work)).by(scene.staff()));
    }

    private JsonObject read(Move move, Call call) {
        return scene.calls().send(move.node(), call).expect(200).json();
    }

    private void ask(Move move, String what, String path, JsonObject body) {
        send(move, what, Call.post(path(path), body));
    }

    private void send(Move move, String what, Call call) {
        move.atNodes(node -> scene.ask(node, what, call.by(scene.staff())));
    }

    private static String path(String rest) {
        return "/api/v1/staff/work-orders/" + rest;
    }

    private static Stream<JsonObject> objects(JsonObject of, String list) {
        JsonArray items = of.getJsonArray(list);
        return IntStream.range(0, items.size()).mapToObj(items::getJsonObject);
    }
}
