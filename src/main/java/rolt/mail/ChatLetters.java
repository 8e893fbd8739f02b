package rolt.mail;

import java.util.ArrayList;
import java.util.List;
import rolt.chat.ChatMessages.MessageKind;
import rolt.chat.ChatMessages.RoomMove;
import rolt.chat.ProposalMessages.ProposalState;
import rolt.mail.ChatMailMessages.ChatLine;
import rolt.mail.ChatMailMessages.ChatReplied;
import rolt.mail.ChatMailMessages.ChatTranscript;
import rolt.mail.ChatMailMessages.ChatUnattended;
import rolt.mail.ChatMailMessages.ChatsWaiting;
import rolt.mail.ChatMailMessages.WaitingChat;
import rolt.mail.MailMessages.Button;
import rolt.mail.MailMessages.ChatContent;
import rolt.mail.MailMessages.Letter;
import rolt.mail.MailMessages.Row;
import rolt.platform.Dates;
import rolt.platform.Text;

/** What the shop writes about conversations. */
final class ChatLetters {
    private final Wording wording;

    ChatLetters(Wording wording) {
        this.wording = wording;
    }

    Letter of(ChatContent content) {
        return switch (content) {
            case ChatUnattended room -> chatUnattended(room);
            case ChatsWaiting waiting -> chatsWaiting(waiting);
            case ChatReplied replied -> chatReplied(replied);
            case ChatTranscript transcript -> chatTranscript(transcript);
        };
    }

    private Letter chatUnattended(ChatUnattended room) {
        boolean back = room.move() != null;
        Text subject = back
                ? new Text("Khách lại đang chờ: ", "A customer waits again: ")
                : new Text("Khách đang chờ: ", "A customer waits: ");
        Text title = back
                ? new Text("Cuộc trò chuyện trở lại hàng chờ mà chưa ai trực", "A chat is back and nobody is there")
                : new Text("Có khách nhắn mà chưa ai trực", "A customer writes and nobody is there");
        return new Letter(
                wording.language(),
                say(subject) + room.subject(),
                room.customer(),
                say(title),
                List.of(back ? back(room) : opened(room), latest(room)),
                about(room),
                inbox(room.url()),
                List.of(
                        say(
                                "Thư này chỉ gửi khi không có ai trực. Khách nhận câu trả lời qua thư nếu đã rời trang.",
                                "This mail is sent only while nobody is there. A customer who has left gets the answer by mail.")));
    }

    private String opened(ChatUnattended room) {
        return say(
                room.customer() + " vừa mở cuộc trò chuyện “" + room.subject() + "”:",
                room.customer() + " has just opened the chat “" + room.subject() + "”:");
    }

    private String back(ChatUnattended room) {
        String customer = room.customer();
        String vi = "cuộc trò chuyện “" + room.subject() + "”";
        String en = "the chat “" + room.subject() + "”";
        Text happened = switch (room.move()) {
            case REOPEN -> new Text(customer + " đã mở lại " + vi, customer + " has reopened " + en);
            case MISS ->
                new Text(
                        "Nhân viên phụ trách " + vi + " với " + customer + " bị mất kết nối",
                        "Whoever had " + en + " with " + customer + " has lost the connection");
            default ->
                new Text(customer + " trở lại hàng chờ với " + vi, customer + " is back in the queue with " + en);
        };
        String since = Dates.minute(room.since(), wording.language());
        return say(happened)
                + say(
                        "; khách chờ từ " + since + ". Tin gần nhất của khách:",
                        "; the customer has waited since " + since + ". The latest words:");
    }

    private String latest(ChatUnattended room) {
        return room.text() == null ? say("[Ảnh]", "[Picture]") : room.text();
    }

    private Button inbox(String url) {
        return new Button(say("Mở hộp thư hỗ trợ", "Open the inbox"), url);
    }

    private Letter chatsWaiting(ChatsWaiting waiting) {
        int count = waiting.rooms().size() + waiting.more();
        return new Letter(
                wording.language(),
                say("Số cuộc trò chuyện đang chờ: " + count, "Chats that wait: " + count),
                waiting.rooms().getFirst().customer(),
                say(title(waiting)),
                rooms(waiting),
                List.of(),
                inbox(waiting.url()),
                List.of(say(note(waiting))));
    }

    private static Text title(ChatsWaiting waiting) {
        return waiting.back()
                ? new Text(
                        "Nhiều cuộc trò chuyện vừa trở lại hàng chờ mà chưa ai trực",
                        "Chats are back and nobody is there")
                : new Text("Có khách chờ đã lâu mà chưa ai trực", "Customers have waited long and nobody is there");
    }

    private static Text note(ChatsWaiting waiting) {
        return waiting.back()
                ? new Text(
                        "Thư này gom các cuộc trò chuyện cùng lúc không còn người phụ trách. Khách nhận câu trả lời qua thư nếu đã rời trang.",
                        "This mail collects the chats that nobody has any more, all at once. A customer who has left gets the answer by mail.")
                : new Text(
                        "Thư này gom các cuộc trò chuyện chưa được báo riêng, nhiều nhất mười phút một lần.",
                        "This mail collects the chats that no other mail told of, once in ten minutes at most.");
    }

