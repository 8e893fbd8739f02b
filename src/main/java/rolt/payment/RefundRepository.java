package rolt.payment;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.payment.PaymentMessages.RefundState;
import rolt.platform.Transaction;
import rolt.vnpay.VnpayTerminal.Payment;

/** Refunds in Postgres. */
final class RefundRepository {
    /** The constraint that a refund above what was captured breaks. */
    static final String WITHIN_CAPTURE = "refund_within_capture";

    /** The order first, as everywhere. */
    private static final String LOCK_CAPTURE = """
            with o as materialized (
                select id, code, name, email, language, state from ordering.payable where %s = $1 for no key update)
            select a.id, a.order_id, a.captured - a.refunded as refundable, a.pays, o.code, o.name, o.email, o.language,
                o.state as order_state
            from o join payment.attempt a on a.order_id = o.id and a.pays
            for no key update of a
            """;

    private static final String LOCK_PAYING = LOCK_CAPTURE.formatted("id");
    private static final String LOCK_PAYING_OF = LOCK_CAPTURE.formatted("code");

    /** Locks an order with the capture that paid it. */
    Optional<Capture> lockPaying(Transaction transaction, UUID order) {
        return transaction.find(LOCK_PAYING, RefundRepository::capture, order);
    }

    /** Locks the order of that code with the capture that paid it. */
    Optional<Capture> lockPaying(Transaction transaction, String code) {
        return transaction.find(LOCK_PAYING_OF, RefundRepository::capture, code);
    }

    private static final String IS_ORDER = "select code from ordering.payable where code = $1";

    boolean isOrder(Transaction transaction, String code) {
        return transaction.find(IS_ORDER, row -> row.getString("code"), code).isPresent();
    }

    private static final String INSERT = """
            with taken as (
                update payment.attempt set refunded = refunded + $3 where id = $2),
            asked as (
                insert into payment.refund (order_id, attempt_id, amount, reason, note, requested_by)
                values ($1, $2, $3, $4, $5, $6) returning id, state),
            noted as (
                insert into payment.refund_step (refund_id, state, actor_id, note) select id, state, $6, $5 from asked)
            select id from asked
            """;

    /** Writes down a refund; one that is too much breaks {@link #WITHIN_CAPTURE}. */
    UUID insert(Transaction transaction, Capture capture, OpenRefund.Wanted wanted) {
        return transaction
                .find(
                        INSERT,
                        row -> row.getUUID("id"),
                        capture.orderId(),
                        capture.attemptId(),
                        wanted.amount(),
                        wanted.reason(),
                        wanted.note(),
                        wanted.actor())
                .orElseThrow();
    }

    /** A refund is sent as whole where nothing else of the payment has gone to VNPAY, and VNPAY has not refused that. */
    private static final String REFUND = """
            select r.*, a.txn_ref, a.created_at as payment_created_at, a.transaction_no as payment_no,
                o.code, o.name, o.email, o.language, o.state as order_state,
                r.amount = a.captured and r.response_code is distinct from '13' and not exists (
                    select from payment.refund other where other.attempt_id = r.attempt_id and other.id <> r.id
                    and other.state in ('SENT', 'ACCEPTED', 'PAID_OUT', 'UNKNOWN')) as sent_whole,
                (select array_agg(other.transaction_no) from payment.refund other
                 where other.attempt_id = r.attempt_id and other.id <> r.id and other.transaction_no is not null)
                    as other_numbers
            from payment.refund r
            join payment.attempt a on a.id = r.attempt_id join ordering.payable o on o.id = r.order_id
            """;

    private static final String CHOOSE_TO_SEND = """
            select r.attempt_id from payment.refund r join payment.attempt a on a.id = r.attempt_id
            where r.state = 'REQUESTED' and r.due <= now() and ($1::uuid is null or r.id = $1)
              and not exists (select from payment.refund other
                  where other.attempt_id = r.attempt_id and other.state in ('SENT', 'UNKNOWN'))
            order by r.due limit 1 for no key update of a skip locked
            """;

    private static final String LOCK_TO_SEND = REFUND + """
            where r.attempt_id = $2 and r.state = 'REQUESTED' and r.due <= now() and ($1::uuid is null or r.id = $1)
              and not exists (select from payment.refund other
                  where other.attempt_id = r.attempt_id and other.state in ('SENT', 'UNKNOWN'))
            order by r.due limit 1 for no key update of r skip locked
            """;

