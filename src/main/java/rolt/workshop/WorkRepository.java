package rolt.workshop;

import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.ordering.OrderingMessages.State;
import rolt.platform.Database;
import rolt.platform.Language;
import rolt.platform.Transaction;
import rolt.workshop.WorkMessages.HoldReason;
import rolt.workshop.WorkMessages.WorkMove;
import rolt.workshop.WorkMessages.WorkState;

/** What the bench does, in Postgres. Who changes a work order has locked its whole order, so of two one comes first. */
final class WorkRepository {
    private final Database database;

    WorkRepository(Database database) {
        this.database = database;
    }

    /**
     * A work order as it is decided about.
     *
     * @param state CANCELLED as soon as the order is, even where the work has not been told
     * @param technicianId who has it, or null
     * @param holdReason null unless it is on hold
     * @param givenBack whether all the money of its order has gone back, or shall
     */
    record Work(
            UUID id,
            String code,
            WorkState state,
            UUID technicianId,
            HoldReason holdReason,
            LocalDate promisedOn,
            UUID orderId,
            State orderState,
            boolean givenBack,
            Customer customer) {}

    /** Whom to tell. */
    record Customer(String orderCode, String name, String email, Language language) {}

    private static final String FIND = """
            select w.id, w.code, case when o.state = 'CANCELLED' and w.state <> 'FINISHED' then o.state else w.state end
                    as state, exists (select from payment.given_back g where g.order_id = w.order_id) as given_back,
                w.technician_id, w.hold_reason, w.promised_on, w.order_id, o.state as order_state, o.code as order_code, o.name, o.email, o.language
            from workshop.work_order w join ordering.served_order o on o.order_id = w.order_id where w.code = $1
            """;

    private static final String LOCK = """
            select id from ordering.payable
            where id = (select order_id from workshop.work_order where code = $1) for no key update
            """;

    Optional<Work> find(String code) {
        return database.find(FIND, WorkRepository::work, code);
    }

    /** Read after the lock, by a statement of its own: it sees what the last holder of the lock did. */
    Optional<Work> lock(Transaction tx, String code) {
        tx.send(LOCK, code);
        return tx.find(FIND, WorkRepository::work, code);
    }

    private static Work work(Row row) {
        return new Work(
                row.getUUID("id"),
                row.getString("code"),
                WorkState.valueOf(row.getString("state")),
                row.getUUID("technician_id"),
                holdReason(row),
                row.getLocalDate("promised_on"),
                row.getUUID("order_id"),
                State.valueOf(row.getString("order_state")),
                row.getBoolean("given_back"),
                customer(row));
    }

    static Customer customer(Row row) {
        return new Customer(
                row.getString("order_code"),
                row.getString("name"),
                row.getString("email"),
                Language.valueOf(row.getString("language")));
    }

    static HoldReason holdReason(Row row) {
        String reason = row.getString("hold_reason");
        return reason == null ? null : HoldReason.valueOf(reason);
    }

    private static final String NOTED =
            "insert into workshop.history (work_order_id, what, words, actor_id) values ($1, $2, $3, $4) returning id";

    /** Writes into the history; answers which entry it is. */
    UUID note(Transaction tx, UUID work, String what, String words, UUID actor) {
        return tx.find(NOTED, row -> row.getUUID("id"), work, what, words, actor)
                .orElseThrow();
    }

    private static final String MOVE = """
            update workshop.work_order set state = $2, technician_id = $3, hold_reason = null, hold_words = null
            where id = $1
            """;

    /** @param technician who has it from now on, or null */
    void move(Transaction tx, UUID work, WorkMove move, UUID technician) {
        tx.send(MOVE, work, move.to(), technician);
    }

    private static final String HOLD = """
            update workshop.work_order set state = 'ON_HOLD', hold_reason = $2, hold_words = $3 where id = $1
            """;

    void hold(Transaction tx, UUID work, HoldReason reason, String words) {
        tx.send(HOLD, work, reason, words);
    }

    private static final String PROMISE = "update workshop.work_order set promised_on = $2 where id = $1";

    void promise(Transaction tx, UUID work, LocalDate day) {
        tx.send(PROMISE, work, day);
    }

    private static final String IS_THERE = """
            select from workshop.step s join workshop.item i on i.step_id = s.id
            where s.work_order_id = $1 and s.position = $2 and i.code = $3
            """;

    boolean hasItem(Transaction tx, UUID work, int step, String item) {
        return tx.find(IS_THERE, row -> true, work, step, item).isPresent();
    }

