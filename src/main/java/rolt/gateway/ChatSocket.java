package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.MessageList;
import rolt.chat.ChatMessages.Pulse;
import rolt.chat.ChatMessages.RoomEvent;
import rolt.chat.ChatMessages.RoomMove;
import rolt.gateway.ChatSocketRoute.Entry;
import rolt.platform.Bus.Hearing;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Problem;

/**
 * One person in one room over a plain websocket: says what is written, tells what is said, and beats for who cannot. One
 * frame is answered before the next is read, so that messages are said in the order in which they were written.
 */
final class ChatSocket implements RoomFeed.Reader {
    private static final int PAGE = 50;
    private static final short NORMAL = 1000;
    private static final short GOING_AWAY = 1001;
    private static final short NOT_ALLOWED = 1008;
    private static final short TOO_LARGE = 1009;

    private final Vertx vertx;
    private final Gateway gateway;
    private final ServerWebSocket socket;
    private final Entry entry;
    private final ChatFrames frames;
    private final RoomFeed feed;
    private boolean answering;
    private boolean alive = true;

    ChatSocket(Vertx vertx, Gateway gateway, ServerWebSocket socket, Entry entry) {
        this.vertx = vertx;
        this.gateway = gateway;
        this.socket = socket;
        this.entry = entry;
        this.frames = new ChatFrames(gateway.problems(), caller());
        this.feed = new RoomFeed(vertx, this, entry.after());
    }

    /** Goes on until either side ends it. */
    void live(Guests<ChatSocket> guests, Duration heartbeat) {
        guests.open(this);
        guests.enter(this, entry.pass(), entry.place());
        Future<Hearing> hearing =
                gateway.platform().bus().hear(RoomEvent.ADDRESS + code(), RoomEvent.class, this::hear);
        // What was said between the look at the room and now was not heard.
        hearing.onSuccess(v -> beat()).onFailure(e -> close(GOING_AWAY, "again, please"));
        long timer = vertx.setPeriodic(heartbeat.toMillis(), beat -> beatOrEnd());
        socket.closeHandler(v -> {
            vertx.cancelTimer(timer);
            hearing.onSuccess(Hearing::end);
            guests.close(this);
        });
        listen();
    }

    private void listen() {
        socket.textMessageHandler(this::read);
        socket.binaryMessageHandler(frame -> refuse(Problem.invalid("", "json"), null));
        socket.pongHandler(pong -> alive = true);
        socket.drainHandler(v -> {
            feed.catchUp();
            readOn();
        });
        socket.shutdownHandler(v -> close(GOING_AWAY, "the node stops"));
        socket.exceptionHandler(e -> close(TOO_LARGE, "frames hold " + Bridge.FRAME_BYTES + " bytes at most"));
    }

    private Caller caller() {
        return entry.pass().caller();
    }

    String code() {
        return entry.room().code();
    }

    private void hear(RoomEvent event) {
        if (event.message() != null) {
            feed.hear(event.message());
        }
    }

    private void read(String text) {
        answering = true;
        socket.pause();
        JsonObject frame = Conversation.frame(text);
        if (frame == null) {
            refuse(Problem.invalid("", "json"), null);
            answered();
        } else {
            say(frame);
        }
    }

    private void say(JsonObject frame) {
        String id = frame.getString("id", UUID.randomUUID().toString());
        long before = feed.told();
        JsonObject input = new JsonObject().put("clientId", id);
        if (frame.containsKey("message")) {
            input.put("text", frame.getValue("message"));
        }
        ask("chat.sendMessage", input)
                .map(said -> Json.record(said, Message.class))
                .onSuccess(message -> {
                    if (message.seq() <= before) {
                        write(frames.acknowledged(message));
                    }
                    feed.hear(message);
                })
                .onFailure(e -> refuse(e, id))
                .onComplete(done -> answered());
    }

    private void answered() {
        answering = false;
        readOn();
    }

    private void readOn() {
        if (!answering && ready()) {
            socket.resume();
        }
    }

    private Future<Object> ask(String operation, JsonObject input) {
        return gateway.authentication()
                .current(caller())
                .compose(now -> gateway.operations().call(now, operation, input.put("code", code())));
    }

    /** Whoever left the last ping unanswered is gone, or reads nothing of what is told. */
    private void beatOrEnd() {
        if (!alive) {
            close(GOING_AWAY, "no answer to a ping");
            return;
        }
        alive = false;
        socket.writePing(Buffer.buffer("beat"));
        beat();
    }

    /** Says that one is there, and hears how it stands. */
    void beat() {
        ask("chat.beat", new JsonObject())
                .map(pulse -> Json.record(pulse, Pulse.class))
                .onSuccess(pulse -> feed.reach(pulse.room().lastSeq()))
                .onFailure(e -> {
                    if (e instanceof Problem problem && problem.status() == 404) {
                        close(NOT_ALLOWED, "there is no such chat any more");
                    }
                });
    }

    @Override
    public boolean ready() {
        return !socket.isClosed() && !socket.writeQueueFull();
    }

    @Override
    public Future<MessageList> after(long seq) {
        return ask("chat.listMessages", new JsonObject().put("after", seq).put("limit", PAGE))
                .map(found -> Json.record(found, MessageList.class));
    }

    @Override
    public void tell(Message message) {
        write(frames.said(message));
        if (message.event() == RoomMove.IDLE && message.seq() > entry.room().lastSeq()) {
            close(NORMAL, message.text());
        }
    }

    private void refuse(Throwable failure, String id) {
        write(frames.refused(failure, id));
    }

    private void write(JsonObject frame) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(frame.encode());
        }
    }

    /** By whose session or access token is over. */
    void showOut() {
        close(NOT_ALLOWED, "sign in again");
    }

    private void close(short status, String reason) {
        if (!socket.isClosed()) {
            socket.close(status, reason);
        }
    }
}
