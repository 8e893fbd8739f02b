package rolt.web.chat;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.MessageKind;
import rolt.chat.ChatMessages.MessageList;
import rolt.chat.ChatMessages.Pulse;
import rolt.chat.ChatMessages.Room;
import rolt.chat.ChatMessages.RoomMove;
import rolt.chat.ChatMessages.RoomState;
import rolt.chat.ChatMessages.Side;
import rolt.chat.ProposalMessages.ProposalState;
import rolt.platform.Dates;
import rolt.web.Page;

/** A conversation as its reader sees it: on the customer's page, and in the inbox of staff. */
public final class ChatView {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Dates.VIETNAM);
    private static final int SECONDS = 60;

    /** What the script says while it is live, each under {@code chat.live}. */
    private static final List<String> LIVE = List.of(
            "sending",
            "sent",
            "kept",
            "unsent",
            "retry",
            "drop",
            "read",
            "typing",
            "offline",
            "unreached",
            "rejected",
            "online",
            "away",
            "waiting",
            "queue",
            "queue-wait",
            "nobody",
            "closed",
            "taken",
            "released",
            "picture",
            "picture-failed",
            "text-failed");

    /** Why something could not be sent, by the code of the problem. */
    private static final List<String> REFUSALS = List.of("chat.closed", "chat.view-only");

    private final Page page;
    private final UUID reader;
    private final Pulse pulse;
    private final MessageList messages;
    private final Map<Long, BuildChange> changes;

    /**
     * @param reader the account that reads
     * @param changes that proposals would make, by the numbers of their messages
     */
    ChatView(Page page, UUID reader, Talk talk, Map<Long, BuildChange> changes) {
        this.page = page;
        this.reader = reader;
        this.pulse = talk.pulse();
        this.messages = talk.messages();
        this.changes = changes;
    }

    record Talk(Pulse pulse, MessageList messages) {}

    /**
     * A message with what stands around it.
     *
     * @param day that begins with it; null on the day of the one before
     * @param words of what was said or happened
     * @param clock hour and minute in Vietnam
     */
    public record Line(Message message, LocalDate day, String words, String clock, boolean own) {}

    public Room room() {
        return pulse.room();
    }

    /** Whose unsent words a browser may keep. */
    public String reader() {
        return reader.toString();
    }

    /** What a proposal changes; null where that cannot be told any more. */
    public BuildChange change(Message message) {
        return changes.get(message.seq());
    }

    public boolean staff() {
        return room().side() == Side.STAFF;
    }

    /** Where this conversation is shown. */
    public String here() {
        return (staff() ? "/staff/chat/" : "/chat/") + room().code();
    }

    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        LocalDate before = null;
        for (Message message : messages.items()) {
            LocalDate day = LocalDate.ofInstant(message.at(), Dates.VIETNAM);
            boolean own = message.side() == room().side();
            lines.add(new Line(
                    message, day.equals(before) ? null : day, words(message), CLOCK.format(message.at()), own));
            before = day;
        }
        return lines;
    }

    private String words(Message message) {
        if (message.decided() != null) {
            return decision(message.decided().state());
        }
        return message.kind() == MessageKind.EVENT && message.event() != null
                ? page.text("chat.event." + message.event(), "name", message.about() == null ? "" : message.about())
                : message.text();
    }

    /** How a proposal stands, to its customer or to staff. */
    public String decision(ProposalState state) {
        return page.text((staff() ? "chat.proposal." : "chat.proposal.own.") + state);
    }

    /** The number before which there are older ones; 0 where the first stands here. */
    public long first() {
        return messages.items().isEmpty() ? 0 : messages.items().getFirst().seq();
    }

    /** The number of the latest that stands here: on an older page it is not the room's. */
    public long last() {
        return messages.items().isEmpty() ? 0 : messages.items().getLast().seq();
    }

    /** Whether this is an older part, which does not go on by itself. */
    public boolean older() {
        return last() < messages.lastSeq();
    }

    public boolean closed() {
        return room().state() == RoomState.CLOSED;
    }

    /** The latest of one's own messages that the other side has read; 0 where there is none. */
    public long seen() {
        return messages.items().stream()
                .filter(message -> message.side() == room().side() && message.seq() <= room().otherReadSeq())
                .mapToLong(Message::seq)
                .max()
                .orElse(0);
    }

    /** With whom one talks. */
    public String with() {
        if (staff()) {
            return room().customer();
        }
        if (room().member() != null) {
            return room().member();
        }
        return closed() ? "ROLT" : page.text("chat.live.waiting");
    }

    /** How it stands, in one sentence; empty where there is nothing to say. */
    public String standing() {
        if (closed()) {
            return page.text(closedWords());
        }
        if (staff()) {
            return room().mayWrite() ? "" : taken();
        }
        return room().position() == null ? "" : queue();
    }

    /** Who may open it again is the customer. */
    private String closedWords() {
        return staff() ? "chat.live.closed.staff" : "chat.live.closed";
    }

    private String taken() {
        return room().member() == null
                ? page.text("chat.live.released")
                : page.text("chat.live.taken", "name", room().member());
    }

    private String queue() {
        if (!pulse.attended()) {
            return page.text("chat.live.nobody");
        }
        int minutes = pulse.waitSeconds() == null ? 0 : Math.ceilDiv(pulse.waitSeconds(), SECONDS);
        return minutes == 0
                ? page.text("chat.live.queue", "position", room().position())
                : page.text("chat.live.queue-wait", "position", room().position(), "minutes", minutes);
    }

    /** The sentences of the script, as JSON; it puts in the names and numbers. */
    public String words() {
        JsonObject words = new JsonObject();
        LIVE.forEach(key -> words.put(
                key,
                page.text("chat.live." + key, "name", "{name}", "position", "{position}", "minutes", "{minutes}")));
        REFUSALS.forEach(code -> words.put(code, page.text("problem." + code)));
        for (ProposalState state : ProposalState.values()) {
            words.put(state.name(), decision(state));
        }
        for (RoomMove move : RoomMove.values()) {
            words.put(move.name(), page.text("chat.event." + move, "name", "{name}"));
        }
        return words.put("closed", page.text(closedWords())).encode();
    }

    /** Whether the reader may answer a proposal now. */
    public boolean decides(Message message) {
        return !staff()
                && room().mayWrite()
                && message.proposal() != null
                && message.proposal().state() == ProposalState.OPEN;
    }

    /** A key for one message. */
    public String key() {
        return UUID.randomUUID().toString();
    }
}
