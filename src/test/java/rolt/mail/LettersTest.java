package rolt.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rolt.mail.SampleMails.ORDER;
import static rolt.mail.SampleMails.ROOM;
import static rolt.mail.SampleMails.URL;
import static rolt.mail.SampleMails.awaited;
import static rolt.mail.SampleMails.cancelled;
import static rolt.mail.SampleMails.claim;
import static rolt.mail.SampleMails.conversation;
import static rolt.mail.SampleMails.html;
import static rolt.mail.SampleMails.letter;
import static rolt.mail.SampleMails.promiseMoved;
import static rolt.mail.SampleMails.refund;
import static rolt.mail.SampleMails.roles;
import static rolt.mail.SampleMails.said;
import static rolt.mail.SampleMails.shipped;
import static rolt.mail.SampleMails.text;
import static rolt.mail.SampleMails.unattended;
import static rolt.mail.SampleMails.waiting;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rolt.chat.ChatMessages.RoomMove;
import rolt.mail.ChatMailMessages.ChatReplied;
import rolt.mail.ChatMailMessages.ChatTranscript;
import rolt.mail.ChatMailMessages.ChatsWaiting;
import rolt.mail.MailMessages.AccountDeleted;
import rolt.mail.MailMessages.AddressChangeAsked;
import rolt.mail.MailMessages.AddressChanged;
import rolt.mail.MailMessages.AlreadyRegistered;
import rolt.mail.MailMessages.ConfirmNewAddress;
import rolt.mail.MailMessages.Letter;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailMessages.NoAccount;
import rolt.mail.MailMessages.OrderDelivered;
import rolt.mail.MailMessages.OrderInAssembly;
import rolt.mail.MailMessages.PasswordChanged;
import rolt.mail.MailMessages.PasswordForgotten;
import rolt.mail.MailMessages.RefundPaidOut;
import rolt.mail.MailMessages.RefundWithdrawn;
import rolt.mail.MailMessages.VerifyAddress;
import rolt.mail.MailMessages.WorkFinished;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.platform.Language;

/** What is true of every mail, whatever it is about. */
class LettersTest {
    private final LetterTemplates templates = new LetterTemplates();

    @ParameterizedTest
    @EnumSource
    void the_text_part_says_all_that_the_html_part_says(Language language) {
        for (Letter letter : List.of(
                letter(language, new VerifyAddress(URL)),
                letter(language, new AlreadyRegistered("Tí", URL)),
                letter(language, new PasswordForgotten("Tí", URL)),
                letter(language, new NoAccount("a@example.vn", URL)),
                letter(language, new PasswordChanged("Tí", URL)),
                letter(language, new ConfirmNewAddress(URL)),
                letter(language, new AddressChangeAsked("Tí", "b@example.vn", URL)),
                letter(language, new AddressChanged("Tí", "b@example.vn", URL)),
                letter(language, new AccountDeleted("Tí", URL)),
                letter(language, roles(List.of("Finance", "Support"))),
                letter(language, roles(List.of())),
                letter(language, ORDER),
                letter(language, new OrderInAssembly("Tí", "R-7K3M9Q2X", URL)),
                letter(language, shipped(false, "VNPost", null)),
                letter(language, shipped(true, null, null)),
                letter(language, new OrderDelivered("Tí", "R-7K3M9Q2X", URL)),
                letter(language, cancelled("Hết hàng", 4_195_000)),
                letter(language, cancelled("Trùng đơn", 0)),
                letter(language, cancelled(null, 0)),
                letter(language, new WorkFinished("Tí", "R-7K3M9Q2X", URL)),
                letter(language, awaited(List.of("KIT", "SWITCHES", "KEYCAPS", "STABILISERS"))),
                letter(language, awaited(List.of())),
                letter(language, promiseMoved()),
                letter(language, claim("REQUESTED", null)),
                letter(language, claim("APPROVED", "Gửi mạch về xưởng nhé.")),
                letter(language, claim("REJECTED", "Mạch bị vào nước.")),
                letter(language, claim("DONE", null)),
                letter(language, unattended(null, "Một\nhai")),
                letter(language, unattended(RoomMove.REOPEN, "Một\nhai")),
                letter(language, unattended(RoomMove.RELEASE, "Một\nhai")),
                letter(language, unattended(RoomMove.MISS, null)),
                letter(language, new ChatsWaiting(List.of(waiting(), waiting()), 3, URL, false)),
                letter(language, new ChatsWaiting(List.of(waiting(), waiting()), 0, URL, true)),
                letter(language, new ChatReplied("Tí", ROOM, "Phím", List.of(said("Chào")), URL)),
                letter(language, new ChatTranscript("Tí", ROOM, "Phím", conversation(), true, URL)),
                letter(language, refund(RefundReason.ASKED)),
                letter(language, refund(RefundReason.LATE)),
                letter(language, refund(RefundReason.SECOND)),
                letter(language, refund(RefundReason.AMOUNT)),
                letter(language, new RefundPaidOut("Tí", "R-7K3M9Q2X", 4_195_000, URL)),
                letter(language, new RefundWithdrawn("Tí", "R-7K3M9Q2X", 4_195_000, URL)))) {
            String text = templates.text(letter);
            assertThat(text)
                    .contains(letter.paragraphs())
                    .contains(letter.notes())
                    .contains(letter.title(), URL);
            letter.table().forEach(row -> assertThat(text).contains(row.label() + ": " + row.amount()));
        }
    }

    @Test
    void a_name_cannot_bring_markup_into_the_mail() {
        assertThat(html(Language.VI, ORDER)).contains("&lt;Tèo&gt;").doesNotContain("<Tèo>");
        assertThat(text(Language.VI, ORDER)).startsWith("Chào Trần \"Tí\" & <Tèo>,\n");
    }

    @Test
    void the_text_part_has_no_gaps() {
        assertThat(text(Language.VI, ORDER))
                .doesNotContain("\n\n\n")
                .doesNotContain(" \n")
                .endsWith("bạn\n");
    }

    @Test
    void an_unknown_mail_is_refused() {
        Mail unknown = new Mail("Unheard", Language.VI, "a@example.vn", new JsonObject());
        assertThatThrownBy(() -> Letters.of(unknown)).isInstanceOf(IllegalArgumentException.class);
    }
}
