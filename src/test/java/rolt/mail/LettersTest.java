package rolt.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rolt.chat.ChatMessages.MessageKind;
import rolt.chat.ChatMessages.RoomMove;
import rolt.chat.ProposalMessages.ProposalState;
import rolt.mail.MailMessages.AccountDeleted;
import rolt.mail.MailMessages.AddressChangeAsked;
import rolt.mail.MailMessages.AddressChanged;
import rolt.mail.MailMessages.AlreadyRegistered;
import rolt.mail.MailMessages.ChatLine;
import rolt.mail.MailMessages.ChatReplied;
import rolt.mail.MailMessages.ChatTranscript;
import rolt.mail.MailMessages.ChatUnattended;
import rolt.mail.MailMessages.ChatsWaiting;
import rolt.mail.MailMessages.ClaimMoved;
import rolt.mail.MailMessages.ConfirmNewAddress;
import rolt.mail.MailMessages.Content;
import rolt.mail.MailMessages.Letter;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailMessages.NoAccount;
import rolt.mail.MailMessages.OrderCancelled;
import rolt.mail.MailMessages.OrderDelivered;
import rolt.mail.MailMessages.OrderInAssembly;
import rolt.mail.MailMessages.OrderLine;
import rolt.mail.MailMessages.OrderPaid;
import rolt.mail.MailMessages.OrderShipped;
import rolt.mail.MailMessages.PartAwaited;
import rolt.mail.MailMessages.PasswordChanged;
import rolt.mail.MailMessages.PasswordForgotten;
import rolt.mail.MailMessages.PaymentUnclear;
import rolt.mail.MailMessages.PromiseMoved;
import rolt.mail.MailMessages.RefundOnItsWay;
import rolt.mail.MailMessages.RefundPaidOut;
import rolt.mail.MailMessages.RefundWithdrawn;
import rolt.mail.MailMessages.RolesChanged;
import rolt.mail.MailMessages.SignInChange;
import rolt.mail.MailMessages.SignInChanged;
import rolt.mail.MailMessages.VerifyAddress;
import rolt.mail.MailMessages.WaitingChat;
import rolt.mail.MailMessages.WorkFinished;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.PaymentMessages.RefundReason;
import rolt.platform.Language;

