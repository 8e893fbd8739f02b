package rolt.web.staff;

import java.util.List;
import rolt.ordering.DeskMessages.OrderCount;
import rolt.ordering.DeskMessages.OrderCounts;
import rolt.ordering.OrderingMessages.State;

/** The states by which staff sort their orders, those with work first, and how many orders are in each. */
public record OrderTabs(OrderCounts counts) {
    /** In the order of the tabs. */
    public List<State> states() {
        return List.of(
                State.PAID,
                State.IN_ASSEMBLY,
                State.SHIPPED,
                State.PENDING_PAYMENT,
                State.DELIVERED,
                State.CANCELLED,
                State.EXPIRED);
    }

    public int count(State state) {
        return counts.items().stream()
                .filter(item -> item.state() == state)
                .mapToInt(OrderCount::count)
                .sum();
    }

    public int all() {
        return counts.items().stream().mapToInt(OrderCount::count).sum();
    }
}
