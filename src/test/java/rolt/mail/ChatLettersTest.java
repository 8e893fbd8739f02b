package rolt.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.mail.SampleMails.ROOM;
import static rolt.mail.SampleMails.URL;
import static rolt.mail.SampleMails.conversation;
import static rolt.mail.SampleMails.html;
import static rolt.mail.SampleMails.text;
import static rolt.mail.SampleMails.unattended;
import static rolt.mail.SampleMails.waiting;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import rolt.chat.ChatMessages.MessageKind;
import rolt.chat.ChatMessages.RoomMove;
import rolt.mail.ChatMailMessages.ChatLine;
import rolt.mail.ChatMailMessages.ChatReplied;
import rolt.mail.ChatMailMessages.ChatTranscript;
import rolt.mail.ChatMailMessages.ChatUnattended;
import rolt.mail.ChatMailMessages.ChatsWaiting;
import rolt.platform.Language;

/** What the shop writes about conversations. */
class ChatLettersTest {
    @Test
    void a_mail_about_a_room_that_waits_says_why_since_when_and_what_the_customer_said_last() {
        assertThat(text(Language.VI, unattended(RoomMove.MISS, null)))
                .contains("với Tí bị mất kết nối; khách chờ từ 00:30, 25/11/2026", "[Ảnh]", "Cấu hình: b1");
        // As the version before this one has written it.
        assertThat(text(Language.VI, new ChatUnattended("Tí", ROOM, "Phím", "Chào", null, null, null, null, URL)))
                .contains("Tí vừa mở cuộc trò chuyện “Phím”:", "Chào");
        assertThat(text(Language.VI, new ChatsWaiting(List.of(waiting()), 3, URL, false)))
                .contains("00:30, 25/11/2026 · Tí\n“Phím” (" + ROOM + ")", "Và 3 cuộc trò chuyện nữa");
    }

    @Test
    void who_of_the_desk_has_gone_is_the_shop_in_a_conversation() {
        ChatLine line = new ChatLine(
                Instant.parse("2026-11-24T17:30:00Z"), MessageKind.TEXT, null, "Chào bạn", null, null, null);
        assertThat(text(Language.VI, new ChatReplied("Tí", ROOM, "Phím", List.of(line), URL)))
                .contains("· ROLT\nChào bạn");
    }

    @Test
    void a_conversation_is_told_in_the_readers_language_at_vietnams_time() {
        ChatTranscript transcript = new ChatTranscript("Tí", ROOM, "Phím", conversation(), false, URL);
        assertThat(text(Language.VI, transcript))
                .contains(
                        "00:30, 25/11/2026 · Hải <3\nChào bạn\nMình nghe đây",
                        "Hải đã vào cuộc trò chuyện.",
                        "Lan đã tiếp nhận cuộc trò chuyện.",
                        "Bạn đã đồng ý với đề xuất, cấu hình đã đổi.")
                .contains("[Ảnh]\n", "[Đề xuất đổi cấu hình] Thử switch này nhé")
                .doesNotContain("ignored");
        assertThat(html(Language.EN, transcript))
                .contains("Hải &lt;3", "Hải has joined the chat.", "Lan has taken over the chat.");
    }
}
