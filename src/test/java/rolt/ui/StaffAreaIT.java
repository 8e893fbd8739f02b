package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;
import rolt.platform.Role;

/** Staff with real browsers: a role given on one screen opens a page on another. */
class StaffAreaIT {
    private static final TestShop SHOP = TestShop.running();
    private static Chromium chromium;

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
    void a_role_that_an_administrator_gives_opens_the_page_at_once() {
        Client admin = SHOP.client(0).becomeStaff(Role.ADMIN);
        Client person = SHOP.client(0).becomeCustomer();
        try (BrowserContext desk = context(1280, ColorScheme.LIGHT);
                BrowserContext phone = context(360, ColorScheme.DARK)) {
            Page theirs = signedIn(phone, 1, person);
            assertThat(theirs.navigate(SHOP.urls.get(1) + "/staff/customers").status())
                    .isEqualTo(403);
            Page page = signedIn(desk, 0, admin);
            page.navigate(SHOP.urls.getFirst() + "/staff");
            page.locator("a[href='/staff/people']").click();
            page.locator("#add-staff [name=email]").fill(person.email());
            page.locator("#add-staff [value=SUPPORT]").check();
            page.locator("#add-staff button").click();
            assertThat(page).hasURL(Pattern.compile(".*/staff/people/[0-9a-f-]{36}\\?saved=true"));
            theirs.reload();
            assertThat(theirs.locator("h1")).hasText("Khách hàng");
            page.locator("[name=roles][value=SUPPORT]").uncheck();
            page.locator("form[action$='/roles'] button").click();
            assertThat(page.locator(".notice--good")).isVisible();
            theirs.reload();
            assertThat(theirs.locator("h1")).not().hasText("Khách hàng");
        }
    }

    @Test
    void the_pages_have_no_accessibility_faults() {
        Client admin = SHOP.client(0).becomeStaff(Role.ADMIN, Role.SUPPORT);
        Client customer = SHOP.client(0).becomeCustomer();
        JsonObject home = Shopping.checkout(0).getJsonObject("recipient");
        customer.post("/api/v1/me/addresses", home).expect(201);
        admin.post("/api/v1/me/addresses", home).expect(201);
        admin.post("/api/v1/me/addresses", home.copy().put("street", "1 Lê Lợi"))
                .expect(201);
        Shopping.addToCart(admin, Shopping.newProduct(SHOP, 3_200_000, 5), 1);
        admin.put("/api/v1/staff/" + idOf(admin) + "/roles", new JsonObject("""
                {"expected": ["ADMIN", "SUPPORT"], "roles": ["ADMIN", "SUPPORT", "FINANCE"]}"""))
                .expect(200);
        List<String> paths = List.of(
                "/staff",
                "/staff/people",
                "/staff/people/" + idOf(admin),
                "/staff/customers",
                "/staff/customers/" + idOf(customer),
                "/account/addresses",
                "/account/addresses/new",
                "/checkout");
        look(admin, paths, 360, ColorScheme.DARK);
        look(admin, paths, 1280, ColorScheme.LIGHT);
    }

    private static void look(Client person, List<String> paths, int width, ColorScheme scheme) {
        try (BrowserContext context = context(width, scheme)) {
            Page page = signedIn(context, 0, person);
            for (String path : paths) {
                page.navigate(SHOP.urls.getFirst() + path);
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as(path + " in " + scheme)
                        .isEmpty();
                Object overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth");
                assertThat(((Number) overflow).intValue())
                        .as(path + " scrolls sideways")
                        .isLessThanOrEqualTo(0);
            }
        }
    }

    private static BrowserContext context(int width, ColorScheme scheme) {
        return chromium.browser()
                .newContext(new NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme)
                        .setLocale("vi-VN"));
    }

    private static Page signedIn(BrowserContext context, int node, Client person) {
        Page page = context.newPage();
        page.navigate(SHOP.urls.get(node) + "/login");
        page.locator("[name=email]").fill(person.email());
        page.locator("[name=password]").fill(Client.PASSWORD);
        page.locator("main form button").first().click();
        assertThat(page).not().hasURL(Pattern.compile(".*/login.*"));
        return page;
    }

    private static String idOf(Client person) {
        return SHOP.text("select id from account.account where email = ?", person.email());
    }
}
