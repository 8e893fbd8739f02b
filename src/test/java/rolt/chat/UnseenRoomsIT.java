package rolt.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.chat.Talk.path;
import static rolt.chat.Talk.say;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.TestShop;
import rolt.dev.mailbox.Mailbox.Mail;
import rolt.platform.Role;

/** What the shop is mailed about rooms that wait while nobody is there, on two nodes and with the real mailbox. */
class UnseenRoomsIT {
    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeCustomer();
    private final Client hai = shop.client(1).becomeStaff(Role.SUPPORT);
    private final ChatPost post = new ChatPost(shop);

    @BeforeEach
    @AfterEach
    void nobody_is_there() {
        shop.text("delete from chat.presence");
    }

    @Test
    void a_room_that_opens_while_nobody_is_there_is_mailed_to_the_shop() {
        shop.text("update account.account set name = '<b>Anh</b>' where email = ?", customer.email());
        JsonObject opening = Talk.opening("Dòng một\n<script>alert(1)</script>").put("subject", "Phím & \"Enter\"");
        String code = open(customer, opening);
        Mail mail = post.mailAbout(code);
        assertThat(mail.subject()).contains("Phím & \"Enter\"");
        assertThat(mail.text()).contains("Dòng một", "\n<script>alert(1)</script>", "/staff/chat");
        assertThat(mail.html()).contains("&lt;b&gt;Anh", "&lt;script").doesNotContain("<b>", "<script");

        hai.put("/api/v1/staff/chat/presence", new JsonObject().put("available", true))
                .expect(200);
        String seen = Talk.open(shop.client(1).becomeCustomer());
        assertThat(post.mails("chat-unattended/" + seen)).isZero();
        shop.text("update chat.presence set seen_at = now() - interval '121 seconds'");
        String unseen = Talk.open(shop.client(1).becomeCustomer());
        assertThat(post.mails("chat-unattended/" + unseen)).isOne();
        assertThat(mailedOfMany(shop.client(0).becomeCustomer(), 6)).isEqualTo(5);
    }

    @Test
    void a_room_that_is_back_in_the_queue_while_nobody_is_there_is_mailed_to_the_shop() {
        String subject = "“Phím kẹt " + customer.email() + "”";
        String code = open(customer, Talk.opening("Chào").put("subject", subject.substring(1, subject.length() - 1)));
        Talk.claim(hai, code).expect(200);
        say(customer, code, "Vẫn kẹt & <b>chưa</b> xong").expect(200);
        say(hai, code, "Để mình xem").expect(200);
        shop.text("""
                update chat.seat s set
                    seen_at = case when r.code = ? then now() - interval '121 seconds' else now() end from chat.room r
                where r.id = s.room_id and s.side = 'STAFF'""", code);
        Mail missed = post.mailAbout(subject + " với Nguyễn Minh Anh bị mất kết nối; khách chờ từ");
        assertThat(missed.text()).contains("Vẫn kẹt & <b>chưa</b> xong", code).doesNotContain("Để mình xem");
        assertThat(missed.html()).contains("&lt;b&gt;chưa");

        Talk.claim(hai, code).expect(200);
        hai.put("/api/v1/staff/chat/presence", new JsonObject().put("available", true))
                .expect(200);
        release(code);
        assertThat(post.mails("chat-unattended/" + code)).isEqualTo(2);
        Talk.claim(hai, code).expect(200);
        hai.put("/api/v1/staff/chat/presence", new JsonObject().put("available", false))
                .expect(200);
        release(code);
        assertThat(post.mailAbout("Nguyễn Minh Anh trở lại hàng chờ với cuộc trò chuyện " + subject)
                        .text())
                .contains(code);
        reopen(code);
        assertThat(post.mailAbout("đã mở lại cuộc trò chuyện " + subject).text())
                .contains(code);
        reopen(code);
        assertThat(post.mails("chat-unattended/" + code)).isEqualTo(4);

        // Often enough: no mail of its own, but in the one about all that wait for long.
        assertThat(post.mails("chats-waiting/" + code)).isZero();
        shop.text(
                "update chat.turn t set at = at - interval '11 minutes' from chat.room r "
                        + "where r.id = t.room_id and r.code = ?",
                code);
        Mail waiting = post.mailAbout(subject + " (" + code + ")");
        assertThat(waiting.subject()).contains("Số cuộc trò chuyện đang chờ: ");
        assertThat(waiting.text()).contains("/staff/chat");
        assertThat(post.mails("chat-unattended/" + code)).isEqualTo(4);
    }

    private void release(String code) {
        hai.post("/api/v1/staff/chat/rooms/" + code + "/release", new JsonObject())
                .expect(200);
    }

    private void reopen(String code) {
        customer.post(path(code) + "/closing", new JsonObject()).expect(200);
        customer.post(path(code) + "/reopening", new JsonObject()).expect(200);
    }

    /** How many of the rooms that somebody opens one after the other the shop hears of. */
    private long mailedOfMany(Client restless, int rooms) {
        String code = "";
        for (int i = 0; i < rooms; i++) {
            code = Talk.open(restless);
            restless.post(path(code) + "/closing", new JsonObject()).expect(200);
        }
        return shop.number(
                "select count(*) from platform.outbox where key like ?",
                "chat-unattended/" + code.substring(0, code.lastIndexOf('-')) + "-%");
    }

    @Test
    void rooms_that_come_back_at_once_are_mailed_together() {
        List<String> codes = Stream.generate(() -> Talk.open(shop.client(0).becomeCustomer(), hai))
                .limit(3)
                .toList();
        shop.text("""
                update chat.seat s set
                    seen_at = case when a.email = ? then now() - interval '121 seconds' else now() end
                from account.account a where a.id = s.account_id and s.side = 'STAFF'""", hai.email());
        Mail mail = post.mailAbout("Nhiều cuộc trò chuyện vừa trở lại hàng chờ mà chưa ai trực", codes.getFirst());
        assertThat(mail.subject()).contains("Số cuộc trò chuyện đang chờ: 3");
        assertThat(mail.text()).contains(codes).contains("/staff/chat");
        assertThat(codes)
                .as("each when it was opened")
                .allSatisfy(code ->
                        assertThat(post.mails("chat-unattended/" + code)).isOne());
        assertThat(post.mails("chats-waiting/" + codes.getFirst())).isOne();
    }

    private static String open(Client customer, JsonObject opening) {
        return customer.post("/api/v1/chat/rooms", opening).expect(201).json().getString("code");
    }
}
