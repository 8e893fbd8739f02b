package rolt.finance;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import rolt.platform.Transaction;

/**
 * The door to the money ledger for transactions of other domains: double-entry bookkeeping, append-only. A transfer
 * leaves one account and enters another, so the sum of all is zero at every moment, and each can be made once only.
 */
public final class MoneyLedger {
    /** Where money can be. */
    public enum Account {
        /** What VNPAY has taken for the shop and not paid back. */
        CLEARING,
        /** What the shop owes its customers. */
        CUSTOMER,
        /** What was sold, VAT included. */
        SALES,
        /** The shop's own bank account. */
        BANK
    }

    /** Why money moves, and from where to where. */
    public enum Kind {
        /** VNPAY took a customer's money. */
        CAPTURE(Account.CLEARING, Account.CUSTOMER),
        /** The order is paid with it. */
        SALE(Account.CUSTOMER, Account.SALES),
        /** The sale is taken back, wholly or in part: the customer is owed a refund. */
        REVERSAL(Account.SALES, Account.CUSTOMER),
        /** A refund that the shop did not owe is not made after all. */
        WITHDRAWAL(Account.CUSTOMER, Account.SALES),
        /** VNPAY paid a refund out. */
        PAYOUT(Account.CUSTOMER, Account.CLEARING),
        /** The shop paid a refund out of its own bank account. */
        BANK_PAYOUT(Account.CUSTOMER, Account.BANK);

        private final Account debit;
        private final Account credit;

        Kind(Account debit, Account credit) {
            this.debit = debit;
            this.credit = credit;
        }
    }

    /**
     * Money that moves.
     *
     * @param amount in đồng, positive
     * @param attempt the payment it came by
     * @param refund what it goes back by; null for {@code CAPTURE} and {@code SALE}
     * @param actor whose decision it is; null for the shop itself
     * @param note a person's words, for example the reference of a bank transfer; may be null
     */
    public record Transfer(Kind kind, long amount, UUID order, UUID attempt, UUID refund, UUID actor, String note) {
        /** A transfer that concerns no refund and that nobody decided. */
        public static Transfer of(Kind kind, long amount, UUID order, UUID attempt) {
            return new Transfer(kind, amount, order, attempt, null, null, null);
        }
    }

    private static final String POST = """
            insert into finance.transfer (kind, debit, credit, amount, order_id, attempt_id, refund_id, actor_id, note)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::uuid[], $6::uuid[], $7::uuid[],
                $8::uuid[], $9::text[])
            """;

    private MoneyLedger() {}

    /**
     * Writes transfers with one statement. A transfer that is there already breaks a constraint, and with it the
     * transaction.
     */
    public static void post(Transaction transaction, Transfer... transfers) {
        transaction.send(
                POST,
                column(transfers, transfer -> transfer.kind().name(), String[]::new),
                column(transfers, transfer -> transfer.kind().debit.name(), String[]::new),
                column(transfers, transfer -> transfer.kind().credit.name(), String[]::new),
                column(transfers, Transfer::amount, Long[]::new),
                column(transfers, Transfer::order, UUID[]::new),
                column(transfers, Transfer::attempt, UUID[]::new),
                column(transfers, Transfer::refund, UUID[]::new),
                column(transfers, Transfer::actor, UUID[]::new),
                column(transfers, Transfer::note, String[]::new));
    }

    private static <T> Object column(Transfer[] transfers, Function<Transfer, T> field, IntFunction<T[]> array) {
        return Arrays.stream(transfers).map(field).toArray(array);
    }
}
