package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static rolt.ui.ChatWindows.choosePicture;
import static rolt.ui.ChatWindows.heard;
import static rolt.ui.ChatWindows.log;
import static rolt.ui.ChatWindows.say;
import static rolt.ui.ChatWindows.standing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.Client;
import rolt.FullShelves;
import rolt.chat.Talk;

/** What becomes of a conversation when the network, the browser or the silence ends it. */
@ExtendWith(FullShelves.class)
class ChatConnectionIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final ChatWindows chat = new ChatWindows();

    /** As a proxy does that knows nothing of websockets. */
    private static final String NO_WEBSOCKETS = """
            window.WebSocket = class extends EventTarget {
                static CONNECTING = 0; static OPEN = 1; static CLOSING = 2; static CLOSED = 3;
                readyState = 3;
                constructor() { super(); setTimeout(() => this.dispatchEvent(new Event("close"))); }
                close() {}
            };
            """;

    private static final String KEPT = "Object.keys(localStorage).filter(name => name.startsWith('chat-outbox'))";

    @Test
    void where_no_websocket_comes_through_the_chat_is_live_all_the_same() {
        try (Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.DARK);
                Shopper desk = Shopper.atDesk(CHROMIUM)) {
            phone.page().addInitScript(NO_WEBSOCKETS);
            desk.page().addInitScript(NO_WEBSOCKETS);
            chat.meet(phone, phone.logInAsNewCustomer(), desk);
            assertThat(desk.page().locator(".chat-presence")).hasText("trực tuyến");
            say(desk, "Bạn đang ở khách sạn à?");
            assertThat(log(phone)).containsText("Bạn đang ở khách sạn à?");
            assertThat(desk.page().locator(".chat-state").last()).hasText("Đã xem");
            desk.page().locator("#chat-text").pressSequentially("Mạng");
            assertThat(phone.page().locator(".chat-typing")).containsText("đang viết");
            phone.page().context().setOffline(true);
            say(phone, "Một");
            say(phone, "Hai");
            assertThat(phone.page().locator(".chat-line--kept")).hasCount(2);
            phone.page().context().setOffline(false);
            heard(desk, "Chào shop, phím Enter của mình lúc được lúc không.", "Một", "Hai");
            assertThat(phone.page().locator(".chat-line--kept")).hasCount(0);
            phone.sawNoErrors();
            desk.sawNoErrors();
        }
    }

    @Test
    void a_picture_is_shown_while_it_goes_and_sent_again_is_still_one() {
        try (Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.LIGHT)) {
            Client customer = phone.logInAsNewCustomer();
            String code = chat.enter(phone, customer);
            Page page = phone.page();
            page.route("**/pictures?*", ChatConnectionIT::loseAnswer, new Page.RouteOptions().setTimes(1));
            choosePicture(phone);
            assertThat(page.locator(".chat-picture img")).isVisible();
            assertThat(page.locator(".chat-line--kept")).hasCount(0);
            page.route("**/pictures?*", Route::abort, new Page.RouteOptions().setTimes(1));
            choosePicture(phone);
            assertThat(page.locator(".chat-line--kept canvas")).isVisible();
            assertThat(page.locator(".chat-line--kept .chat-state")).containsText("Sẽ gửi khi kết nối lại được");
            phone.findsNoFaultHere();
            page.locator(".chat-line--kept .chat-retry").click();
            assertThat(page.locator(".chat-picture img")).hasCount(2);
            assertThat(page.locator(".chat-line--kept")).hasCount(0);
            page.route(
                    "**/pictures?*",
                    route -> route.fulfill(new Route.FulfillOptions().setStatus(413)),
                    new Page.RouteOptions().setTimes(1));
            choosePicture(phone);
            assertThat(page.locator(".chat-line--kept .chat-state")).containsText("tối đa 10 MB");
            phone.press("Bỏ");
            assertThat(page.locator(".chat-line--kept")).hasCount(0);
            assertThat(Talk.messages(customer, code).stream().filter(said -> said.containsKey("pictureId")))
                    .hasSize(2);
        }
    }

    /** The picture arrives, and the page does not hear of it by this way. */
    private static void loseAnswer(Route route) {
        route.fetch();
        route.abort();
    }

    @Test
    void unsent_words_stay_while_offline_and_are_forgotten_with_their_writer() {
        try (Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.DARK)) {
            Client customer = phone.logInAsNewCustomer();
            String code = chat.enter(phone, customer);
            Page page = phone.page();
            assertThat(page.locator(".chat-presence")).isVisible();
            page.context().setOffline(true);
            assertThat(page.locator(".chat-offline")).containsText("Mất kết nối");
            say(phone, "Chuyện riêng của mình");
            assertThat(page.locator(".chat-line--kept")).hasCount(1);
            page.route("**/api/v1/tickets", Route::abort);
            page.context().setOffline(false);
            page.reload();
            assertThat(page.locator(".chat-line--kept")).containsText("Chuyện riêng của mình");
            String kept = (String) page.evaluate("JSON.stringify(localStorage)");
            phone.open("/account");
            phone.press("Đăng xuất");
            assertThat((List<?>) page.evaluate(KEPT)).isEmpty();
            page.evaluate("kept => Object.assign(localStorage, JSON.parse(kept))", kept);
            chat.enter(phone, phone.logInAsNewCustomer());
            assertThat(page.locator(".chat-line")).hasCount(1);
            assertThat((List<?>) page.evaluate(KEPT)).isEmpty();
            assertThat(Talk.messages(customer, code).toString()).doesNotContain("Chuyện riêng");
        }
    }

    @Test
    void who_is_logged_out_elsewhere_is_told_so_while_the_shop_is_reached_and_asks_less_and_less_often() {
        try (Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.LIGHT)) {
            Client customer = phone.logInAsNewCustomer();
            String code = Talk.open(customer, chat.hai);
            chat.shop.text("""
                    update chat.seat set seen_at = now() - interval '70 seconds'
                    where room_id = (select id from chat.room where code = ?)
                    """, code);
            phone.open("/chat/" + code);
            Page page = phone.page();
            assertThat(page.locator(".chat-state")).hasText("Đã gửi");
            assertThat(page.locator(".chat-presence")).hasText("vắng mặt");
            Talk.say(chat.hai, code, "Mình đây.").expect(200);
            assertThat(page.locator(".chat-presence")).hasText("trực tuyến");
            page.locator("#chat-text").fill("Viết dở");
            Page other = page.context().newPage();
            other.navigate(page.url().replaceAll("/chat/.*", "/account"));
            List<Instant> asked = new CopyOnWriteArrayList<>();
            page.onRequest(request -> {
                if (request.url().endsWith("/tickets")) {
                    asked.add(Instant.now());
                }
            });
            other.locator("[data-leaves] button").first().click();
            assertThat(page.locator(".chat-offline")).containsText("Bạn đã đăng xuất");
            phone.findsNoFaultHere();
            page.waitForCondition(() -> asked.size() == 3);
            assertThat(Duration.between(asked.get(0), asked.get(2)))
                    .as("once a second it would be two seconds and a half at the most")
                    .isGreaterThan(Duration.ofSeconds(4));
            assertThat(page.locator("#chat-text")).hasValue("Viết dở");
            page.route("**/api/v1/tickets", Route::abort);
            assertThat(page.locator(".chat-offline"))
                    .containsText("Mất kết nối", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
        }
    }

    @Test
    void a_room_that_silence_closed_hangs_up_and_goes_on_when_it_is_opened_again() {
        try (Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.DARK);
                Shopper desk = Shopper.atDesk(CHROMIUM)) {
            Client customer = phone.logInAsNewCustomer();
            List<String> frames = new CopyOnWriteArrayList<>();
            phone.page().onWebSocket(socket -> {
                socket.onFrameSent(frame -> frames.add(frame.text()));
                socket.onClose(closed -> frames.add("closed"));
            });
            String code = chat.meet(phone, customer, desk);
            phone.page().locator("#chat-text").fill("Mình viết dài nên lâu");
            chat.shop.text("update chat.room set active_at = now() - interval '301 seconds' where code = ?", code);
            assertThat(log(phone)).containsText("Kết nối đã đóng vì lâu không có tin nhắn nào.");
            assertThat(standing(phone)).containsText("Mở lại lúc nào cũng được");
            assertThat(standing(desk)).containsText("Chỉ khách mở lại được");
            assertThat(phone.page().locator(".chat-form")).isHidden();
            assertThat(phone.page().locator(".chat-scroll")).isFocused();
            assertThat(phone.page().locator(".chat-offline")).isEmpty();
            phone.page().waitForCondition(() -> frames.contains("closed"));
            assertThat(frames).anyMatch(frame -> frame.contains("unregister") && frame.contains(code));
            phone.findsNoFaultHere();
            phone.press("Mở lại để viết tiếp");
            assertThat(phone.page().locator("#chat-text")).hasValue("Mình viết dài nên lâu");
            assertThat(phone.page().locator("#chat-text")).isFocused();
            phone.page().locator(".chat-form button").click();
            assertThat(log(phone)).containsText("Mình viết dài nên lâu");
            Talk.claim(chat.hai, code).expect(200);
            assertThat(log(desk)).containsText("Mình viết dài nên lâu");
            assertThat(desk.page().locator(".chat-form")).isVisible();
            say(desk, "Mình đây.");
            assertThat(log(phone)).containsText("Mình đây.");
            phone.sawNoErrors();
            desk.sawNoErrors();
        }
    }
}
