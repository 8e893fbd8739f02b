package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The event bus for programs in other languages on the same machine, over TCP, in the frames of Vert.x's own bridge. That
 * bridge waits for frames of two gigabytes, and takes the middle of a frame for the beginning of the next once a field
 * has the wrong type, so this one reads them itself.
 */
public final class TcpBridgeVerticle extends VerticleBase {
    static final String LOOPBACK = "127.0.0.1";

    private static final Duration TO_ENTER = Duration.ofSeconds(10);

    private final Gateway gateway;
    private final Duration toEnter;
    private NetServer server;

    public TcpBridgeVerticle(Gateway gateway) {
        this(gateway, TO_ENTER);
    }

    /** @param toEnter how long a socket may be open until somebody enters */
    TcpBridgeVerticle(Gateway gateway, Duration toEnter) {
        this.gateway = gateway;
        this.toEnter = toEnter;
    }

    @Override
    public Future<?> start() {
        Reception reception = new Reception(vertx, gateway, toEnter);
        // Also for who reads nothing and is hung up: the end waits behind what is unread.
        NetServerOptions options = new NetServerOptions()
                .setIdleTimeout((int) Reception.SILENT.toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        server = vertx.createNetServer(options)
                .connectHandler(socket -> new TcpProgram(gateway.platform(), socket).join(reception));
        return server.listen(gateway.platform().config().tcpBridge().port(), LOOPBACK);
    }

    int port() {
        return server.actualPort();
    }

    @Override
    public Future<?> stop() {
        return server == null ? Future.succeededFuture() : server.close();
    }
}
