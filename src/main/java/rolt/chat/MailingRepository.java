package rolt.chat;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import rolt.chat.ChatMessages.MessageKind;
import rolt.chat.ChatMessages.RoomMove;
import rolt.chat.ChatMessages.RoomState;
import rolt.mail.ChatMailMessages.ChatLine;
import rolt.platform.Database;
import rolt.platform.Language;
import rolt.platform.Transaction;

/** What the mails about rooms say, and to whom. */
final class MailingRepository {
    private final Database database;

    MailingRepository(Database database) {
        this.database = database;
    }

    /** Whom a mail goes to. */
    record Addressee(String email, String name, Language language) {}

    private static Addressee addressee(Row row) {
        return new Addressee(
                row.getString("email"), row.getString("name"), Language.valueOf(row.getString("language")));
    }

    /**
     * A room whose customer has left before an answer.
     *
     * @param heard the latest message that the customer has read or was mailed
     */
    record Away(UUID id, String code, String subject, long heard, Addressee customer) {}

    private static final String AWAY = """
            select r.id, r.code, r.subject, s.heard, c.email, c.name, c.language
            from chat.room r
            cross join lateral (
                select greatest(read_seq, r.mailed_seq) as heard from chat.seat
                where room_id = r.id and account_id = r.customer_id and seen_at < now() - make_interval(secs => $1)
                limit 1) s
            join account.contact c on c.account_id = r.customer_id
            where r.active_at > now() - interval '7 days' and r.active_at < now() - make_interval(secs => $1)
                and c.verified and (r.mailed_at is null or r.mailed_at < now() - make_interval(secs => $2))
                and (select true from chat.message m
                    where m.room_id = r.id and m.side = 'STAFF' and m.seq > s.heard limit 1)
            order by r.active_at limit $3 for update of r skip locked
            """;

    /**
     * Rooms in which staff has said something that the customer knows nothing of, kept from every other node. Each limit of
     * one has the rows looked up room by room: joined, all seats and messages there are would be read.
     *
     * @param silence so long nothing was said, and the customer not heard of
     * @param pause so long nothing was mailed
     */
    List<Away> away(Transaction tx, Duration silence, Duration pause, int limit) {
        return tx.list(
                AWAY,
                row -> new Away(
                        row.getUUID("id"),
                        row.getString("code"),
                        row.getString("subject"),
                        row.getLong("heard"),
                        addressee(row)),
                silence.toSeconds(),
                pause.toSeconds(),
                limit);
    }

    private static final String UNHEARD = """
            select m.room_id, m.seq, m.kind, m.text, m.event, m.about, m.at, m.decided_seq, m.proposal_state, c.name
            from unnest($1::uuid[], $2::bigint[]) away (room_id, heard)
            cross join lateral (
                select * from chat.message said
                where said.room_id = away.room_id and said.seq > away.heard and said.side = 'STAFF'
                order by said.seq limit $3) m
            left join account.contact c on c.account_id = m.sender_id
            order by m.room_id, m.seq
            """;

    /** What a room's customer is mailed; @param upTo the number of the last of it */
    record Unheard(UUID room, List<ChatLine> said, long upTo) {}

    /**
     * What staff has said that their customers know nothing of, in order.
     *
     * @param limit of each room's
     */
    List<Unheard> unheard(Transaction tx, List<Away> rooms, int limit) {
        Map<UUID, List<Said>> said = tx
                .list(
                        UNHEARD,
                        row -> new Said(row.getUUID("room_id"), row.getLong("seq"), line(row)),
                        rooms.stream().map(Away::id).toArray(UUID[]::new),
                        rooms.stream().map(Away::heard).toArray(Long[]::new),
                        limit)
                .stream()
                .collect(Collectors.groupingBy(Said::room));
        return said.entrySet().stream()
                .map(room -> unheard(room.getKey(), room.getValue()))
                .toList();
    }

    private static Unheard unheard(UUID room, List<Said> said) {
        return new Unheard(
                room, said.stream().map(Said::line).toList(), said.getLast().seq());
    }

    private record Said(UUID room, long seq, ChatLine line) {}

    private static final String MAILED = """
            update chat.room r set mailed_seq = told.seq, mailed_at = now()
            from unnest($1::uuid[], $2::bigint[]) told (room_id, seq) where r.id = told.room_id
            """;

    void mailed(Transaction tx, List<Unheard> rooms) {
        tx.send(
                MAILED,
                rooms.stream().map(Unheard::room).toArray(UUID[]::new),
                rooms.stream().map(Unheard::upTo).toArray(Long[]::new));
    }

    /** A room as its transcript is asked for; @param own whether by its customer; @param verified the address */
    record Conversation(
            UUID id,
            String code,
            String subject,
            RoomState state,
            long lastSeq,
            boolean own,
            boolean verified,
            Addressee customer) {}

    private static final String CONVERSATION = """
            select r.id, r.code, r.subject, r.state, r.last_seq, r.customer_id = $1 as own, c.verified,
                c.email, c.name, c.language
            from chat.held_seat s join chat.room r on r.id = s.room_id
            join account.contact c on c.account_id = r.customer_id
            where s.account_id = $1 and r.code = $2
            """;

    /** Empty for who has no seat in the room. */
    Optional<Conversation> conversation(UUID reader, String code) {
        return database.find(
                CONVERSATION,
                row -> new Conversation(
                        row.getUUID("id"),
                        row.getString("code"),
                        row.getString("subject"),
                        RoomState.valueOf(row.getString("state")),
                        row.getLong("last_seq"),
                        row.getBoolean("own"),
                        row.getBoolean("verified"),
                        addressee(row)),
                reader,
                code);
    }

    private static final String LATEST = """
            select m.kind, m.text, m.event, m.about, m.at, m.decided_seq, m.proposal_state, c.name
            from chat.message m left join account.contact c on c.account_id = m.sender_id
            where m.room_id = $1 and m.seq <= $2 order by m.seq desc limit $3
            """;

    /** The latest messages, in order. */
    List<ChatLine> latest(Conversation room, int limit) {
        return database.list(LATEST, MailingRepository::line, room.id(), room.lastSeq(), limit)
                .reversed();
    }

    private static ChatLine line(Row row) {
        String event = row.getString("event");
        return new ChatLine(
                row.getOffsetDateTime("at").toInstant(),
                MessageKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("text"),
                event == null ? null : RoomMove.valueOf(event),
                row.getString("about"),
                row.getLong("decided_seq") == null ? null : ProposalRepository.state(row));
    }
}
