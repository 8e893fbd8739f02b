package rolt.stock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the stock is asked and answers. Quantities are units as sold: packs, kits, pieces. */
public final class StockMessages {
    /** So many or fewer that can be sold are low. */
    public static final int LOW = 5;

    private StockMessages() {}

    /** Why the stock changed. */
    public enum StockReason {
        COUNT,
        RECEIVE,
        RESERVE,
        RELEASE,
        COMMIT,
        RETURN
    }

    /** {@code stock.listStock}: by the words of SKU and names, in the order of the SKUs. */
    public record ListStock(String q, Boolean low, Integer limit, String after) {}

    public record StockList(List<StockItem> items, String next) {}

    /**
     * What there is of a variant. The quantities are null until it is counted for the first time; it is sold without limit
     * until then.
     *
     * @param code of its product
     * @param name in the caller's language
     * @param reserved for orders that may still be paid; contained in {@code onHand}
     * @param available what can be sold
     * @param changedAt null where it never changed
     */
    public record StockItem(
            String sku,
            String code,
            String name,
            Integer onHand,
            Integer reserved,
            Integer available,
            Instant changedAt) {}

    /** {@code stock.getStock} */
    public record GetStock(String sku) {}

    /** @param unsent sold and paid for, but still on the shelf; not contained in the stock any more */
    public record StockDetail(StockItem stock, int unsent) {}

    /** {@code stock.listMovements}: the ledger of a variant, newest first. */
    public record ListMovements(String sku, Integer limit, UUID after) {}

    public record StockMovementList(List<StockMovement> items, UUID next) {}

    /**
     * A row of the ledger.
     *
     * @param orderCode null where no order moved it
     * @param actor the name of who did it, of the staff only
     * @param note null where nothing was noted
     */
    public record StockMovement(
            UUID id,
            StockReason reason,
            int onHandDelta,
            int reservedDelta,
            String orderCode,
            String actor,
            String note,
            Instant at) {}

    /**
     * {@code stock.countStock}: there is as much as was counted.
     *
     * @param expectedOnHand what the stock showed when it was counted, 0 where it was never counted; null takes any
     */
    public record CountStock(String sku, int onHand, Integer expectedOnHand, String note, String idempotencyKey) {}

    /** {@code stock.receiveStock}: goods came in. */
    public record ReceiveStock(String sku, int quantity, String note, String idempotencyKey) {}

    /** What there is after a change; @param delta by how much {@code onHand} changed */
    public record StockChange(String sku, int delta, int onHand, int reserved, int available) {}

    /** What an order holds, in the problem {@code stock.below-reserved}. */
    public record Claim(String code, int quantity) {}
}
