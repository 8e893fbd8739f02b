package rolt.payment;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.PaymentMessages.AttemptReason;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentMessages.Parameter;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Transaction;
import rolt.vnpay.VnpayNotification;
import rolt.vnpay.VnpayPayUrl;

/** Attempts and notifications in Postgres. */
final class PaymentRepository {
    private final Database database;

    PaymentRepository(Database database) {
        this.database = database;
    }

    private static final String LOCK = """
            with o as materialized (
                select id, state, code, email, language, name from ordering.payable
                where id = (select order_id from payment.attempt where txn_ref = $1) for no key update)
            select a.*, o.state as order_state, o.code, o.email, o.language, o.name
            from o join payment.attempt a on a.order_id = o.id where a.txn_ref = $1
            for no key update of a
            """;

    /**
     * Locks an order, then its attempt, so that whatever else happens to the order happens before or after. One clause
     * for both would lock the attempt first, because Postgres puts the tables of a view last, and meet a transaction that
     * holds the order and wants the attempt.
     */
    Optional<Locked> lock(Transaction transaction, String txnRef) {
        return transaction.find(
                LOCK,
                row -> new Locked(attempt(row), State.valueOf(row.getString("order_state")), customer(row)),
                txnRef);
    }

    record Locked(StoredAttempt attempt, State orderState, OrderCustomer customer) {}

    private static final String RECORD = """
            with changed as (
                update payment.attempt set state = $2, reason = $3, transaction_no = $4, bank_code = $5,
                    response_code = $6, transaction_status = $7, captured = $8, pays = $9, settled_at = now(),
                    queries = 0, next_query_at = case when $2 in ('UNKNOWN', 'HELD') then now() end,
                    follow_up_at = case when $2 = 'CAPTURED' and not $9 then now() end
                where id = $1 and ($2, $3) is distinct from (state, reason))
            insert into payment.notification (attempt_id, query, answer, source) values ($1, $10::text::jsonb, $11, $12)
            """;

    /** Keeps the notification with its answer, and what it changed of the attempt. */
    void record(Transaction transaction, StoredAttempt attempt, Settlement settlement, Received received) {
        VnpayNotification told = received.notification();
        transaction.send(
                RECORD,
                attempt.id(),
                settlement.state(),
                settlement.reason(),
                told.transactionNo(),
                told.bankCode(),
                told.responseCode(),
                told.transactionStatus(),
                settlement.captured(told.amount()),
                settlement.paysOrder(),
                Json.text(received.parameters()),
                settlement.answer(),
                received.source());
    }

    private static final String SETTLE = """
            update payment.attempt set state = $2, reason = $3, transaction_no = $4, bank_code = coalesce($5, bank_code),
                transaction_status = $6, captured = $7, pays = $8, settled_at = now(),
                next_query_at = case when $2 in ('OPEN', 'UNKNOWN', 'HELD') then next_query_at end,
                follow_up_at = case when $2 = 'CAPTURED' and not $8 then now() end
            where id = $1 and ($2, $3) is distinct from (state, reason)
            """;

    /** Changes the attempt as settled; nothing where that is what it is already. */
    void settle(Transaction transaction, StoredAttempt attempt, Settlement settlement, Told told) {
        transaction.send(
                SETTLE,
                attempt.id(),
                settlement.state(),
                settlement.reason(),
                told.transactionNo(),
                told.bankCode(),
                told.transactionStatus(),
                settlement.captured(told.amount()),
                settlement.paysOrder());
    }

    private static final String CLAIM_FOLLOW_UP = """
            update payment.attempt set follow_up_at = now() + interval '1 minute' where id = (
                select id from payment.attempt where follow_up_at <= now()
                order by follow_up_at limit 1 for update skip locked)
            returning txn_ref
            """;

    /** A capture that has not paid its order and is due; should following it up fail, it is due again in a minute. */
    Optional<String> claimFollowUp() {
        return database.find(CLAIM_FOLLOW_UP, row -> row.getString("txn_ref"));
    }

    private static final String FOLLOWED_UP = "update payment.attempt set follow_up_at = null, pays = $2 where id = $1";

