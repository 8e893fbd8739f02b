package rolt.finance;

import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.finance.SettlementMessages.CheckedFile;
import rolt.finance.SettlementMessages.ExceptionKind;
import rolt.finance.SettlementMessages.SettlementDay;
import rolt.finance.SettlementMessages.SettlementException;
import rolt.platform.Database;
import rolt.platform.Transaction;

/** Checked settlement files in Postgres, as Finance reads and ticks them off. */
final class SettlementListRepository {
    private final Database database;

    SettlementListRepository(Database database) {
        this.database = database;
    }

    private static final String DAYS = """
            select d::date as day, s.rows, s.taken, s.paid_back, s.at, s.due is null as compared, p.name as actor,
                (select count(*) from finance.settlement_exception x where x.settlement_id = s.id)::int as exceptions,
                (select count(*) from finance.settlement_exception x
                    where x.settlement_id = s.id and x.ticked_at is null)::int as open
            from generate_series((select min(day) from finance.settlement), $1::date, interval '1 day') each(d)
            left join finance.current_settlement s on s.day = d::date
            left join account.contact p on p.account_id = s.actor_id
            where s.id is not null or d::date < $1
            order by d desc limit 100
            """;

    /** Each day from the first file's until today, which may still be without one. */
    List<SettlementDay> days(LocalDate today) {
        return database.list(
                DAYS,
                row -> new SettlementDay(
                        row.getLocalDate("day"),
                        row.getInteger("rows") == null ? null : file(row),
                        row.getInteger("exceptions"),
                        row.getInteger("open")),
                today);
    }

    private static final String FILES = """
            select s.id, s.rows, s.taken, s.paid_back, s.at, s.due is null as compared, p.name as actor from finance.settlement s
            left join account.contact p on p.account_id = s.actor_id
            where s.day = $1 order by s.id desc
            """;

    record StoredFile(UUID id, CheckedFile file) {}

    /** The files of a day; the first one counts. */
    List<StoredFile> files(LocalDate day) {
        return database.list(FILES, row -> new StoredFile(row.getUUID("id"), file(row)), day);
    }

    private static final String EXCEPTION = """
            select x.*, p.name as ticker, (
                select o.code from payment.attempt_file a join ordering.money o on o.id = a.order_id
                where a.txn_ref = x.txn_ref) as order_code
            from finance.settlement_exception x left join account.contact p on p.account_id = x.ticked_by where
            """;
    private static final String EXCEPTIONS = EXCEPTION
            + " x.settlement_id = $1 order by x.ticked_at is not null, x.kind = 'SETTLED', x.line nulls first, x.txn_ref";
    private static final String ONE_EXCEPTION = EXCEPTION + " x.id = $1";

    /** Those that are open first. */
    List<SettlementException> exceptions(UUID settlement) {
        return database.list(EXCEPTIONS, SettlementListRepository::exception, settlement);
    }

    private static final String TICK = """
            update finance.settlement_exception set ticked_by = $2, ticked_at = now(), note = $3
            where id = $1 and ticked_at is null
            """;

    /** Ticks an exception off, once; empty where there is none. */
    Optional<SettlementException> tick(Transaction transaction, UUID exception, UUID actor, String note) {
        transaction.send(TICK, exception, actor, note);
        return transaction.find(ONE_EXCEPTION, SettlementListRepository::exception, exception);
    }

    private static CheckedFile file(Row row) {
        return new CheckedFile(
                row.getInteger("rows"),
                row.getLong("taken"),
                row.getLong("paid_back"),
                row.getString("actor"),
                row.getOffsetDateTime("at").toInstant(),
                row.getBoolean("compared"));
    }

    private static SettlementException exception(Row row) {
        OffsetDateTime ticked = row.getOffsetDateTime("ticked_at");
        return new SettlementException(
                row.getUUID("id"),
                ExceptionKind.valueOf(row.getString("kind")),
                row.getInteger("line"),
                row.getString("txn_ref"),
                row.getString("order_code"),
                row.getString("transaction_no"),
                row.getLong("here"),
                row.getLong("there"),
                row.getString("ticker"),
                ticked == null ? null : ticked.toInstant(),
                row.getString("note"));
    }
}
