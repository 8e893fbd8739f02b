package rolt.chat;

import java.util.List;
import java.util.Map;
import rolt.chat.MailingRepository.Addressee;
import rolt.chat.MailingRepository.Away;
import rolt.chat.MailingRepository.Conversation;
import rolt.chat.MailingRepository.Unheard;
import rolt.chat.UnseenRepository.Arrived;
import rolt.chat.UnseenRepository.Unseen;
import rolt.mail.ChatMailMessages.ChatLine;
import rolt.mail.ChatMailMessages.ChatReplied;
import rolt.mail.ChatMailMessages.ChatTranscript;
import rolt.mail.ChatMailMessages.ChatUnattended;
import rolt.mail.ChatMailMessages.ChatsWaiting;
import rolt.mail.ChatMailMessages.WaitingChat;
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
    private static final int ARRIVALS_AN_HOUR = 5;
    private static final int ROOMS_IN_A_MAIL = 20;

    private final Platform platform;
    private final UnseenRepository unseen;

    ChatMails(Platform platform) {
        this.platform = platform;
        this.unseen = new UnseenRepository(platform.config().chat().absent());
    }

    /**
     * Rooms have come into the queue: where nobody is there to see it, the shop is told by one mail. Of whose rooms come
     * again and again it has heard enough; such a room is in the mail about all that wait.
     */
    void arrived(Transaction tx, List<String> codes) {
        List<Arrived> rooms = unseen.arrived(tx, codes, ARRIVALS_AN_HOUR);
        if (rooms.size() == 1) {
            unattended(tx, rooms.getFirst());
        } else if (!rooms.isEmpty()) {
            waiting(tx, rooms.stream().map(Arrived::unseen).toList(), true);
        }
    }

    private void unattended(Transaction tx, Arrived room) {
        ChatUnattended content = new ChatUnattended(
                room.customer(),
                room.code(),
                room.subject(),
                room.words(),
                room.orderCode(),
                room.buildCode(),
                room.move(),
                room.since(),
                url(Language.VI, INBOX));
        add(tx, "chat-unattended/" + room.code() + "/" + room.turn(), desk(), content);
    }

    /** All rooms that wait and that the shop was not mailed of, longest first; at least one. */
    void waiting(Transaction tx, List<Unseen> rooms) {
        waiting(tx, rooms, false);
    }

    private void waiting(Transaction tx, List<Unseen> rooms, boolean back) {
        Unseen first = rooms.getFirst();
        List<WaitingChat> named = rooms.stream()
                .limit(ROOMS_IN_A_MAIL)
                .map(room -> new WaitingChat(room.customer(), room.code(), room.subject(), room.since()))
                .toList();
        ChatsWaiting content = new ChatsWaiting(named, rooms.size() - named.size(), url(Language.VI, INBOX), back);
        add(tx, "chats-waiting/" + first.code() + "/" + first.turn(), desk(), content);
    }

    private Addressee desk() {
        return new Addressee(supportMail(), null, Language.VI);
    }

    private String supportMail() {
        Config config = platform.config();
        String address = config.chat().supportMail();
        return address.isEmpty() ? config.smtp().from().replaceFirst("^.*<(.+)>$", "$1") : address;
    }

    /** @param unheard what was said to the customer since */
    void replied(Transaction tx, Away away, Unheard unheard) {
        Addressee to = away.customer();
        String key = "chat-replied/" + away.code() + "/" + unheard.upTo();
        add(
                tx,
                key,
                to,
                new ChatReplied(to.name(), away.code(), away.subject(), unheard.said(), roomUrl(to, away.code())));
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
