package rolt.ordering;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.builder.BuilderMessages.Selection;
import rolt.builder.JudgedMessages.ChosenOption;
import rolt.fit.FitMessages.Verdict;
import rolt.ordering.OrderingMessages.Carrier;
import rolt.ordering.OrderingMessages.Line;
import rolt.ordering.OrderingMessages.Order;
import rolt.ordering.OrderingMessages.OrderSummary;
import rolt.ordering.OrderingMessages.OrderedBuild;
import rolt.ordering.OrderingMessages.OrderedOption;
import rolt.ordering.OrderingMessages.Recipient;
import rolt.ordering.OrderingMessages.Shipment;
import rolt.ordering.OrderingMessages.State;
import rolt.ordering.OrderingMessages.Step;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Text;
import rolt.platform.Transaction;

/** The orders in Postgres. */
final class OrderingRepository {
    private final Database database;

    OrderingRepository(Database database) {
        this.database = database;
    }

    private static final String FIND = """
            select o.*,
                (select jsonb_agg(jsonb_build_object('sku', sku, 'kind', kind, 'unitPrice', unit_price,
                        'quantity', quantity, 'total', total, 'buildId', build_id,
                        'name', case $3 when 'EN' then name_en else name_vi end) order by position)
                 from ordering.line where order_id = o.id) as lines,
                (select jsonb_agg(jsonb_build_object('id', build_id, 'selection', selection, 'layout', layout,
                        'title', jsonb_build_object('vi', title_vi, 'en', title_en), 'ruleVersion', rule_version,
                        'verdicts', verdicts, 'accepted', accepted) order by build_id)
                 from ordering.build where order_id = o.id) as builds,
                (select jsonb_agg(jsonb_build_object('state', state, 'at', at, 'givenBack', given_back, 'arrived', arrived)
                    order by at, id)
                 from (select id, to_state as state, at, null as given_back, null as arrived
                       from ordering.history where order_id = o.id
                       union all
                       select s.id, (select to_state from ordering.history h
                            where h.order_id = o.id and h.at <= s.at order by h.at desc, h.id desc limit 1),
                            s.at, s.amount, s.state = 'PAID_OUT'
                       from payment.order_refund_step s
                       where s.order_id = o.id and s.state in ('REQUESTED', 'PAID_OUT')) step) as history,
                (select jsonb_build_object('carrier', carrier, 'trackingNumber', tracking_number)
                 from ordering.shipment where order_id = o.id order by id desc limit 1) as shipment,
                (select reason ->> 'words' from ordering.history
                 where order_id = o.id and to_state = 'CANCELLED') as cancel_reason,
                r.refunding, r.refunded,
                (select coalesce(sum(captured), 0)::bigint from payment.attempt_file where order_id = o.id) as received,
                exists (select from payment.doubtful where order_id = o.id) as doubtful
            from ordering.orders o, lateral (
                select coalesce(sum(amount) filter (where state <> 'PAID_OUT'), 0)::bigint as refunding,
                    coalesce(sum(amount) filter (where state = 'PAID_OUT'), 0)::bigint as refunded
                from payment.order_refund where order_id = o.id) r
            where code = $1 and ($2::uuid is null or account_id = $2)
            """;

    /** @param owner null for staff, who may read any */
    Optional<Order> find(String code, UUID owner, Language language) {
        return database.find(FIND, row -> order(row, language), code, owner, language);
    }

    private static Order order(Row row, Language language) {
        State state = State.valueOf(row.getString("state"));
        Instant reservedUntil = row.getOffsetDateTime("reserved_until").toInstant();
        return new Order(
                row.getString("code"),
                state,
                Json.list(row.getJsonArray("lines"), Line.class),
                Json.list(row.getJsonArray("builds"), KeptBuild.class).stream()
                        .map(build -> build.in(language))
                        .toList(),
                row.getLong("goods_total"),
                row.getLong("shipping_fee"),
                row.getLong("total"),
                row.getLong("vat"),
                Json.record(row.getJsonObject("recipient"), Recipient.class),
                row.getString("email"),
                row.getOffsetDateTime("placed_at").toInstant(),
                reservedUntil,
                row.getOffsetDateTime("paid_at") == null
                        ? null
                        : row.getOffsetDateTime("paid_at").toInstant(),
                state == State.PENDING_PAYMENT && reservedUntil.isAfter(Instant.now()) && !row.getBoolean("doubtful"),
                Json.list(row.getJsonArray("history"), Step.class),
                shipment(row.getJsonObject("shipment")),
                row.getString("cancel_reason"),
                row.getLong("refunding"),
                row.getLong("refunded"),
                row.getLong("received"),
                row.getBoolean("doubtful"));
    }

    /** A keyboard as the order keeps it. */
    record KeptBuild(
            UUID id,
            Text title,
            Selection selection,
            List<ChosenOption> layout,
            String ruleVersion,
            List<Verdict> verdicts,
            List<String> accepted) {
        OrderedBuild in(Language language) {
            List<OrderedOption> options = layout.stream()
                    .map(each -> new OrderedOption(
                            each.option().in(language), each.choice().in(language)))
                    .toList();
            return new OrderedBuild(id, title.in(language), selection, options, ruleVersion, verdicts, accepted);
        }
    }

