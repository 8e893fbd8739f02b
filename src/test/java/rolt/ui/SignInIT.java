package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.Authenticator;
import rolt.Client;
import rolt.TestShop;

/** Signing in with more than a password, and with none, in a real browser. */
class SignInIT {
    private static final String SECOND_FACTOR = "/account/security/second-factor";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @BeforeAll
    static void open() {
        TestShop.running();
    }

    @Test
    void a_customer_sets_up_a_second_factor_and_logs_in_with_it() {
        try (Shopper shopper = Shopper.onPhone(CHROMIUM, ColorScheme.DARK)) {
            Client client = shopper.logInAsNewCustomer();
            Authenticator app = setUp(shopper);
            logOut(shopper);
            typePassword(shopper, "/login?next=/orders", client.email());
            shopper.findsNoFaultHere();
            type(shopper.page(), "code", "000000");
            assertThat(shopper.page().locator(".field-fault")).isVisible();
            shopper.findsNoFaultHere();
            type(shopper.page(), "code", app.nextCode());
            assertThat(shopper.page()).hasURL(Pattern.compile(".*/orders"));
            shopper.sawNoErrors();
        }
    }

    @Test
    void who_has_lost_the_phone_logs_in_with_a_recovery_code_and_makes_new_ones() {
        try (Shopper shopper = Shopper.atDesk(CHROMIUM)) {
            Client client = TestShop.running().client(0).becomeCustomer();
            List<String> codes = Authenticator.setUp(client).recoveryCodes();
            typePassword(shopper, "/en/login", client.email());
            type(shopper.page(), "code", codes.getFirst());
            List.of("/en/account/security", "/en" + SECOND_FACTOR, SECOND_FACTOR + "/off")
                    .forEach(shopper::findsNoFaultWith);
            shopper.findsNoFaultWith("/en" + SECOND_FACTOR + "/recovery-codes");
            shopper.page().locator("[name=password]").fill(Client.PASSWORD);
            type(shopper.page(), "code", codes.getLast());
            assertThat(shopper.page().locator(".codes li")).hasCount(10);
            shopper.sawNoErrors();
        }
    }

    @Test
    void somebody_new_comes_in_with_google_and_links_nothing_without_a_password() {
        try (Shopper shopper = Shopper.onPhone(CHROMIUM, ColorScheme.LIGHT)) {
            shopper.open("/login");
            shopper.page().locator("a[href*='/login/google']").click();
            chooseAtGoogle(shopper.page(), "gia-han-" + UUID.randomUUID() + "@gmail.test");
            assertThat(shopper.page()).hasURL(Pattern.compile(".*/account"));
            shopper.findsNoFaultWith("/account/security/google");
            shopper.findsNoFaultWith("/account/security");
            shopper.sawNoErrors();
        }
    }

    @Test
    void a_customer_links_google_with_the_password() {
        try (Shopper shopper = Shopper.atDesk(CHROMIUM)) {
            shopper.logInAsNewCustomer();
            shopper.findsNoFaultWith("/account/security/google");
            type(shopper.page(), "password", Client.PASSWORD);
            chooseAtGoogle(shopper.page(), "gia-han-" + UUID.randomUUID() + "@gmail.test");
            assertThat(shopper.page().locator(".notice--good")).containsText("Google");
            shopper.sawNoErrors();
        }
    }

    private static Authenticator setUp(Shopper shopper) {
        Page page = shopper.page();
        shopper.findsNoFaultWith(SECOND_FACTOR);
        type(page, "password", Client.PASSWORD);
        assertThat(page.locator("svg.qr")).isVisible();
        shopper.findsNoFaultHere();
        Authenticator app = Authenticator.of(page.locator("p.code").innerText().replace(" ", ""));
        type(page, "code", app.codeBefore());
        assertThat(page.locator(".codes li")).hasCount(10);
        shopper.findsNoFaultHere();
        return app;
    }

    private static void logOut(Shopper shopper) {
        shopper.open("/account");
        shopper.page().locator("form[action$='/logout'] button").click();
    }

    private static void typePassword(Shopper shopper, String path, String email) {
        shopper.open(path);
        shopper.page().locator("[name=email]").fill(email);
        type(shopper.page(), "password", Client.PASSWORD);
        assertThat(shopper.page()).hasURL(Pattern.compile(".*/login/code.*"));
    }

    /** Fills in the last field of the page's form and sends it. */
    private static void type(Page page, String field, String value) {
        page.locator("main [name=" + field + "]").fill(value);
        page.locator("main [name=" + field + "]").press("Enter");
    }

    private static void chooseAtGoogle(Page page, String email) {
        page.locator("[type=email]").fill(email);
        page.locator("[type=text]").fill("Đỗ Gia Hân");
        page.locator("#other").click();
        assertThat(page.url()).doesNotContain("/authorize");
    }
}
