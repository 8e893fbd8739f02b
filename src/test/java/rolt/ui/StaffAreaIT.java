package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.Client;
import rolt.FullShelves;
import rolt.Shopping;
import rolt.TestShop;
import rolt.platform.Role;

/** Staff with real browsers: a role given on one screen opens a page on another. */
@ExtendWith(FullShelves.class)
class StaffAreaIT {
    private static final TestShop SHOP = TestShop.running();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

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
    void who_joins_the_staff_reads_it_in_a_mail_fills_in_the_card_helps_a_customer_and_leaves() {
        Client admin = SHOP.client(0).becomeStaff(Role.ADMIN);
        Client person = SHOP.client(0).becomeCustomer();
        Client customer = SHOP.client(0).becomeCustomer();
        customer.post("/api/v1/me/addresses", Shopping.checkout(0).getJsonObject("recipient"))
                .expect(201);
        String roles = "/api/v1/staff/" + idOf(person) + "/roles";
        admin.put(roles, change("[]", "[\"SUPPORT\"]")).expect(200);
        assertThat(person.mail("Your roles at ROLT").text()).contains("Support", admin.email());
        try (Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.DARK)) {
            phone.logIn(person.email(), Client.PASSWORD);
            fillCardIn(phone, admin, idOf(person));
            lookUp(phone, customer);
            admin.put(roles, change("[\"SUPPORT\"]", "[]")).expect(200);
            phone.press("Tìm");
            assertThat(phone.page().locator("h1")).containsText("không có quyền");
            phone.findsNoFaultHere();
            phone.sawNoErrors();
        }
    }

    private static JsonObject change(String expected, String roles) {
        return new JsonObject("{\"expected\": " + expected + ", \"roles\": " + roles + "}");
    }

    private static void fillCardIn(Shopper phone, Client admin, String id) {
        phone.open("/account");
        phone.follow("Khu vực nhân viên");
        phone.fill("workPhone", "028 3822 1234, máy lẻ 7");
        phone.fill("about", "Mê tactile, dị ứng bản phím rung.");
        phone.press("Lưu");
        phone.isTold("Đã lưu");
        try (Shopper desk = Shopper.atDesk(CHROMIUM)) {
            desk.logIn(admin.email(), Client.PASSWORD);
            desk.open("/staff/people/" + id);
            assertThat(desk.page().locator(".area-main")).containsText("Mê tactile");
            desk.fill("position", "Trưởng ca");
            desk.press("Lưu");
            desk.isTold("Đã lưu");
        }
        phone.open("/staff");
        assertThat(phone.page().locator(".specs")).containsText("Trưởng ca");
    }

    private static void lookUp(Shopper phone, Client customer) {
        Page page = phone.page();
        phone.follow("Khách hàng");
        page.locator("#q").fill("không có ai như vậy");
        phone.press("Tìm");
        assertThat(page.locator(".area-main")).containsText("Không tìm thấy ai");
        phone.findsNoFaultHere();
        page.locator("#q").fill(customer.email());
        phone.press("Tìm");
        phone.follow("Nguyễn Minh Anh");
        assertThat(page.locator(".area-main")).containsText("12 Tràng Thi");
        phone.findsNoFaultHere();
        page.locator(".crumbs a").last().click();
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
                "/staff/stock",
                "/staff/kits",
                "/staff/kits/hong-ha60/layout",
                "/staff/stock/" + Shopping.newProduct(SHOP, 3_200_000, 5),
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
                Faults.none(page, path + " in " + scheme);
            }
        }
    }

    private static BrowserContext context(int width, ColorScheme scheme) {
        return CHROMIUM.browser()
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
