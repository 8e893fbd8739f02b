package rolt.chat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rolt.chat.ProposalMessages.Decided;
import rolt.chat.ProposalMessages.Proposal;
import rolt.chat.RatingMessages.Rating;

/** What the support chat is asked, answers and tells. A room is named by its code. */
public final class ChatMessages {
    private ChatMessages() {}

    /** Where a room stands. */
    public enum RoomState {
        /** In the queue: the customer may write, nobody answers yet. */
        WAITING,
        /** A member of staff has it. */
        OPEN,
        /** Nobody writes; the customer may reopen it. */
        CLOSED
    }

    /** On which side of a conversation somebody stands; the shop itself speaks when something happens. */
    public enum Side {
        CUSTOMER,
        STAFF,
        SHOP
    }

    /** What a message is. */
    public enum MessageKind {
        TEXT,
        PICTURE,
        /** Something that happened to the room, worded in the language of who reads. */
        EVENT,
        /** Another choice for the customer's build, which one tap accepts. */
        PROPOSAL
    }

    /** The state table of a room: from where, to where, and what is said in it. No request carries a state. */
    public enum RoomMove {
        CLAIM(Set.of(RoomState.WAITING), RoomState.OPEN, "{name} has joined the chat."),
        HAND_OVER(Set.of(RoomState.WAITING, RoomState.OPEN), RoomState.OPEN, "{name} has taken over the chat."),
        RELEASE(Set.of(RoomState.OPEN), RoomState.WAITING, "You are back in the queue."),
        /** By the shop alone, when the member's heartbeat has stopped. */
        MISS(Set.of(RoomState.OPEN), RoomState.WAITING, "{name} has lost the connection. You are back in the queue."),
        /** By the shop alone, when nothing was said for long. */
        IDLE(Set.of(RoomState.OPEN), RoomState.CLOSED, "Connection closed due to inactivity."),
        CLOSE(Set.of(RoomState.WAITING, RoomState.OPEN), RoomState.CLOSED, "The chat was closed."),
        REOPEN(Set.of(RoomState.CLOSED), RoomState.WAITING, "The chat was reopened.");

        private final Set<RoomState> from;
        private final RoomState to;
        private final String words;

        RoomMove(Set<RoomState> from, RoomState to, String words) {
            this.from = from;
            this.to = to;
            this.words = words;
        }

        public boolean possibleFrom(RoomState state) {
            return from.contains(state);
        }

        public RoomState to() {
            return to;
        }

        /** In English, for tools; pages word the event by its code in the reader's language. */
        public String words(String name) {
            return name == null ? words : words.replace("{name}", name);
        }
    }

    /**
     * {@code chat.openRoom}: the room begins with its first message.
     *
     * @param clientId of that message
     * @param orderCode of one's own order that it is about, or null
     * @param buildCode of the build that it is about, or null
     */
    public record OpenRoom(String subject, String clientId, String text, String orderCode, String buildCode) {}

    /** What asks no more than which room: {@code chat.getRoom}, {@code chat.closeRoom} and others. */
    public record RoomCode(String code) {}

    /** {@code chat.listRooms}: the caller's own, newest first; @param after the code of the last of the page before */
    public record ListRooms(Integer limit, String after) {}

    public record RoomList(List<Room> items, String next) {}

    /**
     * A room as the caller sees it.
     *
     * @param customer the name
     * @param member of staff who has it, the name; null while nobody has
     * @param side on which the caller stands
     * @param mayWrite whether the caller may write now; who reads only was replaced, or the room is closed
     * @param turn changes with state and member; a hand-over names the one it replaces
     * @param lastSeq of the latest message
     * @param readSeq up to where the caller has read
     * @param otherReadSeq up to where the other side has read
     * @param otherOnline whether the other side has been heard of in this room within a minute
     * @param position in the queue, from 1; null outside of it
     * @param rating by its customer; null before
     */
    public record Room(
            String code,
            String subject,
            RoomState state,
            String customer,
            String member,
            Side side,
            boolean mayWrite,
            int turn,
            long lastSeq,
            long readSeq,
            long otherReadSeq,
            boolean otherOnline,
            Integer position,
            String orderCode,
            String buildCode,
            Instant activeAt,
            Rating rating) {}

