package rolt.chat;

import java.util.List;
import java.util.UUID;
import rolt.platform.Text;

/** What the desk says often. Who sends one fills in {@code {name}} and {@code {order}}. */
public final class ReplyMessages {
    private ReplyMessages() {}

    /** {@code chat.listReplies} */
    public record ListReplies() {}

    /** By their positions. */
    public record ReplyList(List<CannedReply> items) {}

    /** @param title for staff; @param position from 0, several may share one */
    public record CannedReply(UUID id, String title, Text text, int position) {}

    /** {@code chat.addReply}; @param position null for the end */
    public record AddReply(String title, Text text, Integer position) {}

    /** {@code chat.changeReply}; @param position null to leave it where it is */
    public record ChangeReply(UUID replyId, String title, Text text, Integer position) {}

    /** {@code chat.removeReply} */
    public record RemoveReply(UUID replyId) {}

    public record Nothing() {}
}
