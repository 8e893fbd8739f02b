package rolt.finance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import rolt.platform.Caller;
import rolt.platform.Dates;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Sha256;
import rolt.platform.Transaction;

/** Takes VNPAY's settlement files, and shows what became of them. */
final class CheckSettlement {
    /** As long as somebody waits for a usual day's file; a long one is compared after the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Platform platform;
    private final SettlementRepository repository;
    private final CompareSettlement comparing;
    private final SettlementListRepository list;

    CheckSettlement(Platform platform, SettlementRepository repository, CompareSettlement comparing) {
        this.platform = platform;
        this.repository = repository;
        this.comparing = comparing;
        this.list = new SettlementListRepository(platform.database());
    }

    /** @throws Problem 400 for a day that is not over or begun, 422 naming what of the file cannot be read */
    Settlement checkSettlement(Caller caller, SettlementMessages.CheckSettlement input) {
        if (input.day().isAfter(LocalDate.now(Dates.VIETNAM))) {
            throw Problem.invalid("day", "future");
        }
        List<SettlementRow> rows = SettlementFile.read(input.csv());
        byte[] hash = Sha256.of(input.csv().getBytes(StandardCharsets.UTF_8));
        NewFile file =
                new NewFile(input.day(), hash, rows.size(), sum(rows, false), sum(rows, true), caller.accountId());
        comparing.compare(platform.database().transaction(tx -> keep(tx, file, rows)), PATIENCE);
        return getSettlement(new GetSettlement(input.day()));
    }

    /** The day's file: this one, or the same that is there already. */
    private UUID keep(Transaction tx, NewFile file, List<SettlementRow> rows) {
        repository.lockDay(tx, file.day());
        return repository.current(tx, file.day(), file.hash()).orElseGet(() -> {
            UUID settlement = repository.add(tx, file);
            repository.addRows(tx, settlement, rows);
            return settlement;
        });
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
