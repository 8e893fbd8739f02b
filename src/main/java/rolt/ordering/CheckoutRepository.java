package rolt.ordering;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rolt.builder.BuilderMessages.Selection;
import rolt.builder.JudgedMessages.ChosenOption;
import rolt.fit.FitMessages.Verdict;
import rolt.ordering.OrderingMessages.Recipient;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Text;
import rolt.platform.Transaction;

/** The cart that becomes an order, in Postgres. */
final class CheckoutRepository {
    private final Database database;

    CheckoutRepository(Database database) {
        this.database = database;
    }

    private static final String CART = """
            select line_id, build_id, variant_id, quantity, sku, kind, name_vi, name_en, price, published,
                   uuidv7() as order_id, (select verified from account.contact where account_id = $1) as verified
            from cart.checkout where account_id = $1 order by line_id
            """;

    /** The account's cart at the prices of this moment; each line says whether the account's address is verified. */
    Transaction.Pending<CartLine> cart(Transaction transaction, UUID account) {
        return transaction.sendFor(CART, CheckoutRepository::cartLine, account);
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
                select $1, $2, $3, email, 'PENDING_PAYMENT', $4, $5, $6, $7::text::jsonb, $8, $9
                from account.contact where account_id = $3
                returning id, code, email, recipient),
            findable as (
                insert into ordering.findable (order_id, words)
                select id, ordering.findable_words(code, email, recipient) from placed),
            lines as (
                insert into ordering.line (order_id, position, cart_line_id, variant_id, build_id, sku, kind, name_vi,
                    name_en, unit_price, quantity)
                select placed.id, line.position, line.id, line."variantId", line."buildId", line.sku, line.kind,
                    line."nameVi", line."nameEn", line.price, line.quantity
                from placed, rows from (jsonb_to_recordset($10::text::jsonb) as (id uuid, "variantId" uuid, "buildId" uuid, sku text,
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
                Json.text(order.recipient()),
                order.language(),
                order.reservedUntil(),
                Json.text(order.lines()));
    }

    /** A keyboard as the order keeps it. */
    record NewBuild(
            UUID buildId,
            Text title,
            Selection selection,
            List<ChosenOption> layout,
            String ruleVersion,
            List<Verdict> verdicts,
            List<String> accepted) {}

    private static final String INSERT_BUILDS = """
            insert into ordering.build (order_id, build_id, title_vi, title_en, selection, layout, rule_version, verdicts,
                accepted)
            select $1, "buildId", title ->> 'vi', title ->> 'en', selection, layout, "ruleVersion", verdicts,
                array(select jsonb_array_elements_text(accepted))
            from jsonb_to_recordset($2::text::jsonb) as given ("buildId" uuid, title jsonb, selection jsonb, layout jsonb,
                "ruleVersion" text, verdicts jsonb, accepted jsonb)
            """;

    /** The keyboards of an order; sends nothing where there are none. */
    void insertBuilds(Transaction transaction, UUID order, List<NewBuild> builds) {
        if (!builds.isEmpty()) {
            transaction.send(INSERT_BUILDS, order, Json.text(builds));
        }
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
}
