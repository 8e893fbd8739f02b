package rolt.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import rolt.chat.ChatMessages.Room;
import rolt.chat.DeskMessages.Colleague;
import rolt.platform.Database;

/** Who is there, by heartbeats. */
final class AttendanceRepository {
    private final Database database;
    private final long absentSeconds;

    /** @param absent after so long without a heartbeat */
    AttendanceRepository(Database database, Duration absent) {
        this.database = database;
        this.absentSeconds = absent.toSeconds();
    }

    private static final String APPEAR = """
            insert into chat.presence as p (account_id, available) values ($1, $2)
            on conflict (account_id) do update set available = excluded.available, seen_at = now()
            """;

    /** @param available whether he takes rooms */
    void appear(UUID member, boolean available) {
        database.run(APPEAR, member, available);
    }

    /** A room as somebody sees it who was just heard of in it; @param present how many take rooms and are there */
    record Heard(Room room, int present) {}

    private static final String BEAT = """
            with here as (
                update chat.held_seat s set seen_at = now() from chat.room r
                where r.id = s.room_id and r.code = $2 and s.account_id = $1 returning s.side),
            there as (
                update chat.presence p set seen_at = now() from here
                where p.account_id = $1 and here.side = 'STAFF')
            select seen.*, (
                select count(*)::int from chat.available_member m
                where m.seen_at > now() - make_interval(secs => $3)) as present
            from (
            """ + RoomRepository.SEEN + " and r.code = $2) seen";

    /** Empty for who has no seat in that room. */
    Optional<Heard> beat(UUID account, String code) {
        return database.find(
                BEAT,
                row -> new Heard(RoomRepository.room(row), row.getInteger("present")),
                account,
                code,
                absentSeconds);
    }

    private static final String PRESENT = """
            select m.account_id, m.name, m.technician,
                (select count(*)::int from chat.room r where r.state = 'OPEN' and r.member_id = m.account_id) as rooms
            from chat.available_member m where m.seen_at > now() - make_interval(secs => $1) order by rooms, m.name
            """;

    /** Those who take rooms and are there, the least busy first. */
    List<Colleague> present() {
        return database.list(
                PRESENT,
                row -> new Colleague(
                        row.getUUID("account_id"),
                        row.getString("name"),
                        row.getBoolean("technician"),
                        row.getInteger("rooms")),
                absentSeconds);
    }

    private static final String WAIT = """
            select percentile_cont(0.5) within group (order by extract(epoch from at - came_at)) as seconds from (
                select t.at, (
                    select a.at from chat.arrival a where a.room_id = t.room_id and a.turn = t.turn - 1) as came_at
                from chat.turn t where t.move = 'CLAIM' and t.at > now() - interval '7 days'
                order by t.at desc limit 1000) claimed
            """;

    /** The median wait of the latest rooms that were claimed within a week, a thousand at most; empty where none was. */
    Optional<Duration> medianWait() {
        return database.find(WAIT, row -> Optional.ofNullable(row.getDouble("seconds")))
                .flatMap(Function.identity())
                .map(seconds -> Duration.ofMillis(Math.round(seconds * 1_000)));
    }
}
