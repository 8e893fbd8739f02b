package rolt.payment;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rolt.platform.Transaction;
import rolt.vnpay.VnpayReply;
import rolt.vnpay.VnpayReply.Refused;
import rolt.vnpay.VnpayTerminal.Payment;

/** Whom VNPAY is asked about, when, and what it answered, in Postgres. */
final class QueryRepository {
    /**
     * What may be asked about.
     *
     * @param transactionNo VNPAY's number of the payment; null before it is captured, since until then only a doubtful
     *     message has told it, and VNPAY may not know it
     * @param queries so many before
     */
    record Due(UUID id, String txnRef, Instant created, String transactionNo, int queries) {
        Payment payment() {
            return new Payment(txnRef, created, transactionNo);
        }
    }

    /** Doubtful ones first, then those whose customer came back from VNPAY, abandoned ones last. */
    private static final String DUE = """
            select id, txn_ref, created_at, case when state = 'CAPTURED' then transaction_no end as known_no, queries
            from payment.attempt
            where next_query_at is not null and created_at > now() - make_interval(secs => $1)
              and ($3 or state <> 'OPEN' or txn_ref = any($2))
              and (next_query_at <= now() or state = 'OPEN' and queries = 0 and txn_ref = any($2))
            order by case when state <> 'OPEN' then 0 when txn_ref = any($2) then 1 else 2 end, queries, next_query_at
            limit 1 for no key update skip locked
            """;

    /**
     * Locks the attempt that VNPAY should be asked about next.
     *
     * @param returned whose customers came back from VNPAY
     * @param abandoned whether one may be chosen that nothing speaks for
     */
    Optional<Due> lockDue(Transaction transaction, Set<String> returned, boolean abandoned) {
        return transaction.find(
                DUE, QueryRepository::due, seconds(QueryPace.GIVEN_UP), returned.toArray(String[]::new), abandoned);
    }

    private static final String ONE = """
            select id, txn_ref, created_at, case when state = 'CAPTURED' then transaction_no end as known_no, queries
            from payment.attempt where txn_ref = $1 for no key update
            """;

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

    private void extendTurn(Transaction transaction, Duration interval) {
        transaction.send(EXTEND_TURN, seconds(interval));
    }

    /**
     * Lets the next turn begin at VNPAY's answer. Where it found the shop too hasty, somebody else asks as well: twice
     * as long.
     *
     * @return whether VNPAY found the shop too hasty
     */
    boolean pause(Transaction transaction, QueryPace pace, VnpayReply reply) {
        boolean tooHasty = reply instanceof Refused refused && refused.code().equals(Refused.TOO_OFTEN);
        extendTurn(transaction, pace.interval().multipliedBy(tooHasty ? 2 : 1));
        return tooHasty;
    }

    private static final String ASKED = """
            update payment.attempt set queries = queries + 1, queried_at = now(), next_query_at =
                case when now() + make_interval(secs => $2) < created_at + make_interval(secs => $3)
                     and next_query_at is not null then now() + make_interval(secs => $2) end
            where id = $1
            """;

    /** Counts a query that is about to be sent. @param delay until the attempt may be asked about once more */
    void asked(Transaction transaction, UUID attempt, Duration delay) {
        transaction.send(ASKED, attempt, seconds(delay), seconds(QueryPace.GIVEN_UP));
    }

    private static final String ASK_AGAIN = """
            update payment.attempt set queries = queries - 1, next_query_at = now()
            where id = $1 and next_query_at is not null
            """;

    /** Forgets that it was asked about: VNPAY did not look. */
    void askAgain(Transaction transaction, UUID attempt) {
        transaction.send(ASK_AGAIN, attempt);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private static Due due(Row row) {
        return new Due(
                row.getUUID("id"),
                row.getString("txn_ref"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("known_no"),
                row.getInteger("queries"));
    }
}
