package rolt.finance;

import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import rolt.finance.SettlementMatch.Difference;
import rolt.finance.SettlementMatch.HerePayment;
import rolt.finance.SettlementMatch.HereRefund;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentMessages.RefundState;
import rolt.platform.Database;
import rolt.platform.Transaction;

/** VNPAY's settlement files in Postgres, and what they are compared with. */
final class SettlementRepository {
    private final Database database;

    SettlementRepository(Database database) {
        this.database = database;
    }

    private static final String PAYMENTS =
            "select txn_ref, state, captured, from_file from payment.attempt_file where txn_ref = any($1)";

    List<HerePayment> payments(String... references) {
        return database.list(
                PAYMENTS,
                row -> new HerePayment(
                        row.getString("txn_ref"),
                        AttemptState.valueOf(row.getString("state")),
                        row.getLong("captured"),
                        row.getBoolean("from_file")),
                (Object) references);
    }

    private static final String REFUNDS = """
            select id, txn_ref, state, amount, transaction_no, from_file, exists (
                select from finance.transfer t where t.refund_id = r.id and t.kind = 'BANK_PAYOUT') as by_bank
            from payment.refund_file r where txn_ref = any($1) order by requested_at
            """;

    List<HereRefund> refunds(String... references) {
        return database.list(
                REFUNDS,
                row -> new HereRefund(
                        row.getUUID("id"),
                        row.getString("txn_ref"),
                        RefundState.valueOf(row.getString("state")),
                        row.getLong("amount"),
                        row.getString("transaction_no"),
                        row.getBoolean("from_file"),
                        row.getBoolean("by_bank")),
                (Object) references);
    }

    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtextextended('finance.settlement/' || $1::date, 0))";

    /** Lets one file of a day be written at a time. */
    void lockDay(Transaction transaction, LocalDate day) {
        transaction.send(ONE_AT_A_TIME, day);
    }

    private static final String CURRENT = "select id from finance.current_settlement where day = $1 and hash = $2";

    /** The day's file, if it is this one already. */
    Optional<UUID> current(Transaction transaction, LocalDate day, byte[] hash) {
        return transaction.find(CURRENT, row -> row.getUUID("id"), day, Buffer.buffer(hash));
    }

    private static final String ADD = """
            with replaced as (
                update finance.settlement set due = null where day = $1 and due is not null)
            insert into finance.settlement (day, hash, rows, taken, paid_back, actor_id, due)
            values ($1, $2, $3, $4, $5, $6, now()) returning id
            """;

    /** @param taken the sum of its payments, in đồng */
    record NewFile(LocalDate day, byte[] hash, int rows, long taken, long paidBack, UUID actor) {}

    UUID add(Transaction transaction, NewFile file) {
        return transaction
                .find(
                        ADD,
                        row -> row.getUUID("id"),
                        file.day(),
                        Buffer.buffer(file.hash()),
                        file.rows(),
                        file.taken(),
                        file.paidBack(),
                        file.actor())
                .orElseThrow();
    }

    private static final String ADD_ROWS = """
            insert into finance.settlement_row (settlement_id, line, refund, txn_ref, transaction_no, amount, status)
            select $1, * from unnest($2::int[], $3::boolean[], $4::text[], $5::text[], $6::bigint[], $7::text[])
            """;

    void addRows(Transaction transaction, UUID settlement, List<SettlementRow> rows) {
        transaction.send(
                ADD_ROWS,
                settlement,
                column(rows, SettlementRow::line, Integer[]::new),
                column(rows, SettlementRow::refund, Boolean[]::new),
                column(rows, SettlementRow::txnRef, String[]::new),
                column(rows, SettlementRow::transactionNo, String[]::new),
                column(rows, SettlementRow::amount, Long[]::new),
                column(rows, SettlementRow::status, String[]::new));
    }

    private static final String CLAIM = """
            update finance.settlement set due = now() + interval '30 seconds' where id = (
                select id from finance.settlement
                where due is not null and ($1::uuid is null and due <= now() or id = $1)
                order by due limit 1 for no key update skip locked)
            returning id, day, compared_to, actor_id
            """;

    /** @param comparedTo the last line that is done with */
    record Waiting(UUID id, LocalDate day, int comparedTo, UUID actor) {}

    /** This file, or the one that has waited longest, if it is not compared; nobody else takes it for a while. */
    Optional<Waiting> claim(UUID settlement) {
        return database.find(
                CLAIM,
                row -> new Waiting(
                        row.getUUID("id"),
                        row.getLocalDate("day"),
                        row.getInteger("compared_to"),
                        row.getUUID("actor_id")),
                settlement);
    }

    private static final String ROWS = """
            select line, refund, txn_ref, transaction_no, amount, status from finance.settlement_row
            where settlement_id = $1 and line > $2 order by line limit $3
            """;

    List<SettlementRow> rows(UUID settlement, int afterLine, int limit) {
        return database.list(
                ROWS,
                row -> new SettlementRow(
                        row.getInteger("line"),
                        row.getBoolean("refund"),
                        row.getString("txn_ref"),
                        row.getString("transaction_no"),
                        row.getLong("amount"),
                        row.getString("status")),
                settlement,
                afterLine,
                limit);
    }

    private static final String COMPARED = """
            update finance.settlement set compared_to = greatest(compared_to, $2), due = now()
            where id = $1 and due is not null
            """;

    /** Its rows are settled up to that line. */
    void compared(UUID settlement, int line) {
        database.run(COMPARED, settlement, line);
    }

    private static final String FINISH = "update finance.settlement set due = null where id = $1 and due is not null";

    /** Whether nobody has finished or replaced it before. */
    boolean finish(Transaction transaction, UUID settlement) {
        return transaction.run(FINISH, settlement) == 1;
    }

    /** A tick for the same difference, given to an earlier file of the day, holds for this one. */
    private static final String ADD_DIFFERENCES = """
            with found as (
                select * from unnest($2::text[], $3::int[], $4::text[], $5::text[], $6::bigint[], $7::bigint[])
                    as d(kind, line, txn_ref, transaction_no, here, there)),
            missing as (
                select 'MISSING_THERE', null::int, a.txn_ref, a.transaction_no, a.captured, null::bigint
                from payment.attempt_file a
                where a.state = 'CAPTURED' and a.settled_at >= $8 and a.settled_at < $9 and not exists (
                    select from finance.settlement_row w join finance.current_settlement c on c.id = w.settlement_id
                    where w.txn_ref = a.txn_ref and not w.refund and w.status = '00')
                union all
                select 'REFUND_MISSING_THERE', null, r.txn_ref, r.transaction_no, r.amount, null
                from payment.refund_file r
                join finance.transfer t on t.refund_id = r.id and t.kind = 'PAYOUT'
                where r.paid_out_at >= $8 and r.paid_out_at < $9 and not exists (
                    select from finance.settlement_row w join finance.current_settlement c on c.id = w.settlement_id
                    where w.transaction_no = r.transaction_no and w.refund and w.status = '00'))
            insert into finance.settlement_exception
                (settlement_id, kind, line, txn_ref, transaction_no, here, there, ticked_by, ticked_at, note)
            select $1, d.*, e.ticked_by, e.ticked_at, e.note
            from (select * from found union all select * from missing) d
            left join lateral (
                select x.ticked_by, x.ticked_at, x.note
                from finance.settlement_exception x join finance.settlement s on s.id = x.settlement_id
                where s.day = $10 and x.ticked_at is not null
                  and (x.kind, x.txn_ref, x.transaction_no, x.here, x.there)
                      is not distinct from (d.kind, d.txn_ref, d.transaction_no, d.here, d.there)
                order by x.id desc limit 1) e on true
            """;

    /** Keeps what differs, and looks for what the shop has from the day's 24 hours and no file knows. */
    void addDifferences(Transaction transaction, UUID settlement, List<Difference> differences, SettlementHours hours) {
        transaction.send(
                ADD_DIFFERENCES,
                settlement,
                column(differences, difference -> difference.kind().name(), String[]::new),
                column(differences, Difference::line, Integer[]::new),
                column(differences, Difference::txnRef, String[]::new),
                column(differences, Difference::transactionNo, String[]::new),
                column(differences, Difference::here, Long[]::new),
                column(differences, Difference::there, Long[]::new),
                hours.from(),
                hours.to(),
                hours.day());
    }

    private static <R, T> Object column(List<R> rows, Function<R, T> field, IntFunction<T[]> array) {
        return rows.stream().map(field).toArray(array);
    }
}
