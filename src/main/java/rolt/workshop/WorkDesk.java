package rolt.workshop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import rolt.ordering.DeskMessages.MoveOrder;
import rolt.ordering.DeskMessages.MovedOrder;
import rolt.ordering.OrderLifecycle;
import rolt.ordering.OrderingMessages.State;
import rolt.platform.Caller;
import rolt.platform.Dates;
import rolt.platform.Idempotency;
import rolt.platform.Idempotency.Guard;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;
import rolt.workshop.WorkMessages.AddNote;
import rolt.workshop.WorkMessages.FinishStep;
import rolt.workshop.WorkMessages.HoldWork;
import rolt.workshop.WorkMessages.MovePromise;
import rolt.workshop.WorkMessages.TickItem;
import rolt.workshop.WorkMessages.WorkCode;
import rolt.workshop.WorkMessages.WorkFile;
import rolt.workshop.WorkMessages.WorkMove;
import rolt.workshop.WorkMessages.WorkState;
import rolt.workshop.WorkRepository.StepState;
import rolt.workshop.WorkRepository.Work;

/** What technicians do with a work order. Done once more, each does nothing more; out of turn it is a 409. */
final class WorkDesk {
    private final Platform platform;
    private final WorkRepository repository;
    private final WorkService files;
    private final Bench bench;
    private final WorkshopMails mails;

    WorkDesk(Platform platform, WorkService files, Bench bench) {
        this.platform = platform;
        this.repository = new WorkRepository(platform.database());
        this.files = files;
        this.bench = bench;
        this.mails = new WorkshopMails(platform);
    }

    /**
     * Takes what nobody has. The first work order that is taken begins the assembly of its order, which tells the
     * customer; what stands against that (all money gone back, say) stands against taking it.
     */
    WorkFile takeWork(Caller caller, WorkCode input) {
        Work seen = repository.find(input.code()).orElseThrow(() -> Problem.notFound("work"));
        if (seen.state() == WorkState.QUEUED && seen.orderState() == State.PAID) {
            beginAssembly(caller, seen.customer().orderCode());
        }
        return change(caller, input.code(), (tx, work) -> {
            boolean mine = caller.accountId().equals(work.technicianId());
            if (work.state() == WorkState.IN_WORK && !mine) {
                throw Problem.conflict("work.taken");
            }
            if (work.state() == WorkState.QUEUED && work.orderState() != State.IN_ASSEMBLY) {
                throw Problem.conflict("work.order-over");
            }
            move(tx, work, WorkMove.TAKE, caller);
        });
    }

    /** Somebody else may have begun with it in this moment: then it is begun, which is all that is wanted. */
    private void beginAssembly(Caller caller, String order) {
        MoveOrder begin = new MoveOrder(order, UUID.randomUUID().toString());
        try {
            platform.bus().call(caller, "ordering.beginAssembly", begin, MovedOrder.class);
        } catch (Problem problem) {
            if (!problem.code().equals("order.wrong-step")) {
                throw problem;
            }
        }
    }

    WorkFile releaseWork(Caller caller, WorkCode input) {
        return change(caller, input.code(), (tx, work) -> move(tx, work, WorkMove.RELEASE, caller));
    }

    WorkFile holdWork(Caller caller, HoldWork input) {
        return change(caller, input.code(), (tx, work) -> {
            if (begins(work, WorkMove.HOLD, caller)) {
                repository.hold(tx, work.id(), input.reason(), input.words());
                repository.note(tx, work.id(), WorkMove.HOLD.name(), input.words(), caller.accountId());
            }
        });
    }

    WorkFile resumeWork(Caller caller, WorkCode input) {
        return change(caller, input.code(), (tx, work) -> move(tx, work, WorkMove.RESUME, caller));
    }

    /** Once nothing is left to do for the whole order, its customer is told. */
    WorkFile finishWork(Caller caller, WorkCode input) {
        return change(caller, input.code(), (tx, work) -> {
            repository
                    .openStep(tx, work.id())
                    .filter(step -> work.state().isOpen())
                    .ifPresent(step -> {
                        throw Problem.conflict("work.step-open", Map.of("step", step));
                    });
            if (move(tx, work, WorkMove.FINISH, caller) && repository.isAllFinished(tx, work.orderId())) {
                mails.workFinished(tx, work.customer());
            }
        });
    }

