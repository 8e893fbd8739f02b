package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;

/** A developer who plays VNPAY by hand, against the running shop. */
class SimulatorConsoleIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeCustomer();
    private final String order = Shopping.placeOrder(customer, Shopping.newProduct(shop, 3_500_000, 5), 1);
    private final String reference = openedPayment();

    @AfterEach
    void mend_vnpay() {
        customer.post(shop.console.url() + "/simulator/faults", new JsonObject());
    }

    @Test
    void a_notification_that_never_came_is_sent_by_hand_and_repeated() {
        try (Shopper developer = Shopper.atDesk(CHROMIUM)) {
            Page page = developer.page();
            page.navigate(shop.console.url() + "/simulator/");
            page.locator("nav a[href='#faults']").click();
            developer.press("P15 The notification never comes");
            assertThat(page.locator("#faults-now")).hasText("P15 The notification never comes");
            page.locator("#payments").getByText(reference).click();
            developer.press("success 00/00");
            assertThat(heading(page)).containsText("paid");
            assertThat(Shopping.state(customer, order)).isEqualTo("PENDING_PAYMENT");
            developer.press("Bad hash");
            assertThat(told(page)).containsText("97");
            developer.press("Once more");
            assertThat(told(page)).containsText("\"00\"");
            assertThat(Shopping.state(customer, order)).isEqualTo("PAID");
            developer.press("10 in parallel");
            assertThat(told(page).getByText("\"02\"")).hasCount(10);
            assertThat(page.locator("#calls").getByText("ipn")).hasCount(12);
            developer.sawNoErrors();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_console_has_no_faults_on_a_phone(ColorScheme scheme) {
        try (Shopper developer = Shopper.onPhone(CHROMIUM, scheme)) {
            Page page = developer.page();
            List.of("", "#" + reference, "#faults", "#calls", "#api").forEach(view -> {
                page.navigate(shop.console.url() + "/simulator/" + view);
                assertThat(page.locator("#now")).not().isEmpty();
                developer.findsNoFaultHere();
            });
            page.navigate(shop.console.url() + "/simulator/#" + reference);
            developer.press("Ending paid");
            assertThat(told(page)).containsText("Accepted");
            page.locator("#calls summary").first().click();
            developer.findsNoFaultHere();
        }
    }

    private String openedPayment() {
        JsonObject attempt = Shopping.openAttempt(customer, order);
        customer.get(attempt.getString("payUrl"));
        return attempt.getString("txnRef");
    }

    private static Locator heading(Page page) {
        return page.locator("#detail h2");
    }

    private static Locator told(Page page) {
        return page.locator("#detail .told");
    }
}
