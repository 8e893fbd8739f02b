package rolt.chat;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rolt.chat.ChatMessages.Room;
import rolt.chat.ChatMessages.RoomMove;
import rolt.chat.ChatMessages.RoomState;
import rolt.chat.ChatMessages.Side;
import rolt.chat.ChatMessages.UnreadCount;
import rolt.chat.DeskMessages.RoomTurn;
import rolt.chat.DeskMessages.Waiting;
import rolt.chat.RatingMessages.RateRoom;
import rolt.chat.RatingMessages.Rating;
import rolt.platform.Database;
import rolt.platform.Problem;
import rolt.platform.Transaction;

/** Rooms in Postgres, as somebody sees them: who has no seat in a room does not find it. */
final class RoomRepository {
    private final Database database;

    RoomRepository(Database database) {
        this.database = database;
    }

    /** Each room in which $1 has a seat. */
    static final String SEEN = """
            select r.id, r.code, r.subject, r.state, c.name as customer, m.name as member, s.side,
                r.state <> 'CLOSED' and (r.customer_id = $1 or r.member_id is not distinct from $1) as may_write,
                r.turn, r.last_seq, s.read_seq,
                coalesce(o.read_seq, 0) as other_read_seq,
                coalesce(o.seen_at > now() - interval '1 minute', false) as other_online,
                case when r.state = 'WAITING' then (select count(*)::int from chat.room w
                    where w.state = 'WAITING' and (w.waiting_since, w.id) <= (r.waiting_since, r.id)) end as position,
                r.order_code, r.build_code, r.active_at, r.stars, r.rating_words, r.rated_at
            from chat.held_seat s join chat.room r on r.id = s.room_id
            join account.contact c on c.account_id = r.customer_id
            left join account.contact m on m.account_id = r.member_id
            left join chat.seat o on o.room_id = r.id
                and o.account_id = case s.side when 'CUSTOMER' then r.member_id else r.customer_id end
            where s.account_id = $1
            """;

    private static final String FIND = SEEN + " and r.code = $2";

    Optional<Room> find(UUID reader, String code) {
        return database.find(FIND, RoomRepository::room, reader, code);
    }

    private static final String OWN = SEEN + """
             and s.side = 'CUSTOMER' and ($2::text is null or r.id < (select id from chat.room where code = $2))
            order by r.id desc limit $3
            """;

    /** @param after the code of a room, null for the newest */
    List<Room> own(UUID customer, String after, int limit) {
        return database.list(OWN, RoomRepository::room, customer, after, limit);
    }

    private static final String UNREAD = """
            select (select count(*)::int from chat.seat s
                    join chat.room r on r.id = s.room_id and r.last_seq > s.read_seq
                    join chat.message m on m.room_id = s.room_id and m.seq > s.read_seq
                    where s.account_id = $1 and s.side = 'CUSTOMER' and m.side <> 'CUSTOMER') as unread,
                (select code from chat.room where customer_id = $1 and state <> 'CLOSED') as code
            """;

    UnreadCount unread(UUID customer) {
        return database.find(UNREAD, row -> new UnreadCount(row.getInteger("unread"), row.getString("code")), customer)
                .orElseThrow();
    }

    private static final String DESK = SEEN + """
             and s.side = 'STAFF' and r.active_at > now() - interval '7 days'
            order by r.active_at desc limit 200
            """;

    /** What a member of staff has, in which something was said lately or it would be closed, and had within a week. */
    List<Room> desk(UUID member) {
        return database.list(DESK, RoomRepository::room, member);
    }

    static Room room(Row row) {
        return new Room(
                row.getString("code"),
                row.getString("subject"),
                RoomState.valueOf(row.getString("state")),
                row.getString("customer"),
                row.getString("member"),
                Side.valueOf(row.getString("side")),
                row.getBoolean("may_write"),
                row.getInteger("turn"),
                row.getLong("last_seq"),
                row.getLong("read_seq"),
                row.getLong("other_read_seq"),
                row.getBoolean("other_online"),
                row.getInteger("position"),
                row.getString("order_code"),
                row.getString("build_code"),
                row.getOffsetDateTime("active_at").toInstant(),
                rating(row));
    }

    private static Rating rating(Row row) {
        Integer stars = row.getInteger("stars");
        return stars == null
                ? null
                : new Rating(
                        stars,
                        row.getString("rating_words"),
                        row.getOffsetDateTime("rated_at").toInstant());
    }

    private static final String RATE = """
            update chat.room set stars = $3, rating_words = $4, rated_at = now()
            where customer_id = $1 and code = $2 and state = 'CLOSED'
            """;

