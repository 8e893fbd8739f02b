package rolt.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import rolt.Shopping;
import rolt.TestShop;
import rolt.platform.Caller;
import rolt.platform.DatabaseException;
import rolt.platform.Language;
import rolt.platform.Problem;
import rolt.platform.Role;
import rolt.platform.Transaction;
import rolt.stock.StockMessages.CountStock;
import rolt.stock.StockMessages.ReceiveStock;

/** Whatever happens to a stock in whatever order: its ledger sums up to it, and no more is reserved than there is. */
class StockPropertiesIT {
    private static final int ORDERS = 3;
    private static final Caller KEEPER = new Caller(
            UUID.randomUUID(), UUID.randomUUID(), Set.of(Role.PRODUCT_MANAGER), Language.VI, "127.0.0.1", "test");

    private final TestShop shop = TestShop.running();

    enum Deed {
        RESERVE,
        COMMIT,
        RELEASE,
        RETURN,
        COUNT,
        RECEIVE
    }

    record Step(Deed deed, int order, int quantity) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, ORDERS - 1),
                        Arbitraries.integers().between(1, 8))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(20);
    }

    @Property(tries = 25)
    void the_stock_is_what_a_shelf_and_a_sheet_of_paper_would_say(@ForAll("steps") List<Step> steps) {
        Model model = new Model(10);
        String sku = Shopping.newProduct(shop, 100_000, model.onHand);
        UUID variant = UUID.fromString(shop.text("select id from catalog.variant where sku = ?", sku));
        List<UUID> orders =
                IntStream.range(0, ORDERS).mapToObj(i -> UUID.randomUUID()).toList();
        for (Step step : steps) {
            boolean done = does(step, sku, variant, orders.get(step.order()));
            assertThat(done).as(step.toString()).isEqualTo(model.does(step));
            assertThat(inDatabase(variant)).as(step.toString()).isEqualTo(model.toString());
        }
    }

    /** Stock and sums of the ledger in one line. */
    private String inDatabase(UUID variant) {
        return shop.platform()
                .database()
                .find("""
                        select format('%s %s, %s %s', max(on_hand), max(reserved), sum(on_hand_delta),
                            sum(reserved_delta)) as line
                        from stock.stock join stock.ledger using (variant_id) where variant_id = $1
                        """, row -> row.getString("line"), variant)
                .orElseThrow();
    }

    /** Whether the shop lets it happen. */
    private boolean does(Step step, String sku, UUID variant, UUID order) {
        return switch (step.deed()) {
            case RESERVE ->
                within(tx -> StockLedger.reserve(tx, order, Map.of(variant, step.quantity()), KEEPER.accountId()));
            case COMMIT -> within(tx -> StockLedger.commit(tx, order, null));
            case RELEASE -> within(tx -> StockLedger.release(tx, List.of(order), null));
            case RETURN -> within(tx -> StockLedger.giveBack(tx, order, null));
            case COUNT -> asked("stock.countStock", new CountStock(sku, step.quantity(), null, null, Shopping.key()));
            case RECEIVE -> asked("stock.receiveStock", new ReceiveStock(sku, step.quantity(), null, Shopping.key()));
        };
    }

    private boolean within(Consumer<Transaction> work) {
        try {
            return shop.platform().database().transaction(tx -> {
                work.accept(tx);
                return true;
            });
        } catch (DatabaseException e) {
            assertThat(e.broke(StockLedger.NEVER_OVERSOLD)).as(e.getMessage()).isTrue();
            return false;
        }
    }

    private boolean asked(String operation, Object input) {
        return shop.platform()
                .bus()
                .request(KEEPER, operation, input)
                .map(true)
                .otherwise(e -> {
                    assertThat(((Problem) e).code()).isEqualTo("stock.below-reserved");
                    return false;
                })
                .await();
    }

    /** The shelf, and a sheet that says what each order holds. */
    private static final class Model {
        private final Map<Integer, Integer> held = new HashMap<>();
        private final Map<Integer, Integer> sold = new HashMap<>();
        private int onHand;

        Model(int onHand) {
            this.onHand = onHand;
        }

        private int reserved() {
            return held.values().stream().mapToInt(Integer::intValue).sum();
        }

        boolean does(Step step) {
            return switch (step.deed()) {
                case RESERVE -> reserve(step);
                case COMMIT -> sell(step.order());
                case RELEASE -> taken(held, step.order()) >= 0;
                case RETURN -> count(onHand + taken(sold, step.order()));
                case COUNT -> count(step.quantity());
                case RECEIVE -> count(onHand + step.quantity());
            };
        }

        private boolean reserve(Step step) {
            boolean enough = reserved() + step.quantity() <= onHand;
            if (enough) {
                held.merge(step.order(), step.quantity(), Integer::sum);
            }
            return enough;
        }

        private boolean sell(int order) {
            int units = taken(held, order);
            onHand -= units;
            sold.merge(order, units, Integer::sum);
            return true;
        }

        private static int taken(Map<Integer, Integer> units, int order) {
            Integer taken = units.remove(order);
            return taken == null ? 0 : taken;
        }

        private boolean count(int counted) {
            boolean enough = counted >= reserved();
            onHand = enough ? counted : onHand;
            return enough;
        }

        @Override
        public String toString() {
            return "%d %d, %d %d".formatted(onHand, reserved(), onHand, reserved());
        }
    }
}
