package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import rolt.Browser;
import rolt.Browser.Seen;
import rolt.Client;
import rolt.TestShop;
import rolt.chat.Talk;
import rolt.media.Pixels;
import rolt.platform.Role;

/** What the stories of the chat share: two members of staff, and what people do before its pages. */
final class ChatWindows {
    final TestShop shop = TestShop.running();
    final Client hai = shop.client(1).becomeStaff(Role.SUPPORT);
    final Client lan = shop.client(0).becomeStaff(Role.TECHNICIAN);

    /** Logs a member in and opens a page of the other node than the customer's. */
    void atWork(Shopper desk, Client member, String path) {
        desk.logIn(member.email(), Client.PASSWORD);
        desk.page().navigate(shop.urls.get(1) + path);
    }

    /** @return the code of a new room of the customer's, which Hải has, and which the customer sees now */
    String enter(Shopper phone, Client customer) {
        String code = Talk.open(customer, hai);
        phone.open("/chat/" + code);
        return code;
    }

    /** As {@link #enter}; Hải sees the room, too, on the other node. */
    String meet(Shopper phone, Client customer, Shopper desk) {
        String code = enter(phone, customer);
        atWork(desk, hai, "/staff/chat/" + code);
        return code;
    }

    String account(Client person) {
        return shop.text("select id from account.account where email = ?", person.email());
    }

    /** Without scripts. */
    Browser signedIn(Client person, int node) {
        Browser browser = new Browser(shop.urls.get(node));
        Seen done = browser.post("/login", Map.of("email", person.email(), "password", Client.PASSWORD), "same-origin");
        assertThat(done.status()).isEqualTo(303);
        return browser;
    }

    /** @return the code of a build of the customer's, of the kit alone */
    static String build(Client customer) {
        JsonObject build = new JsonObject()
                .put("title", "Bàn phím đầu tiên")
                .put("selection", new JsonObject().put("kitSku", "SONG60-BLACK"));
        return customer.post("/api/v1/builds", build).expect(201).json().getString("code");
    }

    /** @return the code of a room about that build, which Lan has */
    String openAbout(Client customer, String build) {
        JsonObject room = new JsonObject()
                .put("subject", "Switch nào êm")
                .put("clientId", UUID.randomUUID().toString())
                .put("text", "Nhờ shop chọn giúp.")
                .put("buildCode", build);
        String code =
                customer.post("/api/v1/chat/rooms", room).expect(201).json().getString("code");
        Talk.claim(lan, code).expect(200);
        return code;
    }

    static Locator log(Shopper person) {
        return person.page().locator(".chat-log");
    }

    static Locator standing(Shopper person) {
        return person.page().locator(".chat-standing");
    }

    /** Chosen from the other side's point of view, in order. */
    static void heard(Shopper person, String... texts) {
        assertThat(person.page().locator(".chat-line:not(.chat-line--own) .chat-text"))
                .hasText(texts);
    }

    static void say(Shopper person, String text) {
        person.page().locator("#chat-text").fill(text);
        person.page().locator(".chat-form button").click();
    }

    static void choosePicture(Shopper person) {
        person.page()
                .locator(".chat-attach input")
                .setInputFiles(new FilePayload("o-cam.png", "image/png", Pixels.file("png", 320, 240)));
    }
}
