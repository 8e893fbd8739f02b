package rolt.stock;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rolt.platform.Caller;
import rolt.platform.Idempotency;
import rolt.platform.Idempotency.Guard;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.Queries;
import rolt.platform.Transaction;
import rolt.stock.StockMessages.CountStock;
import rolt.stock.StockMessages.GetStock;
import rolt.stock.StockMessages.ListMovements;
import rolt.stock.StockMessages.ListStock;
import rolt.stock.StockMessages.ReceiveStock;
import rolt.stock.StockMessages.StockChange;
import rolt.stock.StockMessages.StockDetail;
import rolt.stock.StockMessages.StockItem;
import rolt.stock.StockMessages.StockList;
import rolt.stock.StockMessages.StockMovement;
import rolt.stock.StockMessages.StockMovementList;
import rolt.stock.StockMessages.StockReason;
import rolt.stock.StockRepository.Held;
import rolt.stock.StockRepository.Move;

/** What staff do with the stock. A change locks the one row that it changes, and no order. */
final class StockService {
    private static final int PAGE = 20;
    private static final int MOST = 1_000_000;

    private final Platform platform;
    private final StockRepository repository;

    StockService(Platform platform) {
        this.platform = platform;
        this.repository = new StockRepository(platform.database());
    }

    StockList listStock(Caller caller, ListStock input) {
        int limit = limit(input.limit());
        List<StockItem> found = repository.list(input, caller.language(), limit + 1);
        List<StockItem> items = page(found, limit);
        return new StockList(items, found.size() > limit ? items.getLast().sku() : null);
    }

    /** @throws Problem 404 for an unknown variant, 409 for a service */
    StockDetail getStock(Caller caller, GetStock input) {
        return repository
                .find(input.sku(), caller.language())
                .orElseThrow(() -> uncounted(platform.database(), input.sku()));
    }

    /** @throws Problem 404 for an unknown variant */
    StockMovementList listMovements(ListMovements input) {
        int limit = limit(input.limit());
        List<StockMovement> found = repository.listMovements(input, limit + 1);
        if (found.isEmpty() && !StockRepository.isSold(platform.database(), input.sku())) {
            throw Problem.notFound("variant");
        }
        List<StockMovement> items = page(found, limit);
        return new StockMovementList(
                items, found.size() > limit ? items.getLast().id() : null);
    }

    /**
     * Sets the stock to what was counted.
     *
     * @throws Problem 404 for an unknown variant, 409 for a service, for a stock that changed since it was looked at, and
     *     for fewer units than orders hold, which it names
     */
    StockChange countStock(Caller caller, CountStock input) {
        Guard guard = Guard.of(caller, "stock.countStock", input.idempotencyKey(), input);
        return change(guard, tx -> {
            Held held = lock(tx, input.sku());
            requireUnchanged(held, input);
            if (input.onHand() < held.reserved()) {
                throw belowReserved(tx, held, input);
            }
            int delta = input.onHand() - held.onHand();
            if (delta != 0) {
                repository.move(
                        tx, new Move(held.variantId(), delta, StockReason.COUNT, caller.accountId(), input.note()));
            }
            return changed(input.sku(), held, delta);
        });
    }

    /** What was sold or came in after the count is not in it, and would be undone by it. */
    private static void requireUnchanged(Held held, CountStock input) {
        Integer expected = input.expectedOnHand();
        if (expected != null && expected != held.onHand()) {
            throw Problem.conflict(
                    "stock.changed", Map.of("sku", input.sku(), "expected", expected, "onHand", held.onHand()));
        }
    }

    private Problem belowReserved(Transaction tx, Held held, CountStock input) {
        return Problem.conflict(
                "stock.below-reserved",
                Map.of(
                        "sku", input.sku(),
                        "onHand", input.onHand(),
                        "reserved", held.reserved(),
                        "orders", repository.claims(tx, held.variantId())));
    }

    /**
     * Adds what came in.
     *
     * @throws Problem 404 for an unknown variant, 409 for a service, 422 for more than a stock can hold
     */
    StockChange receiveStock(Caller caller, ReceiveStock input) {
        Guard guard = Guard.of(caller, "stock.receiveStock", input.idempotencyKey(), input);
        return change(guard, tx -> {
            Held held = lock(tx, input.sku());
            if (input.quantity() > MOST - held.onHand()) {
                throw Problem.unprocessable("stock.too-much", Map.of("most", MOST, "onHand", held.onHand()));
            }
            repository.move(
                    tx,
                    new Move(
                            held.variantId(), input.quantity(), StockReason.RECEIVE, caller.accountId(), input.note()));
            return changed(input.sku(), held, input.quantity());
        });
    }

    /** The catalogue's answers are dropped for a repeated key too: the first call may have ended before it came to that. */
    private StockChange change(Guard guard, Function<Transaction, StockChange> effect) {
        StockChange change = platform.database()
                .transaction(tx -> Idempotency.once(tx, guard, StockChange.class, () -> effect.apply(tx)))
                .answer();
        platform.cache().drop("catalog");
        return change;
    }

    private static StockChange changed(String sku, Held held, int delta) {
        int onHand = held.onHand() + delta;
        return new StockChange(sku, delta, onHand, held.reserved(), onHand - held.reserved());
    }

    private Held lock(Transaction tx, String sku) {
        return repository.lock(tx, sku).orElseThrow(() -> uncounted(tx, sku));
    }

    private static Problem uncounted(Queries queries, String sku) {
        return StockRepository.isSold(queries, sku)
                ? Problem.conflict("stock.not-counted", Map.of("sku", sku))
                : Problem.notFound("variant");
    }

    private static int limit(Integer asked) {
        return asked == null ? PAGE : asked;
    }

    private static <T> List<T> page(List<T> found, int limit) {
        return found.subList(0, Math.min(limit, found.size()));
    }
}
