package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static rolt.ui.ChatWindows.choosePicture;
import static rolt.ui.ChatWindows.log;
import static rolt.ui.ChatWindows.say;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.Client;
import rolt.FullShelves;
import rolt.Shopping;
import rolt.chat.Talk;

/** A customer and staff talk in two browsers on two nodes. */
@ExtendWith(FullShelves.class)
class ChatStoryIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final ChatWindows chat = new ChatWindows();

    @Test
    void a_customer_and_support_talk_live_on_two_nodes_whatever_becomes_of_the_connection() {
        try (Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.DARK);
                Shopper desk = Shopper.atDesk(CHROMIUM)) {
            Client customer = phone.logInAsNewCustomer();
            String order = Shopping.placeOrder(customer, Shopping.newProduct(chat.shop, 3_500_000, 1), 1);
            begin(phone, order);
            String code = customer.get("/api/v1/chat/unread").expect(200).json().getString("code");
            claim(desk, code);
            assertThat(log(phone)).containsText("đã vào cuộc trò chuyện");
            assertThat(desk.page().locator("#inbox-order")).containsText(order);
            say(desk, "Bạn tháo switch ra xem chân có bị cong không nhé?");
            assertThat(log(phone)).containsText("chân có bị cong");
            assertThat(desk.page().locator(".chat-state").last()).hasText("Đã xem");
            phone.page().locator("#chat-text").pressSequentially("Để mình");
            assertThat(desk.page().locator(".chat-typing")).containsText("đang viết");
            comesBack(phone, desk, code);
            sendsPicture(phone, desk);
            hearsBehindTheButton(phone, desk);
            handsOver(desk, code);
            assertThat(log(phone)).containsText("tiếp nhận cuộc trò chuyện");
            closes(phone);
            phone.sawNoErrors();
            desk.sawNoErrors();
        }
    }

    private static void begin(Shopper phone, String order) {
        phone.open("/orders/" + order);
        Page page = phone.page();
        page.locator("#chat-button").click();
        assertThat(page.locator("#chat .badge")).containsText(order);
        phone.findsNoFaultHere();
        page.locator("#chat [name=subject]").fill("Phím Enter không nhận");
        page.locator("#chat [name=text]").fill("Phím Enter của mình lúc được lúc không.");
        page.locator("#chat .button--main").click();
        assertThat(log(phone)).containsText("lúc được lúc không");
        assertThat(page.locator(".chat-standing")).isVisible();
        assertThat(page.locator("#chat-text")).isFocused();
    }

    private void claim(Shopper desk, String code) {
        chat.atWork(desk, chat.hai, "/staff/chat");
        assertThat(desk.page().locator("[role=switch]")).hasAttribute("aria-checked", "true");
        desk.findsNoFaultHere();
        desk.page()
                .locator("form[action='/staff/chat/" + code + "/claim'] button")
                .click();
        assertThat(desk.page()).hasURL(Pattern.compile(".*/staff/chat/" + code));
        desk.findsNoFaultHere();
    }

    /** What is written without a connection is kept, and sent once and in order when there is one again. */
    private static void comesBack(Shopper phone, Shopper desk, String code) {
        phone.page().context().setOffline(true);
        assertThat(phone.page().locator(".chat-offline")).containsText("Mất kết nối");
        say(phone, "Chân thẳng <b>lắm</b>.");
        say(phone, "Ở ổ cắm có vết cháy nhỏ.");
        assertThat(phone.page().locator(".chat-line--kept")).hasCount(2);
        assertThat(phone.page().locator(".chat-line--kept").last()).containsText("Sẽ gửi khi kết nối lại được");
        say(desk, "Bạn còn đó không?");
        phone.findsNoFaultHere();
        phone.page().context().setOffline(false);
        assertThat(phone.page().locator(".chat-line--kept")).hasCount(0);
        ChatWindows.heard(
                desk, "Phím Enter của mình lúc được lúc không.", "Chân thẳng <b>lắm</b>.", "Ở ổ cắm có vết cháy nhỏ.");
        assertThat(log(phone)).containsText("Bạn còn đó không?");
        assertThat(phone.page().locator(".chat-offline")).isEmpty();
        phone.page().navigate(phone.page().url());
        phone.page().locator("#chat-button").click();
        assertThat(phone.page().locator("#chat .chat-line")).hasCount(5);
        assertThat(desk.page().locator(".chat")).hasAttribute("data-code", code);
    }

    /** A picture beside the words, from either side. */
    private static void sendsPicture(Shopper phone, Shopper desk) {
        choosePicture(phone);
        assertThat(desk.page().locator(".chat-picture img")).isVisible();
        assertThat(phone.page().locator(".chat-picture img")).isVisible();
    }

    /** With the panel put away the button shows on every page how much is unread, until it is read on one. */
    private static void hearsBehindTheButton(Shopper phone, Shopper desk) {
        phone.page().keyboard().press("Escape");
        assertThat(phone.page().locator("#chat-panel")).isHidden();
        assertThat(phone.page().locator("#chat-button")).isFocused();
        Page other = phone.page().context().newPage();
        other.navigate(phone.page().url().replaceAll("/orders/.*", "/products"));
        say(desk, "Bạn gửi bàn phím về xưởng nhé.");
        assertThat(phone.page().locator(".chat-badge b")).hasText("1");
        assertThat(other.locator(".chat-badge b")).hasText("1");
        phone.findsNoFaultHere();
        other.locator("#chat-button").click();
        assertThat(other.locator(".chat-log")).containsText("về xưởng");
        assertThat(phone.page().locator(".chat-badge")).isHidden();
        other.close();
        phone.page().locator("#chat-button").click();
    }

    private void handsOver(Shopper desk, String code) {
        chat.lan
                .put("/api/v1/staff/chat/presence", new JsonObject().put("available", true))
                .expect(200);
        desk.page().reload();
        desk.press("Chuyển cho đồng nghiệp");
        desk.page()
                .locator("#hand-over [value='" + chat.account(chat.lan) + "']")
                .check();
        desk.page().locator("#hand-over [name=note]").fill("Chắc là socket.");
        desk.findsNoFaultHere();
        desk.page().locator("#hand-over .button--main").click();
        assertThat(desk.page().locator(".chat-form")).isHidden();
        assertThat(desk.page().locator(".chat-standing")).containsText("chỉ còn xem được");
        assertThat(desk.page().locator("#inbox-turns + ol")).containsText("Chắc là socket.");
        Talk.say(chat.lan, code, "Mình là Lan, bên kỹ thuật.").expect(200);
        assertThat(log(desk)).containsText("Mình là Lan");
        desk.findsNoFaultHere();
    }

    private static void closes(Shopper phone) {
        phone.page().locator("#chat .chat-head button").click();
        assertThat(phone.page().locator(".chat-standing")).containsText("đã đóng");
        assertThat(phone.page().locator(".chat-form")).isHidden();
        phone.findsNoFaultHere();
        phone.page().locator(".chat-stars [value='5']").check();
        phone.page().locator(".chat-rate button").click();
        assertThat(phone.page().locator(".chat-over")).containsText("5/5");
        phone.page().locator(".chat-over .button--main").click();
        assertThat(phone.page().locator(".chat-form")).isVisible();
        assertThat(log(phone)).containsText("được mở lại");
    }
}
