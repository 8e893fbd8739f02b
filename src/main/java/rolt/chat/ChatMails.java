package rolt.chat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import rolt.chat.ChatMessages.OpenRoom;
import rolt.chat.MailingRepository.Addressee;
import rolt.chat.MailingRepository.Away;
import rolt.chat.MailingRepository.Conversation;
import rolt.mail.MailMessages.ChatLine;
import rolt.mail.MailMessages.ChatReplied;
import rolt.mail.MailMessages.ChatTranscript;
import rolt.mail.MailMessages.ChatUnattended;
import rolt.mail.MailMessages.Content;
import rolt.mail.MailMessages.Mail;
import rolt.platform.Config;
import rolt.platform.Language;
import rolt.platform.Outbox;
import rolt.platform.Platform;
import rolt.platform.Transaction;

/** What is mailed about rooms: to the shop where nobody is there, and to customers who have left. */
final class ChatMails {
    private static final String INBOX = "/staff/chat";
    private static final int ROOMS_AN_HOUR = 5;

    private final Platform platform;
    private final MailingRepository mailing;
    private final AttendanceRepository attendance;

    ChatMails(Platform platform) {
        this.platform = platform;
        this.mailing = new MailingRepository(platform.database());
        this.attendance = new AttendanceRepository(
                platform.database(), platform.config().chat().absent());
    }

    /**
     * A room was opened: where nobody is there to see it, the shop is told by mail; of who opens one after the other it
     * has heard enough.
     */
    void opened(Transaction tx, UUID customer, String code, OpenRoom room) {
        if (!attendance.isAttended(tx)) {
            mailing.opener(tx, customer, ROOMS_AN_HOUR).ifPresent(name -> unattended(tx, name, code, room));
        }
    }

    private void unattended(Transaction tx, String customer, String code, OpenRoom room) {
        ChatUnattended content = new ChatUnattended(
                customer,
                code,
                room.subject(),
                room.text(),
                room.orderCode(),
                room.buildCode(),
                url(Language.VI, INBOX));
        add(tx, "chat-unattended/" + code, new Addressee(supportMail(), null, Language.VI), content);
    }

    private String supportMail() {
        Config config = platform.config();
        String address = config.chat().supportMail();
        return address.isEmpty() ? config.smtp().from().replaceFirst("^.*<(.+)>$", "$1") : address;
    }

    /** @param said what was said to the customer since */
    void replied(Transaction tx, Away away, List<ChatLine> said) {
        Addressee to = away.customer();
        String key = "chat-replied/" + away.code() + "/" + away.lastSeq();
        add(tx, key, to, new ChatReplied(to.name(), away.code(), away.subject(), said, roomUrl(to, away.code())));
    }

    /** Asked for again, while nothing was said since, it is the same mail. */
    void transcript(Transaction tx, Conversation room, List<ChatLine> said, boolean cut) {
        Addressee to = room.customer();
        String key = "chat-transcript/" + room.code() + "/" + room.lastSeq();
        add(
                tx,
                key,
                to,
                new ChatTranscript(to.name(), room.code(), room.subject(), said, cut, roomUrl(to, room.code())));
    }

    /** After the commit: the mails go out at once. */
    void hurry() {
        platform.bus().publish(Outbox.HINT, Map.of());
    }

    private static <C extends Record & Content> void add(Transaction tx, String key, Addressee to, C content) {
        Outbox.add(tx, Outbox.Kind.MAIL, key, Mail.of(to.language(), to.email(), content));
    }

    private String roomUrl(Addressee to, String code) {
        return url(to.language(), "/chat/" + code);
    }

    private String url(Language language, String page) {
        return platform.config().http().publicUrl() + (language == Language.EN ? "/en" : "") + page;
    }
}
