package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rolt.Client;
import rolt.TestShop;

/** The owner of an account looks after it with a real browser. */
class OwnAccountPagesIT {
    private static final String NEW_PASSWORD = "sương sớm trên phím";

    private static final TestShop SHOP = TestShop.running();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final Client owner = SHOP.client(0).becomeCustomer();

    @Test
    void a_forgotten_password_is_reset_the_address_changed_and_another_device_logged_out() {
        try (Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.DARK)) {
            resetPassword(phone);
            phone.logIn(owner.email(), NEW_PASSWORD);
            phone.open("/account/security/email");
            String wanted = "khach-" + UUID.randomUUID() + "@example.com";
            phone.fill("email", wanted);
            phone.fill("password", NEW_PASSWORD);
            phone.send();
            assertThat(phone.page().locator(".notice--good")).isVisible();
            phone.page().navigate(SHOP.client(0).named(wanted).mailedLink("Confirm your new"));
            phone.send();
            assertThat(phone.page().locator(".area-main")).containsText(wanted);
            revokeOther(phone, wanted);
        }
    }

    private void resetPassword(Shopper phone) {
        phone.open("/login");
        phone.page().locator("a[href='/forgot-password']").click();
        phone.fill("email", owner.email());
        phone.send();
        assertThat(phone.page()).hasURL(Pattern.compile(".*/forgot-password/sent"));
        phone.page().navigate(owner.mailedLink("Reset your"));
        phone.fill("password", NEW_PASSWORD);
        phone.send();
        assertThat(phone.page()).hasURL(Pattern.compile(".*/login\\?done=reset"));
    }

    private void revokeOther(Shopper phone, String email) {
        try (Shopper desk = Shopper.atDesk(CHROMIUM)) {
            desk.logIn(email, NEW_PASSWORD);
            phone.open("/account/security");
            Locator sessions = phone.page().locator("form[action*='/sessions/']");
            assertThat(sessions).hasCount(1);
            sessions.locator("button").click();
            assertThat(sessions).hasCount(0);
            desk.page().navigate(SHOP.urls.getLast() + "/account");
            assertThat(desk.page()).hasURL(Pattern.compile(".*/login.*"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_pages_of_the_account_have_no_accessibility_faults(ColorScheme scheme) {
        try (Shopper phone = Shopper.onPhone(CHROMIUM, scheme);
                Shopper desk = Shopper.atDesk(CHROMIUM, scheme)) {
            for (Shopper window : List.of(phone, desk)) {
                look(window, "/forgot-password", scheme);
                window.logIn(owner.email(), Client.PASSWORD);
                for (String path : List.of("", "/security", "/security/password", "/security/email", "/data")) {
                    look(window, "/account" + path, scheme);
                }
            }
        }
    }

    private static void look(Shopper window, String path, ColorScheme scheme) {
        window.findsNoFaultWith(path);
        String name = path.substring(1).replace('/', '-') + "-" + window.page().viewportSize().width + "-" + scheme;
        window.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screens", name + ".png")));
    }
}
