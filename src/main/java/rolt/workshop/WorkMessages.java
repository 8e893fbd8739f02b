package rolt.workshop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rolt.media.MediaMessages.Picture;
import rolt.ordering.OrderingMessages.State;

/** What the bench is asked and answers. Texts are in the caller's language, days are Vietnam's. */
public final class WorkMessages {
    private WorkMessages() {}

    /** Where a work order stands. */
    public enum WorkState {
        QUEUED,
        IN_WORK,
        ON_HOLD,
        FINISHED,
        CANCELLED;

        /** Whether there is still something to do. */
        public boolean isOpen() {
            return this != FINISHED && this != CANCELLED;
        }
    }

    /** The state table of a work order: from where, to where. No request carries a state. */
    public enum WorkMove {
        TAKE(Set.of(WorkState.QUEUED), WorkState.IN_WORK),
        RELEASE(Set.of(WorkState.IN_WORK), WorkState.QUEUED),
        HOLD(Set.of(WorkState.QUEUED, WorkState.IN_WORK), WorkState.ON_HOLD),
        RESUME(Set.of(WorkState.ON_HOLD), WorkState.QUEUED),
        FINISH(Set.of(WorkState.IN_WORK), WorkState.FINISHED),
        /** Until the order is shipped. */
        REOPEN(Set.of(WorkState.FINISHED), WorkState.QUEUED),
        /** By the shop alone, when the order is cancelled. */
        CANCEL(Set.of(WorkState.QUEUED, WorkState.IN_WORK, WorkState.ON_HOLD), WorkState.CANCELLED);

        private final Set<WorkState> from;
        private final WorkState to;

        WorkMove(Set<WorkState> from, WorkState to) {
            this.from = from;
            this.to = to;
        }

        public boolean possibleFrom(WorkState state) {
            return from.contains(state);
        }

        public WorkState to() {
            return to;
        }
    }

    /** Why work waits. */
    public enum HoldReason {
        CUSTOMER_PART,
        MISSING_PART,
        QUESTION,
        OTHER
    }

    /** {@code workshop.promiseBench}: until when would so many minutes of work be done, were they ordered now? */
    public record PromiseBench(int minutes) {}

    public record BenchPromise(int minutes, LocalDate promisedOn) {}

    /**
     * {@code workshop.listWork}: the queue, what comes first first; what is over newest first.
     *
     * @param state null for all that is open
     * @param mine whether only what the caller has taken
     * @param after the code of the last one of the page before
     */
    public record ListWork(WorkState state, Boolean mine, Integer limit, String after) {}

    public record WorkList(List<WorkSummary> items, String next) {}

    /**
     * @param title of the build, null outside of one
     * @param technician who has it, or null
     * @param promisedOn what the customer was told
     * @param expectedOn when it will be done as the queue stands; null once it is over
     * @param holdReason null unless it is on hold
     * @param late whether that is after the promise; never while the customer's part has not come
     */
    public record WorkSummary(
            String code,
            String orderCode,
            WorkState state,
            String title,
            String technician,
            boolean mine,
            int benchMinutes,
            int steps,
            int stepsDone,
            LocalDate promisedOn,
            LocalDate expectedOn,
            HoldReason holdReason,
            boolean late) {
        /** Whether nothing can be done before the customer's own part has come. */
        public boolean awaitsPart() {
            return holdReason == HoldReason.CUSTOMER_PART;
        }
    }

    /** {@code workshop.getWork} and every move that needs no more than the code. */
    public record WorkCode(String code) {}

    /** {@code workshop.holdWork}; @param words the customer reads them */
    public record HoldWork(String code, HoldReason reason, String words) {}

    /**
     * {@code workshop.reopenWork}
     *
     * @param steps positions of those that are to be done again
     * @param words why
     * @param visible whether the customer reads it
     */
    public record ReopenWork(String code, List<Integer> steps, String words, boolean visible) {}

    /** {@code workshop.tickItem} */
    public record TickItem(String code, int step, String item, boolean done) {}

    /** {@code workshop.finishStep} */
    public record FinishStep(String code, int step) {}

    /** {@code workshop.addNote}; @param visible whether the customer reads it */
    public record AddNote(String code, String words, boolean visible, String idempotencyKey) {}

    /** {@code workshop.movePromise}; @param reason the customer reads it */
    public record MovePromise(String code, LocalDate promisedOn, String reason) {}

    /** {@code workshop.addWorkPhoto}: the customer sees it. */
    public record AddWorkPhoto(String code, byte[] file) {}

    /** {@code workshop.removeWorkPhoto} */
    public record RemoveWorkPhoto(String code, UUID pictureId) {}

    /**
     * A work order with all that the bench knows of it.
     *
     * @param givenBack whether all the money of the order has gone back, or shall
     * @param buildId as the order names it; null outside of a build
     * @param buildCode of the build's page, or null
     * @param parts what lies on the bench for it
     * @param holdReason null unless it is on hold
     * @param awaited slots of the build whose parts the customer sends
     * @param firstPromisedOn before anybody moved the promise
     * @param moves what the caller may do with it now
     * @param workable whether the caller may tick and finish its steps now
     */
    public record WorkFile(
            WorkSummary work,
            State orderState,
            boolean givenBack,
            UUID buildId,
            String buildCode,
            List<WorkPart> parts,
            HoldReason holdReason,
            String holdWords,
            List<String> awaited,
            LocalDate firstPromisedOn,
            List<WorkStep> steps,
            List<WorkNote> notes,
            List<Picture> photos,
            List<WorkEvent> events,
            List<WorkMove> moves,
            boolean workable) {}

    public record WorkPart(String sku, String name, int quantity) {}

    /**
     * A service as it was sold.
     *
     * @param type of the service, for example {@code LUBE_SWITCH}
     * @param benchMinutes of all its units together
     */
    public record WorkStep(
            int position,
            String type,
            String sku,
            String name,
            String unit,
            int quantity,
            int benchMinutes,
            boolean done,
            List<WorkItem> items) {}

    /** A line of a checklist. */
    public record WorkItem(String code, String text, boolean done) {}

    /** @param author null for an account that is gone */
    public record WorkNote(String words, boolean visible, String author, Instant at) {}

    /**
     * @param what OPEN, AWAIT and ARRIVAL of the customer's part, a move, TICK, UNTICK, STEP, PROMISE, PHOTO or PHOTO_REMOVED
     * @param words why it waits, is reopened or is promised for another day, or which item, step or day; or null
     * @param actor null for the shop itself
     */
    public record WorkEvent(String what, String words, String actor, Instant at) {}

    /** {@code workshop.followWork}: the work on one's own order. */
    public record FollowWork(String code) {}

    public record OrderWork(List<WorkProgress> items) {}

    /** A work order as its customer sees it; @param awaited slots of the build whose parts the customer sends */
    public record WorkProgress(
            String code,
            String title,
            WorkState state,
            LocalDate promisedOn,
            HoldReason holdReason,
            String holdWords,
            List<String> awaited,
            List<ProgressStep> steps,
            List<VisibleNote> notes,
            List<Picture> photos) {
        /** Whether nothing can be done before the customer's own part has come. */
        public boolean awaitsPart() {
            return holdReason == HoldReason.CUSTOMER_PART;
        }

        public int stepsDone() {
            return (int) steps.stream().filter(ProgressStep::done).count();
        }
    }

    public record ProgressStep(String name, int quantity, boolean done) {}

    public record VisibleNote(String words, Instant at) {}
}
