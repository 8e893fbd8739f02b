package rolt.finance;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import rolt.finance.SettlementListRepository.StoredFile;
import rolt.finance.SettlementMessages.CheckedFile;
import rolt.finance.SettlementMessages.GetSettlement;
import rolt.finance.SettlementMessages.ListSettlements;
import rolt.finance.SettlementMessages.Settlement;
import rolt.finance.SettlementMessages.SettlementException;
import rolt.finance.SettlementMessages.Settlements;
import rolt.finance.SettlementMessages.TickException;
import rolt.finance.SettlementRepository.NewFile;
import rolt.payment.DecisionMessages.DecidedAttempt;
import rolt.payment.DecisionMessages.FinishRefundFromFile;
import rolt.payment.DecisionMessages.SettleFromFile;
import rolt.payment.PaymentMessages.Refund;
import rolt.platform.Caller;
import rolt.platform.Dates;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Sha256;
import rolt.platform.Transaction;

/**
 * Checks VNPAY's settlement files. What the file knows and the shop does not is settled first, each payment and refund
 * by payment in a transaction of its own, so that a check which breaks off is simply done again; then the file is kept
 * with what differs.
 */
final class CheckSettlement {
    private final Platform platform;
    private final SettlementRepository repository;
    private final SettlementListRepository list;

    CheckSettlement(Platform platform) {
        this.platform = platform;
        this.repository = new SettlementRepository(platform.database());
        this.list = new SettlementListRepository(platform.database());
    }

    /** @throws Problem 400 for a day that is not over or begun, 422 naming what of the file cannot be read */
    Settlement checkSettlement(Caller caller, SettlementMessages.CheckSettlement input) {
        if (input.day().isAfter(LocalDate.now(Dates.VIETNAM))) {
            throw Problem.invalid("day", "future");
        }
        List<SettlementRow> rows = SettlementFile.read(input.csv());
        settle(caller, match(rows));
        SettlementMatch match = match(rows);
        byte[] hash = Sha256.of(input.csv().getBytes(StandardCharsets.UTF_8));
        NewFile file =
                new NewFile(input.day(), hash, rows.size(), sum(rows, false), sum(rows, true), caller.accountId());
        platform.database().transaction(tx -> keep(tx, file, rows, match));
        return getSettlement(new GetSettlement(input.day()));
    }

    private SettlementMatch match(List<SettlementRow> rows) {
        String[] references =
                rows.stream().map(SettlementRow::txnRef).distinct().toArray(String[]::new);
        return new SettlementMatch(rows, repository.payments(references), repository.refunds(references));
    }

    private void settle(Caller caller, SettlementMatch match) {
        match.toSettle()
                .forEach(row -> platform.bus()
                        .call(
                                caller,
                                "payment.settleFromFile",
                                new SettleFromFile(row.txnRef(), row.amount(), row.transactionNo()),
                                DecidedAttempt.class));
        match.toFinish()
                .forEach((refund, number) -> platform.bus()
                        .call(
                                caller,
                                "payment.finishRefundFromFile",
                                new FinishRefundFromFile(refund, number),
                                Refund.class));
    }

    /** Whether it was another file than the day has already. */
    private boolean keep(Transaction tx, NewFile file, List<SettlementRow> rows, SettlementMatch match) {
        repository.lockDay(tx, file.day());
        boolean isNew = !repository.isCurrent(tx, file.day(), file.hash());
        if (isNew) {
            UUID settlement = repository.add(tx, file);
            repository.addRows(tx, settlement, rows);
            repository.addDifferences(tx, settlement, match.differences(), new SettlementHours(file.day()));
        }
        return isNew;
    }

    private static long sum(List<SettlementRow> rows, boolean refunds) {
        return rows.stream()
                .filter(row -> row.done() && row.refund() == refunds)
                .mapToLong(SettlementRow::dong)
                .sum();
    }

    Settlements listSettlements(ListSettlements input) {
        return new Settlements(list.days(LocalDate.now(Dates.VIETNAM)));
    }

    /** @throws Problem 404 for a day without a file */
    Settlement getSettlement(GetSettlement input) {
        List<StoredFile> files = list.files(input.day());
        if (files.isEmpty()) {
            throw Problem.notFound("settlement");
        }
        List<CheckedFile> earlier = files.stream().skip(1).map(StoredFile::file).toList();
        StoredFile current = files.getFirst();
        return new Settlement(input.day(), current.file(), list.exceptions(current.id()), earlier);
    }

    /** Ticked once, it stays as it was ticked. */
    SettlementException tickException(Caller caller, TickException input) {
        return platform.database()
                .transaction(tx -> list.tick(tx, input.exceptionId(), caller.accountId(), input.note()))
                .orElseThrow(() -> Problem.notFound("settlement-exception"));
    }
}
