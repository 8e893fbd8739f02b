package rolt.finance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What finance is asked and answers about VNPAY's settlement files. Amounts are đồng, days those of Vietnam. */
public final class SettlementMessages {
    private SettlementMessages() {}

    /** How VNPAY's file and the shop's books differ. */
    public enum ExceptionKind {
        /** Captured there and not here: settled from the file. */
        SETTLED,
        /** Captured there and not here, and it could not be settled. */
        MISSING_HERE,
        /** Captured here and not there. */
        MISSING_THERE,
        /** Captured with different amounts. */
        AMOUNT,
        /** The shop knows no such reference. */
        UNKNOWN_REFERENCE,
        /** The file says the same twice, or two payments by one reference or with one number of VNPAY. */
        DUPLICATE,
        /** Paid out there: a refund that waited here is finished from the file. */
        REFUND_FINISHED,
        /** Refunded there and not here. */
        REFUND_MISSING_HERE,
        /** Paid out here and not there. */
        REFUND_MISSING_THERE
    }

    /**
     * {@code finance.checkSettlement}: compares VNPAY's file of a day with the books, a long one after the answer. The same
     * file again changes nothing.
     *
     * @param csv with a heading line; columns separated by commas, semicolons or tabs
     */
    public record CheckSettlement(LocalDate day, String csv) {}

    /** {@code finance.listSettlements} */
    public record ListSettlements() {}

    /** Each day from the first with a file until today, newest first. */
    public record Settlements(List<SettlementDay> items) {}

    /**
     * @param file null for a day whose file is missing
     * @param exceptions how many there are
     * @param open how many of them are not ticked off
     */
    public record SettlementDay(LocalDate day, CheckedFile file, int exceptions, int open) {}

    /**
     * @param taken the sum of its payments
     * @param paidBack the sum of its refunds
     * @param compared false as long as its rows are being compared; then what differs is still to come
     */
    public record CheckedFile(int rows, long taken, long paidBack, String actor, Instant at, boolean compared) {}

    /** {@code finance.getSettlement} */
    public record GetSettlement(LocalDate day) {}

    /** @param earlier files of the day that were replaced, newest first */
    public record Settlement(
            LocalDate day, CheckedFile file, List<SettlementException> exceptions, List<CheckedFile> earlier) {}

    /**
     * @param line of the file; null for what is not in it
     * @param orderCode null for an unknown reference
     * @param here the amount in the books; null where there is none
     * @param there the amount in the file; null where there is none
     */
    public record SettlementException(
            UUID id,
            ExceptionKind kind,
            Integer line,
            String txnRef,
            String orderCode,
            String transactionNo,
            Long here,
            Long there,
            String tickedBy,
            Instant tickedAt,
            String note) {}

    /** {@code finance.tickException}: Finance has seen to it. */
    public record TickException(UUID exceptionId, String note) {}
}
