package rolt.bench;

import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import java.util.function.Consumer;

/** A connection to {@link BareRooms}. */
record BareWire(WebSocket socket) implements Wire {
    static Future<Wire> open(WebSocketClient client, int port, String room) {
        return client.connect(port, "127.0.0.1", "/" + room).map(BareWire::new);
    }

    @Override
    public void say(String id) {
        socket.writeTextMessage(id);
    }

    @Override
    public void onHeard(Consumer<String> heard) {
        socket.textMessageHandler(heard::accept);
    }
}
