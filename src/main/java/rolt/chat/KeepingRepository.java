package rolt.chat;

import java.time.Duration;
import java.util.List;
import rolt.chat.ChatMessages.RoomState;
import rolt.chat.TurnRepository.Standing;
import rolt.platform.Database;

/** Rooms that nobody looks after. */
final class KeepingRepository {
    /** As many as one part of the chore takes. */
    private static final int PART = 50;

    private final Database database;

    KeepingRepository(Database database) {
        this.database = database;
    }

    private static final String OPEN = """
            select r.code, r.turn, r.last_seq, r.customer_id, r.member_id, m.name as member_name
            from chat.room r left join account.contact m on m.account_id = r.member_id
            where r.state = 'OPEN' and
            """;

    private static final String LEFT = OPEN + """
             not exists (select from account.person p
                where p.account_id = r.member_id and p.roles && array['SUPPORT', 'TECHNICIAN'])
            order by r.id limit $1
            """;

    /** Rooms of who takes none any more, or has no account any more. */
    List<Standing> left() {
        return open(LEFT, PART);
    }

    private static final String MISSED = OPEN + """
             (select h.heard_at from chat.heard_member h where h.room_id = r.id) < now() - make_interval(secs => $2)
            order by r.id limit $1
            """;

    /** Rooms whose members have not been heard of for so long. */
    List<Standing> missed(Duration absent) {
        return open(MISSED, PART, absent.toSeconds());
    }

    private static final String IDLE = OPEN + " r.active_at < now() - make_interval(secs => $2) order by r.id limit $1";

    /** Rooms in which nothing was said for so long. */
    List<Standing> idle(Duration silence) {
        return open(IDLE, PART, silence.toSeconds());
    }

    private List<Standing> open(String sql, Object... args) {
        return database.list(
                sql,
                row -> new Standing(
                        row.getString("code"),
                        RoomState.OPEN,
                        row.getInteger("turn"),
                        row.getLong("last_seq"),
                        row.getUUID("customer_id"),
                        row.getUUID("member_id"),
                        row.getString("member_name"),
                        true),
                args);
    }
}
