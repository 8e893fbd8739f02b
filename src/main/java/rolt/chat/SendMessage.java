package rolt.chat;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.MessageKind;
import rolt.chat.ChatMessages.RoomEvent;
import rolt.chat.ChatMessages.RoomState;
import rolt.chat.MessageRepository.Sending;
import rolt.chat.MessageRepository.Sent;
import rolt.chat.TurnRepository.Standing;
import rolt.platform.Caller;
import rolt.platform.DatabaseException;
import rolt.platform.Platform;
import rolt.platform.Problem;

/**
 * Adds a message to a room: acknowledged after the commit, told to the room then. Sent again under the same client's id it
 * is the message that it was.
 */
final class SendMessage {
    private final Platform platform;
    private final MessageRepository messages;
    private final TurnRepository turns;

    SendMessage(Platform platform) {
        this.platform = platform;
        this.messages = new MessageRepository(platform.database());
        this.turns = new TurnRepository(platform.database());
    }

    /**
     * @throws Problem 403 {@code chat.view-only} for who was replaced, 409 {@code chat.closed}, 404 for who has no seat in
     *     the room, 422 for another message under the same client's id
     */
    Message send(Caller caller, ChatMessages.SendMessage input) {
        return deliver(new Sending(
                input.code(),
                caller.accountId(),
                input.clientId(),
                MessageKind.TEXT,
                input.text().strip(),
                null,
                null));
    }

    /** The same for every kind of message. */
    Message deliver(Sending sending) {
        Optional<Message> added = add(sending);
        if (added.isPresent()) {
            platform.bus().publish(RoomEvent.ADDRESS + sending.code(), RoomEvent.said(sending.code(), added.get()));
            return added.get();
        }
        return earlier(sending).orElseThrow(() -> refusal(sending));
    }

    /**
     * What was sent before under the same client's id.
     *
     * @throws Problem 422 where that is another message
     */
    Optional<Message> earlier(Sending sending) {
        return messages.sent(sending).map(earlier -> same(earlier, sending));
    }

    /**
     * Whether somebody may write is decided when a message gets its number; this spares who may not the way until then.
     *
     * @throws Problem as {@link #send}
     */
    void checkMayWrite(String code, UUID sender) {
        Standing standing = seated(code, sender);
        if (standing.state() == RoomState.CLOSED || !standing.mayWrite(sender)) {
            throw refusal(standing);
        }
    }

    /** Empty also where it is there already. */
    private Optional<Message> add(Sending sending) {
        try {
            return messages.add(sending);
        } catch (DatabaseException e) {
            if (e.broke("sent_once")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Message same(Sent earlier, Sending sending) {
        Message message = earlier.message();
        boolean sameWords = message.kind() == sending.kind() && Objects.equals(message.text(), sending.text());
        if (!sameWords || !earlier.samePicture()) {
            throw Problem.unprocessable("idempotency.other-body", Map.of());
        }
        return message;
    }

    private Problem refusal(Sending sending) {
        return refusal(seated(sending.code(), sending.sender()));
    }

    private static Problem refusal(Standing standing) {
        return standing.state() == RoomState.CLOSED
                ? Problem.conflict("chat.closed")
                : Problem.forbidden("chat.view-only");
    }

    private Standing seated(String code, UUID sender) {
        return turns.find(code, sender).filter(Standing::seated).orElseThrow(() -> Problem.notFound("chat"));
    }
}
