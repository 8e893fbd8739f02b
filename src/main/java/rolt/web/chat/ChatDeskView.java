package rolt.web.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rolt.builder.BuilderMessages.Build;
import rolt.chat.ChatMessages.Room;
import rolt.chat.DeskMessages.Attendance;
import rolt.chat.DeskMessages.Colleague;
import rolt.chat.DeskMessages.Desk;
import rolt.chat.DeskMessages.Queue;
import rolt.chat.DeskMessages.RoomTurn;
import rolt.chat.DeskMessages.Waiting;
import rolt.chat.ReplyMessages.CannedReply;
import rolt.ordering.OrderingMessages.Order;
import rolt.platform.Caller;
import rolt.platform.Role;
import rolt.web.Page;
import rolt.web.builder.BuildWords;

/** The inbox of staff: who waits, the reader's rooms, and one conversation with what it is about. */
public final class ChatDeskView {
    private final Caller reader;
    private final Lists lists;
    private final ChatView talk;
    private final About about;

    /** @param talk null where no room is open; @param about it, null then, too */
    ChatDeskView(Caller reader, Lists lists, ChatView talk, About about) {
        this.reader = reader;
        this.lists = lists;
        this.talk = talk;
        this.about = about;
    }

    record Lists(Queue queue, Desk desk, Attendance present) {}

    /** @param order and build null where the room is not about one, or it is gone */
    record About(List<RoomTurn> turns, Order order, Build build, List<CannedReply> replies) {}

    public Set<Role> roles() {
        return reader.roles();
    }

    public Queue queue() {
        return lists.queue();
    }

    public Desk desk() {
        return lists.desk();
    }

    public ChatView talk() {
        return talk;
    }

    public Order order() {
        return about.order();
    }

    public Build build() {
        return about.build();
    }

    /** Where another choice for the customer is made. */
    public String builder() {
        return BuildWords.address(build().selection(), talk.room().code());
    }

    /** What members told the next ones, and who had the room. */
    public List<RoomTurn> turns() {
        return about.turns();
    }

    /** What the desk says often. */
    public List<CannedReply> replies() {
        return about.replies();
    }

    /** In the page's language, with what stands for the customer and the order put in. */
    public String text(Page page, CannedReply reply) {
        String order = talk.room().orderCode();
        return reply.text()
                .in(page.language())
                .replace("{name}", talk.room().customer())
                .replace("{order}", order == null ? "" : order);
    }

    /** Whether the reader takes rooms. */
    public boolean mayClaim() {
        return reader.hasAny(Role.SUPPORT, Role.TECHNICIAN);
    }

    /** Whether the reader is one of those who take rooms now. */
    public boolean available() {
        return lists.present().items().stream().anyMatch(this::isReader);
    }

    /** Who could be given a room. */
    public List<Colleague> colleagues() {
        return lists.present().items().stream()
                .filter(colleague -> !isReader(colleague))
                .toList();
    }

    private boolean isReader(Colleague colleague) {
        UUID self = reader.accountId();
        return colleague.accountId().equals(self);
    }

    /** How many have something to be done: who waits, and those of the reader's rooms in which something is unread. */
    public long open() {
        return queue().items().size()
                + desk().mine().stream().filter(room -> unread(room) > 0).count();
    }

    /** How long somebody waits, in full minutes. */
    public long minutes(Waiting waiting) {
        return Math.max(
                0, Duration.between(waiting.waitingSince(), Instant.now()).toMinutes());
    }

    public boolean shows(Room room) {
        return talk != null && talk.room().code().equals(room.code());
    }

    /** What was said that the reader has not read; the room that is looked at has none. */
    public long unread(Room room) {
        return shows(room) ? 0 : room.lastSeq() - room.readSeq();
    }
}
