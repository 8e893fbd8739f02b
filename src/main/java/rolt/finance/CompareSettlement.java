package rolt.finance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.finance.SettlementRepository.Waiting;
import rolt.payment.DecisionMessages.DecidedAttempt;
import rolt.payment.DecisionMessages.FinishRefundFromFile;
import rolt.payment.DecisionMessages.SettleFromFile;
import rolt.payment.PaymentMessages.Refund;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/**
 * Compares kept settlement files with the books, so many rows at a time: what a file knows and the shop does not is
 * settled, each payment and refund in a transaction of its own; at the end what differs is kept. After a day on which
 * VNPAY's notifications failed that takes longer than anybody waits for, so any node goes on where another has stopped;
 * rows that are compared twice change nothing.
 */
final class CompareSettlement {
    private static final Logger LOG = LoggerFactory.getLogger(CompareSettlement.class);
    private static final int ROWS_AT_ONCE = 100;
    private static final int UNAVAILABLE = 503;

    private final Platform platform;
    private final SettlementRepository repository;

    CompareSettlement(Platform platform, SettlementRepository repository) {
        this.platform = platform;
        this.repository = repository;
    }

    /** Goes on with the file that has waited longest; whether there was one. */
    boolean compareNext() {
        return compare(Optional.empty());
    }

    /** Goes on with this file until it is compared, or for that long. */
    void compare(UUID settlement, Duration patience) {
        Instant end = Instant.now().plus(patience);
        boolean more = true;
        while (more && Instant.now().isBefore(end)) {
            more = compare(Optional.of(settlement));
        }
    }

    private boolean compare(Optional<UUID> settlement) {
        Optional<Waiting> waiting = repository.claim(settlement.orElse(null));
        waiting.ifPresent(this::compare);
        return waiting.isPresent();
    }

    private void compare(Waiting file) {
        List<SettlementRow> rows = repository.rows(file.id(), file.comparedTo(), ROWS_AT_ONCE);
        if (rows.isEmpty()) {
            finish(file);
        } else {
            settle(Caller.onBehalfOf(file.actor(), "settlement " + file.day()), match(rows));
            repository.compared(file.id(), rows.getLast().line());
        }
    }

    private SettlementMatch match(List<SettlementRow> rows) {
        String[] references =
                rows.stream().map(SettlementRow::txnRef).distinct().toArray(String[]::new);
        return new SettlementMatch(rows, repository.payments(references), repository.refunds(references));
    }

    private void settle(Caller caller, SettlementMatch match) {
        match.toSettle()
                .forEach(row -> tell(
                        caller,
                        "payment.settleFromFile",
                        new SettleFromFile(row.txnRef(), row.amount(), row.transactionNo()),
                        DecidedAttempt.class));
        match.toFinish()
                .forEach((refund, number) -> tell(
                        caller,
                        "payment.finishRefundFromFile",
                        new FinishRefundFromFile(refund, number),
                        Refund.class));
    }

    /**
     * What cannot be settled is listed at the end as missing here, and shall not keep the other rows waiting. Where
     * nobody answers, as on a node that stops, it is tried again later.
     */
    private void tell(Caller caller, String operation, Record input, Class<?> answer) {
        try {
            platform.bus().call(caller, operation, input, answer);
        } catch (Problem problem) {
            if (problem.status() >= UNAVAILABLE) {
                throw problem;
            }
            LOG.error("{} refuses {}: {}", operation, input, problem.code());
        }
    }

    private void finish(Waiting file) {
        List<SettlementRow> rows = repository.rows(file.id(), 0, Integer.MAX_VALUE);
        SettlementMatch match = match(rows);
        platform.database().transaction(tx -> {
            boolean first = repository.finish(tx, file.id());
            if (first) {
                repository.addDifferences(tx, file.id(), match.differences(), new SettlementHours(file.day()));
            }
            return first;
        });
    }
}
