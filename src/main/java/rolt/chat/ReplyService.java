package rolt.chat;

import java.util.Map;
import rolt.chat.ReplyMessages.AddReply;
import rolt.chat.ReplyMessages.CannedReply;
import rolt.chat.ReplyMessages.ChangeReply;
import rolt.chat.ReplyMessages.ListReplies;
import rolt.chat.ReplyMessages.Nothing;
import rolt.chat.ReplyMessages.RemoveReply;
import rolt.chat.ReplyMessages.ReplyList;
import rolt.platform.Database;
import rolt.platform.Problem;

/** What the desk says often. */
final class ReplyService {
    private static final int MOST = 200;

    private final Database database;
    private final ReplyRepository replies;

    ReplyService(Database database) {
        this.database = database;
        this.replies = new ReplyRepository(database);
    }

    ReplyList listReplies(ListReplies input) {
        return new ReplyList(replies.list());
    }

    /** @throws Problem 409 {@code chat.replies-enough} */
    CannedReply addReply(AddReply input) {
        return database.transaction(tx -> replies.add(tx, input, MOST)
                .orElseThrow(() -> Problem.conflict("chat.replies-enough", Map.of("limit", MOST))));
    }

    CannedReply changeReply(ChangeReply input) {
        return replies.change(input).orElseThrow(() -> Problem.notFound("reply"));
    }

    Nothing removeReply(RemoveReply input) {
        if (!replies.remove(input)) {
            throw Problem.notFound("reply");
        }
        return new Nothing();
    }
}
