package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A socket at the TCP bridge; each frame is JSON behind its length. */
final class TcpSocket implements BusLine, AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    TcpSocket(int port) {
        try {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void send(JsonObject frame) {
        send(frame.encode().getBytes(StandardCharsets.UTF_8));
    }

    /** The beginning of a frame, and nothing of the rest. */
    void sendLength(int length) {
        try {
            new DataOutputStream(socket.getOutputStream()).writeInt(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(byte[] json) {
        try {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(json.length);
            out.write(json);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public JsonObject next() {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return new JsonObject(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what still comes until the server hangs up. */
    void awaitEnd() {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says nothing more, so that the server ends the connection. */
    void leave() {
        try {
            socket.shutdownOutput();
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
