package rolt.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/** A connection to the shop's bridge, as a browser holds one. */
final class BridgeWire implements Wire {
    private static final long PING_MILLIS = 5_000;
    private static final String EVENTS = "chat.room.";

    private final WebSocket socket;
    private final String room;
    private final Promise<Wire> ready = Promise.promise();
    private Consumer<String> heard = id -> {};

    private BridgeWire(WebSocket socket, String room) {
        this.socket = socket;
        this.room = room;
    }

    /**
     * Enters and, where there is a room, hears it.
     *
     * @param room its code, null to be there alone
     */
    static Future<Wire> open(Vertx vertx, WebSocketClient client, int port, String token, String room) {
        WebSocketConnectOptions to = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/eventbus/websocket")
                .addHeader("Origin", ShopSettings.url(port));
        return client.connect(to).compose(socket -> {
            BridgeWire wire = new BridgeWire(socket, room);
            socket.handler(wire::hear);
            vertx.setPeriodic(PING_MILLIS, timer -> wire.send(new JsonObject().put("type", "ping")));
            wire.call("gateway.enter", new JsonObject().put("token", token), "entered");
            return wire.ready.future();
        });
    }

    private void hear(Buffer buffer) {
        JsonObject frame = new JsonObject(buffer);
        String address = frame.getString("address", "");
        if ("err".equals(frame.getString("type"))) {
            throw new CannotMeasure("The bridge says " + frame);
        } else if ("entered".equals(address) && room != null) {
            send(new JsonObject().put("type", "register").put("address", EVENTS + room));
        } else if ("entered".equals(address) || "registered".equals(frame.getString("type"))) {
            ready.tryComplete(this);
        } else if (address.startsWith(EVENTS)) {
            JsonObject message = frame.getJsonObject("body").getJsonObject("message");
            heard.accept(message.getString("clientId"));
        }
    }

    @Override
    public void say(String id) {
        JsonObject message = new JsonObject()
                .put("code", room)
                .put("clientId", id)
                .put("text", "Bạn thử tháo switch ra xem chân có bị cong không nhé.");
        call("chat.sendMessage", message, "said");
    }

    private void call(String address, JsonObject body, String reply) {
        send(new JsonObject()
                .put("type", "send")
                .put("address", address)
                .put("body", body)
                .put("replyAddress", reply));
    }

    private void send(JsonObject frame) {
        socket.writeTextMessage(frame.encode());
    }

    @Override
    public void onHeard(Consumer<String> heard) {
        this.heard = heard;
    }
}