    private static final String TICK = """
            with ticked as (
                update workshop.item i
                set done_at = case when $4 then now() end, done_by = case when $4 then $5::uuid end
                from workshop.step s
                where s.id = i.step_id and s.work_order_id = $1 and s.position = $2 and s.done_at is null
                    and i.code = $3 and (i.done_at is not null) <> $4
                returning i.text_vi)
            insert into workshop.history (work_order_id, what, words, actor_id)
            select $1, case when $4 then 'TICK' else 'UNTICK' end, text_vi, $5::uuid from ticked
            """;

    /** Nothing where it is so already, or its step is finished. */
    void tick(Transaction tx, UUID work, WorkMessages.TickItem item, UUID actor) {
        tx.send(TICK, work, item.step(), item.item(), item.done(), actor);
    }

    /** How far a step is; @param openItems of its checklist */
    record StepState(boolean done, int openItems) {}

    private static final String STEP = """
            select s.done_at is not null as done,
                (select count(*)::int from workshop.item where step_id = s.id and done_at is null) as open_items
            from workshop.step s where s.work_order_id = $1 and s.position = $2
            """;

    Optional<StepState> step(Transaction tx, UUID work, int position) {
        return tx.find(
                STEP, row -> new StepState(row.getBoolean("done"), row.getInteger("open_items")), work, position);
    }

    private static final String FINISH_STEP = """
            with finished as (
                update workshop.step set done_at = now(), done_by = $3
                where work_order_id = $1 and position = $2 and done_at is null returning name_vi)
            insert into workshop.history (work_order_id, what, words, actor_id)
            select $1, 'STEP', name_vi, $3 from finished
            """;

    void finishStep(Transaction tx, UUID work, int position, UUID actor) {
        tx.send(FINISH_STEP, work, position, actor);
    }

    private static final String REOPEN_STEPS = """
            with reopened as (
                update workshop.step set done_at = null, done_by = null
                where work_order_id = $1 and position = any($2) returning id),
            unticked as (
                update workshop.item i set done_at = null, done_by = null from reopened r where i.step_id = r.id)
            select count(*)::int as steps from reopened
            """;

    /** Everything of these steps is to be done once more; how many there are. */
    int reopenSteps(Transaction tx, UUID work, List<Integer> positions) {
        return tx.find(REOPEN_STEPS, row -> row.getInteger("steps"), work, positions.toArray(Integer[]::new))
                .orElse(0);
    }

    private static final String MINUTES_UNTIL = "select until from workshop.queue where work_order_id = $1";

    /** Minutes until a work order is finished, all before it included. */
    long minutesUntil(Transaction tx, UUID work) {
        return tx.find(MINUTES_UNTIL, row -> row.getLong("until"), work).orElse(0L);
    }

    private static final String OPEN_STEP =
            "select position from workshop.step where work_order_id = $1 and done_at is null order by position limit 1";

    /** The first step that is not finished. */
    Optional<Integer> openStep(Transaction tx, UUID work) {
        return tx.find(OPEN_STEP, row -> row.getInteger("position"), work);
    }

    private static final String UNFINISHED = "select code from workshop.unfinished where order_id = $1 limit 1";

    /** Whether the bench has nothing more to do for an order. */
    boolean isAllFinished(Transaction tx, UUID order) {
        return tx.find(UNFINISHED, row -> row.getString("code"), order).isEmpty();
    }

    private static final String ADD_NOTE =
            "insert into workshop.note (work_order_id, words, visible, author_id) values ($1, $2, $3, $4)";

    void addNote(Transaction tx, UUID work, WorkMessages.AddNote note, UUID author) {
        tx.send(ADD_NOTE, work, note.words(), note.visible(), author);
    }

    private static final String ADD_PHOTO = """
            insert into workshop.photo (picture_id, work_order_id, author_id) values ($2, $1, $3)
            """;

    void addPhoto(Transaction tx, UUID work, UUID picture, UUID author) {
        tx.send(ADD_PHOTO, work, picture, author);
    }

    private static final String COUNT_PHOTOS =
            "select count(*)::int as photos from workshop.photo where work_order_id = $1";

    int countPhotos(Transaction tx, UUID work) {
        return tx.find(COUNT_PHOTOS, row -> row.getInteger("photos"), work).orElseThrow();
    }

    private static final String REMOVE_PHOTO =
            "delete from workshop.photo where work_order_id = $1 and picture_id = $2";

    boolean removePhoto(Transaction tx, UUID work, UUID picture) {
        return tx.run(REMOVE_PHOTO, work, picture) > 0;
    }
}
