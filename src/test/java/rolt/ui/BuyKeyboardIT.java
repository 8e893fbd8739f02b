package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.FullShelves;
import rolt.Shopping;
import rolt.TestShop;

/** A shopper with a real browser, from the first page to the mail that confirms the paid keyboard. */
@ExtendWith(FullShelves.class)
class BuyKeyboardIT {
    private static final String CARD = "9704198526191432198";
    private static final String PASSWORD = "mot-mat-khau-rat-dai";

    private static final TestShop SHOP = TestShop.running();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final String email = "khach-" + UUID.randomUUID() + "@example.com";

    @Test
    void a_shopper_builds_a_keyboard_on_a_phone_pays_it_at_vnpay_and_gets_the_mail() {
        try (Shopper shopper = Shopper.onPhone(CHROMIUM, ColorScheme.DARK)) {
            Page page = shopper.page();
            register(shopper);
            shopper.open("/build?kit=song60&sw=SUONGMAI-70&caps=GBT-BASE&sv=SV-LUBE");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Thêm vào giỏ"))
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*/cart"));
            String order = checkOut(page);
            payByCard(page);
            assertThat(page.locator("#order")).containsText(order);
            assertThat(page.locator("#order [aria-current=step], #order h1"))
                    .not()
                    .hasCount(0);
            followUntilPaid(page, order);
            shopper.sawNoErrors();
            confirm(order);
        }
    }

    @Test
    void a_shopper_searches_filters_and_cancels_at_vnpay_and_can_pay_again() {
        try (Shopper shopper = Shopper.atDesk(CHROMIUM)) {
            Page page = shopper.page();
            register(shopper);
            shopper.open("/");
            page.getByRole(AriaRole.SEARCHBOX).fill("suong mai");
            page.getByRole(AriaRole.SEARCHBOX).press("Enter");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Sương Mai").setExact(true))
                    .click();
            page.locator("form.buy button").click();
            assertThat(page).hasURL(Pattern.compile(".*/cart"));
            String order = checkOut(page);
            page.locator("#cancel").click();
            page.locator("#cancel-confirm").click();
            assertThat(page).hasURL(Pattern.compile(".*/orders/" + order + ".*"));
            page.locator("form[action$='/payments'] button").click();
            payByCard(page);
            followUntilPaid(page, order);
            shopper.sawNoErrors();
            confirm(order);
        }
    }

    private void register(Shopper shopper) {
        Page page = shopper.page();
        shopper.open("/register");
        page.locator("[name=name]").fill("Trần Thu Hà");
        page.locator("[name=email]").fill(email);
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("main form button").click();
        assertThat(page).hasURL(Pattern.compile(".*/register/sent.*"));
        page.navigate(SHOP.client(0).named(email).mailedLink(""));
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("main form button").click();
        assertThat(page).hasURL(Pattern.compile(".*/account.*"));
    }

    /** From the cart to VNPAY; answers the order's code. */
    private String checkOut(Page page) {
        page.locator("a[href$='/checkout']").first().click();
        fill(page, "name", "Trần Thu Hà");
        fill(page, "phone", "0987654321");
        page.locator("[name='recipient.province']").selectOption("Hà Nội");
        fill(page, "ward", "Hoàn Kiếm");
        fill(page, "street", "5 Hàng Bài");
        page.locator("[name^='accept.']").all().forEach(Locator::check);
        page.locator("form.checkout button.button--main").last().click();
        assertThat(page).hasURL(Pattern.compile(".*/paymentv2/.*"));
        return SHOP.text("select o.code from ordering.orders o where email = ? order by placed_at desc limit 1", email);
    }

    private static void fill(Page page, String field, String value) {
        page.locator("[name='recipient." + field + "']").fill(value);
    }

    private static void payByCard(Page page) {
        page.locator("#method-domestic summary").click();
        page.locator("#bank-NCB").click();
        page.locator("#test-card-" + CARD).click();
        page.locator("#card-submit").click();
        page.locator("#otp").fill("123456");
        page.locator("#otp-submit").click();
    }

    private void followUntilPaid(Page page, String order) {
        assertThat(page).hasURL(Pattern.compile(".*/orders/" + order + ".*"));
        // "Đã thanh toán" stands there from the beginning, as the step to come.
        assertThat(page.locator("#order h1")).containsText("đơn hàng đã được thanh toán");
    }

    private void confirm(String order) {
        assertThat(SHOP.text("select state from ordering.orders where code = ?", order))
                .isEqualTo("PAID");
        assertThat(SHOP.client(0).named(email).mail(order).html()).contains(order);
        assertThat(Shopping.variantsOffTheirLedger(SHOP)).isZero();
        assertThat(SHOP.number(
                        "select count(*) from stock.ledger l join ordering.orders o on o.id = l.order_id where code = ? and reason = 'COMMIT'",
                        order))
                .isPositive();
    }
}
