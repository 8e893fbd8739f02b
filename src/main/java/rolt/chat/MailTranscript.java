package rolt.chat;

import java.util.List;
import rolt.chat.ChatMessages.Room;
import rolt.chat.ChatMessages.RoomCode;
import rolt.chat.ChatMessages.RoomState;
import rolt.chat.MailingRepository.Conversation;
import rolt.mail.ChatMailMessages.ChatLine;
import rolt.platform.Caller;
import rolt.platform.Platform;
import rolt.platform.Problem;

/** Mails a conversation that is over to its customer. */
final class MailTranscript {
    private static final int MESSAGES = 300;
    /** More than that is cut off by some mailboxes. */
    private static final int CHARACTERS = 40_000;

    private final Platform platform;
    private final RoomRepository rooms;
    private final MailingRepository mailing;
    private final ChatMails mails;

    MailTranscript(Platform platform, ChatMails mails) {
        this.platform = platform;
        this.rooms = new RoomRepository(platform.database());
        this.mailing = new MailingRepository(platform.database());
        this.mails = mails;
    }

    /**
     * Once for each state of the room.
     *
     * @throws Problem 403 {@code chat.customers-alone} for staff, {@code chat.unverified} for an address that may be
     *     another's, 409 {@code chat.not-closed}
     */
    Room mailTranscript(Caller caller, RoomCode input) {
        Conversation room =
                mailing.conversation(caller.accountId(), input.code()).orElseThrow(() -> Problem.notFound("chat"));
        refuse(room);
        List<ChatLine> latest = mailing.latest(room, MESSAGES);
        List<ChatLine> kept = end(latest);
        boolean cut = kept.size() < room.lastSeq();
        platform.database().transaction(tx -> {
            mails.transcript(tx, room, kept, cut);
            return kept;
        });
        mails.hurry();
        return rooms.find(caller.accountId(), input.code()).orElseThrow(() -> Problem.notFound("chat"));
    }

    private static void refuse(Conversation room) {
        if (!room.own()) {
            throw Problem.forbidden("chat.customers-alone");
        }
        if (!room.verified()) {
            throw Problem.forbidden("chat.unverified");
        }
        if (room.state() != RoomState.CLOSED) {
            throw Problem.conflict("chat.not-closed");
        }
    }

    /** As many of the last messages as a mail may hold; at least one. */
    private static List<ChatLine> end(List<ChatLine> said) {
        int characters = 0;
        int first = said.size();
        while (first > 0 && characters <= CHARACTERS) {
            first--;
            String text = said.get(first).text();
            characters += text == null ? 0 : text.length();
        }
        return said.subList(first, said.size());
    }
}
