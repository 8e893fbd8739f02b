package rolt.ordering;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import rolt.ordering.OrderLifecycle.Moved;
import rolt.ordering.OrderLifecycle.Reason;
import rolt.ordering.OrderLifecycle.Transition;
import rolt.ordering.OrderingMessages.ExpireOrders;
import rolt.ordering.OrderingMessages.ExpiredOrders;
import rolt.ordering.OrderingMessages.ListOrders;
import rolt.ordering.OrderingMessages.Order;
import rolt.ordering.OrderingMessages.OrderCode;
import rolt.ordering.OrderingMessages.OrderList;
import rolt.ordering.OrderingMessages.OrderSummary;
import rolt.ordering.OrderingMessages.Quote;
import rolt.ordering.OrderingMessages.QuoteShipping;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Role;

/** What customers and staff do with orders. Checkout is {@link PlaceOrder}. */
final class OrderingService {
    private static final int PAGE = 20;

    private final Platform platform;
    private final OrderingRepository repository;

    OrderingService(Platform platform, OrderingRepository repository) {
        this.platform = platform;
        this.repository = repository;
    }

    Order getOrder(Caller caller, OrderCode input) {
        return repository
                .find(input.code(), ownerFilter(caller), caller.language())
                .orElseThrow(() -> Problem.notFound("order"));
    }

    OrderList listOrders(Caller caller, ListOrders input) {
        int limit = input.limit() == null ? PAGE : input.limit();
        List<OrderSummary> found = repository.list(caller.accountId(), input.after(), limit + 1);
        List<OrderSummary> items = found.subList(0, Math.min(limit, found.size()));
        return new OrderList(items, found.size() > limit ? items.getLast().code() : null);
    }

    Quote quoteShipping(QuoteShipping input) {
        long fee = OrderPrice.shippingFee(input.goodsTotal());
        return new Quote(input.goodsTotal(), fee, input.goodsTotal() + fee);
    }

    /** @throws Problem 409 once the order is paid or over, or while money for it may be on its way */
    Order cancelOrder(Caller caller, OrderCode input) {
        Moved moved = platform.database().transaction(tx -> {
            UUID order =
                    repository.lock(tx, input.code(), ownerFilter(caller)).orElseThrow(() -> Problem.notFound("order"));
            if (!repository.doubtful(tx, List.of(order)).isEmpty()) {
                throw Problem.conflict("order.payment-in-doubt");
            }
            return OrderLifecycle.move(tx, order, Transition.CANCEL, new Reason("asked", caller.accountId()))
                    .orElseThrow(() -> Problem.conflict("order.not-cancellable"));
        });
        OrderLifecycle.announce(platform.bus(), moved);
        return getOrder(caller, input);
    }

    /** Ends what was not paid in time. Any node may run it at any time: each order is worked on by one. */
    ExpiredOrders expireOrders(ExpireOrders input) {
        List<Moved> moved = platform.database().transaction(tx -> {
            List<UUID> due = new ArrayList<>(repository.lockDue(tx, input.limit()));
            due.removeAll(repository.doubtful(tx, due));
            return due.isEmpty()
                    ? List.<Moved>of()
                    : OrderLifecycle.moveAll(tx, due, Transition.EXPIRE, new Reason("time", null));
        });
        moved.forEach(order -> OrderLifecycle.announce(platform.bus(), order));
        return new ExpiredOrders(moved.stream().map(Moved::code).toList());
    }

    /** Staff who serve customers read any order; everyone else only their own. */
    private static UUID ownerFilter(Caller caller) {
        return caller.hasAny(Role.SUPPORT, Role.FINANCE, Role.ADMIN) ? null : caller.accountId();
    }
}
