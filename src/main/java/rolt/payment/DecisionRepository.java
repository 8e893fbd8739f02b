package rolt.payment;

import java.time.Instant;
import java.util.UUID;
import rolt.payment.PaymentMessages.RefundState;
import rolt.platform.Database;
import rolt.platform.Transaction;

/** What Finance decides, in Postgres. */
final class DecisionRepository {
    private final Database database;

    DecisionRepository(Database database) {
        this.database = database;
    }

    /** What is kept of a decision about an attempt. */
    enum Kind {
        CONFIRMED,
        DISMISSED,
        FILE
    }

    /** @param amount in đồng; null where no money came */
    record Decision(Kind kind, Long amount, String transactionNo, String note, UUID actor) {}

    private static final String ADD = """
            insert into payment.decision (attempt_id, kind, amount, transaction_no, note, actor_id)
            values ($1, $2, $3, $4, $5, $6)
            """;

    void add(Transaction transaction, UUID attempt, Decision decision) {
        transaction.send(
                ADD,
                attempt,
                decision.kind(),
                decision.amount(),
                decision.transactionNo(),
                decision.note(),
                decision.actor());
    }

    private static final String LOCK_NUMBER = "select pg_advisory_xact_lock(hashtextextended('vnpay/' || $1, 0))";

    private static final String NUMBER_TAKEN = """
            select id from payment.attempt where transaction_no = $2 and state = 'CAPTURED'
            union all
            select id from payment.refund where transaction_no = $2 and id <> $1
            limit 1
            """;

    /**
     * Whether a number of VNPAY belongs to a captured payment or to another refund, of whichever order. Who asks for the
     * same number at the same time waits until this transaction is over.
     *
     * @param own the attempt or refund that it is decided about
     */
    boolean isTaken(Transaction transaction, UUID own, String transactionNo) {
        transaction.send(LOCK_NUMBER, transactionNo);
        return transaction
                .find(NUMBER_TAKEN, row -> row.getUUID("id"), own, transactionNo)
                .isPresent();
    }

    private static final String DISMISS = """
            update payment.attempt set state = 'FAILED', reason = null, settled_at = now(), next_query_at = null
            where id = $1
            """;

    void dismiss(Transaction transaction, UUID attempt) {
        transaction.send(DISMISS, attempt);
    }

    /** Weaker than an update, so that whoever holds the refund can still write into the order's ledger. */
    private static final String LOCK_ORDER = """
            select id from ordering.payable where id = (select order_id from payment.refund where id = $1)
            for no key update
            """;

    /** Locks the order of a refund, before the refund itself. */
    void lockOrder(Transaction transaction, UUID refund) {
        transaction.send(LOCK_ORDER, refund);
    }

    private static final String MOVE = """
            with moved as (
                update payment.refund set state = $2, queries = 0,
                    transaction_no = case when $2 <> 'REQUESTED' then coalesce($3, transaction_no) end,
                    due = case when $2 = 'REQUESTED' then now() end,
                    paid_out_at = case when $2 = 'PAID_OUT' then now() end
                where id = $1 returning id, state, attempt_id, amount),
            returned as (
                update payment.attempt a set refunded = a.refunded - m.amount from moved m
                where a.id = m.attempt_id and m.state = 'WITHDRAWN')
            insert into payment.refund_step (refund_id, state, actor_id, note) select id, state, $4, $5 from moved
            """;

    /**
     * Moves a locked refund as a person decided. One that is sent once more gets a new number of VNPAY.
     *
     * @param transactionNo VNPAY's number of the refund, where it became known
     */
    void move(Transaction transaction, UUID refund, RefundState state, String transactionNo, Words words) {
        transaction.send(MOVE, refund, state, transactionNo, words.actor(), words.note());
    }

    /** Who decided, and why. */
    record Words(UUID actor, String note) {}

    private static final String NEXT_TURN = "select next_at from payment.query_turn";

    /** When the shop may ask VNPAY again. */
    Instant nextTurn() {
        return database.find(NEXT_TURN, row -> row.getOffsetDateTime("next_at").toInstant())
                .orElseThrow();
    }
}
