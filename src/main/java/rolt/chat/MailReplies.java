package rolt.chat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rolt.chat.MailingRepository.Away;
import rolt.mail.MailMessages.ChatLine;
import rolt.platform.Platform;

/**
 * Mails a customer who has left what staff has said since. What was mailed is noted in the room's own row, so that no
 * message is mailed twice, whichever node looks.
 */
final class MailReplies {
    /** So long the customer was not heard of, and nothing more was said that the same mail should hold. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int ROOMS = 20;
    private static final int MESSAGES = 50;

    private final Platform platform;
    private final MailingRepository mailing;
    private final ChatMails mails;

    MailReplies(Platform platform, ChatMails mails) {
        this.platform = platform;
        this.mailing = new MailingRepository(platform.database());
        this.mails = mails;
    }

    /** Those of some rooms; how many. */
    int mail() {
        List<Away> mailed = platform.database().transaction(tx -> {
            List<Away> away = mailing.away(tx, SILENCE, PAUSE, ROOMS);
            if (!away.isEmpty()) {
                Map<UUID, List<ChatLine>> said = mailing.unheard(tx, away, MESSAGES);
                away.forEach(room -> mails.replied(tx, room, said.get(room.id())));
                mailing.mailed(tx, away);
            }
            return away;
        });
        if (!mailed.isEmpty()) {
            mails.hurry();
        }
        return mailed.size();
    }
}
