package rolt.stock;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rolt.platform.Database;
import rolt.platform.Language;
import rolt.platform.Queries;
import rolt.platform.Transaction;
import rolt.stock.StockMessages.Claim;
import rolt.stock.StockMessages.ListMovements;
import rolt.stock.StockMessages.ListStock;
import rolt.stock.StockMessages.StockDetail;
import rolt.stock.StockMessages.StockItem;
import rolt.stock.StockMessages.StockMovement;
import rolt.stock.StockMessages.StockReason;

/** The stock as staff see it and set it right; what orders do to it is {@link StockLedger}. */
final class StockRepository {
    private static final int MOST_CLAIMS = 100;

    private final Database database;

    StockRepository(Database database) {
        this.database = database;
    }

    private static final String ITEM = """
            select v.variant_id, v.sku, v.code, case $1 when 'EN' then v.name_en else v.name_vi end as name,
                s.on_hand, s.reserved, s.on_hand - s.reserved as available, last.created_at as changed_at
            from catalog.sold_variant v left join stock.stock s using (variant_id) left join lateral (
                select created_at from stock.ledger l where l.variant_id = v.variant_id order by l.id desc limit 1
            ) last on true
            where v.kind <> 'SERVICE'
            """;

    private static final String LIST = ITEM + """
            and ($2::text[] is null or catalog.folded(v.sku || ' ' || v.name_vi || ' ' || v.name_en) like all (array(
                select '%' || catalog.folded(word) || '%' from unnest($2::text[]) word)))
            and ($3::int is null or s.on_hand - s.reserved <= $3) and ($4::text is null or v.sku > $4)
            order by v.sku limit $5
            """;

    List<StockItem> list(ListStock wanted, Language language, int limit) {
        Integer most = Boolean.TRUE.equals(wanted.low()) ? StockMessages.LOW : null;
        return database.list(LIST, StockRepository::item, language, words(wanted.q()), most, wanted.after(), limit);
    }

    /** What was typed, without what LIKE takes for a wildcard; null for nothing. */
    private static String[] words(String typed) {
        return typed == null ? null : typed.replaceAll("[\\\\%_]", " ").strip().split("\\s+");
    }

    private static final String FIND = "with item as (" + ITEM + """
            and v.sku = $2)
            select item.*, coalesce(
                (select quantity from ordering.unsent u where u.variant_id = item.variant_id), 0) as unsent
            from item
            """;

    Optional<StockDetail> find(String sku, Language language) {
        return database.find(FIND, row -> new StockDetail(item(row), row.getInteger("unsent")), language, sku);
    }

    private static StockItem item(Row row) {
        return new StockItem(
                row.getString("sku"),
                row.getString("code"),
                row.getString("name"),
                row.getInteger("on_hand"),
                row.getInteger("reserved"),
                row.getInteger("available"),
                instant(row, "changed_at"));
    }

    private static final String IS_SOLD = "select from catalog.sold_variant where sku = $1";

    /** Whether there is such a variant, be it counted or a service. */
    static boolean isSold(Queries queries, String sku) {
        return queries.find(IS_SOLD, row -> true, sku).isPresent();
    }

    private static final String MOVEMENTS = """
            select l.id, l.reason, l.on_hand_delta, l.reserved_delta, l.note, l.created_at, c.code as order_code,
                case when l.reason in ('COUNT', 'RECEIVE') or p.roles <> '{}' then p.name end as actor
            from (
                select * from stock.ledger
                where variant_id = (select variant_id from catalog.sold_variant where sku = $1)
                    and ($2::uuid is null or id < $2)
                order by id desc limit $3
            ) l left join ordering.order_code c using (order_id) left join account.person p on p.account_id = l.actor_id
            order by l.id desc
            """;

    List<StockMovement> listMovements(ListMovements wanted, int limit) {
        return database.list(MOVEMENTS, StockRepository::movement, wanted.sku(), wanted.after(), limit);
    }

    private static StockMovement movement(Row row) {
        return new StockMovement(
                row.getUUID("id"),
                StockReason.valueOf(row.getString("reason")),
                row.getInteger("on_hand_delta"),
                row.getInteger("reserved_delta"),
                row.getString("order_code"),
                row.getString("actor"),
                row.getString("note"),
                instant(row, "created_at"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime moment = row.get(OffsetDateTime.class, column);
        return moment == null ? null : moment.toInstant();
    }

    private static final String BEGIN = """
            insert into stock.stock (variant_id)
            select variant_id from catalog.sold_variant where sku = $1 and kind <> 'SERVICE'
            on conflict do nothing
            """;

    private static final String LOCK = """
            select s.variant_id, s.on_hand, s.reserved
            from stock.stock s join catalog.sold_variant v using (variant_id) where v.sku = $1 for update of s
            """;

    /** Locks the stock of a variant, which begins with none where it was never counted; empty for a service. */
    Optional<Held> lock(Transaction transaction, String sku) {
        transaction.send(BEGIN, sku);
        return transaction.find(
                LOCK,
                row -> new Held(row.getUUID("variant_id"), row.getInteger("on_hand"), row.getInteger("reserved")),
                sku);
    }

    /** What there is of a variant while its row is locked. */
    record Held(UUID variantId, int onHand, int reserved) {}

    private static final String CLAIMS = """
            select c.code, sum(l.reserved_delta)::int as quantity
            from stock.ledger l join ordering.order_code c using (order_id) where l.variant_id = $1
            group by order_id, c.code having sum(l.reserved_delta) > 0 order by order_id limit $2
            """;

    /** The orders that hold units of a variant, the oldest first; at most 100. */
    List<Claim> claims(Transaction transaction, UUID variant) {
        return transaction.list(
                CLAIMS, row -> new Claim(row.getString("code"), row.getInteger("quantity")), variant, MOST_CLAIMS);
    }

    private static final String MOVE = """
            with moved as (
                update stock.stock set on_hand = on_hand + $2 where variant_id = $1 returning variant_id)
            insert into stock.ledger (variant_id, on_hand_delta, reserved_delta, reason, actor_id, note)
            select variant_id, $2, 0, $3, $4, $5 from moved
            """;

    void move(Transaction transaction, Move move) {
        transaction.send(MOVE, move.variantId(), move.delta(), move.reason(), move.actor(), move.note());
    }

    /** A change by staff; @param delta not 0 */
    record Move(UUID variantId, int delta, StockReason reason, UUID actor, String note) {}
}
