package rolt.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.addToCart;
import static rolt.Shopping.checkout;
import static rolt.Shopping.key;
import static rolt.Shopping.newProduct;
import static rolt.Shopping.placeOrder;
import static rolt.Shopping.reserved;
import static rolt.Shopping.state;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.TestShop;

/** Checkout over HTTP against two nodes; tests are named after their scenario of payment integrity. */
class CheckoutScenariosIT {
    private static final long PRICE = 3_500_000;

    private final TestShop shop = TestShop.running();
    private Client customer;
    private String sku;

    @BeforeEach
    void a_customer_and_a_product() {
        customer = shop.client(0).becomeCustomer();
        sku = newProduct(shop, PRICE, 10);
    }

    @Test
    void p22_two_checkouts_at_once_with_one_key_make_one_order() throws Exception {
        addToCart(customer, sku, 1);
        String key = key();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Client.Answer>> answers = IntStream.range(0, 6)
                    .mapToObj(
                            i -> threads.submit(() -> customer.at(i % 2).post("/api/v1/orders", checkout(PRICE), key)))
                    .toList();
            for (Future<Client.Answer> answer : answers) {
                assertThat(answer.get().status()).isIn(201, 409);
            }
        }
        assertThat(reserved(shop, sku)).isEqualTo(1);
        assertThat(customer.get("/api/v1/orders").json().getJsonArray("items")).hasSize(1);
    }

    @Test
    void what_is_added_while_an_ordered_line_has_not_left_the_cart_is_bought_by_the_next_order() {
        String first = placeOrder(customer, sku, 1);
        shop.text("""
                insert into cart.line (id, cart_id, variant_id, quantity, price_seen)
                select l.cart_line_id, c.id, l.variant_id, 1, l.unit_price
                from ordering.orders o join ordering.line l on l.order_id = o.id join cart.cart c using (account_id)
                where o.code = ? on conflict do nothing
                """, first);
        assertThat(placeOrder(customer, sku, 1)).isNotEqualTo(first);
        assertThat(reserved(shop, sku)).isEqualTo(2);
    }

    @Test
    void p25_a_total_beyond_vnpays_limit_is_refused_before_the_redirect_with_the_limit() {
        String dear = newProduct(shop, 600_000_000, 5);
        addToCart(customer, dear, 2);
        JsonObject problem = customer.post("/api/v1/orders", checkout(1_200_000_000L), key())
                .expect(422)
                .json();
        assertThat(problem.getString("code")).isEqualTo("order.total-out-of-range");
        assertThat(problem.getJsonObject("params").getLong("most")).isEqualTo(999_999_999L);
        assertThat(reserved(shop, dear)).isZero();
    }

    @Test
    void p29_no_client_sets_a_state() {
        String order = placeOrder(customer, sku, 1);
        JsonObject forged = checkout(PRICE).put("state", "PAID");
        JsonObject problem =
                customer.post("/api/v1/orders", forged, key()).expect(400).json();
        assertThat(problem.getJsonArray("violations").getJsonObject(0).getString("field"))
                .isEqualTo("state");
        assertThat(customer.patch("/api/v1/orders/" + order, new JsonObject().put("state", "PAID"))
                        .status())
                .isIn(404, 405);
        assertThat(state(customer, order)).isEqualTo("PENDING_PAYMENT");
    }

    @Test
    void one_cart_makes_one_order_however_many_keys_it_is_sent_with() throws Exception {
        addToCart(customer, sku, 1);
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Client.Answer>> answers = IntStream.range(0, 6)
                    .mapToObj(i ->
                            threads.submit(() -> customer.at(i % 2).post("/api/v1/orders", checkout(PRICE), key())))
                    .toList();
            for (Future<Client.Answer> answer : answers) {
                statuses.add(answer.get().status());
            }
        }
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(reserved(shop, sku)).isEqualTo(1);
    }
}
