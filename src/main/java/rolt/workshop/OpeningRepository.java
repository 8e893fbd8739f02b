package rolt.workshop;

import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Transaction;
import rolt.workshop.WorkRepository.Customer;

/** Work that paid orders bring to the bench, and that cancelled ones take away. */
final class OpeningRepository {
    private final Database database;

    OpeningRepository(Database database) {
        this.database = database;
    }

    /** Services of one build, or outside of any, for which no work order is there. */
    record Unopened(UUID orderId, UUID buildId, String code, int minutes) {}

    private static final String UNOPENED = """
            select g.order_id, g.build_id, g.code || '-' || g.number as code, g.minutes from (
                select order_id, build_id, code, paid_at, sum(bench_minutes)::int as minutes,
                    row_number() over (partition by order_id order by min(position)) as number
                from workshop.asked_service where state in ('PAID', 'IN_ASSEMBLY')
                group by order_id, build_id, code, paid_at) g
            where not exists (
                select from workshop.work_order w
                where w.order_id = g.order_id and w.build_id is not distinct from g.build_id)
            order by g.paid_at, g.order_id, g.number limit $1
            """;

    /** What was paid first comes first. */
    List<Unopened> unopened(int limit) {
        return database.list(UNOPENED, OpeningRepository::unopened, limit);
    }

    List<Unopened> unopened(Transaction tx, int limit) {
        return tx.list(UNOPENED, OpeningRepository::unopened, limit);
    }

    private static Unopened unopened(Row row) {
        return new Unopened(
                row.getUUID("order_id"), row.getUUID("build_id"), row.getString("code"), row.getInteger("minutes"));
    }

    private static final String LOCK_QUEUE = "select pg_advisory_xact_lock(hashtext('workshop.queue'))::text as locked";

    /** Holds the end of the queue, so that no two promises are made of the same hours. */
    void lockQueue(Transaction tx) {
        tx.send(LOCK_QUEUE);
    }

    private static final String QUEUED_MINUTES =
            "select coalesce(sum(remaining), 0)::bigint as minutes from workshop.queue";

    long queuedMinutes(Transaction tx) {
        return tx.find(QUEUED_MINUTES, row -> row.getLong("minutes")).orElse(0L);
    }

    long queuedMinutes() {
        return database.find(QUEUED_MINUTES, row -> row.getLong("minutes")).orElse(0L);
    }

    /** A work order about to be opened. */
    record Opening(UUID orderId, UUID buildId, String code, LocalDate promisedOn) {}

    private static final String OPEN = """
            with opened as (
                insert into workshop.work_order (code, order_id, build_id, first_promised_on, promised_on, awaited, state,
                    hold_reason)
                select code, "orderId", "buildId", "promisedOn", "promisedOn", coalesce(awaited, '{}'),
                    case when awaited is null then 'QUEUED' else 'ON_HOLD' end,
                    case when awaited is not null then 'CUSTOMER_PART' end
                from rows from (jsonb_to_recordset($1::text::jsonb) as (
                    "orderId" uuid, "buildId" uuid, code text, "promisedOn" date))
                    with ordinality as asked ("orderId", "buildId", code, "promisedOn", place)
                    cross join workshop.awaited("orderId", "buildId") as awaited
                order by place
                on conflict do nothing
                returning id, order_id, build_id, state),
            lists as (
                select * from jsonb_to_recordset($2::text::jsonb) as list (type text, position integer, items jsonb)),
            steps as (
                insert into workshop.step (work_order_id, position, type, sku, name_vi, name_en, unit, quantity,
                    bench_minutes)
                select o.id, row_number() over (
                        partition by o.id order by coalesce(l.position, 100), a.position), a.type, a.sku,
                    a.name_vi, a.name_en, a.unit, a.quantity, a.bench_minutes
                from opened o join workshop.asked_service a
                    on a.order_id = o.order_id and a.build_id is not distinct from o.build_id
                    left join lists l on l.type = a.type
                returning id, type),
            items as (
                insert into workshop.item (step_id, code, position, text_vi, text_en)
                select s.id, i.code, i.place, i.vi, i.en
                from steps s join lists l on l.type = s.type, rows from (
                    jsonb_to_recordset(l.items) as (code text, vi text, en text))
                    with ordinality as i (code, vi, en, place))
            insert into workshop.history (work_order_id, what)
            select id, what from opened cross join (values (1, 'OPEN'), (2, 'AWAIT')) as happened (place, what)
            where what = 'OPEN' or state = 'ON_HOLD' order by place
            """;

    /** Opens those that are not there yet; how many these were. */
    int open(Transaction tx, List<Opening> openings) {
        return tx.run(OPEN, Json.text(openings), Json.text(Checklist.all()));
    }

    /** A work order that waits for what its customer sends. */
    record Awaiting(String code, List<String> parts, Customer customer) {}

    private static final String AWAITING = """
            select w.code, w.awaited, o.code as order_code, o.name, o.email, o.language
            from workshop.work_order w join ordering.served_order o on o.order_id = w.order_id
            where w.code = any($1) and w.hold_reason = 'CUSTOMER_PART'
            """;

    /** Those of some work orders that wait for their customers. */
    List<Awaiting> awaiting(Transaction tx, List<String> codes) {
        return tx.list(
                AWAITING,
                row -> new Awaiting(
                        row.getString("code"), List.of(row.getArrayOfStrings("awaited")), WorkRepository.customer(row)),
                (Object) codes.toArray(String[]::new));
    }

    private static final String CANCEL = """
            with cancelled as (
                update workshop.work_order w set state = 'CANCELLED', hold_reason = null, hold_words = null
                from ordering.served_order o
                where w.state in ('QUEUED', 'IN_WORK', 'ON_HOLD') and o.order_id = w.order_id and o.state = 'CANCELLED'
                returning w.id)
            insert into workshop.history (work_order_id, what) select id, 'CANCEL' from cancelled
            """;

    /** Ends the work on orders that were called off. */
    void cancelWithOrders() {
        database.run(CANCEL);
    }
}
