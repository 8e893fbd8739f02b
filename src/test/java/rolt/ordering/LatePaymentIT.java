package rolt.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rolt.Shopping.newProduct;
import static rolt.Shopping.onHand;
import static rolt.Shopping.placeOrder;
import static rolt.Shopping.reserved;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;
import rolt.ordering.OrderLifecycle.Moved;
import rolt.ordering.OrderLifecycle.Reason;
import rolt.ordering.OrderLifecycle.Transition;
import rolt.platform.Database;
import rolt.platform.DatabaseException;
import rolt.stock.StockLedger;

/** Transitions that only the shop itself makes, through the door that payment uses. */
class LatePaymentIT {
    private static final long PRICE = 3_500_000;

    private final TestShop shop = TestShop.running();
    private final Database database = shop.platform().database();
    private Client customer;
    private String sku;

    @BeforeEach
    void a_customer_and_a_product() {
        customer = shop.client(0).becomeCustomer();
        sku = newProduct(shop, PRICE, 2);
    }

    @Test
    void an_expired_order_takes_its_stock_again_once() {
        UUID order = expired();
        assertThat(onHand(shop, sku)).isEqualTo(2);
        assertThat(move(order, Transition.PAY_LATE)).map(Moved::state).contains(OrderingMessages.State.PAID);
        assertThat(move(order, Transition.PAY_LATE)).isEmpty();
        assertThat(onHand(shop, sku)).isZero();
        assertThat(reserved(shop, sku)).isZero();
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    @Test
    void an_expired_order_whose_stock_is_sold_stays_expired() {
        UUID order = expired();
        placeOrder(customer, sku, 1);
        assertThatThrownBy(() -> move(order, Transition.PAY_LATE))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.broke(StockLedger.NEVER_OVERSOLD)).isTrue());
        assertThat(state(order)).isEqualTo("EXPIRED");
        assertThat(reserved(shop, sku)).isEqualTo(1);
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    @Test
    void a_cancelled_order_is_never_revived() {
        String code = placeOrder(customer, sku, 2);
        customer.post("/api/v1/orders/" + code + "/cancellation", new JsonObject())
                .expect(200);
        assertThat(move(id(code), Transition.PAY_LATE)).isEmpty();
        assertThat(move(id(code), Transition.PAY)).isEmpty();
        assertThat(onHand(shop, sku)).isEqualTo(2);
    }

    private UUID expired() {
        UUID order = id(placeOrder(customer, sku, 2));
        shop.text("update ordering.orders set reserved_until = now() - interval '1 minute' where id = ?", order);
        shop.expireOrders();
        assertThat(state(order)).isEqualTo("EXPIRED");
        return order;
    }

    private Optional<Moved> move(UUID order, Transition transition) {
        return database.transaction(tx -> OrderLifecycle.move(tx, order, transition, new Reason("LATE1", null)));
    }

    private UUID id(String code) {
        return UUID.fromString(shop.text("select id from ordering.orders where code = ?", code));
    }

    private String state(UUID order) {
        return shop.text("select state from ordering.orders where id = ?", order);
    }
}
