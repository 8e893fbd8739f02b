package rolt.ordering;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import rolt.ordering.DeskMessages.CallOffOrder;
import rolt.ordering.DeskMessages.ListAllOrders;
import rolt.ordering.DeskMessages.MoveOrder;
import rolt.ordering.DeskMessages.MovedOrder;
import rolt.ordering.DeskMessages.OrderFile;
import rolt.ordering.DeskMessages.ShipOrder;
import rolt.ordering.DeskMessages.StaffOrder;
import rolt.ordering.DeskMessages.StaffOrderList;
import rolt.ordering.DeskRepository.Said;
import rolt.ordering.OrderLifecycle.Moved;
import rolt.ordering.OrderLifecycle.Reason;
import rolt.ordering.OrderLifecycle.Transition;
import rolt.ordering.OrderMails.Addressee;
import rolt.ordering.OrderMails.Cancellation;
import rolt.ordering.OrderingMessages.Order;
import rolt.ordering.OrderingMessages.OrderCode;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.OrderRefunds;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.platform.Caller;
import rolt.platform.Idempotency;
import rolt.platform.Idempotency.Guard;
import rolt.platform.Idempotency.Once;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;

/**
 * What staff do with an order that is paid. The contract lets in whom the state table lets ask; a move that the order's
 * state does not allow is a 409. Each locks the order first, so of two that exclude each other one happens.
 */
final class OrderDesk {
    private static final int PAGE = 30;
    private static final Set<Transition> HANDS_OUT = Set.of(Transition.BEGIN_ASSEMBLY, Transition.SHIP);

    private final Platform platform;
    private final OrderingRepository orders;
    private final DeskRepository desk;
    private final OrderMails mails;

    OrderDesk(Platform platform, OrderingRepository orders) {
        this.platform = platform;
        this.orders = orders;
        this.desk = new DeskRepository(platform.database());
        this.mails = new OrderMails(platform);
    }

    StaffOrderList listAllOrders(ListAllOrders input) {
        int limit = input.limit() == null ? PAGE : input.limit();
        List<StaffOrder> found = desk.list(input, limit + 1);
        List<StaffOrder> items = found.subList(0, Math.min(limit, found.size()));
        return new StaffOrderList(items, found.size() > limit ? items.getLast().code() : null);
    }

    OrderFile getOrderFile(Caller caller, OrderCode input) {
        Order order = orders.find(input.code(), null, caller.language()).orElseThrow(() -> Problem.notFound("order"));
        boolean doubtful = orders.isDoubtful(input.code());
        List<String> unfinished = order.withService() ? orders.unfinishedWork(input.code()) : List.of();
        List<Transition> moves = Arrays.stream(Transition.values())
                .filter(move -> move.mayAsk(caller.roles()) && move.possibleFrom(order.state(), order.withService()))
                .filter(move -> !doubtful || move.to() != State.CANCELLED)
                .filter(move -> !order.givenBack() || !HANDS_OUT.contains(move))
                .filter(move -> unfinished.isEmpty() || move != Transition.SHIP)
                .toList();
        return new OrderFile(
                order,
                desk.builds(input.code(), caller.language()),
                desk.events(input.code()),
                moves,
                unfinished,
                order.state() == State.SHIPPED && Transition.SHIP.mayAsk(caller.roles()),
                doubtful);
    }

    MovedOrder beginAssembly(Caller caller, MoveOrder input) {
        Guard guard = Guard.of(caller, "ordering.beginAssembly", input.idempotencyKey(), input);
        return once(guard, tx -> {
            Moved moved = handOut(tx, input.code(), Transition.BEGIN_ASSEMBLY, caller);
            mails.inAssembly(tx, moved);
            return answer(moved);
        });
    }

    MovedOrder shipOrder(Caller caller, ShipOrder input) {
        Guard guard = Guard.of(caller, "ordering.shipOrder", input.idempotencyKey(), input);
        return once(guard, tx -> {
            refuseUnfinished(tx, input.code());
            Moved moved = handOut(tx, input.code(), Transition.SHIP, caller);
            desk.ship(tx, moved.id(), input, caller.accountId());
            mails.shipped(tx, "order-shipped/" + moved.code(), Addressee.of(moved), input);
            return answer(moved);
        });
    }

