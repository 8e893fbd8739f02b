package rolt.payment;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rolt.payment.PaymentMessages.QueryResult;
import rolt.platform.Transaction;
import rolt.vnpay.VnpayReply.Genuine;

/** Whom VNPAY is asked about, when, and what it answered, in Postgres. */
final class QueryRepository {
    private static final int LONGEST_ANSWER = 10_000;

    /** What may be asked about; {@code queries} counts those before. */
    record Due(UUID id, String txnRef, Instant created, int queries) {}

    /** Doubtful ones first, then those whose customer came back from VNPAY, abandoned ones last. */
    private static final String DUE = """
            select id, txn_ref, created_at, queries from payment.attempt
            where next_query_at is not null and created_at > now() - make_interval(secs => $1)
              and (next_query_at <= now() or state = 'OPEN' and queries = 0 and txn_ref = any($2))
            order by case when state <> 'OPEN' then 0 when txn_ref = any($2) then 1 else 2 end, queries, next_query_at
            limit 1 for update skip locked
            """;

    /** Locks the attempt that VNPAY should be asked about next. */
    Optional<Due> lockDue(Transaction transaction, Set<String> returned) {
        return transaction.find(
                DUE, QueryRepository::due, (double) QueryPace.GIVEN_UP.toSeconds(), returned.toArray(String[]::new));
    }

    private static final String ONE =
            "select id, txn_ref, created_at, queries from payment.attempt where txn_ref = $1 for update";

    /** Locks an attempt whatever its state. */
    Optional<Due> lock(Transaction transaction, String txnRef) {
        return transaction.find(ONE, QueryRepository::due, txnRef);
    }

    private static final String TAKE_TURN = """
            update payment.query_turn set next_at = now() + make_interval(secs => $1) where next_at <= now()
            """;

    /** Whether the shop may ask now; then nobody else in the cluster may for the interval. */
    boolean takeTurn(Transaction transaction, Duration interval) {
        return transaction.run(TAKE_TURN, seconds(interval)) == 1;
    }

    private static final String EXTEND_TURN = """
            update payment.query_turn set next_at = greatest(next_at, now() + make_interval(secs => $1))
            """;

    /** Lets the shop wait so long from now on. */
    void extendTurn(Transaction transaction, Duration interval) {
        transaction.send(EXTEND_TURN, seconds(interval));
    }

    private static final String ASK = """
            with asked as (
                update payment.attempt set queries = queries + 1, queried_at = now(), next_query_at =
                    case when now() + make_interval(secs => $4) < created_at + make_interval(secs => $5)
                         and next_query_at is not null then now() + make_interval(secs => $4) end
                where id = $1)
            insert into payment.query (attempt_id, request, source) values ($1, $2, $3) returning id
            """;

    /** Keeps the request before it is sent, and when to ask again; answers the entry's id. */
    UUID ask(Transaction transaction, Due due, Question question) {
        return transaction
                .find(
                        ASK,
                        row -> row.getUUID("id"),
                        due.id(),
                        new JsonObject(Map.copyOf(question.message())),
                        question.source(),
                        seconds(question.delay()),
                        seconds(QueryPace.GIVEN_UP))
                .orElseThrow();
    }

    /**
     * @param source the address that is asked
     * @param delay until the attempt may be asked about once more
     */
    record Question(Map<String, String> message, String source, Duration delay) {}

    private static final String ANSWERED =
            "update payment.query set answered_at = now(), result = $2, answer = $3 where id = $1";

    /** Keeps the answer as it came; a null character, which Postgres does not take, is dropped. */
    void answered(Transaction transaction, UUID query, QueryResult result, String answer) {
        String text = answer == null ? "" : answer.replace("\0", "");
        transaction.send(ANSWERED, query, result, text.substring(0, Math.min(text.length(), LONGEST_ANSWER)));
    }

    private static final String ASK_AGAIN = """
            update payment.attempt set queries = queries - 1, next_query_at = now()
            where id = $1 and next_query_at is not null
            """;

    /** Forgets that it was asked about: VNPAY did not look. */
    void askAgain(Transaction transaction, UUID attempt) {
        transaction.send(ASK_AGAIN, attempt);
    }

    private static final String SETTLE = """
            update payment.attempt set state = $2, reason = $3, transaction_no = $4, bank_code = $5,
                transaction_status = $6, settled_at = now(),
                next_query_at = case when $2 in ('OPEN', 'UNKNOWN', 'HELD') then next_query_at end
            where id = $1 and ($2, $3) is distinct from (state, reason)
            """;

    /** Changes the attempt as settled; nothing where that is what it is already. */
    void settle(Transaction transaction, StoredAttempt attempt, Settlement settlement, Genuine told) {
        transaction.send(
                SETTLE,
                attempt.id(),
                settlement.state(),
                settlement.reason(),
                told.transactionNo(),
                told.bankCode(),
                told.transactionStatus());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private static Due due(Row row) {
        return new Due(
                row.getUUID("id"),
                row.getString("txn_ref"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getInteger("queries"));
    }
}
