package rolt.finance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rolt.finance.SettlementMessages.ExceptionKind;
import rolt.payment.PaymentMessages.AttemptState;
import rolt.payment.PaymentMessages.RefundState;

/** A settlement file laid beside what the shop knows of its references: pure, so it may be done again and again. */
final class SettlementMatch {
    private static final Set<RefundState> FINISHABLE = Set.of(RefundState.ACCEPTED, RefundState.UNKNOWN);

    private final List<SettlementRow> rows;
    private final Map<String, HerePayment> payments;
    private final Map<String, List<HereRefund>> refunds;

    /**
     * A payment in the books.
     *
     * @param captured in đồng, null where it is not
     * @param fromFile whether it was settled from a file
     */
    record HerePayment(String txnRef, AttemptState state, Long captured, boolean fromFile) {}

    /**
     * A refund in the books; the amount in đồng.
     *
     * @param byBank whether the shop paid it out of its own bank account instead of VNPAY
     */
    record HereRefund(
            UUID id,
            String txnRef,
            RefundState state,
            long amount,
            String transactionNo,
            boolean fromFile,
            boolean byBank) {}

    /** What differs; amounts in đồng, null where there is none. */
    record Difference(ExceptionKind kind, Integer line, String txnRef, String transactionNo, Long here, Long there) {}

    SettlementMatch(List<SettlementRow> rows, List<HerePayment> payments, List<HereRefund> refunds) {
        this.rows = rows;
        this.payments = payments.stream().collect(Collectors.toMap(HerePayment::txnRef, here -> here));
        this.refunds = refunds.stream().collect(Collectors.groupingBy(HereRefund::txnRef));
    }

    /** Payments that the file says were taken, and that the shop does not know as captured. */
    List<SettlementRow> toSettle() {
        return rows.stream()
                .filter(row -> !row.refund() && row.done() && payments.containsKey(row.txnRef()))
                .filter(row -> payments.get(row.txnRef()).state() != AttemptState.CAPTURED)
                .toList();
    }

    /** Refunds that wait here and are done there, with VNPAY's numbers. */
    Map<UUID, String> toFinish() {
        Map<UUID, String> finish = new HashMap<>();
        Set<String> seen = new HashSet<>();
        rows.stream()
                .filter(row -> row.refund() && row.done() && seen.add(row.transactionNo()))
                .forEach(row -> refundOf(row, finish.keySet())
                        .filter(refund -> FINISHABLE.contains(refund.state()) && refund.amount() * 100 == row.amount())
                        .ifPresent(refund -> finish.put(refund.id(), row.transactionNo())));
        return finish;
    }

    /** What differs, in the order of the file. */
    List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<UUID> matched = new HashSet<>();
        for (SettlementRow row : rows.stream().filter(SettlementRow::done).toList()) {
            boolean first = row.refund() || seen.add(row.txnRef());
            if (!seen.add("number " + row.transactionNo()) || !first) {
                found.add(difference(ExceptionKind.DUPLICATE, row, null));
            } else if (!payments.containsKey(row.txnRef())) {
                found.add(difference(ExceptionKind.UNKNOWN_REFERENCE, row, null));
            } else {
                (row.refund() ? ofRefund(row, matched) : ofPayment(row)).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Difference> ofPayment(SettlementRow row) {
        HerePayment here = payments.get(row.txnRef());
        if (here.state() != AttemptState.CAPTURED) {
            return Optional.of(difference(ExceptionKind.MISSING_HERE, row, null));
        }
        if (here.captured() * 100 != row.amount()) {
            return Optional.of(difference(ExceptionKind.AMOUNT, row, here.captured()));
        }
        return here.fromFile()
                ? Optional.of(difference(ExceptionKind.SETTLED, row, here.captured()))
                : Optional.empty();
    }

    private Optional<Difference> ofRefund(SettlementRow row, Set<UUID> matched) {
        Optional<HereRefund> here = refundOf(row, matched);
        here.ifPresent(refund -> matched.add(refund.id()));
        if (here.isEmpty()) {
            return Optional.of(difference(ExceptionKind.REFUND_MISSING_HERE, row, null));
        }
        HereRefund refund = here.get();
        if (refund.amount() * 100 != row.amount()) {
            return Optional.of(difference(ExceptionKind.AMOUNT, row, refund.amount()));
        }
        if (refund.state() != RefundState.PAID_OUT || refund.byBank()) {
            return Optional.of(difference(ExceptionKind.REFUND_MISSING_HERE, row, null));
        }
        return refund.fromFile()
                ? Optional.of(difference(ExceptionKind.REFUND_FINISHED, row, refund.amount()))
                : Optional.empty();
    }

    /** By VNPAY's number; a refund whose number the shop never learnt, by its amount. */
    private Optional<HereRefund> refundOf(SettlementRow row, Set<UUID> taken) {
        List<HereRefund> ofPayment = refunds.getOrDefault(row.txnRef(), List.of());
        return ofPayment.stream()
                .filter(refund -> row.transactionNo().equals(refund.transactionNo()))
                .findFirst()
                .or(() -> ofPayment.stream()
                        .filter(refund -> refund.transactionNo() == null && FINISHABLE.contains(refund.state()))
                        .filter(refund -> refund.amount() * 100 == row.amount() && !taken.contains(refund.id()))
                        .findFirst());
    }

    private static Difference difference(ExceptionKind kind, SettlementRow row, Long here) {
        return new Difference(kind, row.line(), row.txnRef(), row.transactionNo(), here, row.dong());
    }
}
