package rolt.chat;

import java.util.ArrayList;
import java.util.List;
import rolt.chat.ChatMessages.RoomMove;
import rolt.chat.TurnRepository.Change;
import rolt.chat.TurnRepository.Standing;
import rolt.platform.Config;
import rolt.platform.Platform;
import rolt.platform.Problem;

/**
 * Looks after rooms that are left: whose member takes none any more, or is heard of no more, goes back into the queue, and
 * in which nothing was said for long is closed; who has left one is mailed what was answered, and the shop which ones wait
 * unseen. A member who is heard of, or a message that is sent, before a room is moved keeps it as it is: that is asked in
 * the statement that moves it.
 */
final class KeepRooms {
    private final KeepingRepository rooms;
    private final MoveRoom moves;
    private final MailReplies replies;
    private final MailWaiting waiting;
    private final Config.Chat settings;

    KeepRooms(Platform platform, MoveRoom moves, ChatMails mails) {
        this.rooms = new KeepingRepository(platform.database());
        this.moves = moves;
        this.replies = new MailReplies(platform, mails);
        this.waiting = new MailWaiting(platform, mails);
        this.settings = platform.config().chat();
    }

    /** One part; whether there may be more to do. */
    boolean keep() {
        List<String> back = new ArrayList<>(moveAll(rooms.left(), RoomMove.RELEASE));
        back.addAll(moveAll(rooms.missed(settings.absent()), RoomMove.MISS));
        waiting.mail(back);
        int closed = moveAll(rooms.idle(settings.idle()), RoomMove.IDLE).size();
        return back.size() + closed + replies.mail() + waiting.mail() > 0;
    }

    /** @return the codes of those that were moved */
    private List<String> moveAll(List<Standing> standing, RoomMove move) {
        return standing.stream()
                .filter(room -> move(room, move))
                .map(Standing::code)
                .toList();
    }

    /** What was moved meanwhile by somebody is looked after by him. */
    private boolean move(Standing room, RoomMove move) {
        try {
            moves.move(room, new Change(move, null, room.memberName(), null, null));
            return true;
        } catch (Problem problem) {
            if (problem.status() != 409) {
                throw problem;
            }
            return false;
        }
    }
}
