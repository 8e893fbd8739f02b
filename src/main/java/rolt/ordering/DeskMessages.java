package rolt.ordering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rolt.ordering.OrderLifecycle.Transition;
import rolt.ordering.OrderingMessages.Carrier;
import rolt.ordering.OrderingMessages.Order;
import rolt.ordering.OrderingMessages.State;

/** What staff ask about orders, and do with them. No request carries a state: who asks names what shall be done. */
public final class DeskMessages {
    private DeskMessages() {}

    /**
     * {@code ordering.listAllOrders}: everybody's, newest first.
     *
     * @param q part of a code, an e-mail address, a name or a telephone number
     * @param after the code of the last order of the page before
     */
    public record ListAllOrders(State state, String q, Integer limit, String after) {}

    public record StaffOrderList(List<StaffOrder> items, String next) {}

    /** @param withService whether the bench has something to do for it */
    public record StaffOrder(
            String code,
            State state,
            long total,
            Instant placedAt,
            String name,
            String phone,
            String email,
            boolean withService) {}

    /** {@code ordering.countOrders}: how many there are in each state, of those that the words find. */
    public record CountOrders(String q) {}

    /** States without an order are left out. */
    public record OrderCounts(List<OrderCount> items) {}

    public record OrderCount(State state, int count) {}

    /**
     * {@code ordering.getOrderFile}: an order with all that staff know of it.
     *
     * @param moves what the caller may do with it now
     * @param unfinished work of the bench that has to be finished before it is shipped; the order's own code stands for
     *     what the bench has not been given yet
     * @param correctable whether the caller may correct its shipment now
     * @param doubtful whether money for it may be on its way, so that it must not be cancelled
     */
    public record OrderFile(
            Order order,
            List<OrderBuild> builds,
            List<OrderEvent> events,
            List<Transition> moves,
            List<String> unfinished,
            boolean correctable,
            boolean doubtful) {}

    /** A keyboard whose parts belong together; @param code of its page, null where it is there no more */
    public record OrderBuild(UUID id, String code, String title) {}

    /**
     * Something that happened to an order.
     *
     * @param what a transition, PLACE, SHIPMENT for what was said about its parcel, or REFUND_ and the state that a refund
     *     came into
     * @param cause the occasion, for example a payment reference; of a refund its amount in đồng
     * @param actor the name of who did it; null for the shop itself and for an account that is gone
     * @param words what was written about it, or null
     */
    public record OrderEvent(
            String what, Instant at, String cause, UUID actorId, String actor, String words, Carrier carrier) {}

    /** {@code ordering.beginAssembly}, {@code ordering.deliverOrder} */
    public record MoveOrder(String code, String idempotencyKey) {}

    /** {@code ordering.shipOrder}, {@code ordering.correctShipment} */
    public record ShipOrder(String code, Carrier carrier, String trackingNumber, String idempotencyKey) {}

    /** {@code ordering.callOffOrder}; @param reason the customer reads it */
    public record CallOffOrder(String code, String reason, String idempotencyKey) {}

    /** @param refund what goes back to the customer by this, in đồng */
    public record MovedOrder(String code, State state, long refund) {}
}