    /** The customer is told the right number, unless it is the one he knows. */
    MovedOrder correctShipment(Caller caller, ShipOrder input) {
        Guard guard = Guard.of(caller, "ordering.correctShipment", input.idempotencyKey(), input);
        return once(guard, tx -> {
            UUID order = lock(tx, input.code());
            if (desk.isNoted(tx, order, input)) {
                throw Problem.conflict("order.shipment-unchanged");
            }
            Said said = desk.ship(tx, order, input, caller.accountId());
            if (said.state() != State.SHIPPED) {
                throw Problem.conflict("order.wrong-step");
            }
            mails.shipped(tx, "order-tracking/" + said.id(), said.to(), input);
            return new MovedOrder(input.code(), said.state(), 0);
        });
    }

    MovedOrder deliverOrder(Caller caller, MoveOrder input) {
        Guard guard = Guard.of(caller, "ordering.deliverOrder", input.idempotencyKey(), input);
        return once(guard, tx -> {
            Moved moved = move(tx, input.code(), Transition.DELIVER, asked(caller, null));
            mails.delivered(tx, moved);
            return answer(moved);
        });
    }

    /** The goods go back to the stock and the money to the customer. */
    MovedOrder callOffOrder(Caller caller, CallOffOrder input) {
        Guard guard = Guard.of(caller, "ordering.callOffOrder", input.idempotencyKey(), input);
        return once(guard, tx -> {
            UUID order = lock(tx, input.code());
            if (!orders.doubtful(tx, List.of(order)).isEmpty()) {
                throw Problem.conflict("order.payment-in-doubt");
            }
            Moved moved = move(tx, order, Transition.CALL_OFF, asked(caller, input.reason()));
            long refund = OrderRefunds.owe(tx, order, RefundReason.CALLED_OFF, caller.accountId());
            mails.cancelled(tx, moved, new Cancellation(input.reason(), true, refund));
            return new MovedOrder(moved.code(), moved.state(), refund);
        });
    }

    /** What the bench has begun leaves the shop only once all of its work is done. */
    private void refuseUnfinished(Transaction tx, String code) {
        UUID order = lock(tx, code);
        orders.unfinishedWork(tx, order).ifPresent(work -> {
            throw Problem.conflict("order.work-unfinished", Map.of("work", work));
        });
    }

    /** Goods leave the shop only for money that stays. */
    private Moved handOut(Transaction tx, String code, Transition transition, Caller caller) {
        UUID order = lock(tx, code);
        if (orders.isGivenBack(tx, order)) {
            throw Problem.conflict("order.given-back");
        }
        return move(tx, order, transition, asked(caller, null));
    }

    private static Reason asked(Caller caller, String words) {
        return new Reason("asked", caller.accountId(), words);
    }

    private static MovedOrder answer(Moved moved) {
        return new MovedOrder(moved.code(), moved.state(), 0);
    }

    private Moved move(Transaction tx, String code, Transition transition, Reason reason) {
        return move(tx, lock(tx, code), transition, reason);
    }

    private static Moved move(Transaction tx, UUID order, Transition transition, Reason reason) {
        return OrderLifecycle.move(tx, order, transition, reason)
                .orElseThrow(() -> Problem.conflict("order.wrong-step"));
    }

    private UUID lock(Transaction tx, String code) {
        return orders.lock(tx, code, null)
                .orElseThrow(() -> Problem.notFound("order"))
                .id();
    }

    private MovedOrder once(Guard guard, Function<Transaction, MovedOrder> effect) {
        Once<MovedOrder> done = platform.database()
                .transaction(tx -> Idempotency.once(tx, guard, MovedOrder.class, () -> effect.apply(tx)));
        if (!done.replayed()) {
            OrderLifecycle.announce(
                    platform.bus(), done.answer().code(), done.answer().state());
            mails.hurry();
        }
        return done.answer();
    }
}
