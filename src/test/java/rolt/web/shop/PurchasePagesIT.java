package rolt.web.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Client.PASSWORD;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import rolt.Browser;
import rolt.Browser.Seen;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;

/** A whole purchase by forms alone, as a browser without scripts makes it, and what may go wrong on the way. */
class PurchasePagesIT {
    private static final long PRICE = 3_200_000;

    private final TestShop shop = TestShop.running();
    private final Browser browser = new Browser(shop.urls.getFirst());
    private final String email = "khach-" + UUID.randomUUID() + "@example.com";

    @Test
    void a_visitor_becomes_a_customer_buys_and_sees_the_order_paid() throws Exception {
        String sku = Shopping.newProduct(shop, PRICE, 5);
        putIntoCart(browser, sku, 2);
        register();
        Seen asked = browser.get("/checkout");
        assertThat(asked.location()).isEqualTo("/login?next=%2Fcheckout");
        verify();
        Seen checkout = browser.get("/checkout");
        assertThat(checkout.html()).contains("6.400.000").contains("value=\"Nguyễn Minh Anh\"");

        Seen placed = browser.submit(checkout, "/checkout", recipient());
        assertThat(placed.status()).isEqualTo(303);
        assertThat(placed.location()).startsWith(shop.console.url());
        String returned = Shopping.payAtVnpay(shop.client(0), shop, placed.location());
        Seen led = browser.get(returned);
        assertThat(led.location()).matches("/orders/R-[A-Z0-9]+\\?vnpay=success");
        String page = awaitPaid(led.location());
        assertThat(page).contains("Cảm ơn bạn", "Nguyễn Minh Anh", "12 Tràng Thi, Cửa Nam, Hà Nội");
        assertThat(browser.get("/orders").html()).contains("Đã thanh toán");
        assertThat(browser.get("/cart").html()).contains("Giỏ hàng đang chờ phím đầu tiên");
        assertThat(Shopping.onHand(shop, sku)).isEqualTo(3);
    }

    @Test
    void a_form_sent_twice_makes_one_order_and_leads_to_the_same_payment() {
        String sku = Shopping.newProduct(shop, PRICE, 5);
        signIn();
        putIntoCart(browser, sku, 1);
        Seen checkout = browser.get("/checkout");
        Seen first = browser.submit(checkout, "/checkout", recipient());
        Seen second = browser.submit(checkout, "/checkout", recipient());
        assertThat(second.location()).isEqualTo(first.location()).startsWith(shop.console.url());
        assertThat(Shopping.reserved(shop, sku)).isEqualTo(1);
        Seen changed = browser.submit(checkout, "/checkout", with(recipient(), "recipient.street", "1 Lê Lợi"));
        assertThat(changed.location()).isEqualTo("/orders");
    }

