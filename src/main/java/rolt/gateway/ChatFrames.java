package rolt.gateway;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.stream.Collectors;
import rolt.chat.ChatMessages.Message;
import rolt.chat.ChatMessages.Side;
import rolt.platform.Caller;
import rolt.platform.Problem;

/** What the plain websocket of the chat writes. */
final class ChatFrames {
    private final Problems problems;
    private final Caller reader;

    ChatFrames(Problems problems, Caller reader) {
        this.problems = problems;
        this.reader = reader;
    }

    /** A message as everybody in the room is told it; of the shop's own the words are English. */
    JsonObject said(Message message) {
        JsonObject frame = new JsonObject()
                .put("type", "chat_message")
                .put("message", message.text() == null ? "" : message.text())
                .put("user", user(message))
                .put("seq", message.seq());
        if (message.clientId() != null) {
            frame.put("id", message.clientId());
        }
        if (message.event() != null) {
            frame.put("event", message.event().name());
        }
        if (message.pictureId() != null) {
            frame.put("picture", message.pictureId().toString());
        }
        return frame;
    }

    private static String user(Message message) {
        if (message.side() == Side.SHOP) {
            return "system";
        }
        // An account that was deleted has no name any more.
        return message.name() == null ? message.side().name().toLowerCase(Locale.ROOT) : message.name();
    }

    /** To who sent a message again that he was told before. */
    JsonObject acknowledged(Message message) {
        return new JsonObject()
                .put("type", "acknowledged")
                .put("id", message.clientId())
                .put("seq", message.seq());
    }

    /** @param id of the refused message, null where there is none */
    JsonObject refused(Throwable failure, String id) {
        Problem problem = Problems.problemOf(failure);
        String words = problem.violations().stream()
                .map(fault -> problems.message(fault, reader.language()))
                .collect(Collectors.joining("; "));
        String title = problems.title(problem, reader.language());
        JsonObject frame = new JsonObject()
                .put("type", "error")
                .put("code", problem.code())
                .put("message", words.isEmpty() ? title : title + " " + words);
        return id == null ? frame : frame.put("id", id);
    }
}
