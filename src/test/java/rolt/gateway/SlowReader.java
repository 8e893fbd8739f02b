package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A client of the bridge over any transport, which reads only when it is told to. */
final class SlowReader implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int SMALL = 4_096;
    private static final int TEXT = 0x81;
    /** For lengths in two bytes, which shorter frames may not have. */
    private static final int MASKED_LONG = 0xFE;

    private static final int LONG = 126;

    private final URI node;
    private final String transport;
    private final String session = "/eventbus/000/" + UUID.randomUUID();
    private final Socket socket = new Socket();
    private final StringBuilder read = new StringBuilder();

    /** @param transport the end of its address; {@code raw} for the websocket without SockJS */
    SlowReader(String url, String transport) {
        this.node = URI.create(url);
        this.transport = transport;
        try {
            // As little as possible waits in the kernel.
            socket.setReceiveBufferSize(SMALL);
            socket.connect(new InetSocketAddress(node.getHost(), node.getPort()));
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        readUntil(isWebSocket() ? "\r\n\r\n" : transport.equals("eventsource") ? "data: o\r\n" : "o\n");
    }

    private boolean isWebSocket() {
        return transport.equals("raw") || transport.equals("websocket");
    }

    private String request() {
        String path = transport.equals("raw") ? "/eventbus/websocket" : session + "/" + transport;
        String method = transport.startsWith("xhr") ? "POST " : "GET ";
        String upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        return method + path + " HTTP/1.1\r\nHost: localhost\r\n" + (isWebSocket() ? upgrade : "Content-Length: 0\r\n")
                + "\r\n";
    }

    void send(JsonObject frame) {
        String padded = frame.copy().put("nothing", "x".repeat(LONG)).encode();
        String text =
                transport.equals("raw") ? padded : new JsonArray().add(padded).encode();
        if (isWebSocket()) {
            sendMasked(text.getBytes(StandardCharsets.UTF_8));
        } else {
            assertThat(post(text).status()).isEqualTo(204);
        }
    }

    /** With a mask of zeros. */
    private void sendMasked(byte[] text) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream frame = new DataOutputStream(bytes);
            frame.writeByte(TEXT);
            frame.writeByte(MASKED_LONG);
            frame.writeShort(text.length);
            frame.writeInt(0);
            frame.write(text);
            socket.getOutputStream().write(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RawRequest.Answer post(String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return RawRequest.send(
                node.toString(),
                "POST " + session + "/xhr_send HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Content-Length: " + length,
                "",
                text);
    }

    SlowReader enter(String ticket) {
        send(new JsonObject()
                .put("type", "send")
                .put("address", Conversation.ENTER)
                .put("replyAddress", "entered-now")
                .put("body", new JsonObject().put("ticket", ticket)));
        return this;
    }

    void register(String address) {
        send(new JsonObject().put("type", "register").put("address", address));
    }

    /** Reads up to these words; fails when the connection ends before. */
    void readUntil(String words) {
        while (read.indexOf(words) < 0) {
            assertThat(readSome()).as(read + ", but no " + words).isPositive();
        }
        read.setLength(0);
    }

    /** Reads what still comes until the connection ends, and answers how much that was. */
    long readToTheEnd() {
        long bytes = 0;
        for (int some = readSome(); some > 0; some = readSome()) {
            bytes += some;
            read.setLength(0);
        }
        return bytes;
    }

    private int readSome() {
        try {
            byte[] bytes = new byte[SMALL];
            int some = socket.getInputStream().read(bytes);
            read.append(new String(bytes, 0, Math.max(0, some), StandardCharsets.ISO_8859_1));
            return some;
        } catch (java.net.SocketException reset) {
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
