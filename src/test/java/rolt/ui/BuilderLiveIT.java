package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.FullShelves;
import rolt.TestShop;

/** The builder in a browser: fixed by one tap, walked back, its keys told of, and without scripts. */
@ExtendWith(FullShelves.class)
class BuilderLiveIT {
    private static final TestShop SHOP = TestShop.running();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

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
    void where_the_shop_does_not_answer_the_choice_stays_and_can_be_tried_again() {
        try (Shopper desk = Shopper.atDesk(CHROMIUM)) {
            Page page = desk.page();
            desk.open("/build?kit=song60");
            page.route("**/build?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
            Locator pick = page.locator("#pick-ot-hiem");
            pick.check();
            assertThat(page.locator("#trouble p")).isVisible();
            assertThat(pick).isChecked();
            assertThat(page.locator("#build[aria-busy]")).hasCount(0);
            desk.findsNoFaultHere();
            page.unroute("**/build?*");
            page.locator("#again").click();
            assertThat(page).hasURL(Pattern.compile(".*sw=OTHIEM-70.*"));
            assertThat(page.locator("#trouble p")).isHidden();
            assertThat(pick).isChecked();
            desk.sawNoErrors();
        }
    }

    @Test
    void an_answer_that_comes_late_does_not_undo_a_newer_choice() {
        try (Shopper desk = Shopper.atDesk(CHROMIUM)) {
            Page page = desk.page();
            desk.open("/build?kit=song60");
            List<Route> late = new ArrayList<>();
            page.route("**/build?*sw.of=gach-hoa*", late::add);
            page.locator("#pick-gach-hoa").check();
            page.waitForCondition(() -> !late.isEmpty());
            page.locator("#pick-ot-hiem").check();
            assertThat(page).hasURL(Pattern.compile(".*sw=OTHIEM-70.*"));
            late.getFirst().fulfill(new Route.FulfillOptions().setStatus(500));
            page.locator("#own-KIT").check();
            assertThat(page).hasURL(Pattern.compile(".*sw=OTHIEM-70&own=KIT.*"));
            assertThat(page.locator("#pick-ot-hiem")).isChecked();
            assertThat(page.locator("#trouble p")).isHidden();
            desk.sawNoErrors();
        }
    }

    @Test
    void switches_are_mixed_by_taps_until_they_add_up_and_stay_so_in_the_other_language() {
        try (Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.DARK)) {
            Page page = phone.page();
            phone.open("/build?kit=song60&sw=suong-mai&caps=gom-bat-trang");
            page.locator("#mix-with-gach-hoa").click();
            assertThat(page.locator("#mix .mix-share")).hasCount(2);
            page.locator("#mix-gach-hoa .mix-zones a").first().click();
            assertThat(page.locator("#keys-gach-hoa")).hasValue("26");
            page.locator("#keys-suong-mai").fill("20");
            page.locator("#keys-suong-mai").press("Enter");
            assertThat(page.locator("#switch .verdict--bad").last()).containsText("chưa khớp với 61 phím");
            page.locator("#keys-suong-mai").fill("35");
            page.locator("#keys-suong-mai").press("Enter");
            assertThat(page.locator("#said")).not().containsText("Chưa hợp");
            phone.findsNoFaultHere();
            page.locator("a[hreflang]").first().click();
            assertThat(page).hasURL(Pattern.compile(".*/en/build.*sw=GACHHOA-10::26,SUONGMAI-35::35.*"));
            assertThat(page.locator("#keys-gach-hoa")).hasValue("26");
            page.locator("#pick-gach-hoa").uncheck();
            assertThat(page.locator("#mix")).hasCount(0);
            assertThat(page).hasURL(Pattern.compile(".*sw=SUONGMAI-70&.*"));
            phone.sawNoErrors();
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
