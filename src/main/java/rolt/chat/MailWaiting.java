package rolt.chat;

import java.time.Duration;
import java.util.List;
import rolt.chat.UnseenRepository.Unseen;
import rolt.platform.Platform;

/**
 * Mails the shop, in one mail, which rooms wait while nobody is there and no mail has told it: those that came while
 * somebody was, and those whose customers it had heard of often enough. All of them are told once one has waited for so
 * long, so that no such mail follows another sooner.
 */
final class MailWaiting {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Platform platform;
    private final UnseenRepository unseen;
    private final ChatMails mails;

    MailWaiting(Platform platform, ChatMails mails) {
        this.platform = platform;
        this.unseen = new UnseenRepository(platform.config().chat().absent());
        this.mails = mails;
    }

    /**
     * Of rooms that have just come back together, as those of a member who is missed do. One that is not mailed here,
     * because the node ends before, is so by the others that wait.
     */
    void mail(List<String> back) {
        if (!back.isEmpty()) {
            platform.database().transaction(tx -> {
                mails.arrived(tx, back);
                return null;
            });
            mails.hurry();
        }
    }

    /** How many rooms were told. */
    int mail() {
        List<Unseen> told = platform.database().transaction(tx -> {
            List<Unseen> rooms = unseen.waiting(tx, PATIENCE);
            if (!rooms.isEmpty()) {
                mails.waiting(tx, rooms);
            }
            return rooms;
        });
        if (!told.isEmpty()) {
            mails.hurry();
        }
        return told.size();
    }
}