    /** False where it is not the customer's, or not closed. */
    boolean rate(UUID customer, RateRoom rating) {
        String words = rating.words() == null ? null : rating.words().strip();
        return database.run(RATE, customer, rating.code(), rating.stars(), words) == 1;
    }

    private static final String QUEUE = """
            select r.code, r.subject, c.name as customer, r.waiting_since, r.turn,
                exists (select from chat.seat s where s.room_id = r.id and s.side = 'STAFF') as returned,
                r.order_code, r.build_code
            from chat.room r join account.contact c on c.account_id = r.customer_id
            where r.state = 'WAITING' order by r.waiting_since, r.id limit 200
            """;

    List<Waiting> queue() {
        return database.list(
                QUEUE,
                row -> new Waiting(
                        row.getString("code"),
                        row.getString("subject"),
                        row.getString("customer"),
                        row.getOffsetDateTime("waiting_since").toInstant(),
                        row.getInteger("turn"),
                        row.getBoolean("returned"),
                        row.getString("order_code"),
                        row.getString("build_code")));
    }

    private static final String TURNS = """
            select t.turn, t.move, m.name as member, a.name as actor, t.note, t.at
            from chat.turn t join chat.room r on r.id = t.room_id
            left join account.contact m on m.account_id = t.member_id
            left join account.contact a on a.account_id = t.actor_id
            where r.code = $2
                and exists (select from chat.seat s where s.room_id = r.id and s.account_id = $1 and s.side = 'STAFF')
            order by t.turn
            """;

    /** Empty for who has no seat on the side of staff. */
    List<RoomTurn> turns(UUID member, String code) {
        return database.list(
                TURNS,
                row -> new RoomTurn(
                        row.getInteger("turn"),
                        RoomMove.valueOf(row.getString("move")),
                        row.getString("member"),
                        row.getString("actor"),
                        row.getString("note"),
                        row.getOffsetDateTime("at").toInstant()),
                member,
                code);
    }

    private static final String NEXT_CODE = """
            insert into chat.customer as c (account_id, handle, rooms) values ($1, $2, 1)
            on conflict (account_id) do update set rooms = c.rooms + 1
            returning 'support-' || handle || '-' || lpad(rooms::text, greatest(3, length(rooms::text)), '0') as code
            """;

    private static final String ADD = """
            with added as (
                insert into chat.room (code, customer_id, subject, order_code, build_code, last_seq)
                values ($1, $2, $3, $4, $5, 1) returning id),
            seated as (
                insert into chat.seat (room_id, account_id, side, seen_at) select id, $2, 'CUSTOMER', now() from added)
            insert into chat.message (room_id, seq, sender_id, side, client_id, kind, text)
            select id, 1, $2, 'CUSTOMER', $6, 'TEXT', $7 from added
            """;

    /**
     * A room with its first message.
     *
     * @param handle for its codes, if the customer has none yet
     * @return its code; fails on {@code one_room_at_a_time} where another room of the customer's is not closed
     */
    String add(Transaction tx, UUID customer, String handle, ChatMessages.OpenRoom room) {
        String code = tx.find(NEXT_CODE, row -> row.getString("code"), customer, handle)
                .orElseThrow();
        tx.run(ADD, code, customer, room.subject(), room.orderCode(), room.buildCode(), room.clientId(), room.text());
        return code;
    }

    private static final String NOT_CLOSED = "select code from chat.room where customer_id = $1 and state <> 'CLOSED'";

    /**
     * Why a customer gets no second room: it names the one that is not closed. Where that was closed in this moment there
     * is none to name, and the customer may try again.
     */
    Problem anotherOpen(UUID customer) {
        return database.find(NOT_CLOSED, row -> row.getString("code"), customer)
                .map(code -> Problem.conflict("chat.room-open", Map.of("room", code)))
                .orElseGet(() -> Problem.conflict("chat.moved"));
    }

    private static final String IS_THERE = "select true as there from account.contact where account_id = $1";

    boolean isGone(UUID account) {
        return database.find(IS_THERE, row -> row.getBoolean("there"), account).isEmpty();
    }

    private static final String READ = """
            update chat.held_seat s set read_seq = least($3, r.last_seq)
            from chat.room r where r.id = s.room_id and r.code = $2 and s.account_id = $1 and s.read_seq < $3
            returning s.side, s.read_seq
            """;

    /** How far somebody has read now. */
    record Read(Side side, long seq) {}

    /** Empty where that far was read before, or there is no such seat. */
    Optional<Read> markRead(UUID reader, String code, long seq) {
        return database.find(
                READ, row -> new Read(Side.valueOf(row.getString("side")), row.getLong("read_seq")), reader, code, seq);
    }
}
