package rolt.workshop;

import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.platform.Config;
import rolt.platform.Database;
import rolt.platform.Language;
import rolt.platform.Transaction;
import rolt.workshop.WarrantyMessages.WarrantyState;
import rolt.workshop.WorkRepository.Customer;

/** Warranties in Postgres. Whether one has expired is not stored: it follows from its last day. */
final class WarrantyRepository {
    private final Database database;

    WarrantyRepository(Database database) {
        this.database = database;
    }

    /** Deliveries older than this have their warranties; nobody looks at them again. */
    private static final String BEGIN = """
            insert into workshop.warranty (order_id, position, begins_on, ends_on)
            select l.order_id, l.position, d.day,
                d.day + make_interval(months => case l.kind when 'SERVICE' then $2::int else $1::int end)
            from (
                select order_id, (delivered_at at time zone 'Asia/Ho_Chi_Minh')::date as day
                from ordering.delivered where delivered_at > now() - interval '7 days') d
                join ordering.sold_line l on l.order_id = d.order_id
            where not exists (select from workshop.warranty w where w.order_id = d.order_id)
            on conflict do nothing
            """;

    /** Begins the warranties of what was delivered in the last week. */
    void begin(Config.Workshop periods) {
        database.run(BEGIN, periods.partsMonths(), periods.workMonths());
    }

    private static final String LINES = """
            select w.*, l.sku, l.quantity, case $2 when 'EN' then l.name_en else l.name_vi end as name,
                workshop.warranty_state(w.voided_at, w.ends_on) as state,
                not exists (select from workshop.claim c
                    where c.warranty_id = w.id and c.state in ('REQUESTED', 'APPROVED')) as unclaimed
            from workshop.warranty w join ordering.served_order o on o.order_id = w.order_id
                join ordering.sold_line l on l.order_id = w.order_id and l.position = w.position
            where o.code = $1 order by w.position
            """;

    /** A line of an order as its warranty has it; @param unclaimed whether no claim of it is open */
    record Warranted(
            UUID id,
            int position,
            String sku,
            String name,
            int quantity,
            WarrantyState state,
            LocalDate until,
            String voidReason,
            boolean unclaimed) {}

    List<Warranted> lines(String order, Language language) {
        return database.list(LINES, WarrantyRepository::warranted, order, language);
    }

    private static Warranted warranted(Row row) {
        return new Warranted(
                row.getUUID("id"),
                row.getInteger("position"),
                row.getString("sku"),
                row.getString("name"),
                row.getInteger("quantity"),
                WarrantyState.valueOf(row.getString("state")),
                row.getLocalDate("ends_on"),
                row.getString("void_reason"),
                row.getBoolean("unclaimed"));
    }

    private static final String GIVEN_BACK =
            "select g.order_id from payment.given_back g join ordering.served_order o using (order_id) where o.code = $1";

    /** Whether all the money of an order has gone back, or shall. */
    boolean isGivenBack(String order) {
        return database.find(GIVEN_BACK, row -> true, order).isPresent();
    }

    boolean isGivenBack(Transaction tx, String order) {
        return tx.find(GIVEN_BACK, row -> true, order).isPresent();
    }

    /** A warranty as it is decided about. */
    record Warranty(UUID id, WarrantyState state, String item, Customer customer) {}

    private static final String LOCK_OWN = """
            select w.id, workshop.warranty_state(w.voided_at, w.ends_on) as state,
                case o.language when 'EN' then l.name_en else l.name_vi end as item, o.code, o.name, o.email, o.language
            from workshop.warranty w join ordering.served_order o on o.order_id = w.order_id
                join ordering.sold_line l on l.order_id = w.order_id and l.position = w.position
            where o.code = $1 and o.account_id = $2 and w.position = $3 for no key update of w
            """;

    /** Locks the warranty of a line of an order of the account. */
    Optional<Warranty> lockOwn(Transaction tx, String order, UUID owner, int position) {
        return tx.find(LOCK_OWN, WarrantyRepository::warranty, order, owner, position);
    }

    private static final String LINE = """
            select l.position from ordering.sold_line l join ordering.served_order o on o.order_id = l.order_id
            where o.code = $1 and l.position = $2
            """;

    boolean hasLine(Transaction tx, String order, int position) {
        return tx.find(LINE, row -> row.getInteger("position"), order, position).isPresent();
    }

    private static final String LOCK = """
            select w.id, workshop.warranty_state(w.voided_at, w.ends_on) as state,
                case o.language when 'EN' then l.name_en else l.name_vi end as item, o.code, o.name, o.email, o.language
            from workshop.warranty w join ordering.served_order o on o.order_id = w.order_id
                join ordering.sold_line l on l.order_id = w.order_id and l.position = w.position
            where w.id = $1 for no key update of w
            """;

    Optional<Warranty> lock(Transaction tx, UUID warranty) {
        return tx.find(LOCK, WarrantyRepository::warranty, warranty);
    }

    private static Warranty warranty(Row row) {
        return new Warranty(
                row.getUUID("id"),
                WarrantyState.valueOf(row.getString("state")),
                row.getString("item"),
                new Customer(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("email"),
                        Language.valueOf(row.getString("language"))));
    }

    private static final String OWN =
            "select code from ordering.served_order where code = $1 and ($2::uuid is null or account_id = $2)";

    /** @param owner null for staff, who may read any */
    boolean isReadable(String order, UUID owner) {
        return database.find(OWN, row -> row.getString("code"), order, owner).isPresent();
    }

    private static final String MAKE_VOID = """
            update workshop.warranty set voided_at = now(), voided_by = $2, void_reason = $3 where id = $1
            """;

    void makeVoid(Transaction tx, UUID warranty, UUID actor, String reason) {
        tx.send(MAKE_VOID, warranty, actor, reason);
    }
}
