package rolt.ordering;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.ordering.OrderLifecycle.Moved;
import rolt.ordering.OrderLifecycle.Reason;
import rolt.ordering.OrderLifecycle.Transition;
import rolt.ordering.OrderMails.Cancellation;
import rolt.ordering.OrderingMessages.CancelOrder;
import rolt.ordering.OrderingMessages.ExpireOrders;
import rolt.ordering.OrderingMessages.ExpiredOrders;
import rolt.ordering.OrderingMessages.ListOrders;
import rolt.ordering.OrderingMessages.Order;
import rolt.ordering.OrderingMessages.OrderCode;
import rolt.ordering.OrderingMessages.OrderList;
import rolt.ordering.OrderingMessages.OrderSummary;
import rolt.ordering.OrderingMessages.Quote;
import rolt.ordering.OrderingMessages.QuoteShipping;
import rolt.ordering.OrderingRepository.Locked;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Role;
import rolt.platform.Transaction;

/** What customers and staff do with orders. Checkout is {@link PlaceOrder}. */
final class OrderingService {
    private static final Logger LOG = LoggerFactory.getLogger(OrderingService.class);
    private static final int PAGE = 20;
    private static final Duration EXPIRY_POSTPONED = Duration.ofMinutes(10);

    private final Platform platform;
    private final OrderingRepository repository;
    private final OrderMails mails;

    OrderingService(Platform platform, OrderingRepository repository) {
        this.platform = platform;
        this.repository = repository;
        this.mails = new OrderMails(platform);
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

    /**
     * Cancels what is not paid; a paid order is called off at the {@link OrderDesk}.
     *
     * @throws Problem 400 from staff without a reason, 409 once the order is paid or over, or while money for it may be on
     *     its way
     */
    Order cancelOrder(Caller caller, CancelOrder input) {
        UUID owner = Transition.CANCEL.mayAsk(caller.roles()) ? null : caller.accountId();
        Moved moved = platform.database().transaction(tx -> {
            Locked order = repository.lock(tx, input.code(), owner).orElseThrow(() -> Problem.notFound("order"));
            if (!repository.doubtful(tx, List.of(order.id())).isEmpty()) {
                throw Problem.conflict("order.payment-in-doubt");
            }
            return cancel(tx, order, caller, input.reason());
        });
        OrderLifecycle.announce(platform.bus(), moved);
        mails.hurry();
        return getOrder(caller, new OrderCode(input.code()));
    }

    private Moved cancel(Transaction tx, Locked order, Caller caller, String reason) {
        boolean own = caller.accountId().equals(order.owner());
        if (!own && reason == null) {
            throw Problem.invalid("reason", "required");
        }
        Moved moved = OrderLifecycle.move(
                        tx, order.id(), Transition.CANCEL, new Reason("asked", caller.accountId(), reason))
                .orElseThrow(() -> Problem.conflict("order.not-cancellable"));
        mails.cancelled(tx, moved, new Cancellation(own ? null : reason, false, 0));
        return moved;
    }

    /**
     * Ends what was not paid in time, each order in a transaction of its own, so that one which cannot end does not hold
     * the stock of the others. Any node may run it at any time.
     */
    ExpiredOrders expireOrders(ExpireOrders input) {
        return new ExpiredOrders(repository.due(input.limit()).stream()
                .flatMap(order -> expire(order).stream())
                .map(Moved::code)
                .toList());
    }

    private Optional<Moved> expire(UUID order) {
        try {
            Optional<Moved> moved = platform.database()
                    .transaction(tx -> repository
                            .lockDue(tx, order)
                            .filter(due -> repository.doubtful(tx, List.of(due)).isEmpty())
                            .flatMap(due -> OrderLifecycle.move(tx, due, Transition.EXPIRE, new Reason("time", null))));
            moved.ifPresent(gone -> OrderLifecycle.announce(platform.bus(), gone));
            return moved;
        } catch (Problem outage) {
            throw outage;
        } catch (RuntimeException e) {
            LOG.error("Order {} could not expire; tried again in {}", order, EXPIRY_POSTPONED, e);
            repository.postponeExpiry(order, EXPIRY_POSTPONED);
            return Optional.empty();
        }
    }

    /** Staff who have to do with orders read any of them; everyone else only their own. */
    private static UUID ownerFilter(Caller caller) {
        return caller.hasAny(Role.SUPPORT, Role.TECHNICIAN, Role.FINANCE, Role.ADMIN) ? null : caller.accountId();
    }
}
