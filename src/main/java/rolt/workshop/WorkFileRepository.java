package rolt.workshop;

import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.media.MediaMessages.Picture;
import rolt.ordering.OrderingMessages.State;
import rolt.platform.Caller;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.workshop.WorkMessages.HoldReason;
import rolt.workshop.WorkMessages.ListWork;
import rolt.workshop.WorkMessages.ProgressStep;
import rolt.workshop.WorkMessages.VisibleNote;
import rolt.workshop.WorkMessages.WorkEvent;
import rolt.workshop.WorkMessages.WorkNote;
import rolt.workshop.WorkMessages.WorkPart;
import rolt.workshop.WorkMessages.WorkProgress;
import rolt.workshop.WorkMessages.WorkState;
import rolt.workshop.WorkMessages.WorkStep;

/** The work as the bench and its customers read it. */
final class WorkFileRepository {
    private final Database database;

    WorkFileRepository(Database database) {
        this.database = database;
    }

    /**
     * A line of the queue.
     *
     * @param until minutes until it is finished, all before it included; null once it is over
     */
    record Queued(
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
            HoldReason holdReason,
            Long until) {}

    private static final String OPEN = """
            select * from workshop.listed
            where case when $1::text is null then state in ('QUEUED', 'IN_WORK', 'ON_HOLD') else state = $1 end
                and (not $2 or technician_id = $3)
                and ($4::text is null or id > (select id from workshop.work_order where code = $4))
            order by id limit $5
            """;

    private static final String OVER = """
            select * from workshop.listed
            where state = $1 and (not $2 or technician_id = $3)
                and ($4::text is null or id < (select id from workshop.work_order where code = $4))
            order by id desc limit $5
            """;

    List<Queued> list(Caller caller, ListWork wanted, int limit) {
        boolean open = wanted.state() == null || wanted.state().isOpen();
        return database.list(
                open ? OPEN : OVER,
                row -> queued(row, caller),
                wanted.state(),
                Boolean.TRUE.equals(wanted.mine()),
                caller.accountId(),
                wanted.after(),
                limit);
    }

    private static Queued queued(Row row, Caller caller) {
        String title = row.getString(caller.language() == Language.EN ? "title_en" : "title_vi");
        return new Queued(
                row.getString("code"),
                row.getString("order_code"),
                WorkState.valueOf(row.getString("state")),
                title,
                row.getString("technician"),
                caller.accountId().equals(row.getUUID("technician_id")),
                row.getInteger("bench_minutes"),
                row.getInteger("steps"),
                row.getInteger("steps_done"),
                row.getLocalDate("promised_on"),
                WorkRepository.holdReason(row),
                row.getLong("until"));
    }

    private static final String FILE = """
            select l.*, w.first_promised_on, w.build_id,
                exists (select from payment.given_back g where g.order_id = w.order_id) as given_back,
                (select jsonb_agg(jsonb_build_object('sku', p.sku, 'quantity', p.quantity,
                        'name', case $2 when 'EN' then p.name_en else p.name_vi end) order by p.position)
                 from ordering.sold_line p where p.order_id = w.order_id and p.kind <> 'SERVICE'
                    and p.build_id is not distinct from w.build_id) as parts,
                (select jsonb_agg(jsonb_build_object('position', s.position, 'type', s.type, 'sku', s.sku,
                        'name', case $2 when 'EN' then s.name_en else s.name_vi end, 'unit', s.unit,
                        'quantity', s.quantity, 'benchMinutes', s.bench_minutes, 'done', s.done_at is not null,
                        'items', (select coalesce(jsonb_agg(jsonb_build_object('code', i.code,
                                'text', case $2 when 'EN' then i.text_en else i.text_vi end,
                                'done', i.done_at is not null) order by i.position), '[]')
                            from workshop.item i where i.step_id = s.id)) order by s.position)
                 from workshop.step s where s.work_order_id = w.id) as work_steps,
                (select jsonb_agg(jsonb_build_object('words', n.words, 'visible', n.visible, 'author', c.name, 'at', n.at)
                    order by n.id)
                 from workshop.note n left join account.contact c on c.account_id = n.author_id
                 where n.work_order_id = w.id) as notes,
                (select jsonb_agg(jsonb_build_object('what', h.what, 'words', h.words, 'actor', c.name, 'at', h.at)
                    order by h.id)
                 from workshop.history h left join account.contact c on c.account_id = h.actor_id
                 where h.work_order_id = w.id) as events
            from workshop.listed l join workshop.work_order w on w.id = l.id where l.code = $1
            """;

