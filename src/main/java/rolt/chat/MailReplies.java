package rolt.chat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import rolt.chat.MailingRepository.Away;
import rolt.chat.MailingRepository.Unheard;
import rolt.platform.Platform;
import rolt.platform.Transaction;

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
                mail(tx, away);
            }
            return away;
        });
        if (!mailed.isEmpty()) {
            mails.hurry();
        }
        return mailed.size();
    }

    /** What is more than one mail should hold is in the next. */
    private void mail(Transaction tx, List<Away> away) {
        Map<UUID, Away> rooms = away.stream().collect(Collectors.toMap(Away::id, Function.identity()));
        List<Unheard> unheard = mailing.unheard(tx, away, MESSAGES);
        unheard.forEach(said -> mails.replied(tx, rooms.get(said.room()), said));
        mailing.mailed(tx, unheard);
    }
}
