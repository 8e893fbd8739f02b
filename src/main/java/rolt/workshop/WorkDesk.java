package rolt.workshop;

import java.util.Map;
import java.util.UUID;
import rolt.ordering.DeskMessages.MoveOrder;
import rolt.ordering.DeskMessages.MovedOrder;
import rolt.ordering.OrderingMessages.State;
import rolt.platform.Caller;
import rolt.platform.Idempotency;
import rolt.platform.Idempotency.Guard;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.workshop.WorkMessages.AddNote;
import rolt.workshop.WorkMessages.FinishStep;
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
    private final ChangeWork work;
    private final WorkshopMails mails;

    WorkDesk(Platform platform, ChangeWork work) {
        this.platform = platform;
        this.repository = new WorkRepository(platform.database());
        this.work = work;
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
        return work.change(caller, input.code(), (tx, found) -> {
            boolean mine = caller.accountId().equals(found.technicianId());
            if (found.state() == WorkState.IN_WORK && !mine) {
                throw Problem.conflict("work.taken");
            }
            if (found.state() == WorkState.QUEUED && found.givenBack()) {
                throw Problem.conflict("order.given-back");
            }
            if (found.state() == WorkState.QUEUED && found.orderState() != State.IN_ASSEMBLY) {
                throw Problem.conflict("work.order-over");
            }
            work.move(tx, found, WorkMove.TAKE, caller);
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
        return work.change(caller, input.code(), (tx, found) -> work.move(tx, found, WorkMove.RELEASE, caller));
    }

    /** Once nothing is left to do for the whole order, its customer is told. */
    WorkFile finishWork(Caller caller, WorkCode input) {
        return work.change(caller, input.code(), (tx, found) -> {
            repository
                    .openStep(tx, found.id())
                    .filter(step -> found.state().isOpen())
                    .ifPresent(step -> {
                        throw Problem.conflict("work.step-open", Map.of("step", step));
                    });
            work.move(tx, found, WorkMove.FINISH, caller)
                    .filter(finish -> repository.isAllFinished(tx, found.orderId()))
                    .ifPresent(finish -> mails.workFinished(tx, finish, found.customer()));
        });
    }

    WorkFile tickItem(Caller caller, TickItem input) {
        return work.change(caller, input.code(), (tx, found) -> {
            refuseIdle(found, caller);
            if (!repository.hasItem(tx, found.id(), input.step(), input.item())) {
                throw Problem.notFound("work");
            }
            repository.tick(tx, found.id(), input, caller.accountId());
        });
    }

    WorkFile finishStep(Caller caller, FinishStep input) {
        return work.change(caller, input.code(), (tx, found) -> {
            StepState step = repository.step(tx, found.id(), input.step()).orElseThrow(() -> Problem.notFound("work"));
            if (step.done()) {
                return;
            }
            refuseIdle(found, caller);
            if (step.openItems() > 0) {
                throw Problem.conflict("work.items-open", Map.of("count", step.openItems()));
            }
            repository.finishStep(tx, found.id(), input.step(), caller.accountId());
        });
    }

    private static void refuseIdle(Work found, Caller caller) {
        if (found.state() != WorkState.IN_WORK) {
            throw Problem.conflict("work.wrong-step");
        }
        ChangeWork.refuseOthers(found, caller);
    }

    WorkFile addNote(Caller caller, AddNote input) {
        Guard guard = Guard.of(caller, "workshop.addNote", input.idempotencyKey(), input);
        return work.change(
                caller,
                input.code(),
                (tx, found) -> Idempotency.once(tx, guard, WorkCode.class, () -> {
                    repository.addNote(tx, found.id(), input, caller.accountId());
                    return new WorkCode(input.code());
                }));
    }
}
