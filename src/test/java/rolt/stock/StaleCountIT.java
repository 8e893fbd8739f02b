package rolt.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.key;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Client.Answer;
import rolt.Eventually;
import rolt.Shopping;
import rolt.TestShop;
import rolt.platform.Role;

/** Counts that say what the stock showed, over both nodes. */
class StaleCountIT {
    private static final long PRICE = 3_500_000;

    private final TestShop shop = TestShop.running();
    private final Client keeper = shop.client(0).becomeStaff(Set.of(Role.PRODUCT_MANAGER));

    @Test
    void a_count_made_before_a_sale_does_not_undo_the_sale() {
        String sku = Shopping.newProduct(shop, PRICE, 5);
        int seen = keeper.get("/api/v1/stock/" + sku)
                .expect(200)
                .json()
                .getJsonObject("stock")
                .getInteger("onHand");
        Client customer = shop.client(1).becomeStaff(Set.of(Role.CUSTOMER));
        String order = Shopping.placeOrder(customer, sku, 2);
        String payUrl = Shopping.openAttempt(customer, order).getString("payUrl");
        Shopping.payAtVnpay(customer, shop, payUrl);
        Eventually.ask(() -> Shopping.onHand(shop, sku), left -> left == 3);

        String key = key();
        for (int node = 0; node < 2; node++) {
            JsonObject problem = count(keeper.at(node), sku, counted(4, seen), key)
                    .expect(409)
                    .json();
            assertThat(problem.getString("code")).isEqualTo("stock.changed");
            assertThat(problem.getString("title")).contains(sku + " has changed from 5 to 3");
            assertThat(problem.getJsonObject("params"))
                    .isEqualTo(
                            new JsonObject().put("sku", sku).put("expected", 5).put("onHand", 3));
        }
        assertThat(Shopping.onHand(shop, sku)).isEqualTo(3);

        JsonObject saved =
                count(keeper.at(1), sku, counted(2, 3), key).expect(200).json();
        assertThat(saved.getInteger("delta")).isEqualTo(-1);
        assertThat(count(keeper, sku, counted(2, 3), key).expect(200).json())
                .as("sent again it is answered, though what it expected is over")
                .isEqualTo(saved);
        assertThat(Shopping.variantsOffTheirLedger(shop)).isZero();
    }

    @Test
    void of_counts_at_once_that_saw_the_same_number_one_is_saved() {
        String sku = Shopping.newProduct(shop, PRICE, 9);
        List<Future<Answer>> counts;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            counts = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> count(keeper.at(i % 2), sku, counted(i, 9), key())))
                    .toList();
        }
        assertThat(counts)
                .extracting(count -> count.resultNow().status())
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
    }

    private static JsonObject counted(int onHand, int expected) {
        return new JsonObject().put("onHand", onHand).put("expectedOnHand", expected);
    }

    private static Answer count(Client keeper, String sku, JsonObject count, String key) {
        return keeper.post("/api/v1/stock/" + sku + "/counts", count, key);
    }
}
