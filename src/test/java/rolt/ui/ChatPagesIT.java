package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.Browser;
import rolt.Browser.Seen;
import rolt.Client;
import rolt.Shopping;
import rolt.chat.Talk;

/** The chat beside and without what makes it live: its button on the pages of the shop, and its forms. */
class ChatPagesIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final ChatWindows chat = new ChatWindows();

    @BeforeAll
    static void open() {
        ChatWindows.fillShelves();
    }

    @Test
    void the_button_covers_neither_the_price_of_a_build_nor_the_total_of_the_cart() {
        try (Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.LIGHT)) {
            phone.open("/build?kit=song60");
            assertThat(phone.page().locator("#chat-button")).isVisible();
            phone.page().evaluate("scrollTo(0, 900)");
            assertThat(overlap(phone.page(), ".bar")).isFalse();
            phone.open("/products/song60");
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
        assertThat(member.get(desk).html()).contains("Cuộc trò chuyện đã đóng");
        assertThat(chat.signedIn(chat.lan, 0).get(desk).status()).isEqualTo(404);
        assertThat(new Browser(chat.shop.urls.getFirst()).get("/en/chat").html())
                .contains("Log in to talk");
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