    private boolean move(Transaction tx, Work work, WorkMove move, Caller caller) {
        if (!begins(work, move, caller)) {
            return false;
        }
        boolean keeps = move == WorkMove.FINISH;
        UUID technician = move == WorkMove.TAKE ? caller.accountId() : keeps ? work.technicianId() : null;
        repository.move(tx, work.id(), move, technician);
        repository.note(tx, work.id(), move.name(), null, caller.accountId());
        return true;
    }

    /** Whether there is anything to do: what is moved already stays as it is. */
    private static boolean begins(Work work, WorkMove move, Caller caller) {
        if (work.state() == move.to()) {
            return false;
        }
        if (!move.possibleFrom(work.state())) {
            throw Problem.conflict("work.wrong-step");
        }
        refuseOthers(work, caller);
        return true;
    }

    private static void refuseOthers(Work work, Caller caller) {
        if (!WorkService.mayChange(work.state(), caller.accountId().equals(work.technicianId()), caller)) {
            throw Problem.conflict("work.others");
        }
    }

    WorkFile tickItem(Caller caller, TickItem input) {
        return change(caller, input.code(), (tx, work) -> {
            refuseIdle(work, caller);
            if (!repository.hasItem(tx, work.id(), input.step(), input.item())) {
                throw Problem.notFound("work");
            }
            repository.tick(tx, work.id(), input, caller.accountId());
        });
    }

    WorkFile finishStep(Caller caller, FinishStep input) {
        return change(caller, input.code(), (tx, work) -> {
            StepState step = repository.step(tx, work.id(), input.step()).orElseThrow(() -> Problem.notFound("work"));
            if (step.done()) {
                return;
            }
            refuseIdle(work, caller);
            if (step.openItems() > 0) {
                throw Problem.conflict("work.items-open", Map.of("count", step.openItems()));
            }
            repository.finishStep(tx, work.id(), input.step(), caller.accountId());
        });
    }

    private static void refuseIdle(Work work, Caller caller) {
        if (work.state() != WorkState.IN_WORK) {
            throw Problem.conflict("work.wrong-step");
        }
        refuseOthers(work, caller);
    }

    WorkFile addNote(Caller caller, AddNote input) {
        Guard guard = Guard.of(caller, "workshop.addNote", input.idempotencyKey(), input);
        return change(
                caller,
                input.code(),
                (tx, work) -> Idempotency.once(tx, guard, WorkCode.class, () -> {
                    repository.addNote(tx, work.id(), input, caller.accountId());
                    return new WorkCode(input.code());
                }));
    }

    /** @throws Problem 400 for a day that is over or on which the bench is closed */
    WorkFile movePromise(Caller caller, MovePromise input) {
        if (input.promisedOn().isBefore(LocalDate.ofInstant(Instant.now(), Dates.VIETNAM))) {
            throw Problem.invalid("promisedOn", "past");
        }
        if (!bench.isOpen(input.promisedOn())) {
            throw Problem.invalid("promisedOn", "bench-closed");
        }
        return change(caller, input.code(), (tx, work) -> {
            if (!work.state().isOpen()) {
                throw Problem.conflict("work.wrong-step");
            }
            if (!work.promisedOn().equals(input.promisedOn())) {
                repository.promise(tx, work.id(), input.promisedOn());
                UUID told = repository.note(tx, work.id(), "PROMISE", input.reason(), caller.accountId());
                mails.promiseMoved(tx, told, work, input);
            }
        });
    }

    private WorkFile change(Caller caller, String code, BiConsumer<Transaction, Work> change) {
        Work changed = platform.database().transaction(tx -> {
            Work work = repository.lock(tx, code).orElseThrow(() -> Problem.notFound("work"));
            change.accept(tx, work);
            return work;
        });
        OrderLifecycle.announce(platform.bus(), changed.customer().orderCode(), changed.orderState());
        mails.hurry();
        return files.getWork(caller, new WorkCode(code));
    }
}
