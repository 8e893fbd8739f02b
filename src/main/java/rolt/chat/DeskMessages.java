package rolt.chat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rolt.chat.ChatMessages.Room;
import rolt.chat.ChatMessages.RoomMove;
import rolt.chat.ChatMessages.RoomState;

/** What the desk asks about rooms, and does with them: who is there, who waits, and who has which room. */
public final class DeskMessages {
    private DeskMessages() {}

    /** {@code chat.appear}: a heartbeat of the desk; @param available whether one takes rooms */
    public record Appear(boolean available) {}

    /** {@code chat.listPresent}: who takes rooms now. */
    public record ListPresent() {}

    public record Attendance(List<Colleague> items) {}

    /** @param rooms that he has */
    public record Colleague(UUID accountId, String name, boolean technician, int rooms) {}

    /** {@code chat.listQueue}: who waits, longest first. */
    public record ListQueue() {}

    public record Queue(List<Waiting> items) {}

    /** @param returned whether somebody had it before */
    public record Waiting(
            String code,
            String subject,
            String customer,
            Instant waitingSince,
            int turn,
            boolean returned,
            String orderCode,
            String buildCode) {}

    /** {@code chat.listDesk}: the rooms that the caller has, and those that the caller may only read. */
    public record ListDesk() {}

    public record Desk(List<Room> mine, List<Room> viewing) {}

    /** {@code chat.claimRoom}; @param turn as the caller saw it, null to take it as it is */
    public record ClaimRoom(String code, Integer turn) {}

    /** {@code chat.releaseRoom}; @param turn as the caller saw it, null to release it as it is */
    public record ReleaseRoom(String code, Integer turn) {}

    /**
     * {@code chat.handOver}: gives a room to somebody.
     *
     * @param accountId to whom; null for the least busy of those who are there
     * @param turn as the caller saw it: where it has changed meanwhile, nothing happens
     * @param note for the next member alone, or null
     */
    public record HandOver(String code, UUID accountId, int turn, String note) {}

    /** @param turn from now on; @param member who has it, or null */
    public record Moved(String code, RoomState state, int turn, String member) {}

    /** {@code chat.listTurns}: who had the room, for staff. */
    public record TurnList(List<RoomTurn> items) {}

    /** @param actor who did it, null for the shop itself */
    public record RoomTurn(int turn, RoomMove move, String member, String actor, String note, Instant at) {}

    /** A hint to all desks that the queue or somebody's rooms are others now; @param code null where rooms are gone */
    public record DeskChanged(String code) {
        public static final String ADDRESS = "chat.deskChanged";
    }
}