class LettersTest {
    private static final String URL = "https://rolt.example/orders/R-7K3M9Q2X?a=1&b=2";
    private static final OrderPaid ORDER = new OrderPaid(
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

    private static final String ROOM = "support-k7m3qx-001";

    private final LetterTemplates templates = new LetterTemplates();

    @ParameterizedTest
    @EnumSource
    void the_text_part_says_all_that_the_html_part_says(Language language) {
        for (Mail mail : List.of(
                Mail.of(language, "a@example.vn", new VerifyAddress(URL)),
                Mail.of(language, "a@example.vn", new AlreadyRegistered("Tí", URL)),
                Mail.of(language, "a@example.vn", new PasswordForgotten("Tí", URL)),
                Mail.of(language, "a@example.vn", new NoAccount("a@example.vn", URL)),
                Mail.of(language, "a@example.vn", new PasswordChanged("Tí", URL)),
                Mail.of(language, "a@example.vn", new ConfirmNewAddress(URL)),
                Mail.of(language, "a@example.vn", new AddressChangeAsked("Tí", "b@example.vn", URL)),
                Mail.of(language, "a@example.vn", new AddressChanged("Tí", "b@example.vn", URL)),
                Mail.of(language, "a@example.vn", new AccountDeleted("Tí", URL)),
                Mail.of(language, "a@example.vn", roles(List.of("Finance", "Support"))),
                Mail.of(language, "a@example.vn", roles(List.of())),
                Mail.of(language, "a@example.vn", ORDER),
                Mail.of(language, "a@example.vn", new OrderInAssembly("Tí", "R-7K3M9Q2X", URL)),
                Mail.of(language, "a@example.vn", shipped(false, "VNPost", null)),
                Mail.of(language, "a@example.vn", shipped(true, null, null)),
                Mail.of(language, "a@example.vn", new OrderDelivered("Tí", "R-7K3M9Q2X", URL)),
                Mail.of(language, "a@example.vn", cancelled("Hết hàng", 4_195_000)),
                Mail.of(language, "a@example.vn", cancelled("Trùng đơn", 0)),
                Mail.of(language, "a@example.vn", cancelled(null, 0)),
                Mail.of(language, "a@example.vn", new WorkFinished("Tí", "R-7K3M9Q2X", URL)),
                Mail.of(language, "a@example.vn", awaited(List.of("KIT", "SWITCHES", "KEYCAPS", "STABILISERS"))),
                Mail.of(language, "a@example.vn", awaited(List.of())),
                Mail.of(language, "a@example.vn", promiseMoved()),
                Mail.of(language, "a@example.vn", claim("REQUESTED", null)),
                Mail.of(language, "a@example.vn", claim("APPROVED", "Gửi mạch về xưởng nhé.")),
                Mail.of(language, "a@example.vn", claim("REJECTED", "Mạch bị vào nước.")),
                Mail.of(language, "a@example.vn", claim("DONE", null)),
                Mail.of(language, "a@example.vn", unattended(null, "Một\nhai")),
                Mail.of(language, "a@example.vn", unattended(RoomMove.REOPEN, "Một\nhai")),
                Mail.of(language, "a@example.vn", unattended(RoomMove.RELEASE, "Một\nhai")),
                Mail.of(language, "a@example.vn", unattended(RoomMove.MISS, null)),
                Mail.of(language, "a@example.vn", new ChatsWaiting(List.of(waiting(), waiting()), 3, URL)),
                Mail.of(language, "a@example.vn", new ChatReplied("Tí", ROOM, "Phím", List.of(said("Chào")), URL)),
                Mail.of(language, "a@example.vn", new ChatTranscript("Tí", ROOM, "Phím", conversation(), true, URL)),
                Mail.of(language, "a@example.vn", refund(RefundReason.ASKED)),
                Mail.of(language, "a@example.vn", refund(RefundReason.LATE)),
                Mail.of(language, "a@example.vn", refund(RefundReason.SECOND)),
                Mail.of(language, "a@example.vn", refund(RefundReason.AMOUNT)),
                Mail.of(language, "a@example.vn", new RefundPaidOut("Tí", "R-7K3M9Q2X", 4_195_000, URL)),
                Mail.of(language, "a@example.vn", new RefundWithdrawn("Tí", "R-7K3M9Q2X", 4_195_000, URL)))) {
            Letter letter = Letters.of(mail);
            String text = templates.text(letter);
            assertThat(text)
                    .contains(letter.paragraphs())
                    .contains(letter.notes())
                    .contains(letter.title(), URL);
            letter.table().forEach(row -> assertThat(text).contains(row.label() + ": " + row.amount()));
        }
    }

    private static ChatUnattended unattended(RoomMove move, String text) {
        Instant since = Instant.parse("2026-11-24T17:30:00Z");
        return new ChatUnattended("Tí", ROOM, "Phím", text, null, "b1", move, since, URL);
    }

    private static WaitingChat waiting() {
        return new WaitingChat("Tí", ROOM, "Phím", Instant.parse("2026-11-24T17:30:00Z"));
    }

    @Test
    void a_mail_about_a_room_that_waits_says_why_since_when_and_what_the_customer_said_last() {
        assertThat(text(unattended(RoomMove.MISS, null)))
                .contains("với Tí bị mất kết nối; khách chờ từ 00:30, 25/11/2026", "[Ảnh]", "Cấu hình: b1");
        // As the version before this one has written it.
        assertThat(text(new ChatUnattended("Tí", ROOM, "Phím", "Chào", null, null, null, null, URL)))
                .contains("Tí vừa mở cuộc trò chuyện “Phím”:", "Chào");
        assertThat(text(new ChatsWaiting(List.of(waiting()), 3, URL)))
                .contains("00:30, 25/11/2026 · Tí\n“Phím” (" + ROOM + ")", "Và 3 cuộc trò chuyện nữa");
    }

    @Test
    void who_of_the_desk_has_gone_is_the_shop_in_a_conversation() {
        ChatLine line = new ChatLine(
                Instant.parse("2026-11-24T17:30:00Z"), MessageKind.TEXT, null, "Chào bạn", null, null, null);
        assertThat(text(new ChatReplied("Tí", ROOM, "Phím", List.of(line), URL)))
                .contains("· ROLT\nChào bạn");
    }

    private <C extends Record & Content> String text(C content) {
        return templates.text(Letters.of(Mail.of(Language.VI, "a@example.vn", content)));
    }

    private static ChatLine said(String text) {
        return new ChatLine(Instant.parse("2026-11-24T17:30:00Z"), MessageKind.TEXT, "Hải <3", text, null, null, null);
    }

    private static List<ChatLine> conversation() {
        Instant at = Instant.parse("2026-11-24T17:31:00Z");
        return List.of(
                said("Chào bạn\nMình nghe đây"),
                new ChatLine(at, MessageKind.PICTURE, "Hải", null, null, null, null),
                new ChatLine(at, MessageKind.PROPOSAL, "Hải", "Thử switch này nhé", null, null, null),
                new ChatLine(at, MessageKind.EVENT, null, "ignored", RoomMove.CLAIM, "Hải", null),
                new ChatLine(at, MessageKind.EVENT, null, "ignored", null, null, ProposalState.ACCEPTED));
    }

    @Test
    void a_conversation_is_told_in_the_readers_language_at_vietnams_time() {
        ChatTranscript transcript = new ChatTranscript("Tí", ROOM, "Phím", conversation(), false, URL);
        assertThat(templates.text(Letters.of(Mail.of(Language.VI, "a@example.vn", transcript))))
                .contains(
                        "00:30, 25/11/2026 · Hải <3\nChào bạn\nMình nghe đây",
                        "Hải đã vào cuộc trò chuyện.",
                        "Bạn đã đồng ý với đề xuất, cấu hình đã đổi.")
                .contains("[Ảnh]\n", "[Đề xuất đổi cấu hình] Thử switch này nhé")
                .doesNotContain("ignored");
        assertThat(templates.html(Letters.of(Mail.of(Language.EN, "a@example.vn", transcript))))
                .contains("Hải &lt;3", "Hải has joined the chat.");
    }

    private static OrderShipped shipped(boolean corrected, String carrier, String trackingUrl) {
        return new OrderShipped("Tí", "R-7K3M9Q2X", corrected, carrier, "LK8F2M9X", trackingUrl, URL);
    }

    @Test
    void a_paid_order_whose_money_went_back_before_is_neither_said_to_be_unpaid_nor_surely_there() {
        OrderCancelled empty = new OrderCancelled("Tí", "R-7K3M9Q2X", "Hết hàng", true, 0, URL);
        assertThat(templates.text(Letters.of(Mail.of(Language.EN, "a@example.vn", empty))))
                .contains("paid back before, or is on its way back")
                .doesNotContain("not paid", "Refund:");
    }

    @Test
    void late_money_for_an_order_that_its_customer_cancelled_is_not_said_to_find_no_goods() {
        assertThat(templates.text(Letters.of(Mail.of(Language.VI, "a@example.vn", refund(RefundReason.LATE)))))
                .contains("đến sau khi đơn đã hết hạn hoặc đã hủy")
                .doesNotContain("không còn giữ được hàng");
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING_PAYMENT, hàng vẫn được giữ cho bạn",
        "EXPIRED, hết thời gian giữ hàng",
        "CANCELLED, Đơn hàng đã bị hủy",
        "PAID, đã được thanh toán bằng một lần trả khác",
        "SHIPPED, đã được thanh toán bằng một lần trả khác"
    })
    void a_payment_in_doubt_promises_what_its_order_can_keep(State order, String promise) {
        PaymentUnclear unclear = new PaymentUnclear("Tí", "R-7K3M9Q2X", order, 4_195_000, "NCB", URL);
        assertThat(templates.text(Letters.of(Mail.of(Language.VI, "a@example.vn", unclear))))
                .contains(promise);
    }

