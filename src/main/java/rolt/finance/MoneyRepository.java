package rolt.finance;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import rolt.finance.FinanceMessages.Charge;
import rolt.finance.FinanceMessages.MoneyDecision;
import rolt.finance.FinanceMessages.MoneyOwner;
import rolt.finance.FinanceMessages.MoneyTransfer;
import rolt.finance.FinanceMessages.Notice;
import rolt.finance.FinanceMessages.OtherAttempt;
import rolt.finance.FinanceMessages.PaymentFile;
import rolt.finance.FinanceMessages.RefundFile;
import rolt.finance.FinanceMessages.RefundStep;
import rolt.finance.FinanceMessages.VnpayAnswer;
import rolt.finance.MoneyLedger.Account;
import rolt.finance.MoneyLedger.Kind;
import rolt.finance.ReviewQueue.Place;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.PaymentMessages.AttemptReason;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.payment.PaymentMessages.RefundState;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Language;

/** Orders' money as payment and ordering publish it, beside the ledger. */
final class MoneyRepository {
    private final Database database;

    MoneyRepository(Database database) {
        this.database = database;
    }

    private static final String OWNER = ", o.code, o.state as order_state, o.total, o.customer, o.email, o.phone";

    private static final String PAYMENTS =
            "select a.*" + OWNER + " from payment.attempt_file a join ordering.money o on o.id = a.order_id where ";

    private static final String DOUBTFUL_PAYMENTS = PAYMENTS + """
            a.state in ('REVIEW', 'HELD', 'UNKNOWN')
              and ($1::timestamptz is null or (a.since, a.txn_ref collate "C") > ($1, $2))
            order by a.since, a.txn_ref collate "C" limit $3
            """;
    private static final String PAYMENT = PAYMENTS + "a.txn_ref = $1";
    private static final String PAYMENTS_OF = PAYMENTS + "a.order_id = $1 order by a.created_at";

    /** @param after null for the first of them */
    List<PaymentFile> doubtfulPayments(Place after, int limit) {
        return page(DOUBTFUL_PAYMENTS, MoneyRepository::payment, after, limit);
    }

    private <T> List<T> page(String sql, Function<Row, T> mapper, Place after, int limit) {
        return database.list(
                sql, mapper, after == null ? null : after.since(), after == null ? null : after.ref(), limit);
    }

    Optional<PaymentFile> payment(String txnRef) {
        return database.find(PAYMENT, MoneyRepository::payment, txnRef);
    }

    List<PaymentFile> paymentsOf(UUID order) {
        return database.list(PAYMENTS_OF, MoneyRepository::payment, order);
    }

    private static final String REFUNDS =
            "select r.*" + OWNER + " from payment.refund_file r join ordering.money o on o.id = r.order_id where ";

    private static final String STUCK_REFUNDS = REFUNDS + """
            r.state in ('REFUSED', 'UNKNOWN', 'ACCEPTED')
              and (r.state <> 'ACCEPTED' or r.since < now() - interval '7 days')
              and ($1::timestamptz is null or (r.since, r.id::text collate "C") > ($1, $2))
            order by r.since, r.id::text collate "C" limit $3
            """;
    private static final String REFUND = REFUNDS + "r.id = $1";
    private static final String REFUNDS_OF = REFUNDS + "r.order_id = $1 order by r.requested_at";

    /** Those that VNPAY refused, that nobody knows about, or that VNPAY has had for more than a week. */
    List<RefundFile> stuckRefunds(Place after, int limit) {
        return page(STUCK_REFUNDS, MoneyRepository::refund, after, limit);
    }

    Optional<RefundFile> refund(UUID id) {
        return database.find(REFUND, MoneyRepository::refund, id);
    }

    List<RefundFile> refundsOf(UUID order) {
        return database.list(REFUNDS_OF, MoneyRepository::refund, order);
    }

    private static final String ORDER = """
            select id, code, state as order_state, total, customer, email, phone, goods_total, shipping_fee, vat,
                placed_at, lines
            from ordering.money where code = $1
            """;

    /** An order and what its customer is charged for. */
    Optional<Charged> order(String code, Language language) {
        return database.find(ORDER, row -> charged(row, language), code);
    }

    record Charged(
            UUID id,
            MoneyOwner owner,
            Instant placedAt,
            List<Charge> charges,
            long goodsTotal,
            long shippingFee,
            long vat) {}

    private record Line(String sku, String nameVi, String nameEn, int quantity, long unitPrice, long total) {
        Charge in(Language language) {
            return new Charge(sku, language == Language.EN ? nameEn : nameVi, quantity, unitPrice, total);
        }
    }

    private static final String TRANSFERS = """
            select t.*, a.txn_ref, p.name as actor from finance.transfer t
            join payment.attempt_file a on a.id = t.attempt_id
            left join account.contact p on p.account_id = t.actor_id
            where t.order_id = $1 order by t.id
            """;

    /** The ledger of an order, in its order. */
    List<MoneyTransfer> transfers(UUID order) {
        return database.list(
                TRANSFERS,
                row -> new MoneyTransfer(
                        Kind.valueOf(row.getString("kind")),
                        Account.valueOf(row.getString("debit")),
                        Account.valueOf(row.getString("credit")),
                        row.getLong("amount"),
                        row.getString("txn_ref"),
                        row.getUUID("refund_id"),
                        row.getString("actor"),
                        row.getString("note"),
                        instant(row, "at")),
                order);
    }

    private static MoneyOwner owner(Row row) {
        return new MoneyOwner(
                row.getString("code"),
                State.valueOf(row.getString("order_state")),
                row.getLong("total"),
                row.getString("customer"),
                row.getString("email"),
                row.getString("phone"));
    }

    private static Charged charged(Row row, Language language) {
        return new Charged(
                row.getUUID("id"),
                owner(row),
                instant(row, "placed_at"),
                Json.list(row.getJsonArray("lines"), Line.class).stream()
                        .map(line -> line.in(language))
                        .toList(),
                row.getLong("goods_total"),
                row.getLong("shipping_fee"),
                row.getLong("vat"));
    }

    private static PaymentFile payment(Row row) {
        String reason = row.getString("reason");
        return new PaymentFile(
                row.getString("txn_ref"),
                owner(row),
                row.getLong("amount"),
                row.getLong("captured"),
                row.getLong("refunded"),
                row.getBoolean("pays"),
                AttemptState.valueOf(row.getString("state")),
                reason == null ? null : AttemptReason.valueOf(reason),
                instant(row, "created_at"),
                instant(row, "since"),
                row.getString("transaction_no"),
                row.getString("bank_code"),
                instant(row, "next_query_at"),
                Json.list(row.getJsonArray("notices"), Notice.class),
                Json.list(row.getJsonArray("calls"), VnpayAnswer.class),
                Json.list(row.getJsonArray("decisions"), MoneyDecision.class),
                Json.list(row.getJsonArray("others"), OtherAttempt.class));
    }

    private static RefundFile refund(Row row) {
        return new RefundFile(
                row.getUUID("id"),
                row.getString("txn_ref"),
                owner(row),
                row.getLong("amount"),
                RefundReason.valueOf(row.getString("reason")),
                RefundState.valueOf(row.getString("state")),
                row.getString("note"),
                row.getString("requested_by"),
                instant(row, "requested_at"),
                instant(row, "since"),
                row.getString("transaction_no"),
                row.getString("response_code"),
                instant(row, "due"),
                Json.list(row.getJsonArray("steps"), RefundStep.class),
                Json.list(row.getJsonArray("calls"), VnpayAnswer.class));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }
}
