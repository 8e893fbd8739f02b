package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.TestShop;
import rolt.dev.SampleData;

/** The builder in a browser: fixed by one tap, walked back, its keys told of, and without scripts. */
class BuilderLiveIT {
    private static final TestShop SHOP = TestShop.running();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @BeforeAll
    static void open() {
        SampleData.load(SHOP.postgres.url(), SHOP.redis.url());
    }

    @Test
    void what_does_not_fit_is_mended_by_one_tap_and_the_way_back_and_forth_is_open() {
        try (Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.DARK)) {
            Page page = phone.page();
            phone.open("/build?kit=song60&sw=tia-chop");
            page.evaluate("window.sameDocument = true");
            assertThat(page.locator("#said")).containsText("Chưa hợp: khác cách nhận phím");
            page.locator("#switch .verdict-fixes a").first().click();
            assertThat(page.locator("#said")).containsText("Còn thiếu: keycap");
            assertThat(page.locator("#switch .verdict--bad")).hasCount(0);
            String mended = page.url();
            page.goBack();
            assertThat(page.locator("#said")).containsText("Chưa hợp");
            page.goForward();
            assertThat(page.locator("#said")).containsText("Còn thiếu: keycap");
            assertThat(page.url()).isEqualTo(mended);
            assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
            phone.sawNoErrors();
        }
    }

    @Test
    void the_keys_are_one_stop_walked_by_arrows_and_tell_of_themselves() {
        try (Shopper desk = Shopper.atDesk(CHROMIUM)) {
            Page page = desk.page();
            desk.open("/build?kit=truong-son&sw=suong-mai&caps=gom-bat-trang");
            assertThat(page.locator("a.key[tabindex='0']")).hasCount(1);
            Locator first = page.locator("a.key").first();
            first.focus();
            first.press("ArrowRight");
            first.press("ArrowDown");
            Locator reached = page.locator("a.key:focus");
            assertThat(reached).hasAttribute("tabindex", "0");
            assertThat(page.locator("a.key[tabindex='0']")).hasCount(1);
            String name = reached.getAttribute("aria-label");
            reached.press("Enter");
            assertThat(page.locator("#key .builder-name")).containsText(name.substring(0, name.indexOf(',')));
            assertThat(page.locator("#key")).containsText("Sương Mai");
            assertThat(page).hasURL(Pattern.compile(".*key=\\d+.*"));
            assertThat(page.locator("a.key:focus")).hasAttribute("aria-current", "true");
            assertThat(page.locator("a.key[tabindex='0']")).hasCount(1);
            desk.sawNoErrors();
        }
    }

    @Test
    void a_key_of_an_option_leads_to_it() {
        try (Shopper desk = Shopper.atDesk(CHROMIUM)) {
            Page page = desk.page();
            desk.open("/build?kit=truong-son");
            page.locator("a.key[aria-label^='Backspace']").click();
            page.locator("a.key-option").click();
            assertThat(page.locator("#option-0")).isInViewport();
            desk.sawNoErrors();
        }
    }

    @Test
    void who_types_into_a_search_keeps_the_cursor_and_what_was_typed() {
        try (Shopper desk = Shopper.atDesk(CHROMIUM)) {
            Page page = desk.page();
            desk.open("/build?kit=song60");
            Locator search = page.locator("#q-SWITCH");
            search.focus();
            search.pressSequentially("suong mai");
            assertThat(page.locator("#picks-SWITCH .pick")).hasCount(1);
            assertThat(search).isFocused();
            assertThat(search).hasValue("suong mai");
            assertThat(page).hasURL(Pattern.compile(".*q.SWITCH=suong.mai.*"));
            search.press("Enter");
            assertThat(page.locator("#picks-SWITCH .pick")).hasCount(1);
            assertThat(search).isFocused();
            desk.sawNoErrors();
        }
    }

    @Test
    void without_scripts_a_keyboard_is_chosen_priced_and_put_into_the_cart() {
        try (BrowserContext window = CHROMIUM.browser()
                .newContext(new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(360, 780))) {
            Page page = window.newPage();
            page.navigate(SHOP.urls.getFirst() + "/build?kit=song60&sw=tia-chop");
            page.locator("#switch .verdict-fixes a").first().click();
            page.locator("#more-KEYCAP_SET summary").click();
            page.locator("#pick-gom-bat-trang").check();
            page.locator(".builder-apply").click();
            assertThat(page.locator("#said")).not().containsText("Còn thiếu");
            assertThat(page.locator("#said")).not().containsText("Chưa hợp");
            page.locator(".bar .button--main").click();
            assertThat(page).hasURL(Pattern.compile(".*/cart"));
        }
    }
}
