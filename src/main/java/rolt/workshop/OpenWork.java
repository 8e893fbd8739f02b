package rolt.workshop;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import rolt.platform.Dates;
import rolt.platform.Platform;
import rolt.workshop.OpeningRepository.Opening;
import rolt.workshop.OpeningRepository.Unopened;
import rolt.workshop.WorkMessages.BenchPromise;
import rolt.workshop.WorkMessages.PromiseBench;

/**
 * Brings paid services to the bench, each once, with a promise that counts all that is before it. A chore comes round
 * for it, and the hint that an order has changed only makes it sooner; any node may do it at any time.
 */
final class OpenWork {
    private static final int AT_ONCE = 50;

    private final Platform platform;
    private final OpeningRepository repository;
    private final Bench bench;
    private final WorkshopMails mails;
    private final InstantSource clock = InstantSource.system();

    OpenWork(Platform platform, Bench bench) {
        this.platform = platform;
        this.repository = new OpeningRepository(platform.database());
        this.bench = bench;
        this.mails = new WorkshopMails(platform);
    }

    /** Opens a part of what waits; whether there may be more. */
    boolean open() {
        if (repository.unopened(1).isEmpty()) {
            return false;
        }
        return platform.database().transaction(tx -> {
            repository.lockQueue(tx);
            List<Unopened> waiting = repository.unopened(tx, AT_ONCE);
            if (!waiting.isEmpty()) {
                repository.open(tx, promised(waiting, repository.queuedMinutes(tx)));
                List<String> codes = waiting.stream().map(Unopened::code).toList();
                repository.awaiting(tx, codes).forEach(work -> mails.partAwaited(tx, work));
            }
            return waiting.size() == AT_ONCE;
        });
    }

    private List<Opening> promised(List<Unopened> waiting, long queued) {
        List<Opening> openings = new ArrayList<>();
        long until = queued;
        for (Unopened work : waiting) {
            until += work.minutes();
            openings.add(new Opening(work.orderId(), work.buildId(), work.code(), bench.doneOn(today(), until)));
        }
        return openings;
    }

    /** Ends the work on orders that were called off. */
    void cancel() {
        repository.cancelWithOrders();
    }

    BenchPromise promiseBench(PromiseBench input) {
        long until = repository.queuedMinutes() + input.minutes();
        return new BenchPromise(input.minutes(), bench.doneOn(today(), until));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.VIETNAM);
    }
}