    /**
     * Locks a refund that waits to be sent; one waits while another of its payment has no clear answer. That is asked
     * again once the payment is locked: what another node has just sent is seen by a statement that begins later, not
     * by the one that chose.
     */
    Optional<StoredRefund> lockToSend(Transaction transaction, UUID refund) {
        return transaction
                .find(CHOOSE_TO_SEND, row -> row.getUUID("attempt_id"), refund)
                .flatMap(attempt -> transaction.find(
                        LOCK_TO_SEND, row -> refund(row, row.getBoolean("sent_whole")), refund, attempt));
    }

    private static final String LOCK_TO_TRACK = REFUND + """
            where r.state in ('ACCEPTED', 'UNKNOWN')
              and case when $1::uuid is null then r.due <= now() else r.id = $1 end
            order by r.state = 'UNKNOWN' desc, r.due limit 1 for no key update of r skip locked
            """;

    /** Locks the refund that VNPAY should be asked about next. */
    Optional<StoredRefund> lockToTrack(Transaction transaction, UUID refund) {
        return transaction.find(LOCK_TO_TRACK, RefundRepository::refund, refund);
    }

    private static final String LOCK = REFUND + " where r.id = $1 for no key update of r";

    Optional<StoredRefund> lock(Transaction transaction, UUID refund) {
        return transaction.find(LOCK, RefundRepository::refund, refund);
    }

    private static final String SENT = """
            with sent as (
                update payment.refund set state = 'SENT', sent_at = now(), whole = $2, due = null, queries = 0
                where id = $1 returning id, state)
            insert into payment.refund_step (refund_id, state) select id, state from sent
            """;

    /** Marks a refund before it is sent: should the node be lost now, nobody sends it again. */
    void sent(Transaction transaction, StoredRefund refund) {
        transaction.send(SENT, refund.id(), refund.whole());
    }

    private static final String ASKED = """
            update payment.refund set queries = queries + 1, due = now() + make_interval(secs => $2) where id = $1
            """;

    /** Counts a query that is about to be sent. @param delay until VNPAY may be asked again; null for never */
    void asked(Transaction transaction, UUID refund, Duration delay) {
        transaction.send(ASKED, refund, delay == null ? null : delay.toMillis() / 1_000.0);
    }

    private static final String MOVE = """
            with moved as (
                update payment.refund set state = $2, transaction_no = coalesce($3, transaction_no),
                    response_code = coalesce($4, response_code), queries = 0,
                    due = case when $2 in ('ACCEPTED', 'UNKNOWN') then now() + make_interval(secs => $5) end,
                    paid_out_at = case when $2 = 'PAID_OUT' then now() end
                where id = $1 and state <> $2 returning id, state)
            insert into payment.refund_step (refund_id, state, note) select id, state, $4 from moved
            """;

    /**
     * Moves a refund as VNPAY's answer says; nothing where it is there already.
     *
     * @param delay until VNPAY is asked about it
     */
    void move(Transaction transaction, UUID refund, RefundProgress progress, Duration delay) {
        transaction.send(
                MOVE,
                refund,
                progress.state(),
                progress.transactionNo(),
                progress.responseCode(),
                delay.toMillis() / 1_000.0);
    }

    private static final String LOSE = """
            with lost as (
                update payment.refund set state = 'UNKNOWN', due = now()
                where state = 'SENT' and sent_at < now() - make_interval(secs => $1) returning id, state)
            insert into payment.refund_step (refund_id, state) select id, state from lost
            """;

    /** What was sent so long ago and never answered: its node is gone, and VNPAY has to be asked. */
    void lose(Transaction transaction, Duration age) {
        transaction.send(LOSE, (double) age.toSeconds());
    }

    private static Capture capture(Row row) {
        return new Capture(
                row.getUUID("id"),
                row.getUUID("order_id"),
                row.getLong("refundable"),
                row.getBoolean("pays"),
                PaymentRepository.customer(row),
                State.valueOf(row.getString("order_state")));
    }

    private static StoredRefund refund(Row row) {
        return refund(row, row.getBoolean("whole"));
    }

    private static StoredRefund refund(Row row, boolean whole) {
        return new StoredRefund(
                row.getUUID("id"),
                row.getUUID("order_id"),
                row.getUUID("attempt_id"),
                row.getLong("amount"),
                RefundReason.valueOf(row.getString("reason")),
                RefundState.valueOf(row.getString("state")),
                row.getUUID("requested_by"),
                whole,
                row.getString("transaction_no"),
                texts(row.getArrayOfStrings("other_numbers")),
                row.getInteger("queries"),
                new Payment(
                        row.getString("txn_ref"),
                        row.getOffsetDateTime("payment_created_at").toInstant(),
                        row.getString("payment_no")),
                PaymentRepository.customer(row),
                State.valueOf(row.getString("order_state")));
    }

    private static Set<String> texts(String... texts) {
        return texts == null ? Set.of() : Set.of(texts);
    }
}