    /** A work order as it is stored; the rest is decided from it. */
    record Filed(
            Queued queued,
            UUID id,
            State orderState,
            boolean givenBack,
            UUID buildId,
            String buildCode,
            String holdWords,
            List<String> awaited,
            LocalDate firstPromisedOn,
            List<WorkPart> parts,
            List<WorkStep> steps,
            List<WorkNote> notes,
            List<WorkEvent> events) {}

    Optional<Filed> find(Caller caller, String code) {
        return database.find(FILE, row -> filed(row, caller), code, caller.language());
    }

    private static Filed filed(Row row, Caller caller) {
        return new Filed(
                queued(row, caller),
                row.getUUID("id"),
                State.valueOf(row.getString("order_state")),
                row.getBoolean("given_back"),
                row.getUUID("build_id"),
                row.getString("build_code"),
                row.getString("hold_words"),
                List.of(row.getArrayOfStrings("awaited")),
                row.getLocalDate("first_promised_on"),
                Json.list(row.getJsonArray("parts"), WorkPart.class),
                Json.list(row.getJsonArray("work_steps"), WorkStep.class),
                Json.list(row.getJsonArray("notes"), WorkNote.class),
                Json.list(row.getJsonArray("events"), WorkEvent.class));
    }

    private static final String OWN = """
            select account_id from ordering.served_order where code = $1 and ($2::uuid is null or account_id = $2)
            """;

    /** @param owner null for staff, who may read any */
    boolean isReadable(String order, UUID owner) {
        return database.find(OWN, row -> true, order, owner).isPresent();
    }

    private static final String PROGRESS = """
            select l.*,
                (select jsonb_agg(jsonb_build_object('quantity', s.quantity, 'done', s.done_at is not null,
                        'name', case $2 when 'EN' then s.name_en else s.name_vi end) order by s.position)
                 from workshop.step s where s.work_order_id = l.id) as progress,
                (select jsonb_agg(jsonb_build_object('words', n.words, 'at', n.at) order by n.id)
                 from workshop.note n where n.work_order_id = l.id and n.visible) as notes
            from workshop.listed l where l.order_code = $1 order by l.id
            """;

    /** The work on an order, as its customer sees it. */
    List<WorkProgress> progress(String order, Language language) {
        return database.list(PROGRESS, row -> progress(row, language), order, language);
    }

    private WorkProgress progress(Row row, Language language) {
        return new WorkProgress(
                row.getString("code"),
                row.getString(language == Language.EN ? "title_en" : "title_vi"),
                WorkState.valueOf(row.getString("state")),
                row.getLocalDate("promised_on"),
                WorkRepository.holdReason(row),
                row.getString("hold_words"),
                List.of(row.getArrayOfStrings("awaited")),
                Json.list(row.getJsonArray("progress"), ProgressStep.class),
                Json.list(row.getJsonArray("notes"), VisibleNote.class),
                photos(row.getUUID("id")));
    }

    private static final String PHOTOS = """
            select m.id, m.width, m.height from workshop.photo p join media.published m on m.id = p.picture_id
            where p.work_order_id = $1 order by p.at, m.id
            """;

    List<Picture> photos(UUID work) {
        return database.list(
                PHOTOS, row -> Picture.of(row.getUUID("id"), row.getInteger("width"), row.getInteger("height")), work);
    }
}
