package rolt.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.key;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Eventually;
import rolt.Shopping;
import rolt.TestShop;
import rolt.platform.Role;

/** What staff read of the stock. */
class StockListIT {
    private static final long PRICE = 3_500_000;

    private final TestShop shop = TestShop.running();
    private final Client keeper = shop.client(0).becomeStaff(Set.of(Role.PRODUCT_MANAGER));

    @Test
    void the_list_finds_what_is_low_and_the_ledger_tells_who_did_what() {
        String sku = Shopping.newProduct(shop, PRICE, 40);
        Client customer = shop.client(0).becomeStaff(Set.of(Role.CUSTOMER));
        String order = Shopping.placeOrder(customer, sku, 2);
        Shopping.payAtVnpay(
                customer, shop, Shopping.openAttempt(customer, order).getString("payUrl"));
        Eventually.ask(() -> Shopping.reserved(shop, sku), reserved -> reserved == 0);
        assertThat(found("thu " + sku.toLowerCase(Locale.ROOT))).isEmpty();
        JsonObject noted = new JsonObject().put("onHand", 5).put("note", "Thùng bị ướt");
        keeper.post("/api/v1/stock/" + sku + "/counts", noted, key()).expect(200);
        assertThat(found("thu % " + sku)).hasSize(1);
        assertThat(found("thử xyz " + sku)).isEmpty();
        assertThat(found("thử món " + sku))
                .singleElement()
                .satisfies(item -> assertThat(item.getInteger("available")).isEqualTo(5));
        assertThat(keeper.get("/api/v1/stock/" + sku).json().getInteger("unsent"))
                .isEqualTo(2);

        JsonObject page =
                keeper.get("/api/v1/stock/" + sku + "/movements?limit=2").json();
        List<JsonObject> rows = items(page);
        assertThat(rows).extracting(row -> row.getString("reason")).containsExactly("COUNT", "COMMIT");
        assertThat(rows.getFirst().getInteger("onHandDelta")).isEqualTo(-33);
        assertThat(rows.getFirst().getString("note")).isEqualTo("Thùng bị ướt");
        assertThat(rows.getFirst().getString("actor")).isEqualTo("Lê Thu Hà");
        assertThat(rows.getLast().getString("orderCode")).isEqualTo(order);
        String rest = "/api/v1/stock/" + sku + "/movements?after=" + page.getString("next");
        List<JsonObject> older = items(keeper.get(rest).json());
        assertThat(older).extracting(row -> row.getString("reason")).containsExactly("RESERVE", "COUNT");
        assertThat(older.getFirst().containsKey("actor"))
                .as("a customer's name")
                .isFalse();
    }

    @Test
    void the_list_is_read_page_by_page() {
        List<String> skus = Stream.generate(() -> Shopping.newProduct(shop, PRICE, 1))
                .limit(3)
                .sorted()
                .toList();
        List<String> seen = new ArrayList<>();
        String after = "0";
        while (after != null) {
            JsonObject page =
                    keeper.get("/api/v1/stock?limit=50&after=" + after).json();
            items(page).forEach(item -> seen.add(item.getString("sku")));
            after = page.getString("next");
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates().containsAll(skus);
    }

    /** What is low and has these words. */
    private List<JsonObject> found(String words) {
        String query = "low=true&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        return items(keeper.get("/api/v1/stock?" + query).expect(200).json());
    }

    private static List<JsonObject> items(JsonObject page) {
        return page.getJsonArray("items").stream().map(JsonObject.class::cast).toList();
    }
}
