package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.ext.bridge.BridgeOptions;
import io.vertx.ext.bridge.PermittedOptions;
import io.vertx.ext.eventbus.bridge.tcp.BridgeEvent;
import io.vertx.ext.eventbus.bridge.tcp.TcpEventBusBridge;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import rolt.gateway.Passes.Visit;
import rolt.platform.Caller;
import rolt.platform.Config;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Problem;

/**
 * The event bus for programs in other languages on the same machine, over TCP: each frame is JSON behind its length in four
 * bytes. What may be said is {@link Conversation}'s; besides, the one account that the settings name may answer the
 * addresses that they name, where no domain of this node does.
 */
public final class TcpBridgeVerticle extends VerticleBase implements Conversation.Line<NetSocket> {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int IDLE_SECONDS = 90;
    /** Of answers to what this socket was asked; the bridge itself keeps whom each goes to. */
    private static final String REPLIES = "__vertx.reply.";

    private final Gateway gateway;
    private final Config.TcpBridge settings;
    private final Set<NetSocket> open = new HashSet<>();
    private Conversation<NetSocket> conversation;
    private TcpEventBusBridge bridge;

    public TcpBridgeVerticle(Gateway gateway) {
        this.gateway = gateway;
        this.settings = gateway.platform().config().tcpBridge();
    }

    @Override
    public Future<?> start() {
        conversation = new Conversation<>(vertx, gateway, this);
        // Nothing is permitted inwards: an operation is called through Operations, never by passing a frame on.
        BridgeOptions options = new BridgeOptions();
        Audience.addresses()
                .forEach(heard -> options.addOutboundPermitted(new PermittedOptions().setAddressRegex(heard)));
        settings.answers()
                .forEach(answered -> options.addOutboundPermitted(new PermittedOptions().setAddress(answered)));
        NetServerOptions server =
                new NetServerOptions().setIdleTimeout(IDLE_SECONDS).setIdleTimeoutUnit(TimeUnit.SECONDS);
        bridge = TcpEventBusBridge.create(vertx, options, server, this::hook);
        return bridge.listen(settings.port(), LOOPBACK);
    }

    @Override
    public Future<?> stop() {
        return bridge == null ? Future.succeededFuture() : bridge.close();
    }

    private void hook(BridgeEvent event) {
        NetSocket socket = event.socket();
        greet(socket);
        if (socket.writeQueueFull()) {
            event.complete(false);
            socket.close();
            return;
        }
        switch (event.type()) {
            case SEND -> send(event);
            case REGISTER -> register(event);
            case REGISTERED -> conversation.registered(event, socket);
            case UNREGISTER, SOCKET_PING -> event.complete(true);
            default -> event.complete(false);
        }
    }

    /** This bridge tells neither of the beginning of a socket nor of its end. */
    private void greet(NetSocket socket) {
        if (open.add(socket)) {
            conversation.open(socket);
            socket.closeHandler(v -> {
                open.remove(socket);
                conversation.close(socket);
            });
        }
    }

    private void send(BridgeEvent event) {
        JsonObject frame = event.getRawMessage();
        if (frame.getString("address", "").startsWith(REPLIES)) {
            // Headers could name a codec of the bus.
            frame.remove("headers");
            amend(frame);
            event.complete(conversation.caller(event.socket()) != null);
        } else {
            conversation.send(event, event.socket());
        }
    }

    /** A refusal has the form of a problem; what has not is an internal one, whatever it says. */
    private static void amend(JsonObject frame) {
        if (frame.containsKey("failureCode") && !isProblem(frame.getValue("message"))) {
            frame.put("failureCode", 500)
                    .put("message", Json.text(Problem.of(500, "internal").detail()));
        }
    }

    private static boolean isProblem(Object message) {
        try {
            JsonObject problem = new JsonObject(String.valueOf(message));
            return problem.getValue("code") instanceof String
                    && problem.getValue("status") instanceof Integer status
                    && status >= 400
                    && status < 600;
        } catch (DecodeException e) {
            return false;
        }
    }

    private void register(BridgeEvent event) {
        Caller caller = conversation.caller(event.socket());
        String address = event.getRawMessage().getString("address", "");
        if (caller != null && settings.answers().contains(address)) {
            event.complete(settings.service().equals(caller.accountId())
                    && !gateway.platform().bus().answered().containsKey(address));
        } else {
            conversation.register(event, event.socket());
        }
    }

    @Override
    public void write(NetSocket socket, JsonObject frame) {
        Buffer json = frame.toBuffer();
        socket.write(Buffer.buffer().appendInt(json.length()).appendBuffer(json));
    }

    @Override
    public void hangUp(NetSocket socket) {
        socket.close();
    }

    @Override
    public String answer() {
        return "message";
    }

    @Override
    public Visit visit(NetSocket socket) {
        return new Visit(LOOPBACK, Language.EN);
    }
}
