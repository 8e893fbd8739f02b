package rolt.web.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import rolt.ordering.OrderingMessages.Line;
import rolt.ordering.OrderingMessages.Order;
import rolt.ordering.OrderingMessages.OrderedBuild;
import rolt.ordering.OrderingMessages.State;
import rolt.web.Page;
import rolt.workshop.WorkMessages.OrderWork;

/** An order as its page tells it: in which of its steps it is, and in which words. */
public final class OrderView {
    private final Page page;
    private final Order order;
    private final OrderWork work;

    /** @param work the bench's on it; empty where there is none */
    OrderView(Page page, Order order, OrderWork work) {
        this.page = page;
        this.order = order;
        this.work = work;
    }

    public Order order() {
        return order;
    }

    public OrderWork work() {
        return work;
    }

    public List<Line> lines(OrderedBuild build) {
        return order.lines().stream()
                .filter(line -> build.id().equals(line.buildId()))
                .toList();
    }

    /** What was bought by itself, or with a keyboard of which nothing else is known. */
    public List<Line> looseLines() {
        return order.lines().stream()
                .filter(line ->
                        order.builds().stream().noneMatch(build -> build.id().equals(line.buildId())))
                .toList();
    }

    /** The states it goes through; assembly only where there is something to assemble. Empty for one that has ended. */
    public List<State> steps() {
        if (order.state() == State.CANCELLED || order.state() == State.EXPIRED) {
            return List.of();
        }
        List<State> steps = new ArrayList<>(List.of(State.PENDING_PAYMENT, State.PAID));
        if (order.withService()) {
            steps.add(State.IN_ASSEMBLY);
        }
        steps.addAll(List.of(State.SHIPPED, State.DELIVERED));
        return steps;
    }

    public boolean isDone(State step) {
        return steps().indexOf(step) < steps().indexOf(order.state());
    }

    /** The browser is back from VNPAY, whose notification has not come: nobody should pay a second time now. */
    public boolean isBeingConfirmed() {
        String told = page.query("vnpay");
        return order.state() == State.PENDING_PAYMENT && (told.equals("success") || told.equals("unknown"));
    }

    /** The payment was given up or refused at VNPAY. */
    public boolean hasFailed() {
        return order.state() == State.PENDING_PAYMENT
                && !order.doubtful()
                && page.query("vnpay").equals("failed");
    }

    /** The customer may have been charged, and it is being found out: nobody should pay a second time now. */
    public boolean isBeingChecked() {
        return order.state() == State.PENDING_PAYMENT && order.doubtful();
    }

    public boolean isPayable() {
        return order.payable() && !isBeingConfirmed();
    }

    /** Whether it may still change: its page follows it. */
    public boolean isMoving() {
        return order.state() != State.DELIVERED;
    }

    /** The key of the texts that say where it stands. */
    public String standing() {
        if (isBeingChecked()) {
            return "order.said.CHECKING";
        }
        if (isBeingConfirmed()) {
            return "order.said.CONFIRMING";
        }
        if (order.state() == State.CANCELLED && order.paidAt() != null) {
            return order.allBack() ? "order.said.REFUNDED" : "order.said.CALLED_OFF";
        }
        return "order.said." + order.state();
    }

    /** Differs whenever the page would say something else. */
    public String version() {
        String parcel = order.shipment() == null ? "" : order.shipment().trackingNumber();
        return order.state() + "/" + order.reservedUntil() + "/" + order.payable() + "/" + parcel + "/"
                + order.refunding() + "/" + order.refunded() + "/" + order.doubtful() + "/" + work.hashCode();
    }

    /** A key for one decision to pay. */
    public String paymentKey() {
        return UUID.randomUUID().toString();
    }
}
