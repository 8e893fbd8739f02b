package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a websocket hears: JSON, whose messages may come in parts, and its end. */
final class Frames implements WebSocket.Listener {
    private static final int BROKEN = 1006;

    private final BlockingQueue<JsonObject> whole = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final boolean reading;

    private Frames(boolean reading) {
        this.reading = reading;
    }

    static Frames heard() {
        return new Frames(true);
    }

    /** Of one who never reads what he is told. */
    static Frames unheard() {
        return new Frames(false);
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reading) {
            opened.request(1);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        parts.append(part);
        if (last) {
            whole.add(new JsonObject(parts.toString()));
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        ended.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended.complete(BROKEN);
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

    /** Waits for the end, with a word or without one, and answers its status. */
    int end() {
        assertThat(ended).succeedsWithin(Duration.ofSeconds(20));
        return ended.join();
    }
}
