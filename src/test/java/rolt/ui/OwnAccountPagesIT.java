package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.TestShop;

/** The owner of an account looks after it with a real browser. */
class OwnAccountPagesIT {
    private static final String NEW_PASSWORD = "sương sớm trên phím";
    private static final Pattern LINK = Pattern.compile("https?://[^\\s?]+[?]token=[A-Za-z0-9_-]+");

    private static final TestShop SHOP = TestShop.running();
    private static Chromium chromium;

    private final Client owner = SHOP.client(0).becomeCustomer();

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_forgotten_password_is_reset_the_address_changed_and_another_device_logged_out() {
        try (BrowserContext phone = context(360, 780, ColorScheme.DARK)) {
            Page page = phone.newPage();
            resetPassword(page);
            logIn(page, owner.email(), NEW_PASSWORD);
            page.navigate(SHOP.urls.getFirst() + "/account/security/email");
            String wanted = "khach-" + UUID.randomUUID() + "@example.com";
            fill(page, "email", wanted);
            fill(page, "password", NEW_PASSWORD);
            send(page);
            assertThat(page.locator(".notice--good")).isVisible();
            page.navigate(link(SHOP.client(0).named(wanted), "Confirm your new"));
            send(page);
            assertThat(page.locator(".area-main")).containsText(wanted);
            revokeOther(page, wanted);
        }
    }

    private void resetPassword(Page page) {
        page.navigate(SHOP.urls.getFirst() + "/login");
        page.locator("a[href='/forgot-password']").click();
        fill(page, "email", owner.email());
        send(page);
        assertThat(page).hasURL(Pattern.compile(".*/forgot-password/sent"));
        page.navigate(link(owner, "Reset your"));
        fill(page, "password", NEW_PASSWORD);
        send(page);
        assertThat(page).hasURL(Pattern.compile(".*/login\\?done=reset"));
    }

    private void revokeOther(Page page, String email) {
        try (BrowserContext desk = context(1280, 900, ColorScheme.LIGHT)) {
            Page other = desk.newPage();
            logIn(other, email, NEW_PASSWORD);
            page.navigate(SHOP.urls.getFirst() + "/account/security");
            assertThat(page.locator("form[action*='/sessions/']")).hasCount(1);
            page.locator("form[action*='/sessions/'] button").click();
            assertThat(page.locator("form[action*='/sessions/']")).hasCount(0);
            other.navigate(SHOP.urls.getLast() + "/account");
            assertThat(other).hasURL(Pattern.compile(".*/login.*"));
        }
    }

    @Test
    void the_pages_of_the_account_have_no_accessibility_faults() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {360, 1280}) {
                try (BrowserContext context = context(width, 800, scheme)) {
                    Page page = context.newPage();
                    page.navigate(SHOP.urls.getFirst() + "/forgot-password");
                    look(page, "forgot");
                    logIn(page, owner.email(), Client.PASSWORD);
                    for (String path : List.of("", "/security", "/security/password", "/security/email", "/data")) {
                        page.navigate(SHOP.urls.getFirst() + "/account" + path);
                        look(page, "account" + path.replace('/', '-') + "-" + width + "-" + scheme);
                    }
                }
            }
        }
    }

    private static void look(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screens", name + ".png")));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        Object overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertThat(((Number) overflow).intValue()).as(name).isLessThanOrEqualTo(0);
    }

    private static String link(Client reader, String subject) {
        Matcher link = LINK.matcher(reader.mail(subject).text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static void logIn(Page page, String email, String password) {
        page.navigate(SHOP.urls.getFirst() + "/login");
        fill(page, "email", email);
        fill(page, "password", password);
        send(page);
        assertThat(page).hasURL(Pattern.compile(".*/account"));
    }

    private static void fill(Page page, String field, String value) {
        page.locator("[name='" + field + "']").fill(value);
    }

    private static void send(Page page) {
        page.locator("main .button--main").first().click();
    }

    private static BrowserContext context(int width, int height, ColorScheme scheme) {
        return chromium.browser()
                .newContext(new NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)
                        .setLocale("vi-VN"));
    }
}
