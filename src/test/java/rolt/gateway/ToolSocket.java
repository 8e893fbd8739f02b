package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** A room of the chat as a tool such as wscat opens it. */
final class ToolSocket {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Frames frames;
    private final WebSocket socket;

    private ToolSocket(String address, Frames frames) {
        this.frames = frames;
        this.socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create(address), frames)
                .join();
    }

    static ToolSocket open(String address) {
        return new ToolSocket(address, Frames.heard());
    }

    /** One who never reads what he is told. */
    static ToolSocket asleep(String address) {
        return new ToolSocket(address, Frames.unheard());
    }

    /** The status of the handshake: 101 where it lets in. */
    static int status(String address, String... headers) {
        try {
            WebSocket.Builder builder = HTTP.newWebSocketBuilder();
            for (int i = 0; i < headers.length; i += 2) {
                builder.header(headers[i], headers[i + 1]);
            }
            builder.buildAsync(URI.create(address), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    ToolSocket say(String text) {
        return send(new JsonObject().put("message", text).encode());
    }

    ToolSocket send(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    void sendBytes(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    void hangUp() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    JsonObject next() {
        return frames.next();
    }

    /** The code of the next frame, which is an error. */
    String error() {
        JsonObject frame = next();
        assertThat(frame.getString("type")).as(frame.encode()).isEqualTo("error");
        assertThat(frame.getString("message")).isNotBlank();
        return frame.getString("code");
    }

    List<JsonObject> next(int count) {
        List<JsonObject> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            found.add(next());
        }
        return found;
    }

    void sawNothingMore() {
        frames.areAllRead();
    }

    int end() {
        return frames.end();
    }
}
