package rolt.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import rolt.mail.MailMessages.Button;
import rolt.mail.MailMessages.ClaimMoved;
import rolt.mail.MailMessages.Letter;
import rolt.mail.MailMessages.PartAwaited;
import rolt.mail.MailMessages.PromiseMoved;
import rolt.mail.MailMessages.Row;
import rolt.mail.MailMessages.WorkFinished;
import rolt.platform.Dates;
import rolt.platform.Text;

/** What the shop writes about work on the bench and about warranties. */
final class WorkshopLetters {
    private final Wording wording;

    WorkshopLetters(Wording wording) {
        this.wording = wording;
    }

    Letter workFinished(WorkFinished work) {
        return new Letter(
                wording.language(),
                say("Đã hoàn thành: đơn hàng ", "Finished: order ") + work.code(),
                say("Mọi việc trên bàn thợ đã xong.", "All work at the bench is done."),
                wording.greeting(work.name()),
                List.of(say(
                        "Thợ của ROLT đã làm xong mọi dịch vụ trong đơn hàng " + work.code()
                                + ". Ảnh và ghi chú của thợ có trên trang đơn hàng.",
                        "Our technician has finished all work on order " + work.code()
                                + ". Photos and notes from the bench are on the order's page.")),
                List.of(),
                wording.followOrder(work.url()),
                List.of(
                        say(
                                "Khi hàng được gửi đi, bạn sẽ nhận được mã vận đơn qua thư.",
                                "Once it is on its way, a mail brings you the tracking number."),
                        wording.orderHelp()));
    }

    /** The shop's address is no setting: who answers gives it, and hears at once whether the part may come. */
    Letter partAwaited(PartAwaited awaited) {
        return new Letter(
                wording.language(),
                say("Chờ món bạn gửi: đơn hàng ", "Waiting for your part: order ") + awaited.code(),
                say("Thợ làm tiếp khi món của bạn đến.", "Work goes on when your part is here."),
                wording.greeting(awaited.name()),
                List.of(
                        wanted(awaited),
                        say(
                                "Hãy trả lời thư này, chúng tôi sẽ cho bạn địa chỉ của xưởng. Gói kỹ, và ghi "
                                        + awaited.work() + " lên gói hàng.",
                                "Answer this mail and we tell you the address of the workshop. Pack it well, and write "
                                        + awaited.work() + " on the parcel."),
                        say(
                                "Ngày hẹn xong được tính lại khi món đến xưởng.",
                                "The day we promise is reckoned anew once it has arrived.")),
                List.of(),
                wording.followOrder(awaited.url()),
                List.of(wording.orderHelp()));
    }

    private String wanted(PartAwaited awaited) {
        return awaited.words() == null
                ? say(
                        "Để bắt đầu, thợ của ROLT cần món bạn có sẵn: " + parts(awaited) + ".",
                        "To begin, our technician needs what you own already: " + parts(awaited) + ".")
                : say(
                        "Để làm tiếp, thợ của ROLT cần món của bạn. Thợ viết: “" + awaited.words() + "”",
                        "To go on, our technician needs something of yours, and writes: “" + awaited.words() + "”");
    }

    private String parts(PartAwaited awaited) {
        return awaited.parts().isEmpty()
                ? say("bàn phím hoặc linh kiện cần làm", "the keyboard or the part to work on")
                : awaited.parts().stream().map(this::part).collect(Collectors.joining(", "));
    }

    private String part(String slot) {
        return switch (slot) {
            case "KIT" -> say("bộ kit", "the kit");
            case "SWITCHES" -> say("switch", "the switches");
            case "KEYCAPS" -> say("keycap", "the keycaps");
            case "STABILISERS" -> say("stabiliser", "the stabilisers");
            default -> say("món của bạn", "your part");
        };
    }

    Letter promiseMoved(PromiseMoved moved) {
        String day = Dates.day(moved.promisedOn(), wording.language());
        return new Letter(
                wording.language(),
                say("Ngày hẹn mới của đơn hàng ", "A new date for order ") + moved.code(),
                say("Dự kiến xong ngày ", "To be finished on ") + day,
                wording.greeting(moved.name()),
                List.of(
                        say(
                                "Ngày hẹn hoàn thành dịch vụ trong đơn hàng " + moved.code() + " đã được dời.",
                                "The day on which the work on order " + moved.code()
                                        + " will be finished has been moved."),
                        say("Lý do: ", "The reason: ") + moved.reason()),
                List.of(
                        new Row(say("Ngày hẹn trước", "Before"), Dates.day(moved.before(), wording.language()), false),
                        new Row(say("Ngày hẹn mới", "Now"), day, true)),
                wording.followOrder(moved.url()),
                List.of(wording.orderHelp()));
    }

    Letter claimMoved(ClaimMoved claim) {
        List<String> words = new ArrayList<>(List.of(say(claimWords(claim))));
        if (claim.words() != null) {
            words.add(say("ROLT viết: ", "We write: ") + claim.words());
        }
        return new Letter(
                wording.language(),
                say(claimSubject(claim)) + claim.code(),
                claim.item(),
                wording.greeting(claim.name()),
                words,
                List.of(),
                new Button(say("Xem yêu cầu bảo hành", "See your claim"), claim.url()),
                List.of(wording.orderHelp()));
    }

    private static Text claimSubject(ClaimMoved claim) {
        return switch (claim.state()) {
            case "REQUESTED" -> new Text("Đã nhận yêu cầu bảo hành: đơn hàng ", "Warranty claim received: order ");
            case "APPROVED" ->
                new Text("Yêu cầu bảo hành được chấp nhận: đơn hàng ", "Warranty claim approved: order ");
            case "REJECTED" ->
                new Text("Yêu cầu bảo hành không được chấp nhận: đơn hàng ", "Warranty claim declined: order ");
            default -> new Text("Bảo hành đã xong: đơn hàng ", "Warranty work done: order ");
        };
    }

    private static Text claimWords(ClaimMoved claim) {
        return switch (claim.state()) {
            case "REQUESTED" ->
                new Text(
                        "Chúng tôi đã nhận yêu cầu bảo hành cho " + claim.item()
                                + ". Bạn có thể thêm ảnh trên trang bảo hành; chúng tôi sẽ xem và trả lời qua thư.",
                        "We have received your claim for " + claim.item()
                                + ". You can add photos on the warranty page; we look into it and answer by mail.");
            case "APPROVED" ->
                new Text(
                        "Yêu cầu bảo hành cho " + claim.item() + " đã được chấp nhận.",
                        "Your claim for " + claim.item() + " is approved.");
            case "REJECTED" ->
                new Text(
                        "Rất tiếc, chúng tôi không thể bảo hành " + claim.item() + " trong trường hợp này.",
                        "We are sorry: the warranty of " + claim.item() + " does not cover this.");
            default ->
                new Text(
                        "Việc bảo hành cho " + claim.item() + " đã hoàn tất. Cảm ơn bạn đã kiên nhẫn chờ.",
                        "The warranty work on " + claim.item() + " is done. Thank you for your patience.");
        };
    }

    private String say(Text text) {
        return say(text.vi(), text.en());
    }

    private String say(String vi, String en) {
        return wording.say(vi, en);
    }
}
