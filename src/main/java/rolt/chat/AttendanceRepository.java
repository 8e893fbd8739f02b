package rolt.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.chat.ChatMessages.Colleague;
import rolt.platform.Database;
import rolt.platform.Queries;

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

    private static final String BEAT = """
            with here as (
                update chat.held_seat s set seen_at = now() from chat.room r
                where r.id = s.room_id and r.code = $2 and s.account_id = $1 returning s.side),
            there as (
                update chat.presence p set seen_at = now() from here
                where p.account_id = $1 and here.side = 'STAFF' returning p.account_id)
            select true as here from here
            """;

    /** Whether the account has a seat in that room. */
    boolean beat(UUID account, String code) {
        return database.find(BEAT, row -> row.getBoolean("here"), account, code).isPresent();
    }

    private static final String THERE = """
             from chat.presence h join account.person p using (account_id)
            where h.available and h.seen_at > now() - make_interval(secs => $1)
                and p.roles && array['SUPPORT', 'TECHNICIAN']
            """;

    private static final String PRESENT = """
            select p.account_id, p.name, 'TECHNICIAN' = any(p.roles) as technician,
                (select count(*)::int from chat.room r where r.member_id = p.account_id) as rooms
            """ + THERE + " order by rooms, p.name";

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

    private static final String ANYBODY = "select true as there" + THERE + " limit 1";

    /** Whether somebody takes rooms and is there. */
    boolean isAttended(Queries queries) {
        return queries.find(ANYBODY, row -> row.getBoolean("there"), absentSeconds)
                .isPresent();
    }

    private static final String WAIT = """
            select percentile_cont(0.5) within group (order by extract(epoch from waited)) as seconds from (
                select t.at - coalesce(lag(t.at) over (partition by t.room_id order by t.turn),
                    uuid_extract_timestamp(t.room_id)) as waited, t.move
                from chat.turn t where t.at > now() - interval '7 days') turns
            where move = 'CLAIM'
            """;

    /** The median wait of the rooms that were claimed within a week. */
    Optional<Duration> medianWait() {
        return database.find(WAIT, row -> row.getDouble("seconds"))
                .map(seconds -> Duration.ofMillis(Math.round(seconds * 1_000)));
    }
}
