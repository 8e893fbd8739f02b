package rolt.ordering;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import rolt.ordering.DeskMessages.CountOrders;
import rolt.ordering.DeskMessages.ListAllOrders;
import rolt.ordering.DeskMessages.OrderBuild;
import rolt.ordering.DeskMessages.OrderCount;
import rolt.ordering.DeskMessages.OrderCounts;
import rolt.ordering.DeskMessages.OrderEvent;
import rolt.ordering.DeskMessages.ShipOrder;
import rolt.ordering.DeskMessages.StaffOrder;
import rolt.ordering.OrderMails.Addressee;
import rolt.ordering.OrderingMessages.Carrier;
import rolt.ordering.OrderingMessages.Recipient;
import rolt.ordering.OrderingMessages.State;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Transaction;

/** The orders as staff see them. */
final class DeskRepository {
    private final Database database;

    DeskRepository(Database database) {
        this.database = database;
    }

    /** Lines are counted, because Postgres would otherwise look through those of all orders at once. */
    private static final String LIST = """
            select code, state, total, placed_at, email, recipient,
                (select count(*) > 0 from ordering.line where order_id = o.id and kind = 'SERVICE') as with_service
            from ordering.orders o
            where ($1::text is null or state = $1)
                and ($2::text is null or id in (
                    select order_id from ordering.findable where words like people.pattern($2)))
                and ($3::text is null or id < (select id from ordering.orders where code = $3))
            order by id desc limit $4
            """;

    List<StaffOrder> list(ListAllOrders wanted, int limit) {
        return database.list(LIST, DeskRepository::order, wanted.state(), words(wanted.q()), wanted.after(), limit);
    }

    private static StaffOrder order(Row row) {
        Recipient recipient = Json.record(row.getJsonObject("recipient"), Recipient.class);
        return new StaffOrder(
                row.getString("code"),
                State.valueOf(row.getString("state")),
                row.getLong("total"),
                row.getOffsetDateTime("placed_at").toInstant(),
                recipient.name(),
                recipient.phone(),
                row.getString("email"),
                row.getBoolean("with_service"));
    }

    private static final String COUNT = """
            select state, count(*)::int as count from ordering.orders
            where $1::text is null or id in (
                select order_id from ordering.findable where words like people.pattern($1))
            group by state order by state
            """;

    OrderCounts count(CountOrders wanted) {
        return new OrderCounts(database.list(
                COUNT,
                row -> new OrderCount(State.valueOf(row.getString("state")), row.getInteger("count")),
                words(wanted.q())));
    }

    /** A telephone number is found however it is written. */
    private static String words(String typed) {
        String words = typed == null ? "" : typed.strip();
        if (words.isEmpty()) {
            return null;
        }
        return words.matches("[+0-9][0-9 .()-]{3,}")
                ? words.replaceAll("[ .()-]", "").replaceFirst("^\\+84", "0")
                : words;
    }

    private static final String BUILDS = """
            select distinct on (l.build_id) l.build_id, b.code,
                case $2 when 'EN' then b.title_en else b.title_vi end as title
            from ordering.line l join ordering.orders o on o.id = l.order_id
                left join builder.saved_build b on b.build_id = l.build_id
            where o.code = $1 and l.build_id is not null order by l.build_id, l.position
            """;

    /** The keyboards of an order. */
    List<OrderBuild> builds(String code, Language language) {
        return database.list(
                BUILDS,
                row -> new OrderBuild(row.getUUID("build_id"), row.getString("code"), row.getString("title")),
                code,
                language);
    }

    private static final String EVENTS = """
            with happened as (
                select id, order_id, transition as what, at, cause, actor_id, reason ->> 'words' as words,
                    null as carrier
                from ordering.history
                union all
                select id, order_id, 'SHIPMENT', at, '', actor_id, tracking_number, carrier from ordering.shipment
                union all
                select id, order_id, 'REFUND_' || state, at, amount::text, actor_id, note, null
                from payment.order_refund_step)
            select h.*, c.name as actor
            from happened h left join account.contact c on c.account_id = h.actor_id
            where h.order_id = (select id from ordering.orders where code = $1) order by h.at, h.id
            """;

    /** All that happened to an order, in its order. */
    List<OrderEvent> events(String code) {
        return database.list(EVENTS, DeskRepository::event, code);
    }

    private static OrderEvent event(Row row) {
        String carrier = row.getString("carrier");
        return new OrderEvent(
                row.getString("what"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("cause"),
                row.getUUID("actor_id"),
                row.getString("actor"),
                row.getString("words"),
                carrier == null ? null : Carrier.valueOf(carrier));
    }

    private static final String SHIP = """
            with said as (
                insert into ordering.shipment (order_id, carrier, tracking_number, actor_id) values ($1, $2, $3, $4)
                returning id, order_id)
            select said.id, o.code, o.state, o.email, o.language, o.recipient ->> 'name' as name
            from said join ordering.orders o on o.id = said.order_id
            """;

    /** Notes with whom the parcel of an order travels from now on. */
    Said ship(Transaction transaction, UUID order, ShipOrder shipment, UUID actor) {
        return transaction
                .find(SHIP, DeskRepository::said, order, shipment.carrier(), shipment.trackingNumber(), actor)
                .orElseThrow();
    }

    /** @param id of what was said about the parcel */
    record Said(UUID id, State state, Addressee to) {}

    private static Said said(Row row) {
        return new Said(
                row.getUUID("id"),
                State.valueOf(row.getString("state")),
                new Addressee(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("email"),
                        Language.valueOf(row.getString("language"))));
    }

    private static final String LAST =
            "select carrier, tracking_number from ordering.shipment where order_id = $1 order by id desc limit 1";

    /** Whether a parcel is already noted like this. */
    boolean isNoted(Transaction transaction, UUID order, ShipOrder shipment) {
        return transaction
                .find(LAST, row -> row.getString("carrier") + row.getString("tracking_number"), order)
                .filter((shipment.carrier() + shipment.trackingNumber())::equals)
                .isPresent();
    }
}
