package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static rolt.ui.ChatWindows.build;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.Browser;
import rolt.Browser.Seen;
import rolt.Client;
import rolt.FullShelves;
import rolt.Shopping;
import rolt.chat.Talk;

/** The chat beside and without what makes it live: its button on the pages of the shop, and its forms. */
@ExtendWith(FullShelves.class)
class ChatPagesIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final ChatWindows chat = new ChatWindows();

    @Test
    void the_button_covers_neither_the_price_of_a_build_nor_what_one_buys_with() {
        try (Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.LIGHT)) {
            phone.open("/build?kit=song60");
            assertThat(phone.page().locator("#chat-button")).isVisible();
            phone.page().evaluate("scrollTo(0, 900)");
            assertThat(overlap(phone.page(), ".bar")).isFalse();
            phone.open("/products/song60");
            assertThat(overlap(phone.page(), ".buy")).isFalse();
            phone.page().locator("#chat-button").click();
            assertThat(phone.page().locator("#chat")).containsText("Đăng nhập");
            phone.findsNoFaultHere();
            phone.page().keyboard().press("Escape");
            Shopping.addToCart(phone.logInAsNewCustomer(), "SUONGMAI-70", 1);
            phone.open("/cart");
            phone.page().locator(".summary-total").scrollIntoViewIfNeeded();
            assertThat(overlap(phone.page(), ".summary-go")).isFalse();
            phone.sawNoErrors();
        }
    }

    private static boolean overlap(Page page, String other) {
        BoundingBox button = page.locator("#chat-button").boundingBox();
        BoundingBox box = page.locator(other).first().boundingBox();
        return button.y < box.y + box.height && box.y < button.y + button.height;
    }

    @Test
    void without_scripts_forms_do_the_same() {
        Client person = chat.shop.client(0).becomeCustomer();
        Browser customer = chat.signedIn(person, 0);
        Seen begin = customer.get("/chat");
        Seen room = customer.follow(
                customer.submit(begin, "/chat", Map.of("subject", "Hỏi giao hàng", "text", "Bao giờ hàng tới?")));
        assertThat(room.html()).contains("Bao giờ hàng tới?");
        String here = customer.get("/chat").location();
        String code = here.substring(here.lastIndexOf('/') + 1);
        Browser member = chat.signedIn(chat.hai, 1);
        String desk = "/staff/chat/" + code;
        Seen taken = member.follow(member.submit(member.get("/staff/chat"), desk + "/claim", Map.of()));
        Seen said = member.follow(member.submit(taken, desk, Map.of("text", "Chiều mai ạ.")));
        assertThat(said.html()).contains("Chiều mai ạ.");
        Seen read = customer.get(here);
        assertThat(read.html()).contains("Chiều mai ạ.", "đã vào cuộc trò chuyện");
        assertThat(customer.submit(read, here, Map.of("text", " ")).status()).isEqualTo(400);
        assertThat(customer.follow(customer.submit(read, here + "/closing", Map.of()))
                        .html())
                .contains("Mở lại để viết tiếp");
        assertThat(customer.submit(read, here, Map.of("text", "Còn nữa")).status())
                .isEqualTo(409);
        assertThat(member.get(desk).html()).contains("Cuộc trò chuyện đã đóng. Chỉ khách mở lại được.");
        assertThat(chat.signedIn(chat.lan, 0).get(desk).status()).isEqualTo(404);
        assertThat(new Browser(chat.shop.urls.getFirst()).get("/en/chat").html())
                .contains("Log in to talk");
    }

    @Test
    void without_scripts_one_sees_which_picture_was_chosen() {
        Client customer = chat.shop.client(0).becomeCustomer();
        String code = Talk.open(customer, chat.hai);
        try (Shopper phone = Shopper.withoutScripts(CHROMIUM)) {
            phone.logIn(customer.email(), Client.PASSWORD);
            phone.open("/chat/" + code);
            ChatWindows.choosePicture(phone);
            assertThat(phone.page().locator(".chat-attach input").boundingBox().width)
                    .isGreaterThan(150);
            phone.press("Gửi ảnh");
            assertThat(phone.page().locator(".chat-picture img")).isVisible();
        }
    }

    /** Of an unfinished sentence nothing is lost on the way through the shop, and the panel takes the focus from nobody. */
    @Test
    void the_panel_stays_open_from_page_to_page_and_survives_a_lost_connection() {
        try (Shopper desk = Shopper.atDesk(CHROMIUM)) {
            desk.open("/en/products/song60");
            Page page = desk.page();
            page.locator("#chat-button").click();
            page.locator("#chat [data-login]").click();
            Client person = chat.shop.client(0).becomeCustomer();
            desk.fill("email", person.email());
            desk.fill("password", Client.PASSWORD);
            desk.send();
            assertThat(page).hasURL(Pattern.compile(".*/en/products/song60.*"));
            page.locator("#chat [name=subject]").fill("Hỏi hàng");
            page.locator("#chat [name=text]").fill("Còn hàng không?");
            page.context().setOffline(true);
            page.locator("#chat .button--main").click();
            assertThat(page.locator("#chat-panel [role=alert]")).containsText("cannot be reached");
            desk.findsNoFaultHere();
            page.context().setOffline(false);
            page.locator("#chat .button--main").click();
            assertThat(page.locator("#chat-text")).isFocused();
            assertThat(page.locator("#chat-panel [role=alert]")).isEmpty();
            assertThat(page.locator(".chat").boundingBox().width).isGreaterThan(350);
            page.locator("#chat-text").pressSequentially("Mình muốn");
            desk.open("/cart");
            assertThat(page.locator("#chat-text")).hasValue("Mình muốn");
            assertThat(page.locator("body")).isFocused();
            desk.sawNoErrors();
        }
    }

    /** What was said after an older part of a conversation was not looked at with it. */
    @Test
    void an_older_part_of_a_conversation_is_as_good_as_the_latest() {
        Client customer = chat.shop.client(0).becomeCustomer();
        String code = chat.openAbout(customer, build(customer));
        Map<String, String> form = Map.of(
                "kit", "SONG60-BLACK", "sw", "SUONGMAI-70", "room", code, "clientId", "proposal-2", "text", "Êm hơn");
        chat.signedIn(chat.lan, 1).post("/build/proposal", form, "same-origin");
        chat.shop.text("""
                with spoken as (
                    update chat.room set last_seq = last_seq + 60 where code = ? returning *)
                insert into chat.message (room_id, seq, sender_id, side, kind, client_id, text)
                select id, last_seq - 60 + n, member_id, 'STAFF', 'TEXT', 'message-' || n, 'Tin ' || n
                from spoken, generate_series(1, 60) n
                """, code);
        try (Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.DARK)) {
            phone.logIn(customer.email(), Client.PASSWORD);
            chat.signedIn(customer, 1).get("/chat/" + code + "?before=5");
            assertThat(Talk.room(customer, code).getInteger("readSeq")).isLessThan(5);
            phone.open("/chat/" + code);
            assertThat(phone.page().locator(".chat-proposal")).hasCount(0);
            phone.page().locator("[data-part=older]").click();
            assertThat(phone.page().locator(".chat-proposal .chat-part--come")).containsText("Sương Mai");
            assertThat(phone.page().locator(".chat-decision .button--main")).isVisible();
            assertThat(phone.page().locator(".chat-day")).hasCount(1);
            assertThat(phone.page().locator(".chat-line")).hasCount(62);
            assertThat(phone.page().locator(".chat-scroll")).isFocused();
            phone.findsNoFaultHere();
            customer.post("/api/v1/chat/rooms/" + code + "/closing", new JsonObject())
                    .expect(200);
            assertThat(phone.page().locator(".chat-proposal")).containsText("Mở lại cuộc trò chuyện để trả lời");
            phone.press("Mở lại để viết tiếp");
            assertThat(phone.page().locator(".chat-decision .button--main")).isVisible();
            phone.sawNoErrors();
        }
    }

    /** Rooms are listed newest first, and one that was reopened may be older than a page of them. */
    @Test
    void the_chat_leads_to_the_room_that_is_open_however_many_began_after_it() {
        Client person = chat.shop.client(0).becomeCustomer();
        String code = Talk.open(person, chat.hai);
        chat.shop.text("""
                insert into chat.room (code, customer_id, subject, state)
                select 'support-zzzzzz-' || (1000 + row_number() over () + r.n), r.customer_id, 'Chuyện cũ', 'CLOSED'
                from (select customer_id, (random() * 900000)::int as n from chat.room where code = ?) r,
                    generate_series(1, 25)
                """, code);
        Browser customer = chat.signedIn(person, 0);
        assertThat(customer.get("/chat").location()).isEqualTo("/chat/" + code);
        assertThat(customer.get("/en/chat").location()).isEqualTo("/en/chat/" + code);
        assertThat(customer.get("/chat?new=1").status()).isEqualTo(200);
    }
}
