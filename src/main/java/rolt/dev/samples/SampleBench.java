package rolt.dev.samples;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sample technician at the bench. */
final class SampleBench {
    private final SamplePerson technician;

    SampleBench(SamplePerson technician) {
        this.technician = technician;
    }

    void take(String work) {
        post(work, "/taking", new JsonObject());
    }

    void hold(String work, String reason, String words) {
        post(work, "/hold", new JsonObject().put("reason", reason).put("words", words));
    }

    void note(String work, String words, boolean visible) {
        post(work, "/notes", new JsonObject().put("words", words).put("visible", visible));
    }

    void photograph(String work, byte[] png) {
        technician.upload(path(work) + "/photos", png);
    }

    /** Takes the work and does all of it. */
    void workOff(String work) {
        take(work);
        steps(work).forEach(step -> finishStep(work, step.getInteger("position")));
        post(work, "/finish", new JsonObject());
    }

    void finishStep(String work, int step) {
        tick(work, step, Integer.MAX_VALUE);
        post(work, "/steps/" + step + "/finish", new JsonObject());
    }

    /** Ticks the first items of a step. */
    void tick(String work, int step, int most) {
        items(work, step)
                .limit(most)
                .forEach(item -> technician.put(
                        path(work) + "/steps/" + step + "/items/" + item, new JsonObject().put("done", true)));
    }

    /** Asks finished work to be done once more. */
    void reopen(String work, int step, String words) {
        post(
                work,
                "/reopening",
                new JsonObject()
                        .put("steps", new JsonArray(List.of(step)))
                        .put("words", words)
                        .put("visible", false));
    }

    void shipAndDeliver(String order) {
        JsonObject parcel = new JsonObject().put("carrier", "GHN").put("trackingNumber", "LK8F2M9X");
        technician.post("/staff/orders/" + order + "/shipment", parcel);
        technician.post("/staff/orders/" + order + "/delivery", new JsonObject());
    }

    private Stream<JsonObject> steps(String work) {
        JsonArray steps = technician.get(path(work)).getJsonArray("steps");
        return IntStream.range(0, steps.size()).mapToObj(steps::getJsonObject);
    }

    private Stream<String> items(String work, int step) {
        return steps(work)
                .filter(one -> one.getInteger("position") == step)
                .flatMap(one -> one.getJsonArray("items").stream().map(item -> ((JsonObject) item).getString("code")));
    }

    private void post(String work, String move, JsonObject body) {
        technician.post(path(work) + move, body);
    }

    private static String path(String work) {
        return "/staff/work-orders/" + work;
    }
}
