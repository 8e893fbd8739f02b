package rolt.mail;

import java.time.Instant;
import java.util.List;
import rolt.chat.ChatMessages.MessageKind;
import rolt.chat.ChatMessages.RoomMove;
import rolt.chat.ProposalMessages.ProposalState;
import rolt.mail.MailMessages.ChatContent;

/** Mails about conversations: to the shop while nobody is there, and to customers who have left. */
public final class ChatMailMessages {
    private ChatMailMessages() {}

    /**
     * To the shop: a customer waits and nobody is there.
     *
     * @param text the customer's latest words, null of a picture without any
     * @param orderCode what it is about, or null; as is {@code buildCode}
     * @param move by which the room came back into the queue, null where it was opened
     * @param since when it came
     * @param url of the desk's inbox
     */
    public record ChatUnattended(
            String customer,
            String code,
            String subject,
            String text,
            String orderCode,
            String buildCode,
            RoomMove move,
            Instant since,
            String url)
            implements ChatContent {}

    /**
     * To the shop: these customers wait, and nobody is there for long.
     *
     * @param rooms longest first, at least one
     * @param more how many besides
     * @param url of the desk's inbox
     * @param back whether they have just come back into the queue, all at once
     */
    public record ChatsWaiting(List<WaitingChat> rooms, int more, String url, boolean back) implements ChatContent {}

    public record WaitingChat(String customer, String code, String subject, Instant since) {}

    /**
     * The desk has answered somebody who has left.
     *
     * @param said what the customer has not read
     */
    public record ChatReplied(String name, String code, String subject, List<ChatLine> said, String url)
            implements ChatContent {}

    /**
     * A conversation that is over.
     *
     * @param said its end, in order
     * @param cut whether there was more before it
     */
    public record ChatTranscript(String name, String code, String subject, List<ChatLine> said, boolean cut, String url)
            implements ChatContent {}

    /**
     * One message of a conversation.
     *
     * @param name of who said it, null for the shop itself
     * @param text may be null of a picture and of a proposal
     * @param event what happened, of kind EVENT
     * @param about the name that an event's words need, or null
     * @param decided what became of a proposal, of the event that tells it
     */
    public record ChatLine(
            Instant at,
            MessageKind kind,
            String name,
            String text,
            RoomMove event,
            String about,
            ProposalState decided) {}
}
