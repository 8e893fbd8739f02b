package rolt.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rolt.Authenticator;
import rolt.Browser;
import rolt.Browser.Seen;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;
import rolt.platform.Role;

/** The pages of the address book and of the staff area by forms alone, and the checkout that begins with the book. */
class PeoplePagesIT {
    private static final Map<String, String> HOME = Map.of(
            "name", "Trần Thu Hà",
            "phone", "+84 987 654 321",
            "province", "Huế",
            "ward", "Thuận Hóa",
            "street", "3 Lê Lợi");

    private final TestShop shop = TestShop.running();

    @Test
    void an_address_is_kept_changed_preferred_and_removed_by_forms() {
        Browser browser = signedIn(shop.client(0).becomeCustomer());
        assertThat(browser.post("/account/addresses", HOME, "same-origin").location())
                .isEqualTo("/account/addresses?done=address");
        Seen book = browser.get("/account/addresses");
        assertThat(book.html()).contains("Trần Thu Hà", "0987654321", "3 Lê Lợi, Thuận Hóa, Huế", "Mặc định");
        String home = linkTo(book.html(), "/account/addresses/");
        Seen form = browser.get(home);
        assertThat(form.html()).contains("value=\"3 Lê Lợi\"", "value=\"Huế\" selected");
        Seen wrong = browser.submit(form, home, Map.of("phone", "12", "province", "Huế"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.html()).contains("Cần là số điện thoại Việt Nam").contains("value=\"3 Lê Lợi\"");
        assertThat(browser.submit(form, home, Map.of("street", "5 Lê Lợi", "province", "Huế"))
                        .location())
                .isEqualTo("/account/addresses?done=address");
        browser.post("/account/addresses", HOME, "same-origin");
        browser.post(home + "/removal", Map.of(), "same-origin");
        assertThat(browser.get("/en/account/addresses").html())
                .contains("3 Lê Lợi", "Default")
                .doesNotContain("5 Lê Lợi");
        assertThat(browser.post(home + "/removal", Map.of(), "same-origin").status())
                .isEqualTo(404);
    }

    @Test
    void a_visitor_is_asked_to_sign_in_and_another_finds_nothing() {
        Browser visitor = new Browser(shop.urls.getFirst());
        assertThat(visitor.get("/account/addresses/new").location())
                .isEqualTo("/login?next=%2Faccount%2Faddresses%2Fnew");
        Client owner = shop.client(0).becomeCustomer();
        JsonObject home = JsonObject.mapFrom(HOME).put("phone", "0987654321");
        String id = owner.post("/api/v1/me/addresses", home).json().getString("id");
        assertThat(signedIn(shop.client(0).becomeCustomer())
                        .get("/account/addresses/" + id)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_checkout_begins_with_the_book_and_adds_to_it() {
        Client customer = shop.client(0).becomeCustomer();
        Browser browser = signedIn(customer);
        browser.post("/account/addresses", HOME, "same-origin");
        String sku = Shopping.newProduct(shop, 3_200_000, 5);
        Shopping.addToCart(customer, sku, 1);
        Seen checkout = browser.get("/checkout");
        assertThat(checkout.html())
                .contains("value=\"3 Lê Lợi\"", "value=\"Huế\" selected", "aria-current=\"true\">Trần Thu Hà");
        Map<String, String> another = Map.of("address", "new", "recipient.note", "Giao buổi tối");
        assertThat(browser.submit(checkout, "/checkout", another).html())
                .doesNotContain("value=\"3 Lê Lợi\"")
                .contains("value=\"Nguyễn Minh Anh\"", "Giao buổi tối");
        Map<String, String> work =
                Map.of("recipient.street", "9 Hùng Vương", "recipient.province", "Huế", "saveAddress", "true");
        assertThat(browser.submit(checkout, "/checkout", work).location()).startsWith(shop.console.url());
        assertThat(customer.get("/api/v1/me/addresses").json().getJsonArray("items").stream()
                        .map(item -> ((JsonObject) item).getString("street")))
                .containsExactly("3 Lê Lợi", "9 Hùng Vương");
    }

    @Test
    void the_staff_area_shows_to_each_role_what_is_its_own() {
        Browser customer = signedIn(shop.client(0).becomeCustomer());
        Browser finance = signedIn(shop.client(0).becomeStaff(Role.FINANCE));
        Browser support = signedIn(shop.client(0).becomeStaff(Role.SUPPORT));
        assertThat(customer.get("/staff").status()).isEqualTo(403);
        assertThat(customer.get("/account").html()).doesNotContain("Khu vực nhân viên");
        assertThat(finance.get("/account").html()).contains("Khu vực nhân viên");
        assertThat(finance.get("/staff").html()).contains("Tài chính").doesNotContain("/staff/customers");
        assertThat(finance.get("/staff/customers").status()).isEqualTo(403);
        assertThat(support.get("/staff").html()).contains("/staff/customers").doesNotContain("/staff/people");
        assertThat(support.get("/staff/people").status()).isEqualTo(403);
        assertThat(new Browser(shop.urls.getFirst()).get("/staff").location()).isEqualTo("/login?next=%2Fstaff");
        Map<String, String> card = Map.of("workPhone", "028 3822 1234", "about", "Mê tactile.");
        assertThat(support.post("/staff", card, "same-origin").location()).isEqualTo("/staff?saved=true");
        assertThat(support.get("/staff").html()).contains("value=\"028 3822 1234\"", "Mê tactile.");
    }

    @Test
    void an_administrator_adds_somebody_and_is_told_what_is_wrong() {
        Browser admin = signedIn(shop.client(0).becomeStaff(Role.ADMIN));
        Client person = shop.client(0).becomeCustomer();
        Seen unknown =
                admin.post("/staff/people", Map.of("email", "khong-co@example.com", "roles", "SUPPORT"), "same-origin");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.html()).contains("Không tìm thấy tài khoản có địa chỉ e-mail này.");
        Seen added = admin.post("/staff/people", Map.of("email", person.email(), "roles", "SUPPORT"), "same-origin");
        String path = added.location().replace("?saved=true", "");
        Map<String, String> card = Map.of("position", "Trưởng nhóm", "startDate", "2025-03-03");
        assertThat(admin.post(path + "/card", card, "same-origin").location()).isEqualTo(path + "?saved=true");
        Seen stale = admin.post(path + "/roles", Map.of("expected", "FINANCE", "roles", "ADMIN"), "same-origin");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.html()).contains("vừa được người khác thay đổi", "value=\"SUPPORT\" checked");
        assertThat(admin.get("/staff/people?q=" + person.email()).html()).contains("Trưởng nhóm", path);
        assertThat(admin.get(path).html()).contains("Lịch sử vai trò", "Chăm sóc khách hàng", "2025-03-03");
    }

    @Test
    void an_administrator_turns_off_the_second_factor_of_somebody_who_has_lost_it() {
        Client boss = shop.client(0).becomeStaff(Role.ADMIN);
        Browser admin = signedIn(boss);
        Client person = shop.client(0).becomeStaff(Role.SUPPORT);
        String path = pageOf(person);
        String action = path + "/second-factor/reset";
        assertThat(admin.get(path).html()).doesNotContain(action);
        Authenticator.setUp(person);
        Seen page = admin.get(path);
        assertThat(page.html()).contains("đã mất cả điện thoại lẫn mã dự phòng");
        assertThat(admin.submit(page, action, Map.of()).location()).isEqualTo(path + "?saved=true");
        assertThat(admin.get(path).html()).doesNotContain(action);
        assertThat(admin.submit(page, action, Map.of()).status()).isEqualTo(404);
        assertThat(person.mail("We have turned off your two-step login").text()).contains("/en/forgot-password");
        assertThat(signedIn(person)
                        .post(pageOf(boss) + "/second-factor/reset", Map.of(), "same-origin")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_administrator_is_not_offered_to_turn_off_his_own_like_this() {
        Client boss = shop.client(0).becomeStaff(Role.ADMIN);
        Browser admin = signedIn(boss);
        Authenticator.setUp(boss);
        String action = pageOf(boss) + "/second-factor/reset";
        assertThat(admin.get(pageOf(boss)).html()).doesNotContain(action);
        Seen refused = admin.post(action, Map.of(), "same-origin");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html()).contains("bạn cần mật khẩu và mã");
    }

    private static String pageOf(Client person) {
        return "/staff/people/" + person.get("/api/v1/me").expect(200).json().getString("id");
    }

    private Browser signedIn(Client person) {
        Browser browser = new Browser(shop.urls.getFirst());
        Map<String, String> credentials = Map.of("email", person.email(), "password", Client.PASSWORD);
        assertThat(browser.post("/login", credentials, "same-origin").status()).isEqualTo(303);
        return browser;
    }

    /** The first link whose address continues the given one with an id. */
    private static String linkTo(String html, String beginning) {
        var link = java.util.regex.Pattern.compile("href=\"(" + beginning + "[0-9a-f-]{36})\"")
                .matcher(html);
        assertThat(link.find()).as(html).isTrue();
        return link.group(1);
    }
}