    private static Shipment shipment(JsonObject last) {
        if (last == null) {
            return null;
        }
        Carrier carrier = Carrier.valueOf(last.getString("carrier"));
        String number = last.getString("trackingNumber");
        return new Shipment(carrier, number, carrier.trackingUrl(number));
    }

    private static final String LIST = """
            select id, code, state, total, placed_at from ordering.orders
            where account_id = $1 and ($2::text is null or id < (select id from ordering.orders where code = $2))
            order by id desc limit $3
            """;

    List<OrderSummary> list(UUID account, String after, int limit) {
        return database.list(LIST, OrderingRepository::summary, account, after, limit);
    }

    private static OrderSummary summary(Row row) {
        return new OrderSummary(
                row.getString("code"),
                State.valueOf(row.getString("state")),
                row.getLong("total"),
                row.getOffsetDateTime("placed_at").toInstant());
    }

    private static final String LOCK =
            "select id, account_id from ordering.orders where code = $1 and ($2::uuid is null or account_id = $2) for no key update";

    /** Locks an order of the account; null owner for staff. */
    Optional<Locked> lock(Transaction transaction, String code, UUID owner) {
        return transaction.find(LOCK, row -> new Locked(row.getUUID("id"), row.getUUID("account_id")), code, owner);
    }

    /** @param owner null once the account is gone */
    record Locked(UUID id, UUID owner) {}

    private static final String DOUBTFUL = "select order_id from payment.doubtful where order_id = any($1)";

    /**
     * Those of the orders for which money may be on its way. Asked once they are locked: a notification that waited for
     * the same lock, or held it, is seen by a statement that begins later, not by the one that locked.
     */
    List<UUID> doubtful(Transaction transaction, List<UUID> locked) {
        return transaction.list(DOUBTFUL, row -> row.getUUID("order_id"), (Object) locked.toArray(UUID[]::new));
    }

    private static final String GIVEN_BACK = "select order_id from payment.given_back where order_id = $1";

    /** Whether all the money of a locked order has gone back, or shall. */
    boolean isGivenBack(Transaction transaction, UUID locked) {
        return transaction
                .find(GIVEN_BACK, row -> row.getUUID("order_id"), locked)
                .isPresent();
    }

    private static final String UNFINISHED = """
            select u.code from ordering.orders o join workshop.unfinished u on u.order_id = o.id
            where o.id = $1 and o.state = 'IN_ASSEMBLY' order by u.code limit 1
            """;

    /** Work on a locked order in assembly that the bench has not finished. */
    Optional<String> unfinishedWork(Transaction transaction, UUID locked) {
        return transaction.find(UNFINISHED, row -> row.getString("code"), locked);
    }

    private static final String ALL_UNFINISHED = """
            select u.code from ordering.orders o join workshop.unfinished u on u.order_id = o.id
            where o.code = $1 and o.state in ('PAID', 'IN_ASSEMBLY') order by length(u.code), u.code
            """;

    /** Work on an order that the bench has not finished, as it looks now. */
    List<String> unfinishedWork(String code) {
        return database.list(ALL_UNFINISHED, row -> row.getString("code"), code);
    }

    private static final String IS_DOUBTFUL = """
            select o.id from ordering.orders o join payment.doubtful d on d.order_id = o.id where o.code = $1 limit 1
            """;

    /** Whether money for an order may be on its way, as it looks now. */
    boolean isDoubtful(String code) {
        return database.find(IS_DOUBTFUL, row -> row.getUUID("id"), code).isPresent();
    }

    private static final String DUE = """
            select id from ordering.orders
            where state = 'PENDING_PAYMENT' and reserved_until < now()
              and (expiry_postponed_until is null or expiry_postponed_until < now())
              and not exists (select 1 from payment.doubtful where order_id = orders.id)
            order by id limit $1
            """;

    /** Unpaid orders whose time is over, leaving out those that may yet be paid and those that have just failed. */
    List<UUID> due(int limit) {
        return database.list(DUE, row -> row.getUUID("id"), limit);
    }

    private static final String LOCK_DUE = """
            select id from ordering.orders
            where id = $1 and state = 'PENDING_PAYMENT' and reserved_until < now() for no key update skip locked
            """;

    /** Locks an order that is still due; empty as well while somebody else is at it. */
    Optional<UUID> lockDue(Transaction transaction, UUID order) {
        return transaction.find(LOCK_DUE, row -> row.getUUID("id"), order);
    }

    private static final String POSTPONE_EXPIRY =
            "update ordering.orders set expiry_postponed_until = now() + make_interval(secs => $2) where id = $1";

    void postponeExpiry(UUID order, Duration delay) {
        database.run(POSTPONE_EXPIRY, order, (double) delay.toSeconds());
    }
}
