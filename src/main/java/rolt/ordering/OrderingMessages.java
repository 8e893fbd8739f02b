package rolt.ordering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What ordering is asked and answers. Amounts are đồng, VAT included; texts are in the caller's language. */
public final class OrderingMessages {
    private OrderingMessages() {}

    /** Where an order stands; {@link OrderLifecycle} says how it moves. */
    public enum State {
        PENDING_PAYMENT,
        PAID,
        IN_ASSEMBLY,
        SHIPPED,
        DELIVERED,
        CANCELLED,
        EXPIRED
    }

    /** To whom and where; a snapshot in the order. */
    public record Recipient(String name, String phone, String province, String ward, String street, String note) {}

    /**
     * {@code ordering.placeOrder}: the cart becomes an order, its stock reserved.
     *
     * @param expectedTotal what the customer saw, shipping included; another total is refused
     */
    public record PlaceOrder(Recipient recipient, long expectedTotal, String idempotencyKey) {}

    /** {@code ordering.getOrder}, {@code ordering.cancelOrder} */
    public record OrderCode(String code) {}

    /** {@code ordering.quoteShipping}: what shipping goods of this value costs. */
    public record QuoteShipping(long goodsTotal) {}

    public record Quote(long goodsTotal, long shippingFee, long total) {}

    /** {@code ordering.listOrders}: one's own, newest first. */
    public record ListOrders(Integer limit, String after) {}

    public record OrderList(List<OrderSummary> items, String next) {}

    public record OrderSummary(String code, State state, long total, Instant placedAt) {}

    /** @param expires when its reservation ends, unless it is paid */
    public record PlacedOrder(String code, State state, long total, Instant expires) {}

    /**
     * @param vat contained in the total
     * @param reservedUntil when an unpaid order ends
     * @param payable whether a payment can be opened now
     */
    public record Order(
            String code,
            State state,
            List<Line> lines,
            long goodsTotal,
            long shippingFee,
            long total,
            long vat,
            Recipient recipient,
            String email,
            Instant placedAt,
            Instant reservedUntil,
            Instant paidAt,
            boolean payable,
            List<Step> history) {}

    public record Line(String sku, String kind, String name, long unitPrice, int quantity, long total, UUID buildId) {}

    /** A step of the order's life. */
    public record Step(State state, Instant at) {}

    /** {@code ordering.expireOrders}, on the bus only: ends what was not paid in time. */
    public record ExpireOrders(int limit) {}

    public record ExpiredOrders(List<String> codes) {}

    /** What is told of an order that was paid, in the order's own language. */
    public record Receipt(
            String code,
            List<ReceiptLine> lines,
            long goodsTotal,
            long shippingFee,
            long total,
            long vat,
            Recipient recipient) {}

    public record ReceiptLine(String name, int quantity, long total) {}

    /** Event {@code ordering.orderChanged.<code>}. */
    public record OrderChanged(String code, State state) {}
}