    /**
     * {@code chat.listMessages}: in order; the latest where neither end is named.
     *
     * @param after only what came after this number, from there on
     * @param before only what came before this number, back from there
     */
    public record ListMessages(String code, Long after, Long before, Integer limit) {}

    /** @param more whether there are further ones in the direction that was asked; @param lastSeq of the room */
    public record MessageList(List<Message> items, boolean more, long lastSeq) {}

    /**
     * @param seq its number in the room, from 1 without gaps
     * @param clientId by which its sender knows it; null of the shop's own
     * @param name of the sender, null of the shop's own
     * @param text what was said; of an event its words in English
     * @param event which, of kind EVENT; null where a proposal was decided
     * @param about the name that an event's words need, or null
     * @param pictureId of kind PICTURE
     * @param proposal of kind PROPOSAL
     * @param decided of the event that a proposal was accepted or declined
     */
    public record Message(
            long seq,
            MessageKind kind,
            Side side,
            String name,
            String clientId,
            String text,
            RoomMove event,
            String about,
            UUID pictureId,
            Instant at,
            Proposal proposal,
            Decided decided) {}

    /** {@code chat.countUnread}: what the button on the shop's pages shows. */
    public record CountUnread() {}

    /** @param count of what the shop's side said and the customer has not read; @param code of the room that is not closed, or null */
    public record UnreadCount(int count, String code) {}

    /** {@code chat.sendMessage}; @param clientId the same for each attempt to send this message */
    public record SendMessage(String code, String clientId, String text) {}

    /**
     * {@code chat.sendPicture}
     *
     * @param clientId the same for each attempt to send this picture
     * @param file the bytes as they were uploaded
     * @param text words to it, or null
     */
    public record SendPicture(String code, String clientId, byte[] file, String text) {}

    /** {@code chat.markRead}; @param seq up to where */
    public record MarkRead(String code, long seq) {}

    /** {@code chat.signal}: what the other side sees and nobody keeps. */
    public record Signal(String code, boolean typing) {}

    /** {@code chat.beat}: a heartbeat in a room, every 25 seconds or so while it is looked at. */
    public record Beat(String code) {}

    /**
     * How it stands.
     *
     * @param room its {@code lastSeq} shows a gap at once
     * @param attended whether somebody of the desk is there
     * @param waitSeconds how long it may take until somebody has the room; null outside of the queue, and where nobody knows
     */
    public record Pulse(Room room, boolean attended, Integer waitSeconds) {}

    /** What happened in a room; published at {@code chat.room.<code>}. */
    public enum Happening {
        MESSAGE,
        READ,
        TYPING,
        MOVED
    }

    /**
     * Published after the commit, as a hint: whoever sees a gap in the numbers asks for what is missing.
     *
     * @param lastSeq of the room then
     * @param message of MESSAGE and MOVED
     * @param side who has read or types
     * @param seq up to where was read
     * @param state of the room, of MOVED
     * @param turn of the room, of MOVED
     */
    public record RoomEvent(
            Happening happening,
            String code,
            Long lastSeq,
            Message message,
            Side side,
            Long seq,
            RoomState state,
            Integer turn) {
        /** In front of the room's code: the address at which its events are published. */
        public static final String ADDRESS = "chat.room.";

        static RoomEvent said(String code, Message message) {
            return new RoomEvent(Happening.MESSAGE, code, message.seq(), message, null, null, null, null);
        }

        static RoomEvent read(String code, Side side, long seq) {
            return new RoomEvent(Happening.READ, code, null, null, side, seq, null, null);
        }

        static RoomEvent typing(String code, Side side) {
            return new RoomEvent(Happening.TYPING, code, null, null, side, null, null, null);
        }

        static RoomEvent moved(String code, Message message, RoomState state, int turn) {
            return new RoomEvent(Happening.MOVED, code, message.seq(), message, null, null, state, turn);
        }
    }
}
