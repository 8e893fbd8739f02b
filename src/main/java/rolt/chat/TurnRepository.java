package rolt.chat;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.MessageKind;
import rolt.chat.ChatMessages.RoomMove;
import rolt.chat.ChatMessages.RoomState;
import rolt.chat.ChatMessages.Side;
import rolt.platform.Database;
import rolt.platform.Queries;

/** Who has a room, changed by one compare-and-swap. */
final class TurnRepository {
    private final Database database;

    TurnRepository(Database database) {
        this.database = database;
    }

    /**
     * A room as it is decided about.
     *
     * @param memberId who has it, or null
     * @param seated whether who asks has a seat in it
     */
    record Standing(
            String code,
            RoomState state,
            int turn,
            long lastSeq,
            UUID customerId,
            UUID memberId,
            String memberName,
            boolean seated) {
        /** Whether the account is one of the two who write. */
        boolean mayWrite(UUID account) {
            return account.equals(customerId) || account.equals(memberId);
        }
    }

    private static final String FIND = """
            select r.code, r.state, r.turn, r.last_seq, r.customer_id, r.member_id, m.name as member_name,
                exists (select from chat.held_seat s where s.room_id = r.id and s.account_id = $2) as seated
            from chat.room r left join account.contact m on m.account_id = r.member_id where r.code = $1
            """;

    /** @param asking whether that account has a seat is told, too */
    Optional<Standing> find(String code, UUID asking) {
        return database.find(FIND, TurnRepository::standing, code, asking);
    }

    private static Standing standing(Row row) {
        return new Standing(
                row.getString("code"),
                RoomState.valueOf(row.getString("state")),
                row.getInteger("turn"),
                row.getLong("last_seq"),
                row.getUUID("customer_id"),
                row.getUUID("member_id"),
                row.getString("member_name"),
                row.getBoolean("seated"));
    }

    /** Somebody who may have rooms. */
    record Member(UUID id, String name) {}

    private static final String MEMBER = """
            select account_id, name from account.person
            where account_id = $1 and roles && array['SUPPORT', 'TECHNICIAN']
            """;

    Optional<Member> member(UUID account) {
        return database.find(MEMBER, TurnRepository::member, account);
    }

    private static final String LEAST_BUSY = """
            select m.account_id, m.name from chat.available_member m
            where m.seen_at > now() - make_interval(secs => $1) and m.account_id <> $2
                and m.account_id is distinct from $3::uuid
            order by (
                select count(*) from chat.room r where r.state = 'OPEN' and r.member_id = m.account_id), m.account_id
            limit 1
            """;

    /**
     * Of those who are there the one with the fewest rooms.
     *
     * @param absent after so long without a heartbeat
     * @param room which neither its customer nor who has it now may get
     */
    Optional<Member> leastBusy(Duration absent, Standing room) {
        return database.find(
                LEAST_BUSY, TurnRepository::member, absent.toSeconds(), room.customerId(), room.memberId());
    }

    private static Member member(Row row) {
        return new Member(row.getUUID("account_id"), row.getString("name"));
    }

    /**
     * A change of who has a room.
     *
     * @param member who has it from now on, or null
     * @param about whose name its words need
     * @param actor who does it, null for the shop itself
     * @param note for staff, or null
     */
    record Change(RoomMove move, Member member, String about, UUID actor, String note) {
        UUID memberId() {
            return member == null ? null : member.id();
        }

        String memberName() {
            return member == null ? null : member.name();
        }
    }

    private static final String SWAP = """
            with moved as (
                update chat.room set state = $3, member_id = $4, turn = turn + 1, last_seq = last_seq + 1,
                    active_at = clock_timestamp(), desk_mailed_at = null,
                    waiting_since = case $5 when 'REOPEN' then now() else waiting_since end
                where code = $1 and turn = $2 and ($5 <> 'IDLE' or last_seq = $10)
                    and ($5 <> 'MISS' or (select h.heard_at from chat.heard_member h where h.room_id = room.id)
                        < now() - make_interval(secs => $11))
                returning *),
            noted as (
                insert into chat.turn (room_id, turn, move, member_id, actor_id, note)
                select id, turn, $5, member_id, $8, $9 from moved),
            seated as (
                insert into chat.seat (room_id, account_id, side, seen_at)
                select id, member_id, 'STAFF', now() from moved where member_id is not null
                on conflict (room_id, account_id) do update set seen_at = now())
            insert into chat.message (room_id, seq, side, kind, text, event, about)
            select id, last_seq, 'SHOP', 'EVENT', $6, $5, $7 from moved returning seq, at
            """;

    /**
     * Moves a room, if it stands as it was seen, and is still silent or its member still not heard of, if that is why it
     * is moved; a message of whoever had it is before this one or refused.
     *
     * @param absent after so long without a heartbeat a member is missed
     * @return what is said of it in the room; empty where somebody else was first
     */
    Optional<Message> swap(Queries queries, Standing seen, Change change, Duration absent) {
        RoomMove move = change.move();
        List<Message> said = queries.list(
                SWAP,
                row -> new Message(
                        row.getLong("seq"),
                        MessageKind.EVENT,
                        Side.SHOP,
                        null,
                        null,
                        move.words(change.about()),
                        move,
                        change.about(),
                        null,
                        row.getOffsetDateTime("at").toInstant(),
                        null,
                        null),
                seen.code(),
                seen.turn(),
                move.to(),
                change.memberId(),
                move,
                move.words(change.about()),
                change.about(),
                change.actor(),
                change.note(),
                seen.lastSeq(),
                absent.toSeconds());
        return said.stream().findFirst();
    }
}
