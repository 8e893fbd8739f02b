package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import rolt.TestShop;

/** A websocket at the bridge. */
final class BridgeSocket implements BusLine, WebSocket.Listener {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Frames frames = new Frames();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final WebSocket socket;

    BridgeSocket(int node) {
        this(TestShop.running().urls.get(node));
    }

    /** @param url of a node */
    BridgeSocket(String url) {
        socket = open(url, TestShop.running().urls.getFirst(), this);
    }

    static WebSocket open(String url, String origin, WebSocket.Listener listener) {
        URI uri = URI.create(url.replace("http", "ws") + "/eventbus/websocket");
        WebSocket.Listener heard = listener == null ? new WebSocket.Listener() {} : listener;
        return HTTP.newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(uri, heard)
                .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        frames.hear(data, last);
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
        ended.complete(null);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        ended.complete(null);
    }

    /** Waits until the server hangs up, with a word or without one. */
    void awaitEnd() {
        assertThat(ended).succeedsWithin(Duration.ofSeconds(10));
    }

    void hangUp() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    void sendText(String text) {
        socket.sendText(text, true).join();
    }

    /** A part of a message, to be followed by its rest. */
    void sendPart(String text) {
        socket.sendText(text, false).join();
    }

    @Override
    public void send(JsonObject frame) {
        sendText(frame.encode());
    }

    @Override
    public JsonObject next() {
        return frames.next();
    }

    JsonObject enter(String ticket) {
        return call("gateway.enter", new JsonObject().put("ticket", ticket));
    }
}
