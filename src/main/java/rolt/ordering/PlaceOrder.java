package rolt.ordering;

import static rolt.vnpay.VnpayPayUrl.GREATEST_AMOUNT;
import static rolt.vnpay.VnpayPayUrl.LEAST_AMOUNT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rolt.builder.JudgedMessages.JudgeBuilds;
import rolt.builder.JudgedMessages.JudgedBuild;
import rolt.builder.JudgedMessages.JudgedBuilds;
import rolt.ordering.CheckedBuilds.Unjudged;
import rolt.ordering.CheckoutRepository.CartLine;
import rolt.ordering.CheckoutRepository.NewBuild;
import rolt.ordering.CheckoutRepository.NewOrder;
import rolt.ordering.OrderingMessages.BuildConsent;
import rolt.ordering.OrderingMessages.PlacedOrder;
import rolt.ordering.OrderingMessages.State;
import rolt.platform.Caller;
import rolt.platform.DatabaseException;
import rolt.platform.Idempotency;
import rolt.platform.Idempotency.Guard;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Transaction;
import rolt.stock.StockLedger;

/**
 * Checkout: the cart becomes an order with its stock reserved, in one transaction of seven statements and three
 * round trips. What keyboards it holds is judged before it, and kept with the order. Afterwards the cart is asked to let go of the lines; should that fail, nothing is lost but tidiness.
 */
final class PlaceOrder {
    private static final Logger LOG = LoggerFactory.getLogger(PlaceOrder.class);

    private final Platform platform;
    private final CheckoutRepository repository;

    PlaceOrder(Platform platform, CheckoutRepository repository) {
        this.platform = platform;
        this.repository = repository;
    }

    /**
     * @throws Problem 409 for an empty cart, an unverified address, another total, too little stock, or a build that is
     *     not as it was accepted; 422 for a total outside of what VNPAY takes
     */
    PlacedOrder placeOrder(Caller caller, OrderingMessages.PlaceOrder input) {
        List<BuildConsent> consents = input.builds() == null ? List.of() : input.builds();
        List<UUID> named = consents.stream().map(BuildConsent::buildId).toList();
        try {
            return place(caller, input, judged(caller, named, consents));
        } catch (Unjudged more) {
            return placeAgain(caller, input, judged(caller, more.builds(), consents));
        }
    }

    private PlacedOrder placeAgain(Caller caller, OrderingMessages.PlaceOrder input, CheckedBuilds builds) {
        try {
            return place(caller, input, builds);
        } catch (Unjudged changed) {
            throw Problem.conflict("cart.changed");
        }
    }

    /** Asked only where there is a build, so that a checkout without one is no slower for it. */
    private CheckedBuilds judged(Caller caller, List<UUID> builds, List<BuildConsent> consents) {
        List<JudgedBuild> judged = builds.isEmpty()
                ? List.of()
                : platform.bus()
                        .call(caller, "builder.judgeBuilds", new JudgeBuilds(builds), JudgedBuilds.class)
                        .items();
        return new CheckedBuilds(judged, consents, caller.language());
    }

    private PlacedOrder place(Caller caller, OrderingMessages.PlaceOrder input, CheckedBuilds builds) {
        Guard guard = Guard.of(caller, "ordering.placeOrder", input.idempotencyKey(), input);
        Placed placed;
        try {
            placed = platform.database().transaction(tx -> {
                Transaction.Pending<CartLine> cart = repository.cart(tx, caller.accountId());
                List<UUID> ordered = new ArrayList<>();
                PlacedOrder order = Idempotency.once(tx, guard, PlacedOrder.class, () -> {
                            List<CartLine> lines = cart.get();
                            lines.forEach(line -> ordered.add(line.id()));
                            return place(tx, caller, input, new Checkout(lines, builds));
                        })
                        .answer();
                return new Placed(order, ordered);
            });
        } catch (DatabaseException e) {
            throw worded(e, caller);
        }
        letGo(caller, placed.ordered());
        return placed.order();
    }

    /** What is ordered. */
    private record Checkout(List<CartLine> lines, CheckedBuilds builds) {}

    private RuntimeException worded(DatabaseException e, Caller caller) {
        if (e.broke(StockLedger.NEVER_OVERSOLD)) {
            return shortOfStock(caller);
        }
        if (e.broke(CheckoutRepository.ORDERED_ONCE)) {
            letGo(caller, repository.ordered(caller.accountId()));
            return Problem.conflict("cart.ordered");
        }
        return e;
    }

    private Problem shortOfStock(Caller caller) {
        return Problem.conflict("stock.short", Map.of("items", repository.shortages(caller.accountId())));
    }

    private record Placed(PlacedOrder order, List<UUID> ordered) {}

    private PlacedOrder place(Transaction tx, Caller caller, OrderingMessages.PlaceOrder input, Checkout checkout) {
        List<CartLine> lines = checkout.lines();
        refuseUnsellable(lines);
        List<NewBuild> builds = checkout.builds().check(lines);
        OrderPrice price = OrderPrice.of(lines, platform.config().vatPercent());
        refuseTotal(price.total(), input.expectedTotal());
        NewOrder order = new NewOrder(
                lines.getFirst().newOrderId(),
                OrderCodes.draw(),
                caller.accountId(),
                price,
                input.recipient(),
                caller.language(),
                Instant.now().plus(OrderLifecycle.FIRST_HOLD),
                lines);
        repository.insert(tx, order);
        repository.insertBuilds(tx, order.id(), builds);
        StockLedger.reserve(tx, order.id(), quantities(lines), caller.accountId());
        return new PlacedOrder(order.code(), State.PENDING_PAYMENT, price.total(), order.reservedUntil());
    }

    private static void refuseUnsellable(List<CartLine> lines) {
        if (lines.isEmpty()) {
            throw Problem.conflict("cart.empty");
        }
        if (!lines.getFirst().verified()) {
            throw Problem.forbidden("email.unverified");
        }
        lines.stream().filter(line -> !line.published()).findFirst().ifPresent(line -> {
            throw Problem.conflict("product.withdrawn", Map.of("sku", line.sku()));
        });
    }

    private static void refuseTotal(long total, long expected) {
        if (total != expected) {
            throw Problem.conflict("order.total-changed", Map.of("total", total, "expected", expected));
        }
        // VNPAY would not take it, so the order could never be paid.
        if (total > GREATEST_AMOUNT || total < LEAST_AMOUNT) {
            throw Problem.unprocessable(
                    "order.total-out-of-range", Map.of("total", total, "least", LEAST_AMOUNT, "most", GREATEST_AMOUNT));
        }
    }

    /** What is reserved: lines of the same variant merged. */
    private static Map<UUID, Integer> quantities(List<CartLine> lines) {
        return lines.stream().collect(Collectors.toMap(CartLine::variantId, CartLine::quantity, Math::addExact));
    }

    private void letGo(Caller caller, List<UUID> lines) {
        if (!lines.isEmpty()) {
            platform.bus()
                    .request(caller, "cart.dropLines", Map.of("lineIds", lines))
                    .onFailure(e -> LOG.warn("Ordered lines stay in the cart until the next checkout", e));
        }
    }
}
