package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.FullShelves;

/** Whoever builds with the keyboard stays where he is, though each choice draws the page anew. */
@ExtendWith(FullShelves.class)
class BuilderFocusIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private Shopper shopper;
    private Page page;

    @BeforeEach
    void sit_down() {
        shopper = Shopper.atDesk(CHROMIUM);
        page = shopper.page();
    }

    @AfterEach
    void no_errors() {
        shopper.sawNoErrors();
        shopper.close();
    }

    @Test
    void arrow_keys_walk_through_the_kits() {
        shopper.open("/build");
        Locator kits = page.locator("#kit .pick input");
        kits.first().press("Space");
        assertThat(page.locator("#build")).hasAttribute("data-address", Pattern.compile(".*kit=.*"));
        assertThat(kits.first()).isFocused();
        kits.first().press("ArrowDown");
        assertThat(kits.nth(1)).isChecked();
        assertThat(page).hasURL(Pattern.compile(".*kit=.*"));
        assertThat(page.locator("#build[aria-busy]")).hasCount(0);
        assertThat(kits.nth(1)).isFocused();
        assertThat(kits.nth(1)).isChecked();
    }

    @Test
    void a_switch_chosen_from_those_folded_away_keeps_the_focus_and_its_fold_stays_open() {
        shopper.open("/build?kit=song60");
        page.locator("#more-SWITCH summary").press("Enter");
        Locator pick = page.locator("#more-SWITCH input[type=radio]").last();
        pick.focus();
        pick.press("Space");
        assertThat(page.locator("#build")).hasAttribute("data-address", Pattern.compile(".*&sw=.*"));
        assertThat(pick).isChecked();
        assertThat(pick).isFocused();
        assertThat(pick).isInViewport();
    }

    @Test
    void an_accessory_of_several_sorts_hands_the_focus_to_the_sort_chosen_and_takes_it_back() {
        shopper.open("/build?kit=song60");
        page.locator("#extras-acc summary").press("Enter");
        Locator accessory = page.locator("#part-cap-usb-c-bo");
        accessory.focus();
        accessory.press("Space");
        Locator sort = page.locator("#tick-cap-usb-c-bo input:checked");
        assertThat(page.locator("#tick-cap-usb-c-bo input")).hasCount(3);
        assertThat(sort).isFocused();
        sort.press("Space");
        assertThat(accessory).isFocused();
        assertThat(accessory).not().isChecked();
    }

    @Test
    void an_option_of_the_layout_keeps_the_focus() {
        shopper.open("/build?kit=truong-son");
        Locator option = page.locator("#o0-1");
        option.focus();
        option.press("Space");
        assertThat(page.locator("#build")).hasAttribute("data-address", Pattern.compile(".*o=1.*"));
        assertThat(option).isFocused();
        assertThat(option).isChecked();
    }
}
