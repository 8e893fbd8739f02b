package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import rolt.Client;
import rolt.TestShop;

/** A websocket at the bridge. */
final class BridgeSocket implements BusLine {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Frames frames = Frames.heard();
    private final WebSocket socket;

    BridgeSocket(int node) {
        this(TestShop.running().urls.get(node));
    }

    /** @param url of a node */
    BridgeSocket(String url) {
        socket = open(url, TestShop.running().urls.getFirst(), frames);
    }

    /** Of somebody who has shown a ticket. */
    static BridgeSocket entered(int node, Client person) {
        BridgeSocket socket = new BridgeSocket(node);
        assertThat(socket.enter(BridgeIT.ticket(person)).getString("type")).isEqualTo("rec");
        return socket;
    }

    static WebSocket open(String url, String origin, WebSocket.Listener listener) {
        URI uri = URI.create(url.replace("http", "ws") + "/eventbus/websocket");
        WebSocket.Listener heard = listener == null ? new WebSocket.Listener() {} : listener;
        return HTTP.newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(uri, heard)
                .join();
    }

    /** Waits until the server hangs up, with a word or without one. */
    void awaitEnd() {
        frames.end();
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
