package rolt.workshop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import rolt.ordering.OrderingMessages.State;
import rolt.platform.Caller;
import rolt.platform.Dates;
import rolt.platform.Problem;
import rolt.platform.Role;
import rolt.workshop.WorkFileRepository.Filed;
import rolt.workshop.WorkFileRepository.Queued;
import rolt.workshop.WorkMessages.FollowWork;
import rolt.workshop.WorkMessages.HoldReason;
import rolt.workshop.WorkMessages.ListWork;
import rolt.workshop.WorkMessages.OrderWork;
import rolt.workshop.WorkMessages.WorkCode;
import rolt.workshop.WorkMessages.WorkFile;
import rolt.workshop.WorkMessages.WorkList;
import rolt.workshop.WorkMessages.WorkMove;
import rolt.workshop.WorkMessages.WorkState;
import rolt.workshop.WorkMessages.WorkSummary;

/** What the bench and its customers read. */
final class WorkService {
    private static final int PAGE = 30;

    private final WorkFileRepository files;
    private final Bench bench;

    WorkService(WorkFileRepository files, Bench bench) {
        this.files = files;
        this.bench = bench;
    }

    WorkList listWork(Caller caller, ListWork input) {
        int limit = input.limit() == null ? PAGE : input.limit();
        List<WorkSummary> found =
                files.list(caller, input, limit + 1).stream().map(this::summary).toList();
        List<WorkSummary> items = found.subList(0, Math.min(limit, found.size()));
        return new WorkList(items, found.size() > limit ? items.getLast().code() : null);
    }

    WorkFile getWork(Caller caller, WorkCode input) {
        Filed filed = files.find(caller, input.code()).orElseThrow(() -> Problem.notFound("work"));
        WorkSummary work = summary(filed.queued());
        return new WorkFile(
                work,
                filed.orderState(),
                filed.givenBack(),
                filed.buildId(),
                filed.buildCode(),
                filed.parts(),
                work.holdReason(),
                filed.holdWords(),
                filed.awaited(),
                filed.firstPromisedOn(),
                filed.steps(),
                filed.notes(),
                files.photos(filed.id()),
                filed.events(),
                moves(caller, filed, work),
                work.state() == WorkState.IN_WORK && mayChange(work.state(), work.mine(), caller));
    }

    /** Only who has taken work goes on with it; an administrator may for whoever cannot come. */
    static boolean mayChange(WorkState state, boolean mine, Caller caller) {
        return state != WorkState.IN_WORK || mine || caller.hasAny(Role.ADMIN);
    }

    private static List<WorkMove> moves(Caller caller, Filed filed, WorkSummary work) {
        boolean allDone = work.steps() == work.stepsDone();
        return Arrays.stream(WorkMove.values())
                .filter(move -> move != WorkMove.CANCEL && move.possibleFrom(work.state()))
                .filter(move -> mayChange(work.state(), work.mine(), caller))
                .filter(move -> move != WorkMove.FINISH || allDone)
                .filter(move -> move != WorkMove.REOPEN || filed.orderState() == State.IN_ASSEMBLY)
                .filter(move -> move != WorkMove.TAKE || !filed.givenBack())
                .toList();
    }

    /** One's own order's, or any for staff who have to do with orders. */
    OrderWork followWork(Caller caller, FollowWork input) {
        if (!files.isReadable(input.code(), ownerFilter(caller))) {
            throw Problem.notFound("order");
        }
        return new OrderWork(files.progress(input.code(), caller.language()));
    }

    static UUID ownerFilter(Caller caller) {
        return caller.hasAny(Role.SUPPORT, Role.TECHNICIAN, Role.FINANCE, Role.ADMIN) ? null : caller.accountId();
    }

    /** Late is what would not be done in time with the whole of today still ahead. */
    private WorkSummary summary(Queued queued) {
        LocalDate yesterday = LocalDate.ofInstant(Instant.now(), Dates.VIETNAM).minusDays(1);
        LocalDate expected = queued.until() == null ? null : bench.doneOn(yesterday, queued.until());
        return new WorkSummary(
                queued.code(),
                queued.orderCode(),
                queued.state(),
                queued.title(),
                queued.technician(),
                queued.mine(),
                queued.benchMinutes(),
                queued.steps(),
                queued.stepsDone(),
                queued.promisedOn(),
                expected,
                queued.holdReason(),
                expected != null
                        && expected.isAfter(queued.promisedOn())
                        && queued.holdReason() != HoldReason.CUSTOMER_PART);
    }
}
