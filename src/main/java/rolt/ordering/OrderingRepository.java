package rolt.ordering;

import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.ordering.OrderingMessages.Line;
import rolt.ordering.OrderingMessages.Order;
import rolt.ordering.OrderingMessages.OrderSummary;
import rolt.ordering.OrderingMessages.Recipient;
import rolt.ordering.OrderingMessages.State;
import rolt.ordering.OrderingMessages.Step;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Transaction;

/** The orders in Postgres. */
final class OrderingRepository {
    private final Database database;

    OrderingRepository(Database database) {
        this.database = database;
    }

    private static final String CART = """
            select line_id, build_id, variant_id, quantity, sku, kind, name_vi, name_en, price, published,
                   uuidv7() as order_id, (select verified from account.contact where account_id = $1) as verified
            from cart.checkout where account_id = $1 order by line_id
            """;

    /** The account's cart at the prices of this moment; each line says whether the account's address is verified. */
    Transaction.Pending<CartLine> cart(Transaction transaction, UUID account) {
        return transaction.sendFor(CART, OrderingRepository::cartLine, account);
    }

    /** A line of the cart, as the order will keep it. */
    record CartLine(
            UUID id,
            UUID buildId,
            UUID variantId,
            int quantity,
            String sku,
            String kind,
            String nameVi,
            String nameEn,
            long price,
            boolean published,
            boolean verified,
            UUID newOrderId) {}

    private static CartLine cartLine(Row row) {
        return new CartLine(
                row.getUUID("line_id"),
                row.getUUID("build_id"),
                row.getUUID("variant_id"),
                row.getInteger("quantity"),
                row.getString("sku"),
                row.getString("kind"),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getLong("price"),
                row.getBoolean("published"),
                row.getBoolean("verified"),
                row.getUUID("order_id"));
    }

    private static final String SHORT = """
            select sku, sum(quantity)::int as wanted, min(available) as available
            from cart.checkout join stock.availability using (variant_id)
            where account_id = $1 group by sku having sum(quantity) > min(available) order by sku
            """;

    /** What of the account's cart is more than there is. */
    List<Shortage> shortages(UUID account) {
        return database.list(
                SHORT,
                row -> new Shortage(row.getString("sku"), row.getInteger("wanted"), row.getInteger("available")),
                account);
    }

    /** More wanted than there is. */
    record Shortage(String sku, int wanted, int available) {}

    /** The constraint that a second order of the same cart breaks. */
    static final String ORDERED_ONCE = "cart_line_ordered_once";

    private static final String ORDERED = """
            select line_id from cart.checkout join ordering.line on cart_line_id = line_id
            where cart.checkout.account_id = $1
            """;

    /** Lines of the account's cart that are in an order already. */
    List<UUID> ordered(UUID account) {
        return database.list(ORDERED, row -> row.getUUID("line_id"), account);
    }

    private static final String INSERT = """
            with placed as (
                insert into ordering.orders (id, code, account_id, email, state, goods_total, shipping_fee, vat,
                    recipient, language, reserved_until)
                select $1, $2, $3, email, 'PENDING_PAYMENT', $4, $5, $6, $7, $8, $9
                from account.contact where account_id = $3
                returning id),
            lines as (
                insert into ordering.line (order_id, position, cart_line_id, variant_id, build_id, sku, kind, name_vi,
                    name_en, unit_price, quantity)
                select placed.id, line.position, line.id, line."variantId", line."buildId", line.sku, line.kind,
                    line."nameVi", line."nameEn", line.price, line.quantity
                from placed, rows from (jsonb_to_recordset($10) as (id uuid, "variantId" uuid, "buildId" uuid, sku text,
                    kind text, "nameVi" text, "nameEn" text, price bigint, quantity integer))
                    with ordinality as line (id, "variantId", "buildId", sku, kind, "nameVi", "nameEn", price, quantity,
                    position))
            insert into ordering.history (order_id, transition, cause, to_state, actor_id)
            select id, 'PLACE', 'checkout', 'PENDING_PAYMENT', $3 from placed
            """;

    void insert(Transaction transaction, NewOrder order) {
        transaction.send(
                INSERT,
                order.id(),
                order.code(),
                order.account(),
                order.price().goodsTotal(),
                order.price().shippingFee(),
                order.price().vat(),
                Json.object(order.recipient()),
                order.language(),
                order.reservedUntil(),
                new JsonArray(order.lines().stream().map(Json::object).toList()));
    }

    /** An order about to be written. */
    record NewOrder(
            UUID id,
            String code,
            UUID account,
            OrderPrice price,
            Recipient recipient,
            Language language,
            Instant reservedUntil,
            List<CartLine> lines) {}

    private static final String FIND = """
            select o.*,
                (select jsonb_agg(jsonb_build_object('sku', sku, 'kind', kind, 'unitPrice', unit_price,
                        'quantity', quantity, 'total', total, 'buildId', build_id,
                        'name', case $3 when 'EN' then name_en else name_vi end) order by position)
                 from ordering.line where order_id = o.id) as lines,
                (select jsonb_agg(jsonb_build_object('state', to_state, 'at', at) order by id)
                 from ordering.history where order_id = o.id) as history,
                exists (select from payment.doubtful where order_id = o.id) as doubtful
            from ordering.orders o
            where code = $1 and ($2::uuid is null or account_id = $2)
            """;

    /** @param owner null for staff, who may read any */
    Optional<Order> find(String code, UUID owner, Language language) {
        return database.find(FIND, OrderingRepository::order, code, owner, language);
    }

    private static Order order(Row row) {
        State state = State.valueOf(row.getString("state"));
        Instant reservedUntil = row.getOffsetDateTime("reserved_until").toInstant();
        return new Order(
                row.getString("code"),
                state,
                Json.list(row.getJsonArray("lines"), Line.class),
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
                Json.list(row.getJsonArray("history"), Step.class));
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

    private static final String LOCK_OWN =
            "select id from ordering.orders where code = $1 and ($2::uuid is null or account_id = $2) for update";

    /** Locks an order of the account; null owner for staff. */
    Optional<UUID> lock(Transaction transaction, String code, UUID owner) {
        return transaction.find(LOCK_OWN, row -> row.getUUID("id"), code, owner);
    }

    private static final String DOUBTFUL = "select order_id from payment.doubtful where order_id = any($1)";

    /**
     * Those of the orders for which money may be on its way. Asked once they are locked: a notification that waited for
     * the same lock, or held it, is seen by a statement that begins later, not by the one that locked.
     */
    List<UUID> doubtful(Transaction transaction, List<UUID> locked) {
        return transaction.list(DOUBTFUL, row -> row.getUUID("order_id"), (Object) locked.toArray(UUID[]::new));
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
            where id = $1 and state = 'PENDING_PAYMENT' and reserved_until < now() for update skip locked
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