    private List<String> rooms(ChatsWaiting waiting) {
        List<String> words = new ArrayList<>();
        words.add(say("Những khách này đang chờ, lâu nhất ở trên cùng:", "These customers wait, the longest first:"));
        for (WaitingChat room : waiting.rooms()) {
            String since = Dates.minute(room.since(), wording.language());
            words.add(since + " · " + room.customer() + "\n“" + room.subject() + "” (" + room.code() + ")");
        }
        if (waiting.more() > 0) {
            words.add(say(
                    "Và " + waiting.more() + " cuộc trò chuyện nữa trong hộp thư hỗ trợ.",
                    "And " + waiting.more() + " more in the inbox."));
        }
        return words;
    }

    private List<Row> about(ChatUnattended room) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(say("Cuộc trò chuyện", "Chat"), room.code(), false));
        if (room.orderCode() != null) {
            rows.add(new Row(say("Đơn hàng", "Order"), room.orderCode(), false));
        }
        if (room.buildCode() != null) {
            rows.add(new Row(say("Cấu hình", "Build"), room.buildCode(), false));
        }
        return rows;
    }

    private Letter chatReplied(ChatReplied replied) {
        List<String> words = new ArrayList<>();
        words.add(say(
                "ROLT đã trả lời bạn trong cuộc trò chuyện “" + replied.subject() + "”:",
                "We have answered you in the chat “" + replied.subject() + "”:"));
        replied.said().forEach(line -> words.add(line(line)));
        return new Letter(
                wording.language(),
                say("ROLT đã trả lời: ", "ROLT has answered: ") + replied.subject(),
                line(replied.said().getFirst()),
                wording.greeting(replied.name()),
                words,
                List.of(),
                new Button(say("Trả lời trong cuộc trò chuyện", "Answer in the chat"), replied.url()),
                List.of(say(
                        "Bạn nhận thư này vì đã rời cuộc trò chuyện trước khi có câu trả lời.",
                        "You get this mail because you had left the chat before the answer came.")));
    }

    private Letter chatTranscript(ChatTranscript transcript) {
        List<String> words = new ArrayList<>();
        words.add(say(
                "Đây là nội dung cuộc trò chuyện “" + transcript.subject() + "” (" + transcript.code() + ").",
                "This is the chat “" + transcript.subject() + "” (" + transcript.code() + ")."));
        if (transcript.cut()) {
            words.add(say(
                    "Cuộc trò chuyện khá dài nên thư chỉ có phần cuối; toàn bộ nằm trên trang của ROLT.",
                    "It is a long one, so this mail holds its end; all of it is on our page."));
        }
        transcript.said().forEach(line -> words.add(line(line)));
        return new Letter(
                wording.language(),
                say("Nội dung trò chuyện: ", "Your chat with ROLT: ") + transcript.subject(),
                transcript.code(),
                wording.greeting(transcript.name()),
                words,
                List.of(),
                new Button(say("Mở cuộc trò chuyện", "Open the chat"), transcript.url()),
                List.of(say("Giờ ghi theo giờ Việt Nam.", "Times are Vietnam's.")));
    }

    private String line(ChatLine line) {
        String at = Dates.minute(line.at(), wording.language()) + " · ";
        return line.kind() == MessageKind.EVENT
                ? at + say(line.decided() == null ? event(line.event(), line.about()) : decision(line.decided()))
                : at + (line.name() == null ? "ROLT" : line.name()) + "\n" + said(line);
    }

    private static Text decision(ProposalState decision) {
        return decision == ProposalState.ACCEPTED
                ? new Text(
                        "Bạn đã đồng ý với đề xuất, cấu hình đã đổi.",
                        "You accepted the proposal: your build was changed.")
                : new Text("Bạn giữ cấu hình cũ.", "You kept your build as it was.");
    }

    private String said(ChatLine line) {
        String what = switch (line.kind()) {
            case PICTURE -> say("[Ảnh]", "[Picture]");
            case PROPOSAL -> say("[Đề xuất đổi cấu hình]", "[A proposal for your build]");
            default -> "";
        };
        return (what + " " + (line.text() == null ? "" : line.text())).strip();
    }

    private static Text event(RoomMove event, String name) {
        String vi = switch (event) {
            case CLAIM -> name + " đã vào cuộc trò chuyện.";
            case HAND_OVER -> name + " đã tiếp nhận cuộc trò chuyện.";
            case RELEASE -> "Cuộc trò chuyện trở lại hàng chờ.";
            case MISS -> name + " bị mất kết nối. Cuộc trò chuyện trở lại hàng chờ.";
            case IDLE -> "Cuộc trò chuyện đã đóng vì lâu không có ai nhắn.";
            case CLOSE -> "Cuộc trò chuyện đã đóng.";
            case REOPEN -> "Cuộc trò chuyện được mở lại.";
        };
        return new Text(vi, event.words(name));
    }

    private String say(Text text) {
        return say(text.vi(), text.en());
    }

    private String say(String vi, String en) {
        return wording.say(vi, en);
    }
}
