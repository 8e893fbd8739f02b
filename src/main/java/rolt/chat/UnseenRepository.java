package rolt.chat;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import rolt.chat.ChatMessages.RoomMove;
import rolt.platform.Transaction;

/** Rooms that wait while nobody is there to see it. Whatever is found here is noted as mailed. */
final class UnseenRepository {
    private final long absentSeconds;

    /** @param absent after so long without a heartbeat somebody is not there */
    UnseenRepository(Duration absent) {
        this.absentSeconds = absent.toSeconds();
    }

    /**
     * A room that has just come into the queue.
     *
     * @param move by which it came back, null where it was opened
     * @param words the customer's latest, null of a picture without any
     */
    record Arrived(
            String code,
            int turn,
            String subject,
            String customer,
            RoomMove move,
            Instant since,
            String words,
            String orderCode,
            String buildCode) {
        Unseen unseen() {
            return new Unseen(code, turn, subject, customer, since);
        }
    }

    private static final String ARRIVED = """
            with unseen as (
                update chat.room r set desk_mailed_at = now()
                where r.code = any($2) and r.state = 'WAITING' and r.desk_mailed_at is null
                    and not exists (
                        select from chat.available_member m where m.seen_at > now() - make_interval(secs => $1))
                    and $3 >= (
                        select count(*) from chat.arrival a
                        where a.customer_id = r.customer_id and a.at > now() - interval '1 hour')
                returning r.id, r.code, r.turn, r.subject, r.customer_id, r.order_code, r.build_code)
            select u.code, u.turn, u.subject, c.name, a.move, a.at as since, said.text, u.order_code, u.build_code
            from unseen u join account.contact c on c.account_id = u.customer_id
            cross join lateral (
                select a.move, a.at from chat.arrival a where a.room_id = u.id and a.turn = u.turn limit 1) a
            cross join lateral (
                select m.text from chat.message m where m.room_id = u.id and m.side = 'CUSTOMER'
                order by m.seq desc limit 1) said
            order by a.at, u.code
            """;

    /**
     * Those of the rooms that wait, if nobody is there, longest first.
     *
     * @param most so often the customer's rooms may have come within an hour
     */
    List<Arrived> arrived(Transaction tx, List<String> codes, int most) {
        return tx.list(ARRIVED, UnseenRepository::arrived, absentSeconds, codes.toArray(String[]::new), most);
    }

    private static Arrived arrived(Row row) {
        String move = row.getString("move");
        return new Arrived(
                row.getString("code"),
                row.getInteger("turn"),
                row.getString("subject"),
                row.getString("name"),
                move == null ? null : RoomMove.valueOf(move),
                row.getOffsetDateTime("since").toInstant(),
                row.getString("text"),
                row.getString("order_code"),
                row.getString("build_code"));
    }

    /** A room that waits; @param since when it came into the queue */
    record Unseen(String code, int turn, String subject, String customer, Instant since) {}

    private static final String WAITING = """
            with waiting as (
                select r.id, r.turn, a.at from chat.room r
                cross join lateral (
                    select at from chat.arrival a where a.room_id = r.id and a.turn = r.turn limit 1) a
                where r.state = 'WAITING' and r.desk_mailed_at is null
                    and not exists (
                        select from chat.available_member m where m.seen_at > now() - make_interval(secs => $1))),
            unseen as (
                update chat.room r set desk_mailed_at = now() from waiting w
                where r.id = w.id and r.turn = w.turn and r.desk_mailed_at is null
                    and (select min(at) from waiting) < now() - make_interval(secs => $2)
                returning r.code, r.turn, r.subject, r.customer_id, w.at)
            select u.code, u.turn, u.subject, c.name, u.at as since
            from unseen u join account.contact c on c.account_id = u.customer_id order by u.at, u.code
            """;

    /**
     * All rooms that wait and were not mailed, longest first, once one of them has waited for long.
     *
     * @param patience how long that is
     */
    List<Unseen> waiting(Transaction tx, Duration patience) {
        return tx.list(
                WAITING,
                row -> new Unseen(
                        row.getString("code"),
                        row.getInteger("turn"),
                        row.getString("subject"),
                        row.getString("name"),
                        row.getOffsetDateTime("since").toInstant()),
                absentSeconds,
                patience.toSeconds());
    }
}
