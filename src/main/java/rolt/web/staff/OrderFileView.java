package rolt.web.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rolt.ordering.DeskMessages.OrderBuild;
import rolt.ordering.DeskMessages.OrderEvent;
import rolt.ordering.DeskMessages.OrderFile;
import rolt.ordering.OrderingMessages.Carrier;
import rolt.ordering.OrderingMessages.Line;
import rolt.ordering.OrderingMessages.Order;
import rolt.ordering.OrderingMessages.OrderedBuild;
import rolt.ordering.OrderingMessages.State;
import rolt.platform.Role;
import rolt.web.Page;
import rolt.workshop.WorkMessages.OrderWork;
import rolt.workshop.WorkMessages.WorkProgress;

/** An order as staff read it: what belongs together, what happened, and what the reader may do with it. */
public final class OrderFileView {
    private final Page page;
    private final OrderFile file;
    private final OrderWork work;
    private final Set<Role> roles;

    /** @param work the bench's on it; empty where there is none */
    OrderFileView(Page page, OrderFile file, OrderWork work, Set<Role> roles) {
        this.page = page;
        this.file = file;
        this.work = work;
        this.roles = roles;
    }

    public OrderFile file() {
        return file;
    }

    public Order order() {
        return file.order();
    }

    public List<WorkProgress> work() {
        return work.items();
    }

    /** Whether only unfinished work keeps it from being shipped. */
    public boolean waitsForBench() {
        return order().state() == State.IN_ASSEMBLY && !file.unfinished().isEmpty();
    }

    /** Whether the reader may open the work orders. */
    public boolean showsBench() {
        return roles.contains(Role.TECHNICIAN) || roles.contains(Role.ADMIN);
    }

    public Set<Role> roles() {
        return roles;
    }

    /**
     * @param code of the build's page, null where there is none
     * @param build as it was ordered; null where it is none, or was ordered before that was kept
     */
    public record Group(String title, String code, OrderedBuild build, List<Line> lines) {
        /** What lies in the parcel; work is not packed. */
        public int pieces() {
            return lines.stream()
                    .filter(line -> !line.kind().equals("SERVICE"))
                    .mapToInt(Line::quantity)
                    .sum();
        }
    }

    /** The keyboards with their parts, and what was bought by itself. */
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (OrderBuild build : file.builds()) {
            List<Line> parts = order().lines().stream()
                    .filter(line -> build.id().equals(line.buildId()))
                    .toList();
            groups.add(new Group(title(build, groups.size() + 1), build.code(), ordered(build), parts));
        }
        List<Line> loose =
                order().lines().stream().filter(line -> line.buildId() == null).toList();
        if (!loose.isEmpty()) {
            groups.add(new Group(page.text(groups.isEmpty() ? "order.lines" : "desk.loose"), null, null, loose));
        }
        return groups;
    }

    private OrderedBuild ordered(OrderBuild build) {
        return order().builds().stream()
                .filter(ordered -> ordered.id().equals(build.id()))
                .findFirst()
                .orElse(null);
    }

    private String title(OrderBuild build, int number) {
        String keyboard = page.text("desk.build", "number", number);
        return build.title() == null ? keyboard : keyboard + ": " + build.title();
    }

    public boolean can(String move) {
        return file.moves().stream().anyMatch(known -> known.name().equals(move));
    }

    /** Whether there is anything to do for the reader. */
    public boolean hasNothingToDo() {
        return file.moves().isEmpty() && !file.correctable();
    }

    /** Where the form that cancels the order leads; empty where the reader cannot. */
    public String cancellation() {
        return can("CALL_OFF") ? "/call-off" : can("CANCEL") ? "/cancellation" : "";
    }

    public boolean showsMoney() {
        return roles.contains(Role.FINANCE) || roles.contains(Role.ADMIN);
    }

    public boolean showsCustomers() {
        return roles.contains(Role.SUPPORT) || roles.contains(Role.ADMIN);
    }

    /** What happened, in a few words. */
    public String what(OrderEvent event) {
        return event.what().startsWith("REFUND_")
                ? page.text("desk.event." + event.what(), "amount", page.price(Long.parseLong(event.cause())))
                : page.text("desk.event." + event.what());
    }

    /** Who did it; VNPAY's reference for what it told. */
    public String actor(OrderEvent event) {
        if (event.actor() != null) {
            return event.actor();
        }
        if (event.actorId() != null) {
            return page.text("desk.gone");
        }
        return event.what().startsWith("PAY") ? "VNPAY " + event.cause() : "ROLT";
    }

    /** What was written about it; a parcel with its carrier. */
    public String words(OrderEvent event) {
        return event.carrier() == null ? event.words() : carrier(event.carrier()) + " · " + event.words();
    }

    public String carrier(Carrier carrier) {
        return carrier.title() == null ? page.text("carrier.OTHER") : carrier.title();
    }

    /** A key for one decision. */
    public String key() {
        return UUID.randomUUID().toString();
    }
}
