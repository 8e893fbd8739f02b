package rolt.chat;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.builder.BuilderMessages.Selection;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.RoomState;
import rolt.chat.ProposalMessages.Proposal;
import rolt.chat.ProposalMessages.ProposalSeq;
import rolt.chat.ProposalMessages.ProposalState;
import rolt.chat.ProposalMessages.ProposedVerdict;
import rolt.platform.Database;
import rolt.platform.Json;

/** Proposals, which are messages, and what becomes of them. */
final class ProposalRepository {
    private final Database database;

    ProposalRepository(Database database) {
        this.database = database;
    }

    /** A proposal as it is kept; @param version of the build that it was made from; @param from as it was then */
    record Proposed(
            UUID buildId,
            int version,
            Selection selection,
            Selection from,
            long total,
            long before,
            boolean fits,
            List<ProposedVerdict> verdicts) {
        Proposal in(ProposalState state) {
            return new Proposal(selection, from, total, before, fits, verdicts, state);
        }
    }

    /** Of a message; null of any other kind. */
    static Proposed proposed(Row row) {
        Object json = row.getJsonObject("proposal");
        return json == null ? null : Json.record(json, Proposed.class);
    }

    /** Null of a message that neither proposes nor decides. */
    static ProposalState state(Row row) {
        String state = row.getString("proposal_state");
        return state == null ? null : "ACCEPTING".equals(state) ? ProposalState.OPEN : ProposalState.valueOf(state);
    }

    /**
     * A proposal as it is decided about.
     *
     * @param own whether by the room's customer
     * @param proposed null for a message that proposes nothing
     * @param taken whether it is being accepted
     */
    record Held(boolean own, RoomState room, Proposed proposed, ProposalState state, boolean taken) {}

    private static final String FIND = """
            select r.customer_id = $1 as own, r.state as room_state, m.proposal, m.proposal_state
            from chat.held_seat s join chat.room r on r.id = s.room_id
            left join chat.message m on m.room_id = r.id and m.seq = $3 and m.kind = 'PROPOSAL'
            where s.account_id = $1 and r.code = $2
            """;

    /** Empty for who has no seat in the room. */
    Optional<Held> find(UUID reader, ProposalSeq of) {
        return database.find(
                FIND,
                row -> new Held(
                        row.getBoolean("own"),
                        RoomState.valueOf(row.getString("room_state")),
                        proposed(row),
                        state(row),
                        "ACCEPTING".equals(row.getString("proposal_state"))),
                reader,
                of.code(),
                of.seq());
    }

    private static final String TAKE = """
            update chat.message m set proposal_state = 'ACCEPTING' from chat.room r
            where r.id = m.room_id and r.code = $1 and m.seq = $2 and m.kind = 'PROPOSAL'
                and (m.proposal_state = 'OPEN' and r.state <> 'CLOSED' or m.proposal_state = 'ACCEPTING')
            """;

    /** From now on it cannot be declined. False where it is decided, or the room was closed before it was taken. */
    boolean take(ProposalSeq of) {
        return database.run(TAKE, of.code(), of.seq()) == 1;
    }

    private static final String GIVE_BACK = """
            update chat.message m set proposal_state = 'OPEN' from chat.room r
            where r.id = m.room_id and r.code = $1 and m.seq = $2 and m.proposal_state = 'ACCEPTING'
            """;

    /** It was taken, and could not be done. */
    void giveBack(ProposalSeq of) {
        database.run(GIVE_BACK, of.code(), of.seq());
    }

    private static final String DECIDE = """
            with spoken_in as (
                select id from chat.room where code = $1 and (state <> 'CLOSED' or $3 = 'ACCEPTED') for update),
            decided as (
                update chat.message m set proposal_state = $3 from spoken_in r
                where m.room_id = r.id and m.seq = $2 and m.kind = 'PROPOSAL'
                    and (m.proposal_state = 'OPEN' or m.proposal_state = 'ACCEPTING' and $3 = 'ACCEPTED')
                returning m.room_id),
            spoken as (
                update chat.room r set last_seq = last_seq + 1, active_at = clock_timestamp() from decided
                where r.id = decided.room_id returning r.id, r.last_seq)
            insert into chat.message (room_id, seq, side, kind, text, proposal_state, decided_seq)
            select id, last_seq, 'SHOP', 'EVENT', $4, $3, $2 from spoken returning *, null as name
            """;

    /**
     * Decides a proposal once: a declined one while its room is not closed, an accepted one after it was taken, in whatever
     * room, for then the build is another one already.
     *
     * @return what is said of it in the room; empty where it is decided, or the room closed
     */
    Optional<Message> decide(ProposalSeq of, ProposalState decision) {
        return database.find(DECIDE, MessageRepository::message, of.code(), of.seq(), decision, decision.words());
    }
}
