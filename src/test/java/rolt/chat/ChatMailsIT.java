package rolt.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.chat.Talk.path;
import static rolt.chat.Talk.say;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.TestShop;
import rolt.dev.mailbox.Mailbox.Mail;
import rolt.platform.Role;

/** What customers of the chat are mailed, on two nodes and with the real mailbox. */
class ChatMailsIT {
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
    void who_has_left_is_mailed_each_answer_once() {
        String code = Talk.open(customer, hai);
        shop.text("update account.account set name = '<i>Hải</i>' where email = ?", hai.email());
        say(hai, code, "Bạn thử đổi switch nhé").expect(200);
        say(hai, code, "<img src=x onerror=alert(1)>").expect(200);
        leave(code);
        Mail mail = post.mailAbout("/chat/" + code);
        assertThat(mail.text())
                .contains("đổi switch", "<img src=x", "/chat/" + code)
                .doesNotContain("phím Enter của mình");
        assertThat(mail.html()).contains("&lt;img", "&lt;i&gt;").doesNotContain("<img", "<i>");

        // Read at once, heard of a moment ago, or mailed lately: nothing is mailed of these, in the turn that mails the
        // last.
        say(hai, code, "Đừng quên nhé").expect(200);
        leave(code);
        Client reader = shop.client(0).becomeCustomer();
        String read = Talk.open(reader, hai);
        say(hai, read, "Đọc rồi").expect(200);
        reader.put(path(read) + "/read", new JsonObject().put("seq", 3)).expect(200);
        leave(read);
        String heard = Talk.open(shop.client(0).becomeCustomer(), hai);
        say(hai, heard, "Vẫn ở đây").expect(200);
        shop.text("update chat.room set active_at = now() - interval '61 seconds' where code = ?", heard);
        awaitTurn();
        assertThat(post.mails("chat-replied/" + code)).isOne();
        assertThat(post.mails("chat-replied/" + read)).isZero();
        assertThat(post.mails("chat-replied/" + heard)).isZero();

        shop.text("update chat.room set mailed_at = now() - interval '301 seconds' where code = ?", code);
        awaitTurn();
        Mail second = post.mailAbout("Đừng quên nhé");
        assertThat(second.to()).contains(customer.email());
        assertThat(second.text()).doesNotContain("đổi switch");
        assertThat(post.mails("chat-replied/" + code)).isEqualTo(2);
    }

    @Test
    void what_is_more_than_one_mail_holds_is_in_the_next() {
        String code = Talk.open(customer, hai);
        shop.text("""
                with spoken as (
                    update chat.room set last_seq = last_seq + 51 where code = ? returning id, last_seq - 51 as before, member_id)
                insert into chat.message (room_id, seq, sender_id, side, client_id, kind, text)
                select id, before + n, member_id, 'STAFF', 'long-story-' || n, 'TEXT', 'Câu ' || n || '.'
                from spoken, generate_series(1, 51) n""", code);
        leave(code);
        assertThat(post.mailAbout("/chat/" + code).text()).contains("Câu 50.").doesNotContain("Câu 51.");
        shop.text("update chat.room set mailed_at = now() - interval '301 seconds' where code = ?", code);
        assertThat(post.mailAbout("Câu 51.").text()).doesNotContain("Câu 50.");
    }

    /** Another room's mail, of a later room, says that all rooms were looked at. */
    private void awaitTurn() {
        Client other = shop.client(1).becomeCustomer();
        String code = Talk.open(other, hai);
        say(hai, code, "Chào bạn").expect(200);
        leave(code);
        post.mailAbout("/chat/" + code);
    }

    private void leave(String code) {
        shop.text("""
                with silent as (
                    update chat.room set active_at = now() - interval '61 seconds' where code = ? returning id, customer_id)
                update chat.seat s set seen_at = now() - interval '61 seconds' from silent
                where s.room_id = silent.id and s.account_id = silent.customer_id""", code);
    }

    @Test
    void a_closed_room_is_sent_to_its_customer_alone_and_once_in_each_state() {
        shop.text("update account.account set language = 'EN' where email = ?", customer.email());
        String code = Talk.open(customer, hai);
        say(hai, code, "Mình nghe đây\n<b>nhé</b>").expect(200);
        assertThat(transcript(customer, code).expect(409).json().getString("code"))
                .isEqualTo("chat.not-closed");
        customer.post(path(code) + "/closing", new JsonObject()).expect(200);
        assertThat(transcript(hai, code).expect(403).json().getString("code")).isEqualTo("chat.customers-alone");
        transcript(shop.client(0).becomeCustomer(), code).expect(404);
        shop.text("update account.account set verified_at = null where email = ?", customer.email());
        assertThat(transcript(customer, code).expect(403).json().getString("code"))
                .isEqualTo("chat.unverified");
        shop.text("update account.account set verified_at = now() where email = ?", customer.email());
        transcript(customer, code).expect(200);
        transcript(customer.at(1), code).expect(200);
        Mail mail = post.mailAbout("Mình nghe đây");
        assertThat(mail.text())
                .contains(
                        "Mình nghe đây",
                        "\n<b>nhé</b>",
                        "has joined the chat.",
                        "The chat was closed.",
                        "/en/chat/" + code);
        assertThat(mail.html()).contains("&lt;b&gt;nhé").doesNotContain("<b>nhé");
        assertThat(post.mails("chat-transcript/" + code)).isOne();
        customer.post(path(code) + "/reopening", new JsonObject()).expect(200);
        say(customer, code, "a".repeat(4_000)).expect(200);
        for (int i = 0; i < 4; i++) {
            shop.text("""
                    with longer as (update chat.room set last_seq = last_seq + 3 where code = ? returning *)
                    insert into chat.message (room_id, seq, sender_id, side, client_id, kind, text)
                    select id, last_seq - n, customer_id, 'CUSTOMER', gen_random_uuid(), 'TEXT', repeat('dài ', 1000)
                    from longer, generate_series(0, 2) n""", code);
        }
        customer.post(path(code) + "/closing", new JsonObject()).expect(200);
        transcript(customer, code).expect(200);
        assertThat(post.mailAbout("holds its end").text()).contains("dài dài").doesNotContain("Mình nghe đây");
        assertThat(post.mails("chat-transcript/" + code)).isEqualTo(2);
    }

    private static Client.Answer transcript(Client person, String code) {
        return person.post(path(code) + "/transcript", new JsonObject());
    }
}
