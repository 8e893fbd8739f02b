package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The JSON that a websocket hears, whose messages may come in parts. */
final class Frames {
    private final BlockingQueue<JsonObject> whole = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();

    void hear(CharSequence part, boolean last) {
        parts.append(part);
        if (last) {
            whole.add(new JsonObject(parts.toString()));
            parts.setLength(0);
        }
    }

    JsonObject next() {
        try {
            JsonObject frame = whole.poll(10, TimeUnit.SECONDS);
            assertThat(frame).as("a frame within ten seconds").isNotNull();
            return frame;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void areAllRead() {
        assertThat(whole).isEmpty();
    }
}
