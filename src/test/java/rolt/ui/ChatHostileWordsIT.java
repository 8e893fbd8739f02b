package rolt.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static rolt.ui.ChatWindows.say;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import rolt.Client;
import rolt.FullShelves;
import rolt.chat.Talk;

/** Whatever people write in the chat is words, wherever it is shown. */
@ExtendWith(FullShelves.class)
class ChatHostileWordsIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String HOSTILE =
            "</textarea><img src=x onerror=hacked=1><svg onload=hacked=1>\"'><script>hacked=1</script>";

    private static final String PLANTED =
            "[...document.querySelectorAll('[onerror], [onload], img[src=x], main script:not([src])')].map(e => e.outerHTML)";

    private final ChatWindows chat = new ChatWindows();
    private final List<String> trouble = new CopyOnWriteArrayList<>();

    @Test
    void hostile_words_are_shown_as_words_live_and_as_the_server_draws_them() {
        try (Shopper phone = watched(Shopper.onPhone(CHROMIUM, ColorScheme.DARK));
                Shopper desk = watched(Shopper.atDesk(CHROMIUM))) {
            Client customer = phone.logInAsNewCustomer();
            name(customer);
            name(chat.hai);
            addReply();
            String build = ChatWindows.build(customer);
            chat.shop.text("update builder.build set title_vi = ? where code = ?", HOSTILE, build);
            String code = open(customer, build);
            chat.atWork(desk, chat.hai, "/staff/chat");
            assertThat(desk.page().locator("[data-room='" + code + "']")).containsText(HOSTILE);
            desk.page()
                    .locator("[data-room='" + code + "'] form button")
                    .first()
                    .click();
            desk.page().locator("#inbox-about summary").click();
            desk.page().locator("[data-reply]").first().click();
            assertThat(desk.page().locator("#chat-text")).hasValue(HOSTILE + HOSTILE);
            desk.page().locator("#chat-text").fill("");
            phone.open("/products");
            phone.page().locator("#chat-button").click();
            assertThat(phone.page().locator(".chat-log")).containsText(HOSTILE);
            talk(phone, desk, code);
            endAndRate(phone, desk, code);
            isHarmless(phone);
            isHarmless(desk);
        }
    }

    private Shopper watched(Shopper person) {
        Page page = person.page();
        page.onDialog(dialog -> trouble.add("dialog " + dialog.message()));
        page.onConsoleMessage(said -> {
            if (said.text().contains("Content Security Policy")) {
                trouble.add(said.text());
            }
        });
        return person;
    }

    private void name(Client person) {
        chat.shop.text("update account.account set name = ? where email = ?", HOSTILE, person.email());
    }

    private void addReply() {
        chat.shop.text("delete from chat.reply");
        JsonObject words = new JsonObject().put("vi", HOSTILE + "{name}").put("en", HOSTILE);
        chat.hai
                .post(
                        "/api/v1/staff/chat/replies",
                        new JsonObject().put("title", "<b>Chào</b>").put("text", words))
                .expect(201);
    }

    private static String open(Client customer, String build) {
        JsonObject room = new JsonObject()
                .put("subject", HOSTILE)
                .put("clientId", UUID.randomUUID().toString())
                .put("text", HOSTILE)
                .put("buildCode", build);
        return customer.post("/api/v1/chat/rooms", room).expect(201).json().getString("code");
    }

    private void talk(Shopper phone, Shopper desk, String code) {
        say(phone, HOSTILE + " khách");
        assertThat(desk.page().locator(".chat-log")).containsText(HOSTILE + " khách");
        desk.page().locator("#chat-text").pressSequentially("a");
        assertThat(phone.page().locator(".chat-typing")).containsText(HOSTILE);
        say(desk, HOSTILE + " ROLT");
        assertThat(phone.page().locator(".chat-log")).containsText(HOSTILE + " ROLT");
        JsonObject proposal = new JsonObject()
                .put("clientId", UUID.randomUUID().toString())
                .put("text", HOSTILE + " đề xuất")
                .put("selection", new JsonObject("""
                        {"kitSku": "SONG60-BLACK", "switches": [{"sku": "SUONGMAI-70"}]}"""));
        chat.hai
                .post("/api/v1/staff/chat/rooms/" + code + "/proposals", proposal)
                .expect(200);
        assertThat(phone.page().locator(".chat-log")).containsText(HOSTILE + " đề xuất");
        assertThat(phone.page().locator(".chat-proposal")).isVisible();
        isHarmless(phone);
        isHarmless(desk);
    }

    private void endAndRate(Shopper phone, Shopper desk, String code) {
        JsonObject next = new JsonObject()
                .put("turn", Talk.room(chat.hai, code).getInteger("turn"))
                .put("accountId", chat.account(chat.lan))
                .put("note", HOSTILE + " dặn");
        chat.hai.post("/api/v1/staff/chat/rooms/" + code + "/hand-over", next).expect(200);
        assertThat(desk.page().locator(".inbox-note")).containsText(HOSTILE + " dặn");
        phone.page().locator("#chat .chat-head button").click();
        phone.page().locator(".chat-stars [value='1']").check();
        phone.page().locator("#chat-rate-words").fill(HOSTILE + " chê");
        phone.page().locator(".chat-rate button").click();
        assertThat(phone.page().locator(".chat-over")).containsText("1/5");
        desk.page().reload();
        assertThat(desk.page().locator("#inbox-about")).containsText(HOSTILE + " chê");
        assertThat(desk.page().locator(".chat-log")).containsText(HOSTILE + " ROLT");
        phone.open("/chat/" + code);
        assertThat(phone.page().locator(".chat-log")).containsText(HOSTILE + " đề xuất");
    }

    private void isHarmless(Shopper person) {
        assertThat(person.page().evaluate("typeof hacked")).isEqualTo("undefined");
        assertThat((List<?>) person.page().evaluate(PLANTED)).isEmpty();
        assertThat(trouble).isEmpty();
        person.sawNoErrors();
    }
}
