package rolt.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import rolt.chat.ChatMessages.MessageKind;
import rolt.chat.ChatMessages.RoomMove;
import rolt.chat.ProposalMessages.ProposalState;
import rolt.mail.ChatMailMessages.ChatLine;
import rolt.mail.ChatMailMessages.ChatUnattended;
import rolt.mail.ChatMailMessages.WaitingChat;
import rolt.mail.MailMessages.ClaimMoved;
import rolt.mail.MailMessages.Content;
import rolt.mail.MailMessages.Letter;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailMessages.OrderCancelled;
import rolt.mail.MailMessages.OrderLine;
import rolt.mail.MailMessages.OrderPaid;
import rolt.mail.MailMessages.OrderShipped;
import rolt.mail.MailMessages.PartAwaited;
import rolt.mail.MailMessages.PromiseMoved;
import rolt.mail.MailMessages.RefundOnItsWay;
import rolt.mail.MailMessages.RolesChanged;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.platform.Language;

/** Letters of the shop as the tests read them, and what they are written from. */
final class SampleMails {
    static final String URL = "https://rolt.example/orders/R-7K3M9Q2X?a=1&b=2";
    static final String ROOM = "support-k7m3qx-001";
    static final OrderPaid ORDER = new OrderPaid(
            "Trần \"Tí\" & <Tèo>",
            "R-7K3M9Q2X",
            List.of(
                    new OrderLine("Bộ kit Sương 65", 1, 3_250_000),
                    new OrderLine("Công tắc Mưa Rào (10 cái)", 7, 945_000)),
            4_195_000,
            0,
            4_195_000,
            381_364,
            List.of("Trần Tí", "+84901234567", "12 Lê Lợi, Phường Bến Thành, TP. Hồ Chí Minh"),
            URL);

    private static final LetterTemplates TEMPLATES = new LetterTemplates();

    private SampleMails() {}

    static <C extends Record & Content> Letter letter(Language language, C content) {
        return Letters.of(Mail.of(language, "a@example.vn", content));
    }

    static <C extends Record & Content> String text(Language language, C content) {
        return TEMPLATES.text(letter(language, content));
    }

    static <C extends Record & Content> String html(Language language, C content) {
        return TEMPLATES.html(letter(language, content));
    }

    static ChatUnattended unattended(RoomMove move, String text) {
        Instant since = Instant.parse("2026-11-24T17:30:00Z");
        return new ChatUnattended("Tí", ROOM, "Phím", text, null, "b1", move, since, URL);
    }

    static WaitingChat waiting() {
        return new WaitingChat("Tí", ROOM, "Phím", Instant.parse("2026-11-24T17:30:00Z"));
    }

    static ChatLine said(String text) {
        return new ChatLine(Instant.parse("2026-11-24T17:30:00Z"), MessageKind.TEXT, "Hải <3", text, null, null, null);
    }

    static List<ChatLine> conversation() {
        Instant at = Instant.parse("2026-11-24T17:31:00Z");
        return List.of(
                said("Chào bạn\nMình nghe đây"),
                new ChatLine(at, MessageKind.PICTURE, "Hải", null, null, null, null),
                new ChatLine(at, MessageKind.PROPOSAL, "Hải", "Thử switch này nhé", null, null, null),
                new ChatLine(at, MessageKind.EVENT, null, "ignored", RoomMove.CLAIM, "Hải", null),
                new ChatLine(at, MessageKind.EVENT, null, "ignored", RoomMove.HAND_OVER, "Lan", null),
                new ChatLine(at, MessageKind.EVENT, null, "ignored", null, null, ProposalState.ACCEPTED));
    }

    static OrderShipped shipped(boolean corrected, String carrier, String trackingUrl) {
        return new OrderShipped("Tí", "R-7K3M9Q2X", corrected, carrier, "LK8F2M9X", trackingUrl, URL);
    }

    static RefundOnItsWay refund(RefundReason reason) {
        return new RefundOnItsWay("Tí", "R-7K3M9Q2X", 4_195_000, reason, URL);
    }

    static PartAwaited awaited(List<String> parts) {
        return new PartAwaited("Tí", "R-7K3M9Q2X", "R-7K3M9Q2X-1", parts, null, URL);
    }

    static PromiseMoved promiseMoved() {
        LocalDate before = LocalDate.of(2026, 11, 27);
        return new PromiseMoved("Tí", "R-7K3M9Q2X", before, before.plusDays(3), "Mạch phải đặt lại", URL);
    }

    static ClaimMoved claim(String state, String words) {
        return new ClaimMoved("Tí", "R-7K3M9Q2X", "Sông 60 · Đen", state, words, URL);
    }

    static OrderCancelled cancelled(String reason, long refund) {
        return new OrderCancelled("Tí", "R-7K3M9Q2X", reason, refund > 0, refund, URL);
    }

    static RolesChanged roles(List<String> roles) {
        return new RolesChanged("Tí", roles, "Lê Hà", "ha@rolt.vn", URL);
    }
}
