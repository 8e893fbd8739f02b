package rolt.stock;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import rolt.platform.Transaction;

/**
 * The door to the stock for transactions of other domains. Every change is a row of the append-only ledger, written by
 * the statement that changes the stock, so the ledger's sums equal the stock at every moment. Rows are locked in the
 * order of their ids. A variant without a stock row (a service) is not counted.
 */
public final class StockLedger {
    /** The constraint that a reservation of more than there is breaks. */
    public static final String NEVER_OVERSOLD = "stock_never_oversold";

    private static final String RESERVE = """
            with wanted as (
                select * from unnest($2::uuid[], $3::int[]) as wanted (variant_id, quantity)),
            locked as (
                select variant_id from stock.stock join wanted using (variant_id) order by variant_id for update of stock),
            moved as (
                update stock.stock set reserved = reserved + wanted.quantity
                from wanted join locked using (variant_id)
                where stock.variant_id = wanted.variant_id
                returning stock.variant_id, wanted.quantity)
            insert into stock.ledger (variant_id, on_hand_delta, reserved_delta, reason, order_id, actor_id)
            select variant_id, 0, quantity, 'RESERVE', $1, $4 from moved
            """;

    private static final String SETTLE = """
            with held as (
                select order_id, variant_id, sum(reserved_delta)::int as quantity from stock.ledger
                where order_id = any($1) group by order_id, variant_id having sum(reserved_delta) > 0),
            summed as (
                select variant_id, sum(quantity)::int as quantity from held group by variant_id),
            locked as (
                select variant_id from stock.stock join summed using (variant_id) order by variant_id for update of stock),
            moved as (
                update stock.stock set reserved = reserved - quantity, on_hand = on_hand - quantity * $2
                from summed join locked using (variant_id)
                where stock.variant_id = summed.variant_id
                returning stock.variant_id)
            insert into stock.ledger (variant_id, on_hand_delta, reserved_delta, reason, order_id, actor_id)
            select variant_id, -quantity * $2, -quantity, $3, order_id, $4 from held join moved using (variant_id)
            """;

    private static final String RETURN = """
            with sold as (
                select variant_id, -sum(on_hand_delta)::int as quantity from stock.ledger
                where order_id = $1 group by variant_id having sum(on_hand_delta) < 0),
            locked as (
                select variant_id from stock.stock join sold using (variant_id) order by variant_id for update of stock),
            moved as (
                update stock.stock set on_hand = on_hand + quantity
                from sold join locked using (variant_id)
                where stock.variant_id = sold.variant_id
                returning stock.variant_id, sold.quantity)
            insert into stock.ledger (variant_id, on_hand_delta, reserved_delta, reason, order_id, actor_id)
            select variant_id, quantity, 0, 'RETURN', $1, $2 from moved
            """;

    private StockLedger() {}

    /**
     * Holds stock for an order.
     *
     * <p>Where there is too little the statement breaks {@link #NEVER_OVERSOLD}, and with it the transaction.
     *
     * @param quantities units as sold, by variant; all positive
     * @param actor who asked, null for the shop itself
     */
    public static void reserve(Transaction transaction, UUID order, Map<UUID, Integer> quantities, UUID actor) {
        Map<UUID, Integer> sorted = new TreeMap<>(quantities);
        UUID[] variants = sorted.keySet().toArray(UUID[]::new);
        Integer[] counts = sorted.values().toArray(Integer[]::new);
        transaction.send(RESERVE, order, variants, counts, actor);
    }

    /** Takes what an order holds out of the stock: it is sold. Harmless where the order holds nothing. */
    public static void commit(Transaction transaction, UUID order, UUID actor) {
        settle(transaction, List.of(order), 1, "COMMIT", actor);
    }

    /** Gives back what orders hold. Harmless where they hold nothing. */
    public static void release(Transaction transaction, Collection<UUID> orders, UUID actor) {
        settle(transaction, orders, 0, "RELEASE", actor);
    }

    /** Puts back on the shelf what an order had taken out of the stock. Harmless where it has taken nothing. */
    public static void giveBack(Transaction transaction, UUID order, UUID actor) {
        transaction.send(RETURN, order, actor);
    }

    private static void settle(Transaction transaction, Collection<UUID> orders, int taken, String reason, UUID actor) {
        transaction.send(SETTLE, orders.toArray(UUID[]::new), taken, reason, actor);
    }
}