    @Test
    void what_is_wrong_with_a_checkout_stands_beside_its_field_and_the_rest_is_kept() {
        String sku = Shopping.newProduct(shop, PRICE, 5);
        signIn();
        putIntoCart(browser, sku, 1);
        Map<String, String> wrong = with(recipient(), "recipient.phone", "12", "recipient.ward", "");
        Seen again = browser.submit(browser.get("/checkout"), "/checkout", wrong);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.html())
                .contains("id=\"recipient.phone-fault\">Cần là số điện thoại Việt Nam, ví dụ 0912345678.")
                .contains("id=\"recipient.ward-fault\">Không được để trống.")
                .contains("value=\"12 Tràng Thi\"")
                .contains("value=\"Hà Nội\" selected");
        assertThat(Shopping.reserved(shop, sku)).isZero();
    }

    @Test
    void a_total_that_changed_is_shown_and_asked_for_again() {
        String sku = Shopping.newProduct(shop, PRICE, 5);
        signIn();
        putIntoCart(browser, sku, 1);
        Seen checkout = browser.get("/checkout");
        shop.number("update catalog.variant set price = 3500000 where sku = ?", sku);
        Seen again = browser.submit(checkout, "/checkout", recipient());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.html()).contains("Tổng tiền đã đổi thành 3.500.000");
        assertThat(browser.submit(again, "/checkout", recipient()).location()).startsWith(shop.console.url());
    }

    @Test
    void what_has_been_sold_meanwhile_is_named() {
        String sku = Shopping.newProduct(shop, PRICE, 1);
        signIn();
        putIntoCart(browser, sku, 1);
        Seen checkout = browser.get("/checkout");
        Shopping.placeOrder(shop.client(1).becomeCustomer(), sku, 1);
        Seen again = browser.submit(checkout, "/checkout", recipient());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.html()).contains("Vừa hết hàng: Món thử.");
        assertThat(browser.get("/checkout").location()).isEqualTo("/cart");
        assertThat(browser.get("/cart").html()).contains("Món này vừa hết hàng.");
    }

    @Test
    void an_account_whose_address_was_never_verified_cannot_order() {
        signIn();
        shop.number("update account.account set verified_at = null where email = ?", email);
        putIntoCart(browser, Shopping.newProduct(shop, PRICE, 5), 1);
        Seen refused = browser.submit(browser.get("/checkout"), "/checkout", recipient());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.html()).contains("Hãy xác nhận địa chỉ e-mail");
    }

    @Test
    void who_cannot_tell_the_password_of_the_registration_gets_no_account() {
        register();
        Seen verification = browser.get(mailedLink());
        Seen again = browser.submit(verification, "/verify-email", Map.of("password", "somebody else's"));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.html()).contains("id=\"password-fault\">Không đúng.");
        assertThat(browser.submit(again, "/verify-email", Map.of("password", PASSWORD))
                        .status())
                .isEqualTo(303);
        Seen used = browser.submit(again, "/verify-email", Map.of("password", PASSWORD));
        assertThat(used.status()).isEqualTo(422);
        assertThat(used.html()).contains("đã được dùng hoặc đã hết hạn", "Gửi lại e-mail xác nhận");
    }

    @Test
    void another_customers_order_is_not_found() {
        Client other = shop.client(0).becomeCustomer();
        String order = Shopping.placeOrder(other, Shopping.newProduct(shop, PRICE, 5), 1);
        signIn();
        assertThat(browser.get("/orders/" + order).status()).isEqualTo(404);
        assertThat(browser.post("/orders/" + order + "/cancellation", Map.of(), "same-origin")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_unpaid_order_can_be_cancelled_once_and_paid_no_more() {
        String sku = Shopping.newProduct(shop, PRICE, 5);
        signIn();
        putIntoCart(browser, sku, 1);
        browser.submit(browser.get("/checkout"), "/checkout", recipient());
        String path = "/orders/" + shop.text("select code from ordering.orders where email = ?", email);
        Seen order = browser.get(path);
        assertThat(order.html()).contains("Đang chờ bạn thanh toán");
        assertThat(browser.submit(order, path + "/cancellation", Map.of()).location())
                .isEqualTo(path);
        assertThat(browser.get(path).html()).contains("Đơn hàng đã hủy").doesNotContain("/payments");
        Seen refused = browser.submit(order, path + "/payments", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html()).contains("Đơn hàng này không còn chờ thanh toán.");
    }

    @Test
    void a_login_leads_to_no_other_site() {
        signIn();
        for (String next :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/%0d%0aX: y\n"}) {
            Browser another = new Browser(shop.urls.getFirst());
            Seen led = another.submit(another.get("/login"), "/login", credentials(next));
            assertThat(led.location()).isIn("/account", "/%0d%0aX: y");
        }
    }

    @Test
    void a_wrong_password_is_told_without_saying_which_part_was_wrong() {
        Seen again = browser.submit(browser.get("/login"), "/login", Map.of("email", email, "password", "sai"));
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.html()).contains("E-mail hoặc mật khẩu không đúng.", "value=\"" + email + "\"");
    }

    @Test
    void a_form_on_another_site_changes_nothing() {
        String sku = Shopping.newProduct(shop, PRICE, 5);
        Map<String, String> line = Map.of("sku", sku, "quantity", "1");
        assertThat(browser.post("/cart/lines", line, "cross-site").status()).isEqualTo(403);
        assertThat(browser.post("/logout", Map.of(), "cross-site").status()).isEqualTo(403);
    }

    @Test
    void a_line_of_the_cart_can_be_changed_and_removed_but_not_beyond_the_stock() {
        String sku = Shopping.newProduct(shop, PRICE, 3);
        Seen cart = putIntoCart(browser, sku, 1);
        String line = line(cart);
        assertThat(browser.follow(browser.submit(cart, line, Map.of("quantity", "3")))
                        .html())
                .contains("9.600.000");
        Seen refused = browser.submit(cart, line, Map.of("quantity", "4"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html()).contains("Kho chỉ còn 3: Món thử.").contains("9.600.000");
        assertThat(browser.submit(cart, line, Map.of("quantity", "x")).status()).isEqualTo(400);
        assertThat(browser.follow(browser.submit(cart, line, Map.of("remove", "true")))
                        .html())
                .contains("Giỏ hàng đang chờ phím đầu tiên");
    }

    @Test
    void a_return_that_vnpay_did_not_sign_says_so() {
        Seen refused = browser.get("/vnpay/return?vnp_TxnRef=R1&vnp_ResponseCode=00&vnp_SecureHash=00");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.html()).contains("không mang chữ ký của VNPAY");
    }

    @Test
    void english_pages_lead_to_english_pages() {
        Seen again = browser.post("/en/register", Map.of("name", "Anh"), "same-origin");
        assertThat(again.html()).contains("Create an account", "A few fields need another look.");
        assertThat(browser.get("/en/orders").location()).isEqualTo("/en/login?next=%2Forders");
    }

    private static Seen putIntoCart(Browser browser, String sku, int quantity) {
        Map<String, String> line = Map.of("sku", sku, "quantity", String.valueOf(quantity));
        Seen added = browser.post("/cart/lines", line, "same-origin");
        assertThat(added.status()).as(added.html()).isEqualTo(303);
        return browser.follow(added);
    }

    private static String line(Seen cart) {
        var form = Pattern.compile("action=\"(/cart/lines/[^\"]+)\"").matcher(cart.html());
        assertThat(form.find()).as(cart.html()).isTrue();
        return form.group(1);
    }

    private void register() {
        Seen form = browser.get("/register");
        Map<String, String> person = Map.of("name", "Nguyễn Minh Anh", "email", email, "password", PASSWORD);
        assertThat(browser.submit(form, "/register", person).location()).isEqualTo("/register/sent");
    }

    private String mailedLink() {
        String mail = shop.client(0).named(email).mail("Xác nhận địa chỉ").text();
        var link = Pattern.compile("https?://[^/]+(/verify-email\\?token=[A-Za-z0-9_-]+)")
                .matcher(mail);
        assertThat(link.find()).as(mail).isTrue();
        return link.group(1);
    }

    private void signIn() {
        register();
        verify();
    }

    private void verify() {
        Seen verification = browser.get(mailedLink());
        assertThat(verification.html()).contains("Xác nhận và đăng nhập");
        Seen done = browser.submit(verification, "/verify-email", Map.of("password", PASSWORD));
        assertThat(done.location()).as(done.html()).isEqualTo("/account?verified=true");
    }

    private Seen logIn(String address) {
        Seen form = browser.get(address);
        Seen done = browser.submit(form, "/login", Map.of("email", email, "password", PASSWORD));
        assertThat(done.status()).as(done.html()).isEqualTo(303);
        return browser.follow(done);
    }

    private Map<String, String> credentials(String next) {
        return Map.of("email", email, "password", PASSWORD, "next", next);
    }

    private static Map<String, String> recipient() {
        return Map.of(
                "recipient.name", "Nguyễn Minh Anh",
                "recipient.phone", "0912 345 678",
                "recipient.province", "Hà Nội",
                "recipient.ward", "Cửa Nam",
                "recipient.street", "12 Tràng Thi");
    }

    private static Map<String, String> with(Map<String, String> form, String... namesAndValues) {
        Map<String, String> changed = new HashMap<>(form);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            changed.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return changed;
    }

    /** The notification comes when it comes; the confirmation mail says that it has. */
    private String awaitPaid(String path) throws InterruptedException {
        String code = path.replaceAll(".*/|\\?.*", "");
        shop.mailbox
                .await(mail -> mail.to().contains(email) && mail.subject().contains(code), Duration.ofSeconds(30))
                .orElseThrow();
        return browser.get(path).html();
    }
}
