package rolt.torture.ground;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** What a node answered. */
public record Answer(int status, String body) {
    /** The node could not do it now, and says so. */
    private static final Set<Integer> OUTAGE = Set.of(502, 503, 504);

    public JsonObject json() {
        return new JsonObject(body);
    }

    public boolean isOutage() {
        return OUTAGE.contains(status);
    }

    /** The same call, made before, is still being worked on. */
    public boolean isInFlight() {
        return status == 409 && body.contains("idempotency.in-flight");
    }

    /** @throws Finding for any other status */
    public Answer expect(Integer... wanted) {
        if (!List.of(wanted).contains(status)) {
            throw new Finding("Answered " + status + ": " + body);
        }
        return this;
    }
}
