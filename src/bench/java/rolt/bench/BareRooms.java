package rolt.bench;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The most that Vert.x can do for a chat: whatever somebody says goes to all sockets of the same path, and is forgotten. */
public final class BareRooms extends VerticleBase {
    private final int port;
    private final Map<String, List<ServerWebSocket>> rooms;

    private BareRooms(int port, Map<String, List<ServerWebSocket>> rooms) {
        this.port = port;
        this.rooms = rooms;
    }

    /** Takes its port. */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        Map<String, List<ServerWebSocket>> rooms = new ConcurrentHashMap<>();
        Vertx vertx = Vertx.builder()
                .with(new VertxOptions().setPreferNativeTransport(true))
                .build();
        int loops = Runtime.getRuntime().availableProcessors();
        vertx.deployVerticle(() -> new BareRooms(port, rooms), new DeploymentOptions().setInstances(loops))
                .await();
    }

    @Override
    public Future<?> start() {
        return vertx.createHttpServer()
                .webSocketHandler(socket -> {
                    List<ServerWebSocket> room =
                            rooms.computeIfAbsent(socket.path(), path -> new CopyOnWriteArrayList<>());
                    room.add(socket);
                    socket.closeHandler(closed -> room.remove(socket));
                    socket.textMessageHandler(words -> room.forEach(other -> other.writeTextMessage(words)));
                })
                .requestHandler(request -> request.response().end("ROLT"))
                .listen(port, "127.0.0.1");
    }
}