    private static RefundOnItsWay refund(RefundReason reason) {
        return new RefundOnItsWay("Tí", "R-7K3M9Q2X", 4_195_000, reason, URL);
    }

    private static PartAwaited awaited(List<String> parts) {
        return new PartAwaited("Tí", "R-7K3M9Q2X", "R-7K3M9Q2X-1", parts, null, URL);
    }

    private static PromiseMoved promiseMoved() {
        LocalDate before = LocalDate.of(2026, 11, 27);
        return new PromiseMoved("Tí", "R-7K3M9Q2X", before, before.plusDays(3), "Mạch phải đặt lại", URL);
    }

    private static ClaimMoved claim(String state, String words) {
        return new ClaimMoved("Tí", "R-7K3M9Q2X", "Sông 60 · Đen", state, words, URL);
    }

    private static OrderCancelled cancelled(String reason, long refund) {
        return new OrderCancelled("Tí", "R-7K3M9Q2X", reason, refund > 0, refund, URL);
    }

    @Test
    void a_parcel_that_can_be_followed_leads_to_its_carrier_and_names_the_order_below() {
        String text = templates.text(Letters.of(
                Mail.of(Language.VI, "a@example.vn", shipped(false, "SPX Express", "https://spx.vn/track?LK8F2M9X"))));
        assertThat(text)
                .contains("Mã vận đơn: LK8F2M9X", "ở đâu:\nhttps://spx.vn/track?LK8F2M9X")
                .contains("Đơn hàng của bạn: " + URL);
    }

