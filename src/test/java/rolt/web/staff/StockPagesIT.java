package rolt.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rolt.Browser;
import rolt.Browser.Seen;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;
import rolt.platform.Role;

/** The stock by forms alone, without scripts. */
class StockPagesIT {
    private final TestShop shop = TestShop.running();

    @Test
    void staff_find_a_variant_count_it_and_fill_it_up() {
        Browser keeper = signedIn(Role.PRODUCT_MANAGER);
        String sku = Shopping.newProduct(shop, 3_500_000, 9);
        String order = Shopping.placeOrder(shop.client(1).becomeStaff(Set.of(Role.CUSTOMER)), sku, 2);
        assertThat(keeper.get("/staff").html()).contains("href=\"/staff/stock\"");
        String path = "/staff/stock/" + sku;
        assertThat(keeper.get("/staff/stock?q=mon+thu+" + sku).html()).contains(path, "Món thử", "<dd>7</dd>");
        assertThat(keeper.get("/staff/stock?low=true&q=" + sku).html()).contains("Không có món nào như vậy");

        Seen page = keeper.get(path);
        assertThat(page.html()).contains("Giữ cho đơn", "/staff/orders/" + order);
        Seen refused = keeper.submit(page, path, Map.of("count.onHand", "1", "count.note", "Thiếu tem"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html())
                .contains("Chưa ghi được 1: 2 món đang được giữ", "<a href=\"/staff/orders/" + order + "\">")
                .contains("value=\"Thiếu tem\"");
        Seen counted = keeper.submit(refused, path, Map.of("count.onHand", "4"));
        assertThat(counted.location()).isEqualTo(path + "?done=stock-count");
        assertThat(keeper.follow(counted).html()).contains("Đã ghi số kiểm đếm", "−5", "Thiếu tem", "Lê Thu Hà");
        assertThat(keeper.submit(refused, path, Map.of("count.onHand", "6")).html())
                .contains("Biểu mẫu này đã được gửi trước đó");
        Map<String, String> receipt = Map.of("form", "receipt", "receipt.key", Shopping.key(), "receipt.quantity", "3");
        assertThat(keeper.post(path, receipt, "same-origin").location()).isEqualTo(path + "?done=stock-receipt");
        assertThat(keeper.post(path, receipt, "same-origin").location()).isEqualTo(path + "?done=stock-receipt");
        assertThat(Shopping.onHand(shop, sku)).isEqualTo(7);
        assertThat(keeper.submit(keeper.get(path), path, Map.of("count.onHand", "7"))
                        .location())
                .isEqualTo(path + "?done=stock-match");
        assertThat(keeper.get("/en" + path + "?done=stock-match").html()).contains("The count agrees with the ledger");
    }

    @Test
    void a_count_of_a_page_that_is_no_longer_true_is_asked_for_again() {
        Browser keeper = signedIn(Role.PRODUCT_MANAGER);
        String path = "/staff/stock/" + Shopping.newProduct(shop, 3_500_000, 9);
        Seen page = keeper.get(path);
        Map<String, String> receipt = Map.of("form", "receipt", "receipt.key", Shopping.key(), "receipt.quantity", "3");
        assertThat(keeper.post(path, receipt, "same-origin").status()).isEqualTo(303);

        Seen mistyped = keeper.submit(page, path, Map.of("count.onHand", "chín"));
        assertThat(mistyped.status()).as("hides no change").isEqualTo(400);
        Seen refused = keeper.submit(mistyped, path, Map.of("count.onHand", "8", "count.note", "Thiếu tem"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html())
                .contains("vừa đổi từ 9 thành 12. Hãy đếm lại", "<dd>12</dd>", "value=\"Thiếu tem\"")
                .contains("name=\"count.expectedOnHand\" value=\"12\"")
                .doesNotContain("value=\"8\"");
        assertThat(keeper.submit(refused, path, Map.of("count.onHand", "11")).location())
                .isEqualTo(path + "?done=stock-count");
        assertThat(keeper.get(path).html()).contains("<dd>11</dd>", "Thiếu tem");
    }

    @Test
    void what_is_no_quantity_is_told_beside_its_field() {
        Browser keeper = signedIn(Role.ADMIN);
        String path = "/staff/stock/" + Shopping.newProduct(shop, 3_500_000, 9);
        for (String quantity : new String[] {"", "-1", "1.5", "chín", "99999999999"}) {
            Seen wrong = keeper.submit(keeper.get(path), path, Map.of("count.onHand", quantity));
            assertThat(wrong.status()).as(quantity).isEqualTo(400);
            assertThat(wrong.html()).as(quantity).contains("id=\"count.onHand-fault\"");
        }
    }

    @Test
    void the_stock_is_for_those_who_keep_it() {
        Browser support = signedIn(Role.SUPPORT);
        assertThat(support.get("/staff").html()).doesNotContain("/staff/stock");
        assertThat(support.get("/staff/stock").status()).isEqualTo(403);
        String path = "/staff/stock/" + Shopping.newProduct(shop, 3_500_000, 9);
        Map<String, String> count = Map.of("form", "count", "count.key", Shopping.key(), "count.onHand", "0");
        assertThat(support.post(path, count, "same-origin").status()).isEqualTo(403);
        assertThat(signedIn(Role.PRODUCT_MANAGER)
                        .get("/staff/stock/NO-SUCH-SKU")
                        .status())
                .isEqualTo(404);
        assertThat(new Browser(shop.urls.getFirst()).get("/staff/stock").location())
                .isEqualTo("/login?next=%2Fstaff%2Fstock");
    }

    private Browser signedIn(Role role) {
        Client person = shop.client(0).becomeStaff(role);
        shop.text("update account.account set name = 'Lê Thu Hà' where email = ?", person.email());
        Browser browser = new Browser(shop.urls.getFirst());
        Map<String, String> credentials = Map.of("email", person.email(), "password", Client.PASSWORD);
        assertThat(browser.post("/login", credentials, "same-origin").status()).isEqualTo(303);
        return browser;
    }
}
