package rolt.ordering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rolt.builder.BuilderMessages.Selection;
import rolt.fit.FitMessages.Verdict;

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

    /** Who carries parcels in Vietnam. */
    public enum Carrier {
        GHN("Giao Hàng Nhanh (GHN)", "https://donhang.ghn.vn/?order_code=%s"),
        GHTK("Giao Hàng Tiết Kiệm (GHTK)", "https://i.ghtk.vn/%s"),
        /** It has a page to look parcels up, and none for a single one. */
        VIETTEL_POST("Viettel Post", "https://viettelpost.com.vn/tra-cuu-hanh-trinh-don/"),
        VNPOST("VNPost", null),
        JT("J&T Express", "https://jtexpress.vn/vi/tracking?type=track&billcode=%s"),
        SPX("SPX Express", "https://spx.vn/track?%s"),
        OTHER(null, null);

        private final String title;
        private final String tracking;

        Carrier(String title, String tracking) {
            this.title = title;
            this.tracking = tracking;
        }

        /** Its own name, the same in all languages; null for {@link #OTHER}. */
        public String title() {
            return title;
        }

        /** Where it shows a parcel's way, or null; a number is letters, digits, dots and hyphens. */
        String trackingUrl(String trackingNumber) {
            return tracking == null ? null : tracking.formatted(trackingNumber);
        }
    }

    /** To whom and where; a snapshot in the order. */
    public record Recipient(String name, String phone, String province, String ward, String street, String note) {}

    /**
     * {@code ordering.placeOrder}: the cart becomes an order, its stock reserved.
     *
     * @param expectedTotal what the customer saw, shipping included; another total is refused
     * @param builds what the customer accepts of the builds in the cart; null where there is nothing to accept
     */
    public record PlaceOrder(
            Recipient recipient, long expectedTotal, List<BuildConsent> builds, String idempotencyKey) {}

    /**
     * @param acceptedWarnings the rules whose warnings were ticked: all that there are, and no others
     * @param ruleVersion of the rules that warned
     */
    public record BuildConsent(UUID buildId, List<String> acceptedWarnings, String ruleVersion) {}

    /** {@code ordering.getOrder}, {@code ordering.getOrderFile} */
    public record OrderCode(String code) {}

    /** {@code ordering.cancelOrder}; @param reason null from a customer who gives none; staff must */
    public record CancelOrder(String code, String reason) {}

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
     * @param builds the keyboards among the lines, as they were when they were ordered
     * @param vat contained in the total
     * @param reservedUntil when an unpaid order ends
     * @param payable whether a payment can be opened now
     * @param shipment null before it is shipped
     * @param cancelReason what was written about the cancellation, or null
     * @param refunding what of the money is on its way back
     * @param refunded what of it has gone back
     * @param received all that VNPAY took for it, by whichever payment
     * @param doubtful whether money for it may be on its way, so that it must not be paid once more
     */
    public record Order(
            String code,
            State state,
            List<Line> lines,
            List<OrderedBuild> builds,
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
            List<Step> history,
            Shipment shipment,
            String cancelReason,
            long refunding,
            long refunded,
            long received,
            boolean doubtful) {
        /** Whether all money that came for it has gone back. */
        public boolean allBack() {
            return received > 0 && refunded == received;
        }

        /** Whether all money that came for it has gone back, or shall: its goods stay in the shop. */
        public boolean givenBack() {
            return received > 0 && refunding + refunded >= received;
        }

        /** Whether the bench has something to do for it. */
        public boolean withService() {
            return lines.stream().anyMatch(line -> line.kind().equals("SERVICE"));
        }
    }

    public record Line(String sku, String kind, String name, long unitPrice, int quantity, long total, UUID buildId) {}

    /**
     * A keyboard as it was ordered; nothing here follows the catalogue.
     *
     * @param id as in its lines
     * @param verdicts what the rules of fit said
     * @param accepted the rules whose warnings the customer accepted
     */
    public record OrderedBuild(
            UUID id,
            String title,
            Selection selection,
            List<OrderedOption> layout,
            String ruleVersion,
            List<Verdict> verdicts,
            List<String> accepted) {}

    /** An option of the kit's layout, and the choice made. */
    public record OrderedOption(String option, String choice) {}

    /**
     * With whom the parcel travels.
     *
     * @param trackingUrl where its way can be looked up, or null
     */
    public record Shipment(Carrier carrier, String trackingNumber, String trackingUrl) {}

    /**
     * A step of the order's life.
     *
     * @param state where the order then stood
     * @param givenBack of a step of a refund, which leaves the state as it is: how much, in đồng; else null
     * @param arrived whether that money has gone out; else it has been asked for
     */
    public record Step(State state, Instant at, Long givenBack, Boolean arrived) {}

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

    /** Event {@code ordering.orderChanged}, and for who follows one order {@code ordering.orderChanged.<code>}. */
    public record OrderChanged(String code, State state) {
        /** Heard by the domains; no client may listen to it. */
        public static final String OF_ANY = "ordering.orderChanged";
    }
}
