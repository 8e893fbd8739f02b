package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import rolt.Client;
import rolt.TestShop;

/** A person before the shop's pages, in a window with a session of its own. */
final class Shopper implements AutoCloseable {
    private final TestShop shop = TestShop.running();
    private final BrowserContext window;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Shopper(BrowserContext window) {
        this.window = window;
        page = window.newPage();
        page.onPageError(complaints::add);
    }

    static Shopper onPhone(Chromium chromium, ColorScheme scheme) {
        return new Shopper(window(chromium, 360, 780, scheme));
    }

    static Shopper atDesk(Chromium chromium) {
        return atDesk(chromium, ColorScheme.LIGHT);
    }

    static Shopper atDesk(Chromium chromium, ColorScheme scheme) {
        return new Shopper(window(chromium, 1280, 900, scheme));
    }

    /** On a phone whose browser runs none. */
    static Shopper withoutScripts(Chromium chromium) {
        return new Shopper(chromium.browser()
                .newContext(options(360, 780, ColorScheme.LIGHT).setJavaScriptEnabled(false)));
    }

    private static BrowserContext window(Chromium chromium, int width, int height, ColorScheme scheme) {
        return chromium.browser().newContext(options(width, height, scheme));
    }

    private static NewContextOptions options(int width, int height, ColorScheme scheme) {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("vi-VN");
    }

    Page page() {
        return page;
    }

    /** @param path of the first node */
    void open(String path) {
        page.navigate(shop.urls.getFirst() + path);
    }

    void logIn(String email, String password) {
        open("/login");
        page.locator("[name=email]").fill(email);
        page.locator("[name=password]").fill(password);
        page.locator("main form button").first().click();
        assertThat(page).not().hasURL(Pattern.compile(".*/login.*"));
    }

    /** Becomes a verified customer, logged in here and in the client that is answered. */
    Client logInAsNewCustomer() {
        Client client = shop.client(0).becomeCustomer();
        logIn(client.email(), Client.PASSWORD);
        return client;
    }

    /** Types into a field of a form. */
    void fill(String field, String value) {
        page.locator("[name='" + field + "']").fill(value);
    }

    /** Sends the form that the page is about. */
    void send() {
        page.locator("main .button--main").first().click();
    }

    /** Presses the button with this label, and no other. */
    void press(String label) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    /** Follows the link with this label, and no other. */
    void follow(String label) {
        page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    /** Reads on a page without faults that something was done. */
    void isTold(String words) {
        assertThat(page.locator(".notice--good")).containsText(words);
        findsNoFaultHere();
    }

    /** Reads beside a field what is wrong with it, and has the cursor in it. */
    void isCorrected(String field, String words) {
        assertThat(page.locator("[id='" + field + "-fault']")).containsText(words);
        assertThat(page.locator("[id='" + field + "']")).isFocused();
        findsNoFaultHere();
    }

    /** Opens a page that is without faults. */
    void findsNoFaultWith(String path) {
        open(path);
        assertThat(page.url()).as("led elsewhere").endsWith(path);
        findsNoFaultHere();
    }

    /** The page has no faults that axe finds, and does not scroll sideways. */
    void findsNoFaultHere() {
        Faults.none(page, page.url());
    }

    void sawNoErrors() {
        assertThat(complaints).as("errors of the page's scripts").isEmpty();
    }

    @Override
    public void close() {
        window.close();
    }
}
