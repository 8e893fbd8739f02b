package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import rolt.gateway.Passes.Visit;
import rolt.platform.Language;
import rolt.platform.Platform;

/** A program at the TCP bridge. Each frame is JSON behind its length, an unsigned number of four bytes. */
final class TcpProgram implements Conversation.Line {
    private static final int LENGTH = Integer.BYTES;

    private final Platform platform;
    private final NetSocket socket;
    private final RecordParser parser = RecordParser.newFixed(LENGTH);
    private boolean inFrame;
    private Conversation conversation;
    private Answering answering;

    TcpProgram(Platform platform, NetSocket socket) {
        this.platform = platform;
        this.socket = socket;
    }

    void join(Reception reception) {
        conversation = reception.open(this);
        answering = new Answering(platform, conversation);
        parser.handler(this::take);
        socket.handler(parser);
        socket.exceptionHandler(e -> conversation.hangUp());
        socket.closeHandler(v -> {
            conversation.end();
            answering.end();
        });
    }

    private void take(Buffer bytes) {
        if (inFrame) {
            inFrame = false;
            parser.fixedSizeMode(LENGTH);
            read(bytes.toString());
        } else if (fits(bytes.getUnsignedInt(0))) {
            inFrame = true;
            parser.fixedSizeMode(bytes.getInt(0));
        } else {
            conversation.fault("frame_length");
            conversation.hangUp();
        }
    }

    private static boolean fits(long length) {
        return length > 0 && length <= Bridge.FRAME_BYTES;
    }

    private void read(String text) {
        JsonObject frame = Conversation.frame(text);
        if (frame == null) {
            conversation.fault("invalid_json");
        } else if (!answering.take(frame)) {
            conversation.read(frame);
            if ("ping".equals(frame.getString("type"))) {
                conversation.write(new JsonObject().put("type", "pong"));
            }
        }
    }

    @Override
    public Future<Void> write(String frame) {
        Buffer json = Buffer.buffer(frame);
        return socket.write(
                Buffer.buffer(LENGTH + json.length()).appendInt(json.length()).appendBuffer(json));
    }

    @Override
    public void hangUp() {
        socket.close();
        socket.pause();
        // The end of the connection waits behind what is unread, and so long nobody else would be asked.
        answering.end();
    }

    @Override
    public Visit visit() {
        return new Visit(TcpBridgeVerticle.LOOPBACK, Language.EN);
    }

    @Override
    public String told() {
        return "message";
    }

    @Override
    public JsonObject notice(String type, String address) {
        return Conversation.frame(type, address);
    }
}
