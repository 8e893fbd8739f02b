package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static rolt.ui.ChatWindows.build;
import static rolt.ui.ChatWindows.log;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.Browser;
import rolt.Browser.Seen;
import rolt.Client;
import rolt.FullShelves;
import rolt.chat.Talk;

/** A technician chooses something else in the builder, and the customer takes it or does not. */
@ExtendWith(FullShelves.class)
class ChatProposalIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final ChatWindows chat = new ChatWindows();

    @Test
    void what_is_chosen_in_the_builder_is_proposed_with_what_it_changes_and_taken_with_one_tap() {
        try (Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.DARK);
                Shopper desk = Shopper.atDesk(CHROMIUM)) {
            Client customer = phone.logInAsNewCustomer();
            String build = build(customer);
            String code = chat.openAbout(customer, build);
            phone.open("/chat/" + code);
            chat.atWork(desk, chat.lan, "/staff/chat/" + code);
            assertThat(desk.page().locator("#inbox-build")).containsText("Bàn phím đầu tiên");
            assertThat(desk.page().locator("[aria-labelledby=inbox-build]")).containsText("Còn thiếu: ");
            choose(desk, code);
            assertThat(desk.page()).hasURL(Pattern.compile(".*/staff/chat/" + code + ".*"));
            assertThat(desk.page().locator(".chat-head")).isInViewport();
            desk.findsNoFaultHere();
            decide(phone);
            assertThat(desk.page().locator(".chat-proposal")).containsText("Khách đã đồng ý");
            assertThat(desk.page().locator("#inbox-build ~ p .price")).hasText(price(desk));
            assertThat(customer.get("/api/v1/builds/" + build)
                            .expect(200)
                            .json()
                            .encode())
                    .contains("GACHHOA-");
            desk.findsNoFaultHere();
            phone.sawNoErrors();
            desk.sawNoErrors();
        }
    }

    /** What the proposal that was taken costs. */
    private static String price(Shopper desk) {
        return desk.page().locator(".chat-sum .price").textContent().strip();
    }

    private static void choose(Shopper desk, String code) {
        Page page = desk.page();
        desk.follow("Đề xuất thay đổi");
        assertThat(page).hasURL(Pattern.compile(".*/build\\?.*room=" + code));
        assertThat(page.locator(".notice--info")).containsText("Switch nào êm");
        page.locator("#propose-words").fill("Êm hơn nhiều.");
        page.locator("#pick-gach-hoa").check();
        assertThat(page.locator("#lines")).containsText("Gạch Hoa");
        assertThat(page).hasURL(Pattern.compile(".*sw=GACHHOA-.*room=" + code));
        assertThat(page.locator("#propose-words")).hasValue("Êm hơn nhiều.");
        desk.findsNoFaultHere();
        desk.press("Đề xuất cho khách");
    }

    private static void decide(Shopper phone) {
        Locator card = phone.page().locator(".chat-proposal");
        assertThat(log(phone)).containsText("Êm hơn nhiều.");
        assertThat(card.locator(".chat-part--come")).containsText("Gạch Hoa");
        assertThat(card.locator(".chat-part--gone")).hasCount(0);
        assertThat(card.locator(".chat-sum")).containsText("so với cấu hình trước");
        assertThat(card).containsText("Chưa đủ món để ráp");
        phone.findsNoFaultHere();
        card.locator(".button--main").click();
        assertThat(log(phone)).containsText("Bạn đã đồng ý, cấu hình đã đổi.");
        assertThat(card.locator(".button--main")).hasCount(0);
        assertThat(card.locator(".chat-part--come")).containsText("Gạch Hoa");
    }

    @Test
    void only_who_has_the_room_proposes_and_needs_no_scripts_for_it() {
        Client customer = chat.shop.client(0).becomeCustomer();
        String code = chat.openAbout(customer, build(customer));
        String builder = "/build?kit=SONG60-BLACK&sw=SUONGMAI-70&room=" + code;
        Browser member = chat.signedIn(chat.lan, 1);
        Seen table = member.get(builder);
        assertThat(table.html()).contains("Đề xuất cho khách").doesNotContain("Thêm vào giỏ");
        Map<String, String> form = Map.of(
                "kit", "SONG60-BLACK", "sw", "SUONGMAI-70", "room", code, "clientId", "proposal-1", "text", "Êm hơn");
        Seen proposed = member.post("/build/proposal", form, "same-origin");
        assertThat(proposed.location()).startsWith("/staff/chat/" + code);
        assertThat(member.follow(proposed).html()).contains("Êm hơn", "Đề xuất đổi cấu hình", "Sương Mai");
        for (Client stranger : new Client[] {chat.hai, customer}) {
            Browser browser = chat.signedIn(stranger, 0);
            assertThat(browser.get(builder).html()).contains("Thêm vào giỏ").doesNotContain("Đề xuất cho khách");
            assertThat(browser.post("/build/proposal", form, "same-origin").status())
                    .isBetween(403, 404);
        }
        assertThat(new Browser(chat.shop.urls.getFirst()).get(builder).html()).contains("Thêm vào giỏ");
        Browser owner = chat.signedIn(customer, 0);
        Seen room = owner.get("/chat/" + code);
        assertThat(room.html()).contains("Thêm:", "Sương Mai");
        String refusal = "/chat/" + code + "/proposals/"
                + Talk.messages(customer, code).getLast().getLong("seq") + "/refusal";
        assertThat(owner.follow(owner.submit(room, refusal, Map.of())).html()).contains("Bạn giữ cấu hình cũ");
    }
}
