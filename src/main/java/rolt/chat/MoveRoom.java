package rolt.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.Room;
import rolt.chat.ChatMessages.RoomCode;
import rolt.chat.ChatMessages.RoomEvent;
import rolt.chat.ChatMessages.RoomMove;
import rolt.chat.ChatMessages.RoomState;
import rolt.chat.DeskMessages.ClaimRoom;
import rolt.chat.DeskMessages.DeskChanged;
import rolt.chat.DeskMessages.HandOver;
import rolt.chat.DeskMessages.Moved;
import rolt.chat.DeskMessages.ReleaseRoom;
import rolt.chat.TurnRepository.Change;
import rolt.chat.TurnRepository.Member;
import rolt.chat.TurnRepository.Standing;
import rolt.platform.Caller;
import rolt.platform.DatabaseException;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Role;

/**
 * Who has a room, and whether it is open. A move is decided about the room as it was read and happens only if it still
 * stands so; of two at once the second is told {@code chat.moved} (409).
 */
final class MoveRoom {
    private final Platform platform;
    private final TurnRepository turns;
    private final RoomRepository rooms;
    private final ChatMails mails;

    MoveRoom(Platform platform, ChatMails mails) {
        this.platform = platform;
        this.mails = mails;
        this.turns = new TurnRepository(platform.database());
        this.rooms = new RoomRepository(platform.database());
    }

    /** Claimed once more by who has it, it stays so. */
    Moved claimRoom(Caller caller, ClaimRoom input) {
        Standing seen = find(caller, input.code());
        Member self = turns.member(caller.accountId()).orElseThrow(() -> Problem.forbidden("role-needed"));
        return self.id().equals(seen.memberId())
                ? new Moved(seen.code(), seen.state(), seen.turn(), self.name())
                : give(same(seen, input.turn()), RoomMove.CLAIM, self, caller, null);
    }

    /**
     * By who has the room, or by anybody of the desk where nobody has it; an administrator may always.
     *
     * @throws Problem 409 {@code chat.nobody-there} where the least busy is asked for and nobody is there, 400 for an
     *     account that takes no rooms
     */
    Moved handOver(Caller caller, HandOver input) {
        Standing seen = same(find(caller, input.code()), input.turn());
        refuseOthers(caller, seen);
        Member next = input.accountId() == null
                ? turns.leastBusy(absent(), seen).orElseThrow(() -> Problem.conflict("chat.nobody-there"))
                : turns.member(input.accountId()).orElseThrow(() -> Problem.invalid("accountId", "unknown"));
        return give(seen, RoomMove.HAND_OVER, next, caller, input.note());
    }

    private Duration absent() {
        return platform.config().chat().absent();
    }

    /** Back into the queue, at the place that the room had. */
    Moved releaseRoom(Caller caller, ReleaseRoom input) {
        Standing seen = same(find(caller, input.code()), input.turn());
        refuseOthers(caller, seen);
        return move(seen, new Change(RoomMove.RELEASE, null, seen.memberName(), caller.accountId(), null));
    }

    private static void refuseOthers(Caller caller, Standing seen) {
        boolean others = seen.memberId() != null && !seen.memberId().equals(caller.accountId());
        if (others && !caller.hasAny(Role.ADMIN)) {
            throw Problem.conflict("chat.others");
        }
    }

    private Moved give(Standing seen, RoomMove move, Member next, Caller actor, String note) {
        if (next.id().equals(seen.customerId())) {
            throw Problem.conflict("chat.own-room");
        }
        return move(seen, new Change(move, next, next.name(), actor.accountId(), note));
    }

    /** By its customer or by who has it; closed once more, it stays so. */
    Room closeRoom(Caller caller, RoomCode input) {
        Standing seen = seated(caller, input);
        boolean mayClose = caller.accountId().equals(seen.customerId())
                || caller.accountId().equals(seen.memberId());
        if (seen.state() != RoomMove.CLOSE.to()) {
            if (!mayClose) {
                throw Problem.forbidden("chat.view-only");
            }
            move(seen, new Change(RoomMove.CLOSE, null, null, caller.accountId(), null));
        }
        return room(caller, input);
    }

    /**
     * By its customer; one that is not closed stays as it is.
     *
     * @throws Problem 409 {@code chat.room-open} where the customer has another one that is not closed
     */
    Room reopenRoom(Caller caller, RoomCode input) {
        Standing seen = seated(caller, input);
        if (!caller.accountId().equals(seen.customerId())) {
            throw Problem.forbidden("chat.view-only");
        }
        if (RoomMove.REOPEN.possibleFrom(seen.state())) {
            reopen(seen);
        }
        return room(caller, input);
    }

    private void reopen(Standing seen) {
        try {
            move(seen, new Change(RoomMove.REOPEN, null, null, seen.customerId(), null));
        } catch (DatabaseException e) {
            throw e.broke("one_room_at_a_time") ? rooms.anotherOpen(seen.customerId()) : e;
        }
    }

    private Room room(Caller caller, RoomCode input) {
        return rooms.find(caller.accountId(), input.code()).orElseThrow(() -> Problem.notFound("chat"));
    }

    private Standing find(Caller caller, String code) {
        return turns.find(code, caller.accountId()).orElseThrow(() -> Problem.notFound("chat"));
    }

    private Standing seated(Caller caller, RoomCode input) {
        return turns.find(input.code(), caller.accountId())
                .filter(Standing::seated)
                .orElseThrow(() -> Problem.notFound("chat"));
    }

    /** @param turn as the caller saw it, null to take the room as it is */
    private static Standing same(Standing seen, Integer turn) {
        if (turn != null && turn != seen.turn()) {
            throw Problem.conflict("chat.moved");
        }
        return seen;
    }

    /** @throws Problem 409 {@code chat.moved} where the room cannot be moved so, or somebody else was first */
    Moved move(Standing seen, Change change) {
        if (!change.move().possibleFrom(seen.state())) {
            throw Problem.conflict("chat.moved");
        }
        Message said = swap(seen, change).orElseThrow(() -> Problem.conflict("chat.moved"));
        int turn = seen.turn() + 1;
        platform.bus()
                .publish(
                        RoomEvent.ADDRESS + seen.code(),
                        RoomEvent.moved(seen.code(), said, change.move().to(), turn));
        platform.bus().publish(DeskChanged.ADDRESS, new DeskChanged(seen.code()));
        return new Moved(seen.code(), change.move().to(), turn, change.memberName());
    }

    /** Where it waits again and nobody is there, the shop is told by mail; of what it does itself by {@link KeepRooms}. */
    private Optional<Message> swap(Standing seen, Change change) {
        if (change.move().to() != RoomState.WAITING || change.actor() == null) {
            return turns.swap(platform.database(), seen, change, absent());
        }
        Optional<Message> said = platform.database().transaction(tx -> {
            Optional<Message> swapped = turns.swap(tx, seen, change, absent());
            swapped.ifPresent(message -> mails.arrived(tx, List.of(seen.code())));
            return swapped;
        });
        mails.hurry();
        return said;
    }
}
