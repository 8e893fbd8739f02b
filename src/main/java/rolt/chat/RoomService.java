package rolt.chat;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import rolt.account.AccountMessages.AccountChanged;
import rolt.builder.BuilderMessages.BuildCode;
import rolt.chat.ChatMessages.CountUnread;
import rolt.chat.ChatMessages.ListMessages;
import rolt.chat.ChatMessages.ListRooms;
import rolt.chat.ChatMessages.MarkRead;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.MessageList;
import rolt.chat.ChatMessages.OpenRoom;
import rolt.chat.ChatMessages.Room;
import rolt.chat.ChatMessages.RoomCode;
import rolt.chat.ChatMessages.RoomEvent;
import rolt.chat.ChatMessages.RoomList;
import rolt.chat.ChatMessages.Signal;
import rolt.chat.ChatMessages.UnreadCount;
import rolt.chat.DeskMessages.Desk;
import rolt.chat.DeskMessages.DeskChanged;
import rolt.chat.DeskMessages.ListDesk;
import rolt.chat.DeskMessages.ListQueue;
import rolt.chat.DeskMessages.Queue;
import rolt.chat.DeskMessages.RoomTurn;
import rolt.chat.DeskMessages.TurnList;
import rolt.chat.MessageRepository.Page;
import rolt.chat.MessageRepository.Range;
import rolt.ordering.OrderingMessages.OrderCode;
import rolt.platform.Caller;
import rolt.platform.DatabaseException;
import rolt.platform.Platform;
import rolt.platform.Problem;

/** Rooms are opened, found and read. */
final class RoomService {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without i, l, o and u, which are taken for others when they are read out. */
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int HANDLE = 6;
    private static final int ROOMS = 20;
    private static final int MESSAGES = 50;

    private final Platform platform;
    private final RoomRepository rooms;
    private final MessageRepository messages;
    private final ChatMails mails;

    RoomService(Platform platform, ChatMails mails) {
        this.platform = platform;
        this.rooms = new RoomRepository(platform.database());
        this.messages = new MessageRepository(platform.database());
        this.mails = mails;
    }

    /**
     * Where nobody of the desk is there, the shop is mailed the first message.
     *
     * @throws Problem 409 {@code chat.room-open} with the code of the one that the customer has, 400 for an order that is
     *     not the customer's or a build that is not there
     */
    Room openRoom(Caller caller, OpenRoom input) {
        check(
                caller,
                "orderCode",
                "ordering.getOrder",
                input.orderCode() == null ? null : new OrderCode(input.orderCode()));
        check(
                caller,
                "buildCode",
                "builder.getBuild",
                input.buildCode() == null ? null : new BuildCode(input.buildCode()));
        String code = add(caller.accountId(), stripped(input));
        mails.hurry();
        platform.bus().publish(DeskChanged.ADDRESS, new DeskChanged(code));
        return getRoom(caller, new RoomCode(code));
    }

    private static OpenRoom stripped(OpenRoom input) {
        return new OpenRoom(
                input.subject().strip(), input.clientId(), input.text().strip(), input.orderCode(), input.buildCode());
    }

    /** What a room is about is there, and may be seen by its customer. */
    private void check(Caller caller, String field, String operation, Object input) {
        if (input == null) {
            return;
        }
        try {
            platform.bus().call(caller, operation, input, Object.class);
        } catch (Problem problem) {
            throw problem.status() == 404 ? Problem.invalid(field, "unknown") : problem;
        }
    }

    private String add(UUID customer, OpenRoom room) {
        try {
            return platform.database().transaction(tx -> {
                String code = rooms.add(tx, customer, handle(), room);
                mails.arrived(tx, List.of(code));
                return code;
            });
        } catch (DatabaseException e) {
            throw e.broke("one_room_at_a_time") ? rooms.anotherOpen(customer) : e;
        }
    }

    private static String handle() {
        StringBuilder handle = new StringBuilder(HANDLE);
        RANDOM.ints(HANDLE, 0, LETTERS.length()).forEach(letter -> handle.append(LETTERS.charAt(letter)));
        return handle.toString();
    }

    RoomList listRooms(Caller caller, ListRooms input) {
        int limit = input.limit() == null ? ROOMS : input.limit();
        List<Room> found = rooms.own(caller.accountId(), input.after(), limit + 1);
        boolean more = found.size() > limit;
        List<Room> page = more ? found.subList(0, limit) : found;
        return new RoomList(page, more ? page.getLast().code() : null);
    }

    Room getRoom(Caller caller, RoomCode input) {
        return rooms.find(caller.accountId(), input.code()).orElseThrow(() -> Problem.notFound("chat"));
    }

    /** Of nobody there is nothing to read. */
    UnreadCount countUnread(Caller caller, CountUnread input) {
        return caller.signedIn() ? rooms.unread(caller.accountId()) : new UnreadCount(0, null);
    }

    MessageList listMessages(Caller caller, ListMessages input) {
        int limit = input.limit() == null ? MESSAGES : input.limit();
        boolean forward = input.after() != null;
        Range range = new Range(
                forward ? input.after() : 0,
                input.before() == null ? Long.MAX_VALUE : input.before(),
                limit + 1,
                forward);
        Page page = messages.list(caller.accountId(), input.code(), range).orElseThrow(() -> Problem.notFound("chat"));
        List<Message> found = page.messages();
        boolean more = found.size() > limit;
        List<Message> items = !more ? found : forward ? found.subList(0, limit) : found.subList(1, limit + 1);
        return new MessageList(items, more, page.lastSeq());
    }

    Room markRead(Caller caller, MarkRead input) {
        rooms.markRead(caller.accountId(), input.code(), input.seq())
                .ifPresent(read -> tell(RoomEvent.read(input.code(), read.side(), read.seq())));
        return getRoom(caller, new RoomCode(input.code()));
    }

    /** Shows the other side that somebody types; nothing of it is kept. */
    Room signal(Caller caller, Signal input) {
        Room room = getRoom(caller, new RoomCode(input.code()));
        if (input.typing() && room.mayWrite()) {
            tell(RoomEvent.typing(room.code(), room.side()));
        }
        return room;
    }

    private void tell(RoomEvent event) {
        platform.bus().publish(RoomEvent.ADDRESS + event.code(), event);
    }

    /** With an account its rooms are gone, and nobody of the desk had a part in that. */
    void accountChanged(AccountChanged changed) {
        if (rooms.isGone(changed.accountId())) {
            platform.bus().publish(DeskChanged.ADDRESS, new DeskChanged(null));
        }
    }

    Queue listQueue(ListQueue input) {
        return new Queue(rooms.queue());
    }

    Desk listDesk(Caller caller, ListDesk input) {
        List<Room> seats = rooms.desk(caller.accountId());
        return new Desk(
                seats.stream().filter(Room::mayWrite).toList(),
                seats.stream().filter(room -> !room.mayWrite()).toList());
    }

    TurnList listTurns(Caller caller, RoomCode input) {
        List<RoomTurn> turns = rooms.turns(caller.accountId(), input.code());
        if (turns.isEmpty()) {
            throw Problem.notFound("chat");
        }
        return new TurnList(turns);
    }
}