    void followedUp(Transaction transaction, StoredAttempt attempt, boolean pays) {
        transaction.send(FOLLOWED_UP, attempt.id(), pays);
    }

    /** A genuine notification as it came. */
    record Received(VnpayNotification notification, List<Parameter> parameters, String source) {}

    private static final String LOCK_PAYABLE = """
            select id, code, state, total, placed_at from ordering.payable
            where code = $1 and account_id = $2 for no key update
            """;

    /** Locks an order of the account in order to open an attempt for it. */
    Optional<Payable> lockPayable(Transaction transaction, String code, UUID account) {
        return transaction.find(
                LOCK_PAYABLE,
                row -> new Payable(
                        row.getUUID("id"),
                        row.getString("code"),
                        State.valueOf(row.getString("state")),
                        row.getLong("total"),
                        row.getOffsetDateTime("placed_at").toInstant()),
                code,
                account);
    }

    record Payable(UUID id, String code, State state, long total, Instant placedAt) {}

    private static final String DOUBTFUL = "select order_id from payment.doubtful where order_id = $1";

    /** Whether money for the locked order may be on its way, so that it must not be paid once more. */
    boolean isDoubtful(Transaction transaction, UUID order) {
        return transaction.find(DOUBTFUL, row -> row.getUUID("order_id"), order).isPresent();
    }

    private static final String INSERT = """
            insert into payment.attempt (order_id, txn_ref, tmn_code, amount, created_at, expires_at, next_query_at)
            values ($1, $2, $3, $4, $5, $6, $6::timestamptz + interval '1 minute')
            on conflict on constraint attempt_ref_once do nothing
            """;

    /** Whether the reference was still free. */
    boolean insert(Transaction transaction, Payable order, VnpayPayUrl.Attempt attempt, String tmnCode) {
        return transaction.run(
                        INSERT,
                        order.id(),
                        attempt.txnRef(),
                        tmnCode,
                        attempt.amount(),
                        attempt.created(),
                        attempt.expires())
                == 1;
    }

    private static final String STATE = "select state, expires_at from payment.attempt where txn_ref = $1";

    /** Whether the attempt can still be paid, and where it stands. */
    Optional<Standing> standing(String txnRef) {
        return database.find(
                STATE,
                row -> new Standing(
                        AttemptState.valueOf(row.getString("state")),
                        row.getOffsetDateTime("expires_at").toInstant()),
                txnRef);
    }

    record Standing(AttemptState state, Instant expiresAt) {
        boolean payable() {
            return state == AttemptState.OPEN && expiresAt.isAfter(Instant.now());
        }
    }

    private static final String ORDER_CODE = """
            select o.code from payment.attempt a join ordering.payable o on o.id = a.order_id where a.txn_ref = $1
            """;

    Optional<String> orderCode(String txnRef) {
        return database.find(ORDER_CODE, row -> row.getString("code"), txnRef);
    }

    private static final String SWEEP = """
            with notifications as (
                delete from payment.notification where id in (
                    select id from payment.notification where received_at < now() - make_interval(days => $1)
                    order by received_at limit $2 for update skip locked) returning id),
            queries as (
                delete from payment.call where id in (
                    select id from payment.call where asked_at < now() - make_interval(days => $1)
                    order by asked_at limit $2 for update skip locked) returning id)
            select id from notifications union all select id from queries
            """;

    /** Forgets messages older than so many days; how many there were, of each kind up to the limit. */
    int sweepLog(int days, int limit) {
        return database.list(SWEEP, row -> row.getUUID("id"), days, limit).size();
    }

    static OrderCustomer customer(Row row) {
        return new OrderCustomer(
                row.getString("code"),
                row.getString("name"),
                row.getString("email"),
                Language.valueOf(row.getString("language")));
    }

    private static StoredAttempt attempt(Row row) {
        String reason = row.getString("reason");
        return new StoredAttempt(
                row.getUUID("id"),
                row.getUUID("order_id"),
                row.getString("txn_ref"),
                row.getLong("amount"),
                AttemptState.valueOf(row.getString("state")),
                reason == null ? null : AttemptReason.valueOf(reason),
                row.getLong("captured"),
                row.getOffsetDateTime("follow_up_at") != null,
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant());
    }
}