    @Test
    void a_cancelled_order_says_why_and_what_goes_back() {
        assertThat(templates.text(Letters.of(Mail.of(Language.VI, "a@example.vn", cancelled("Hết hàng", 4_195_000)))))
                .contains("Lý do: Hết hàng", "Hoàn lại: 4.195.000\u00a0₫");
        assertThat(templates.text(Letters.of(Mail.of(Language.VI, "a@example.vn", cancelled(null, 0)))))
                .contains("Theo yêu cầu của bạn")
                .doesNotContain("Hoàn lại:", "Lý do");
    }

    @ParameterizedTest
    @EnumSource
    void each_change_of_signing_in_is_told_in_its_own_words_in_both_languages(SignInChange change) {
        List<Letter> letters = Arrays.stream(Language.values())
                .map(language -> Mail.of(language, "a@example.vn", new SignInChanged("Tí", change, URL)))
                .map(Letters::of)
                .toList();
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.button().url()).isEqualTo(URL);
            assertThat(templates.text(letter)).contains(letter.paragraphs()).contains(letter.notes());
        });
        assertThat(letters).extracting(Letter::paragraphs).doesNotHaveDuplicates();
    }

    @Test
    void amounts_are_written_as_the_language_writes_them() {
        assertThat(text(Language.VI)).contains("Tổng cộng: 4.195.000\u00a0₫", "Phí giao hàng: Miễn phí");
        assertThat(text(Language.EN)).contains("Total: ₫4,195,000", "Shipping: Free");
    }

    @Test
    void a_name_cannot_bring_markup_into_the_mail() {
        Letter letter = Letters.of(Mail.of(Language.VI, "a@example.vn", ORDER));
        assertThat(templates.html(letter)).contains("&lt;Tèo&gt;").doesNotContain("<Tèo>");
        assertThat(templates.text(letter)).startsWith("Chào Trần \"Tí\" & <Tèo>,\n");
    }

    @Test
    void the_text_part_has_no_gaps() {
        assertThat(text(Language.VI))
                .doesNotContain("\n\n\n")
                .doesNotContain(" \n")
                .endsWith("bạn\n");
    }

    @Test
    void who_got_other_roles_reads_which_they_are_now_and_whom_to_ask() {
        Mail some = Mail.of(Language.VI, "a@example.vn", roles(List.of("Tài chính", "Quản trị viên")));
        assertThat(templates.text(Letters.of(some))).contains("Tài chính, Quản trị viên", "Lê Hà", "ha@rolt.vn");
        Mail none = Mail.of(Language.EN, "a@example.vn", roles(List.of()));
        assertThat(templates.text(Letters.of(none))).contains("no role of staff any more", "ha@rolt.vn");
    }

    private static RolesChanged roles(List<String> roles) {
        return new RolesChanged("Tí", roles, "Lê Hà", "ha@rolt.vn", URL);
    }

    @Test
    void an_unknown_mail_is_refused() {
        Mail unknown = new Mail("Unheard", Language.VI, "a@example.vn", new JsonObject());
        assertThatThrownBy(() -> Letters.of(unknown)).isInstanceOf(IllegalArgumentException.class);
    }

    private String text(Language language) {
        return templates.text(Letters.of(Mail.of(language, "a@example.vn", ORDER)));
    }
}
