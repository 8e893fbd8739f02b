package rolt.workshop;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import rolt.ordering.OrderLifecycle;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;
import rolt.workshop.WorkMessages.WorkCode;
import rolt.workshop.WorkMessages.WorkFile;
import rolt.workshop.WorkMessages.WorkMove;
import rolt.workshop.WorkRepository.Work;

/** Changes a work order under the lock of its order, and tells whoever looks at it. */
final class ChangeWork {
    private final Platform platform;
    private final WorkRepository repository;
    private final WorkService files;
    private final WorkshopMails mails;

    ChangeWork(Platform platform, WorkService files) {
        this.platform = platform;
        this.repository = new WorkRepository(platform.database());
        this.files = files;
        this.mails = new WorkshopMails(platform);
    }

    WorkFile change(Caller caller, String code, BiConsumer<Transaction, Work> change) {
        Work changed = platform.database().transaction(tx -> {
            Work work = repository.lock(tx, code).orElseThrow(() -> Problem.notFound("work"));
            change.accept(tx, work);
            return work;
        });
        OrderLifecycle.announce(platform.bus(), changed.customer().orderCode(), changed.orderState());
        mails.hurry();
        return files.getWork(caller, new WorkCode(code));
    }

    /** Answers the entry in the history; empty for what is moved already, which stays as it is. */
    Optional<UUID> move(Transaction tx, Work work, WorkMove move, Caller caller) {
        if (!begins(work, move, caller)) {
            return Optional.empty();
        }
        UUID technician = switch (move) {
            case TAKE -> caller.accountId();
            case FINISH -> work.technicianId();
            default -> null;
        };
        repository.move(tx, work.id(), move, technician);
        return Optional.of(repository.note(tx, work.id(), move.name(), null, caller.accountId()));
    }

    /** Whether there is anything to do: what is moved already stays as it is. */
    static boolean begins(Work work, WorkMove move, Caller caller) {
        if (work.state() == move.to()) {
            return false;
        }
        if (!move.possibleFrom(work.state())) {
            throw Problem.conflict("work.wrong-step");
        }
        refuseOthers(work, caller);
        return true;
    }

    /** Only who has taken work goes on with it. */
    static void refuseOthers(Work work, Caller caller) {
        if (!WorkService.mayChange(work.state(), caller.accountId().equals(work.technicianId()), caller)) {
            throw Problem.conflict("work.others");
        }
    }
}
