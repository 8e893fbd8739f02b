package rolt.chat;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.MessageKind;
import rolt.chat.ChatMessages.RoomMove;
import rolt.chat.ChatMessages.Side;
import rolt.chat.ProposalMessages.Decided;
import rolt.chat.ProposalMessages.Proposal;
import rolt.chat.ProposalRepository.Proposed;
import rolt.platform.Database;
import rolt.platform.Json;

/** Messages in Postgres. Their numbers come from the room's row, which is locked by whoever adds one. */
final class MessageRepository {
    private final Database database;

    MessageRepository(Database database) {
        this.database = database;
    }

    /**
     * What somebody sends.
     *
     * @param text null for a picture or a proposal without words
     * @param picture of a picture, or null
     * @param proposed of a proposal, or null
     */
    record Sending(
            String code,
            UUID sender,
            String clientId,
            MessageKind kind,
            String text,
            Uploaded picture,
            Proposed proposed) {}

    /** A picture; @param id null before it is added; @param digest of the file as it was uploaded */
    record Uploaded(UUID id, Buffer digest) {}

    private static final String ADD = """
            with spoken as (
                update chat.room set last_seq = last_seq + 1, active_at = clock_timestamp()
                where code = $1 and state <> 'CLOSED' and (customer_id = $2 or member_id = $2 and exists (
                    select from account.person p where p.account_id = $2 and p.roles && array['SUPPORT', 'TECHNICIAN']))
                returning id, last_seq, customer_id),
            said as (
                insert into chat.message (
                    room_id, seq, sender_id, side, client_id, kind, text, picture_id, picture_digest, proposal,
                    proposal_state)
                select id, last_seq, $2, case customer_id when $2 then 'CUSTOMER' else 'STAFF' end, $3, $4, $5, $6, $7,
                    $8::text::jsonb, case when $4 = 'PROPOSAL' then 'OPEN' end
                from spoken returning *),
            seen as (
                update chat.seat s set seen_at = now() from spoken
                where s.room_id = spoken.id and s.account_id = $2 returning s.room_id)
            select said.*, c.name from said left join account.contact c on c.account_id = said.sender_id
            """;

    /**
     * Adds a message, if its sender may write at the moment when it gets its number.
     *
     * @return empty where the sender may not; fails on {@code sent_once} where it was sent before
     */
    Optional<Message> add(Sending sending) {
        return database.find(
                ADD,
                MessageRepository::message,
                sending.code(),
                sending.sender(),
                sending.clientId(),
                sending.kind(),
                sending.text(),
                sending.picture() == null ? null : sending.picture().id(),
                digest(sending),
                sending.proposed() == null ? null : Json.text(sending.proposed()));
    }

    private static Buffer digest(Sending sending) {
        return sending.picture() == null ? null : sending.picture().digest();
    }

    /** What was sent before; @param samePicture whether it shows what is sent now, as far as that is known */
    record Sent(Message message, boolean samePicture) {}

    private static final String SENT = """
            select m.*, c.name, coalesce(m.picture_digest = $4, true) as same_picture
            from chat.message m join chat.room r on r.id = m.room_id
            left join account.contact c on c.account_id = m.sender_id
            where r.code = $1 and m.sender_id = $2 and m.client_id = $3
            """;

    /** What was sent before under the client's id. */
    Optional<Sent> sent(Sending sending) {
        return database.find(
                SENT,
                row -> new Sent(message(row), row.getBoolean("same_picture")),
                sending.code(),
                sending.sender(),
                sending.clientId(),
                digest(sending));
    }

    private static final String FIND = """
            select m.*, c.name from chat.held_seat s join chat.room r on r.id = s.room_id
            join chat.message m on m.room_id = r.id and m.seq = $3
            left join account.contact c on c.account_id = m.sender_id
            where s.account_id = $1 and r.code = $2
            """;

    /** Empty for who has no seat in the room. */
    Optional<Message> find(UUID reader, String code, long seq) {
        return database.find(FIND, MessageRepository::message, reader, code, seq);
    }

    /** Messages, and how far their room is; of a room without such messages that alone. */
    record Page(List<Message> messages, long lastSeq) {}

    private static final String LIST = """
            select r.last_seq, m.*, c.name
            from chat.held_seat s join chat.room r on r.id = s.room_id
            left join lateral (
                select * from chat.message m where m.room_id = r.id and m.seq > $3 and m.seq < $4
                order by case when $6 then m.seq else -m.seq end limit $5) m on true
            left join account.contact c on c.account_id = m.sender_id
            where s.account_id = $1 and r.code = $2 order by m.seq
            """;

    /**
     * Messages between two numbers, in order.
     *
     * @param forward whether a limit cuts off the later ones
     * @return empty for who has no seat in the room
     */
    Optional<Page> list(UUID reader, String code, Range range) {
        List<Listed> rows = database.list(
                LIST,
                MessageRepository::listed,
                reader,
                code,
                range.after(),
                range.before(),
                range.limit(),
                range.forward());
        return rows.stream().findFirst().map(first -> {
            List<Message> messages =
                    rows.stream().flatMap(row -> row.message().stream()).toList();
            return new Page(messages, first.lastSeq());
        });
    }

    /** From where to where, both ends left out. */
    record Range(long after, long before, int limit, boolean forward) {}

    private record Listed(long lastSeq, Optional<Message> message) {}

    private static Listed listed(Row row) {
        Optional<Message> message = row.getLong("seq") == null ? Optional.empty() : Optional.of(message(row));
        return new Listed(row.getLong("last_seq"), message);
    }

    static Message message(Row row) {
        String event = row.getString("event");
        return new Message(
                row.getLong("seq"),
                MessageKind.valueOf(row.getString("kind")),
                Side.valueOf(row.getString("side")),
                row.getString("name"),
                row.getString("client_id"),
                row.getString("text"),
                event == null ? null : RoomMove.valueOf(event),
                row.getString("about"),
                row.getUUID("picture_id"),
                row.getOffsetDateTime("at").toInstant(),
                proposal(row),
                decided(row));
    }

    private static Proposal proposal(Row row) {
        Proposed proposed = ProposalRepository.proposed(row);
        return proposed == null ? null : proposed.in(ProposalRepository.state(row));
    }

    private static Decided decided(Row row) {
        Long seq = row.getLong("decided_seq");
        return seq == null ? null : new Decided(seq, ProposalRepository.state(row));
    }
}
