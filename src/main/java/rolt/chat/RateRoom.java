package rolt.chat;

import rolt.chat.ChatMessages.Room;
import rolt.chat.ChatMessages.RoomState;
import rolt.chat.DeskMessages.DeskChanged;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/** What the customer thought of a conversation, once it is over. */
final class RateRoom {
    private final Platform platform;
    private final RoomRepository rooms;

    RateRoom(Platform platform) {
        this.platform = platform;
        this.rooms = new RoomRepository(platform.database());
    }

    /**
     * Rated again, the room has the newer rating.
     *
     * @throws Problem 403 {@code chat.customers-alone} for staff, 409 {@code chat.not-closed}
     */
    Room rateRoom(Caller caller, RatingMessages.RateRoom input) {
        boolean rated = rooms.rate(caller.accountId(), input);
        Room room = rooms.find(caller.accountId(), input.code()).orElseThrow(() -> Problem.notFound("chat"));
        if (!rated) {
            throw room.side() == ChatMessages.Side.STAFF || room.state() == RoomState.CLOSED
                    ? Problem.forbidden("chat.customers-alone")
                    : Problem.conflict("chat.not-closed");
        }
        platform.bus().publish(DeskChanged.ADDRESS, new DeskChanged(input.code()));
        return room;
    }
}
