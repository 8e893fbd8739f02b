package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;

/** A customer with an address book, from the first address to the order that goes to another one. */
class AddressBookStoriesIT {
    private static final int FULL = 20;

    private static final TestShop SHOP = TestShop.running();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private Shopper phone;
    private Page page;
    private Client customer;

    @BeforeEach
    void take_the_phone() {
        phone = Shopper.onPhone(CHROMIUM, ColorScheme.LIGHT);
        page = phone.page();
        customer = phone.logInAsNewCustomer();
    }

    @AfterEach
    void no_errors() {
        phone.sawNoErrors();
        phone.close();
    }

    @Test
    void an_address_book_is_filled_put_in_order_and_emptied() {
        phone.findsNoFaultWith("/account/addresses");
        phone.follow("Thêm địa chỉ");
        address("", "12", "3 Lê Lợi");
        phone.press("Lưu địa chỉ");
        phone.isCorrected("phone", "số điện thoại Việt Nam");
        phone.fill("phone", "0987 654 321");
        phone.press("Lưu địa chỉ");
        phone.isTold("Địa chỉ đã được lưu");
        phone.follow("Thêm địa chỉ");
        address("", "0912345678", "8 Hùng Vương");
        phone.press("Lưu địa chỉ");
        phone.press("Đặt 8 Hùng Vương làm địa chỉ mặc định");
        phone.isTold("điền sẵn địa chỉ này");
        assertThat(page.locator(".row").first()).containsText("8 Hùng Vương");
        phone.follow("Sửa địa chỉ 3 Lê Lợi");
        phone.fill("street", "5 Lê Lợi");
        phone.press("Lưu địa chỉ");
        phone.press("Xóa địa chỉ 8 Hùng Vương");
        phone.isTold("Địa chỉ đã được xóa");
        assertThat(page.locator(".row")).hasCount(1);
        assertThat(page.locator(".row")).containsText("5 Lê Lợi");
    }

    @Test
    void an_order_begins_with_the_book_keeps_its_note_when_it_goes_elsewhere_and_saves_where() {
        save("3 Lê Lợi");
        save("8 Hùng Vương");
        checkOut();
        assertThat(field("street")).hasValue("3 Lê Lợi");
        phone.fill("recipient.note", "Giao buổi tối, gọi trước nhé");
        phone.press("Nguyễn Minh Anh · 8 Hùng Vương, Thuận Hóa");
        assertThat(field("street")).hasValue("8 Hùng Vương");
        assertThat(page.locator("button[aria-current]")).isFocused();
        phone.press("Địa chỉ khác");
        assertThat(field("street")).hasValue("");
        assertThat(field("note")).hasValue("Giao buổi tối, gọi trước nhé");
        phone.findsNoFaultHere();
        address("recipient.", "0912345678", "1 Điện Biên Phủ");
        page.getByLabel("Lưu vào sổ địa chỉ của tôi").check();
        phone.press("Đặt hàng và thanh toán");
        backFromVnpay();
        assertThat(page.locator(".summary")).containsText("1 Điện Biên Phủ");
        assertThat(page.locator(".summary")).containsText("Giao buổi tối, gọi trước nhé");
        assertThat(page.locator("#order .notice--warn a[href='/account/addresses']"))
                .hasCount(0);
        assertThat(streets()).contains("1 Điện Biên Phủ");
    }

    @Test
    void enter_in_a_field_of_the_checkout_sends_the_order_and_takes_no_other_address() {
        save("3 Lê Lợi");
        checkOut();
        field("street").fill("4 Lê Lợi");
        field("street").press("Enter");
        backFromVnpay();
        assertThat(page.locator(".summary")).containsText("4 Lê Lợi");
    }

    @Test
    void an_order_goes_on_when_the_book_is_full_and_its_page_says_so() {
        for (int house = 1; house <= FULL; house++) {
            save(house + " Lê Lợi");
        }
        checkOut();
        phone.press("Địa chỉ khác");
        address("recipient.", "0912345678", "1 Điện Biên Phủ");
        page.getByLabel("Lưu vào sổ địa chỉ của tôi").check();
        phone.press("Đặt hàng và thanh toán");
        backFromVnpay();
        assertThat(page.locator("#order")).containsText("chưa lưu được địa chỉ giao hàng");
        phone.findsNoFaultHere();
        phone.follow("Mở sổ địa chỉ");
        assertThat(page.locator(".row")).hasCount(FULL);
    }

    private void checkOut() {
        Shopping.addToCart(customer, Shopping.newProduct(SHOP, 3_200_000, 5), 1);
        phone.findsNoFaultWith("/checkout");
    }

    /** The payment page is left as it is: the order is found in the account. */
    private void backFromVnpay() {
        assertThat(page).hasURL(Pattern.compile(".*/paymentv2/.*"));
        phone.open("/orders/"
                + SHOP.text(
                        "select o.code from ordering.orders o where email = ? order by placed_at desc limit 1",
                        customer.email()));
    }

    private Locator field(String name) {
        return page.locator("[name='recipient." + name + "']");
    }

    private void address(String prefix, String number, String street) {
        phone.fill(prefix + "name", "Trần Thu Hà");
        phone.fill(prefix + "phone", number);
        page.locator("[name='" + prefix + "province']").selectOption("Huế");
        phone.fill(prefix + "ward", "Thuận Hóa");
        phone.fill(prefix + "street", street);
    }

    private void save(String street) {
        JsonObject address = Shopping.checkout(0).getJsonObject("recipient");
        customer.post("/api/v1/me/addresses", address.put("ward", "Thuận Hóa").put("street", street))
                .expect(201);
    }

    private List<String> streets() {
        return customer.get("/api/v1/me/addresses").expect(200).json().getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("street"))
                .toList();
    }
}
