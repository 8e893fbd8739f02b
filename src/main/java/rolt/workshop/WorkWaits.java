package rolt.workshop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import rolt.ordering.OrderingMessages.State;
import rolt.platform.Caller;
import rolt.platform.Dates;
import rolt.platform.Language;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;
import rolt.workshop.WorkMessages.AddNote;
import rolt.workshop.WorkMessages.HoldReason;
import rolt.workshop.WorkMessages.HoldWork;
import rolt.workshop.WorkMessages.MovePromise;
import rolt.workshop.WorkMessages.ReopenWork;
import rolt.workshop.WorkMessages.WorkCode;
import rolt.workshop.WorkMessages.WorkFile;
import rolt.workshop.WorkMessages.WorkMove;
import rolt.workshop.WorkRepository.Work;

/** When work is done: what lets it wait, what ends the wait, what is done once more, and for which day it is promised. */
final class WorkWaits {
    private static final String ARRIVED_VI = "Món bạn gửi đã đến xưởng, nên ngày hẹn được tính từ hôm nay.";
    private static final String ARRIVED_EN = "What you sent has arrived, so the day is reckoned from today.";

    private final ChangeWork work;
    private final WorkRepository repository;
    private final Bench bench;
    private final WorkshopMails mails;

    WorkWaits(Platform platform, ChangeWork work, Bench bench) {
        this.work = work;
        this.repository = new WorkRepository(platform.database());
        this.bench = bench;
        this.mails = new WorkshopMails(platform);
    }

    WorkFile holdWork(Caller caller, HoldWork input) {
        return work.change(caller, input.code(), (tx, held) -> {
            if (ChangeWork.begins(held, WorkMove.HOLD, caller)) {
                repository.hold(tx, held.id(), input.reason(), input.words());
                UUID hold = repository.note(tx, held.id(), WorkMove.HOLD.name(), input.words(), caller.accountId());
                if (input.reason() == HoldReason.CUSTOMER_PART) {
                    mails.partAskedFor(tx, hold, held, input.words());
                }
            }
        });
    }

    /** Where the customer's part was awaited it has arrived by this. */
    WorkFile resumeWork(Caller caller, WorkCode input) {
        return work.change(caller, input.code(), (tx, held) -> {
            boolean arrival = held.holdReason() == HoldReason.CUSTOMER_PART;
            if (ChangeWork.begins(held, WorkMove.RESUME, caller)) {
                repository.move(tx, held.id(), WorkMove.RESUME, null);
                repository.note(tx, held.id(), arrival ? "ARRIVAL" : WorkMove.RESUME.name(), null, caller.accountId());
                if (arrival) {
                    promiseFromToday(tx, held, caller);
                }
            }
        });
    }

    /** What lay waiting for the customer cannot be done by the day that was promised before, but never sooner either. */
    private void promiseFromToday(Transaction tx, Work arrived, Caller caller) {
        LocalDate day = bench.doneOn(today(), repository.minutesUntil(tx, arrived.id()));
        if (day.isAfter(arrived.promisedOn())) {
            boolean english = arrived.customer().language() == Language.EN;
            promise(tx, arrived, caller, new MovePromise(arrived.code(), day, english ? ARRIVED_EN : ARRIVED_VI));
        }
    }

    /** @throws Problem 409 once the order is shipped, 404 for a step that is not there */
    WorkFile reopenWork(Caller caller, ReopenWork input) {
        return work.change(caller, input.code(), (tx, finished) -> {
            if (!ChangeWork.begins(finished, WorkMove.REOPEN, caller)) {
                return;
            }
            if (finished.orderState() != State.IN_ASSEMBLY) {
                throw Problem.conflict("work.order-over");
            }
            if (repository.reopenSteps(tx, finished.id(), input.steps())
                    < input.steps().size()) {
                throw Problem.notFound("work");
            }
            repository.move(tx, finished.id(), WorkMove.REOPEN, null);
            repository.note(tx, finished.id(), WorkMove.REOPEN.name(), input.words(), caller.accountId());
            repository.addNote(
                    tx,
                    finished.id(),
                    new AddNote(input.code(), input.words(), input.visible(), null),
                    caller.accountId());
        });
    }

    /** @throws Problem 400 for a day that is over, further than a year away, or on which the bench is closed */
    WorkFile movePromise(Caller caller, MovePromise input) {
        refuseImpossible(input.promisedOn());
        return work.change(caller, input.code(), (tx, moved) -> {
            if (!moved.state().isOpen()) {
                throw Problem.conflict("work.wrong-step");
            }
            if (!moved.promisedOn().equals(input.promisedOn())) {
                promise(tx, moved, caller, input);
            }
        });
    }

    private void refuseImpossible(LocalDate day) {
        LocalDate today = today();
        if (day.isBefore(today)) {
            throw Problem.invalid("promisedOn", "past");
        }
        if (day.isAfter(today.plusYears(1))) {
            throw Problem.invalid("promisedOn", "far");
        }
        if (!bench.isOpen(day)) {
            throw Problem.invalid("promisedOn", "bench-closed");
        }
    }

    private void promise(Transaction tx, Work moved, Caller caller, MovePromise to) {
        repository.promise(tx, moved.id(), to.promisedOn());
        UUID told = repository.note(tx, moved.id(), "PROMISE", to.reason(), caller.accountId());
        mails.promiseMoved(tx, told, moved, to);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), Dates.VIETNAM);
    }
}
