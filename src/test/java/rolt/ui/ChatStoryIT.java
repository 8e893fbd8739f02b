package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.Browser;
import rolt.Browser.Seen;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;
import rolt.chat.Talk;
import rolt.dev.samples.SampleData;
import rolt.media.Pixels;
import rolt.platform.Role;

/** A customer and staff talk in two browsers on two nodes, with scripts and without. */
class ChatStoryIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final TestShop shop = TestShop.running();
    private final Client hai = shop.client(1).becomeStaff(Role.SUPPORT);
    private final Client lan = shop.client(0).becomeStaff(Role.TECHNICIAN);

    @BeforeAll
    static void open() {
        TestShop shop = TestShop.running();
        SampleData.load(shop.postgres.url(), shop.redis.url());
    }

    @Test
    void a_customer_and_support_talk_live_on_two_nodes_whatever_becomes_of_the_connection() {
        try (Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.DARK);
                Shopper desk = Shopper.atDesk(CHROMIUM)) {
            Client customer = phone.logInAsNewCustomer();
            String order = Shopping.placeOrder(customer, Shopping.newProduct(shop, 3_500_000, 1), 1);
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
        desk.logIn(hai.email(), Client.PASSWORD);
        desk.page().navigate(shop.urls.get(1) + "/staff/chat");
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
        assertThat(phone.page().locator(".chat-line--kept").last()).containsText("Sẽ gửi khi có mạng lại");
        say(desk, "Bạn còn đó không?");
        phone.findsNoFaultHere();
        phone.page().context().setOffline(false);
        assertThat(phone.page().locator(".chat-line--kept")).hasCount(0);
        Locator came = desk.page().locator(".chat-line:not(.chat-line--own) .chat-text");
        assertThat(came).hasText(new String[] {
            "Phím Enter của mình lúc được lúc không.", "Chân thẳng <b>lắm</b>.", "Ở ổ cắm có vết cháy nhỏ."
        });
        assertThat(log(phone)).containsText("Bạn còn đó không?");
        assertThat(phone.page().locator(".chat-offline")).isEmpty();
        phone.page().navigate(phone.page().url());
        phone.page().locator("#chat-button").click();
        assertThat(phone.page().locator("#chat .chat-line")).hasCount(5);
        assertThat(desk.page().locator(".chat")).hasAttribute("data-code", code);
    }

    /** A picture beside the words, from either side. */
    private static void sendsPicture(Shopper phone, Shopper desk) {
        phone.page()
                .locator(".chat-attach input")
                .setInputFiles(new FilePayload("o-cam.png", "image/png", Pixels.file("png", 320, 240)));
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
        lan.put("/api/v1/staff/chat/presence", new JsonObject().put("available", true))
                .expect(200);
        desk.page().reload();
        desk.press("Chuyển cho đồng nghiệp");
        String account = shop.text("select id from account.account where email = ?", lan.email());
        desk.page().locator("#hand-over [value='" + account + "']").check();
        desk.page().locator("#hand-over [name=note]").fill("Chắc là socket.");
        desk.findsNoFaultHere();
        desk.page().locator("#hand-over .button--main").click();
        assertThat(desk.page().locator(".chat-form")).isHidden();
        assertThat(desk.page().locator(".chat-standing")).containsText("chỉ còn xem được");
        assertThat(desk.page().locator("#inbox-turns + ol")).containsText("Chắc là socket.");
        Talk.say(lan, code, "Mình là Lan, bên kỹ thuật.").expect(200);
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

    @Test
    void a_colleague_who_takes_a_room_over_makes_the_first_one_read_only_live() {
        Client customer = shop.client(0).becomeCustomer();
        String code = Talk.open(customer, hai);
        try (Shopper desk = Shopper.onPhone(CHROMIUM, ColorScheme.DARK)) {
            desk.logIn(hai.email(), Client.PASSWORD);
            desk.page().navigate(shop.urls.get(1) + "/staff/chat/" + code);
            assertThat(desk.page().locator("#chat-text")).isInViewport();
            desk.page().locator("#chat-text").fill("Mình đang viết");
            assertThat(desk.page().locator(".chat-presence")).isVisible();
            String next = shop.text("select id from account.account where email = ?", lan.email());
            Talk.handOver(hai, code, next).expect(200);
            assertThat(desk.page().locator(".chat-form")).isHidden();
            assertThat(desk.page().locator(".chat-standing")).containsText("chỉ còn xem được");
            desk.findsNoFaultHere();
            desk.page().locator(".chat-back").click();
            assertThat(desk.page().locator("#inbox-viewing + ul")).containsText("Phím Enter không nhận");
            desk.findsNoFaultHere();
            desk.sawNoErrors();
        }
    }

    @Test
    void a_proposal_changes_the_build_with_one_tap() {
        try (Shopper phone = Shopper.onPhone(CHROMIUM, ColorScheme.DARK);
                Shopper desk = Shopper.atDesk(CHROMIUM)) {
            Client customer = phone.logInAsNewCustomer();
            JsonObject selection = new JsonObject().put("kitSku", "SONG60-BLACK");
            String build = customer.post(
                            "/api/v1/builds",
                            new JsonObject().put("title", "Bàn phím đầu tiên").put("selection", selection))
                    .expect(201)
                    .json()
                    .getString("code");
            String code = customer.post(
                            "/api/v1/chat/rooms",
                            new JsonObject()
                                    .put("subject", "Switch nào êm")
                                    .put("clientId", UUID.randomUUID().toString())
                                    .put("text", "Nhờ shop chọn giúp.")
                                    .put("buildCode", build))
                    .expect(201)
                    .json()
                    .getString("code");
            Talk.claim(lan, code).expect(200);
            phone.open("/chat/" + code);
            desk.logIn(lan.email(), Client.PASSWORD);
            desk.page().navigate(shop.urls.get(1) + "/staff/chat/" + code);
            assertThat(desk.page().locator("#inbox-build")).containsText("Bàn phím đầu tiên");
            desk.page().locator("#inbox-about summary").last().click();
            desk.page().locator("#source").fill("/build?kit=song60&sw=suong-mai");
            desk.findsNoFaultHere();
            desk.page().locator("form[action$='/proposals'] button").click();
            assertThat(phone.page().locator(".chat-proposal .button--main")).isVisible();
            phone.findsNoFaultHere();
            phone.page().locator(".chat-proposal .button--main").click();
            assertThat(log(phone)).containsText("cấu hình đã đổi");
            assertThat(desk.page().locator(".chat-proposal")).containsText("Khách đã đồng ý");
            desk.findsNoFaultHere();
            phone.sawNoErrors();
            desk.sawNoErrors();
        }
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
        Client person = shop.client(0).becomeCustomer();
        Browser customer = signedIn(person, 0);
        Seen begin = customer.get("/chat");
        Seen room = customer.follow(
                customer.submit(begin, "/chat", Map.of("subject", "Hỏi giao hàng", "text", "Bao giờ hàng tới?")));
        assertThat(room.html()).contains("Bao giờ hàng tới?");
        String here = customer.get("/chat").location();
        String code = here.substring(here.lastIndexOf('/') + 1);
        Browser member = signedIn(hai, 1);
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
        assertThat(signedIn(lan, 0).get(desk).status()).isEqualTo(404);
        assertThat(new Browser(shop.urls.getFirst()).get("/en/chat").html()).contains("Log in to talk");
    }

    private Browser signedIn(Client person, int node) {
        Browser browser = new Browser(shop.urls.get(node));
        Seen done = browser.post("/login", Map.of("email", person.email(), "password", Client.PASSWORD), "same-origin");
        assertThat(done.status()).isEqualTo(303);
        return browser;
    }

    private static Locator log(Shopper person) {
        return person.page().locator(".chat-log");
    }

    private static void say(Shopper person, String text) {
        person.page().locator("#chat-text").fill(text);
        person.page().locator(".chat-form button").click();
    }
}
