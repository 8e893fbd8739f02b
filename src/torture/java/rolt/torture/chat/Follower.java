package rolt.torture.chat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import rolt.torture.chat.History.Kept;
import rolt.torture.ground.Call;
import rolt.torture.ground.Finding;
import rolt.torture.ground.Patience;

/**
 * A client that follows a room over the bridge, as a browser does: events in order are shown, before a gap it asks for what
 * is missing, and when the connection is lost it goes on at another node from the last number that it has.
 */
final class Follower implements Runnable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final long PING_MS = 5_000;
    private static final JsonObject LOST = new JsonObject().put("type", "lost");

    private final Person person;
    private final List<String> urls;
    private final String room;
    private final List<Kept> shown = new ArrayList<>();
    private volatile long wanted = Long.MAX_VALUE;
    private int node;

    Follower(Person person, List<String> urls, String room) {
        this.person = person;
        this.urls = urls;
        this.room = room;
        this.node = person.node();
    }

    /** Ends once all up to this number is shown. */
    void until(long lastSeq) {
        wanted = lastSeq;
    }

    List<Kept> shown() {
        return shown;
    }

    @Override
    public void run() {
        while (last() < wanted) {
            Frames frames = new Frames();
            try {
                follow(frames, enter(frames));
            } catch (CompletionException lost) {
                // The node is away.
            }
            person.tally().count("connections of followers");
            node++;
            Patience.moment();
        }
    }

    private WebSocket enter(Frames frames) {
        String ticket = person.calls()
                .send(node, Call.post("/api/v1/tickets", new JsonObject()).by(person.token()))
                .expect(200, 201)
                .json()
                .getString("ticket");
        String url = urls.get(node % urls.size());
        WebSocket socket = HTTP.newWebSocketBuilder()
                .header("Origin", url)
                .buildAsync(URI.create(url.replace("http", "ws") + "/eventbus/websocket"), frames)
                .join();
        send(
                socket,
                new JsonObject()
                        .put("type", "send")
                        .put("address", "gateway.enter")
                        .put("body", new JsonObject().put("ticket", ticket))
                        .put("replyAddress", "entered"));
        return socket;
    }

    private void follow(Frames frames, WebSocket socket) {
        while (last() < wanted) {
            JsonObject frame = frames.next();
            if (frame == null) {
                send(socket, new JsonObject().put("type", "ping"));
                catchUp();
            } else if (LOST == frame || "err".equals(frame.getString("type"))) {
                break;
            } else if ("entered".equals(frame.getString("address"))) {
                send(socket, new JsonObject().put("type", "register").put("address", "chat.room." + room));
            } else if ("registered".equals(frame.getString("type"))) {
                catchUp();
            } else if (frame.getJsonObject("body") != null) {
                hear(frame.getJsonObject("body"));
            }
        }
        socket.abort();
    }

    private static void send(WebSocket socket, JsonObject frame) {
        socket.sendText(frame.encode(), true).join();
    }

    private void hear(JsonObject event) {
        JsonObject message = event.getJsonObject("message");
        if (message == null) {
            return;
        }
        long seq = message.getLong("seq");
        if (seq == last() + 1) {
            show(message);
        } else if (seq > last()) {
            person.tally().count("gaps noticed by followers");
            catchUp();
        }
    }

    private void catchUp() {
        boolean more = true;
        while (more) {
            JsonObject page = person.calls()
                    .send(
                            node,
                            Call.get(Person.path(room) + "/messages?limit=200&after=" + last())
                                    .by(person.token()))
                    .expect(200)
                    .json();
            JsonArray items = page.getJsonArray("items");
            for (int i = 0; i < items.size(); i++) {
                show(items.getJsonObject(i));
            }
            more = page.getBoolean("more");
        }
    }

    private void show(JsonObject message) {
        long seq = message.getLong("seq");
        if (seq != last() + 1) {
            throw new Finding(person.name() + " was answered " + seq + " after " + last());
        }
        shown.add(new Kept(seq, message.getString("clientId"), message.getString("text")));
    }

    private long last() {
        return shown.isEmpty() ? 0 : shown.getLast().seq();
    }

    /** What comes over a socket. */
    private static final class Frames implements WebSocket.Listener {
        private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        /** Null after a while without one. */
        JsonObject next() {
            try {
                return frames.poll(PING_MS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new Finding("Interrupted", e);
            }
        }

        /** Frames come in parts that may end within a character. */
        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            bytes.writeBytes(part);
            if (last) {
                frames.add(new JsonObject(bytes.toString(StandardCharsets.UTF_8)));
                bytes.reset();
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                frames.add(new JsonObject(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            frames.add(LOST);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            frames.add(LOST);
        }
    }
}
