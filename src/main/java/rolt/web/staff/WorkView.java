package rolt.web.staff;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import rolt.ordering.OrderingMessages.Line;
import rolt.ordering.OrderingMessages.Order;
import rolt.ordering.OrderingMessages.OrderedBuild;
import rolt.platform.Role;
import rolt.web.Page;
import rolt.workshop.WorkMessages.WorkEvent;
import rolt.workshop.WorkMessages.WorkFile;
import rolt.workshop.WorkMessages.WorkStep;
import rolt.workshop.WorkMessages.WorkSummary;

/** A work order as its page shows it. */
public final class WorkView {
    private static final Set<String> UNITS = Set.of("PER_SWITCH", "PER_STABILISER", "PER_BOARD");
    private static final Set<String> OF_THE_SHOP = Set.of("OPEN", "AWAIT", "CANCEL");

    private final Page page;
    private final WorkFile file;
    private final Order order;
    private final Set<Role> roles;

    /** @param order that its build was ordered with; null outside of one */
    WorkView(Page page, WorkFile file, Order order, Set<Role> roles) {
        this.page = page;
        this.file = file;
        this.order = order;
        this.roles = roles;
    }

    public WorkFile file() {
        return file;
    }

    public WorkSummary work() {
        return file.work();
    }

    /** As it was ordered, which is what the bench builds; null outside of one, and for orders of before that was kept. */
    public OrderedBuild build() {
        return lines().isEmpty()
                ? null
                : order.builds().stream()
                        .filter(build -> build.id().equals(file.buildId()))
                        .findFirst()
                        .orElse(null);
    }

    /** What its order holds; empty outside of a build. */
    public List<Line> lines() {
        return order == null ? List.of() : order.lines();
    }

    /** What a step is done to, for example 67 switches. */
    public String quantity(WorkStep step) {
        String number = page.number(step.quantity());
        return UNITS.contains(step.unit()) ? page.text("work.unit." + step.unit(), "quantity", number) : "× " + number;
    }

    public Set<Role> roles() {
        return roles;
    }

    public String here() {
        return "/staff/workshop/" + work().code();
    }

    public boolean can(String move) {
        return file.moves().stream().anyMatch(known -> known.name().equals(move));
    }

    /** Whether nothing can be done before the customer's own part has come. */
    public boolean awaitsPart() {
        return work().awaitsPart();
    }

    public boolean isFinishable(WorkStep step) {
        return file.workable() && !step.done() && step.items().stream().allMatch(item -> item.done());
    }

    /** Who did it; nobody's name stands where the shop did. */
    public String actor(WorkEvent event) {
        return event.actor() != null
                ? event.actor()
                : OF_THE_SHOP.contains(event.what()) ? "ROLT" : page.text("work.gone");
    }

    /** A key for one note. */
    public String key() {
        return UUID.randomUUID().toString();
    }
}
