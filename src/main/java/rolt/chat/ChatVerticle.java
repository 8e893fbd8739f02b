package rolt.chat;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import rolt.account.AccountMessages;
import rolt.account.AccountMessages.AccountChanged;
import rolt.chat.ChatMessages.Beat;
import rolt.chat.ChatMessages.CountUnread;
import rolt.chat.ChatMessages.ListMessages;
import rolt.chat.ChatMessages.ListRooms;
import rolt.chat.ChatMessages.MarkRead;
import rolt.chat.ChatMessages.OpenRoom;
import rolt.chat.ChatMessages.RoomCode;
import rolt.chat.ChatMessages.Signal;
import rolt.chat.DeskMessages.Appear;
import rolt.chat.DeskMessages.ClaimRoom;
import rolt.chat.DeskMessages.HandOver;
import rolt.chat.DeskMessages.ListDesk;
import rolt.chat.DeskMessages.ListPresent;
import rolt.chat.DeskMessages.ListQueue;
import rolt.chat.DeskMessages.ReleaseRoom;
import rolt.chat.ProposalMessages.ProposalSeq;
import rolt.chat.ReplyMessages.AddReply;
import rolt.chat.ReplyMessages.ChangeReply;
import rolt.chat.ReplyMessages.ListReplies;
import rolt.chat.ReplyMessages.RemoveReply;
import rolt.platform.Bus;
import rolt.platform.Chore;
import rolt.platform.Platform;

/** Answers the chat's addresses, and looks after rooms that are left. */
public final class ChatVerticle extends VerticleBase {
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Platform platform;
    private Chore keeping;

    public ChatVerticle(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        Bus bus = platform.bus();
        ChatMails mails = new ChatMails(platform);
        MoveRoom moves = new MoveRoom(platform, mails);
        RoomService rooms = new RoomService(platform, mails);
        answerRooms(bus, rooms);
        bus.listen(AccountMessages.CHANGED, AccountChanged.class, rooms::accountChanged);
        answerMoves(bus, moves);
        answerAttendance(bus, new AttendanceService(platform));
        SendMessage messages = new SendMessage(platform);
        answerMessages(bus, messages);
        answerProposals(bus, messages);
        bus.answer("chat.rateRoom", RatingMessages.RateRoom.class, new RateRoom(platform)::rateRoom);
        answerReplies(bus, new ReplyService(platform.database()));
        bus.answer("chat.mailTranscript", RoomCode.class, new MailTranscript(platform, mails)::mailTranscript);
        KeepRooms keeper = new KeepRooms(platform, moves, mails);
        keeping = new Chore(platform.database(), "chat.rooms", LOOK, keeper::keep).start(vertx);
        return Future.succeededFuture();
    }

    private static void answerRooms(Bus bus, RoomService rooms) {
        bus.answer("chat.openRoom", OpenRoom.class, rooms::openRoom);
        bus.answer("chat.listRooms", ListRooms.class, rooms::listRooms);
        bus.answer("chat.getRoom", RoomCode.class, rooms::getRoom);
        bus.answer("chat.listMessages", ListMessages.class, rooms::listMessages);
        bus.answer("chat.markRead", MarkRead.class, rooms::markRead);
        bus.answer("chat.countUnread", CountUnread.class, rooms::countUnread);
        bus.answer("chat.signal", Signal.class, rooms::signal);
        bus.answer("chat.listQueue", ListQueue.class, rooms::listQueue);
        bus.answer("chat.listDesk", ListDesk.class, rooms::listDesk);
        bus.answer("chat.listTurns", RoomCode.class, rooms::listTurns);
    }

    private void answerMessages(Bus bus, SendMessage messages) {
        bus.answer("chat.sendMessage", ChatMessages.SendMessage.class, messages::send);
        bus.answer(
                "chat.sendPicture", ChatMessages.SendPicture.class, new SendPicture(platform, messages)::sendPicture);
    }

    private void answerProposals(Bus bus, SendMessage messages) {
        DecideProposal decisions = new DecideProposal(platform);
        bus.answer(
                "chat.proposeChange",
                ProposalMessages.ProposeChange.class,
                new ProposeChange(platform, messages)::proposeChange);
        bus.answer("chat.acceptProposal", ProposalSeq.class, decisions::acceptProposal);
        bus.answer("chat.declineProposal", ProposalSeq.class, decisions::declineProposal);
    }

    private static void answerAttendance(Bus bus, AttendanceService attendance) {
        bus.answer("chat.beat", Beat.class, attendance::beat);
        bus.answer("chat.appear", Appear.class, attendance::appear);
        bus.answer("chat.listPresent", ListPresent.class, attendance::listPresent);
    }

    private static void answerReplies(Bus bus, ReplyService replies) {
        bus.answer("chat.listReplies", ListReplies.class, replies::listReplies);
        bus.answer("chat.addReply", AddReply.class, replies::addReply);
        bus.answer("chat.changeReply", ChangeReply.class, replies::changeReply);
        bus.answer("chat.removeReply", RemoveReply.class, replies::removeReply);
    }

    private static void answerMoves(Bus bus, MoveRoom moves) {
        bus.answer("chat.claimRoom", ClaimRoom.class, moves::claimRoom);
        bus.answer("chat.handOver", HandOver.class, moves::handOver);
        bus.answer("chat.releaseRoom", ReleaseRoom.class, moves::releaseRoom);
        bus.answer("chat.closeRoom", RoomCode.class, moves::closeRoom);
        bus.answer("chat.reopenRoom", RoomCode.class, moves::reopenRoom);
    }

    @Override
    public Future<?> stop() {
        return keeping.stop();
    }
}
