package rolt.mail;

import java.util.List;
import rolt.mail.MailMessages.Button;
import rolt.mail.MailMessages.Letter;
import rolt.mail.MailMessages.PaymentUnclear;
import rolt.mail.MailMessages.RefundOnItsWay;
import rolt.mail.MailMessages.RefundPaidOut;
import rolt.mail.MailMessages.RefundWithdrawn;
import rolt.mail.MailMessages.Row;
import rolt.ordering.OrderingMessages.State;
import rolt.payment.PaymentMessages.RefundReason;

/** What the shop writes about money that is in doubt or goes back. */
final class MoneyLetters {
    private final Wording wording;

    MoneyLetters(Wording wording) {
        this.wording = wording;
    }

    Letter paymentUnclear(PaymentUnclear unclear) {
        String bank = unclear.bank() == null || unclear.bank().isEmpty() ? "" : " (" + unclear.bank() + ")";
        return letter(
                say("Đang kiểm tra thanh toán cho đơn hàng ", "We are checking the payment for order ")
                        + unclear.code(),
                say("VNPAY chưa xác nhận; bạn không cần làm gì", "VNPAY has not confirmed it; there is nothing to do"),
                unclear.name(),
                List.of(
                        say(
                                "Ngân hàng của bạn" + bank + " có thể đã trừ "
                                        + money(unclear.amount())
                                        + ", nhưng VNPAY chưa xác nhận khoản thanh toán cho đơn hàng " + unclear.code()
                                        + ".",
                                "Your bank" + bank + " may have taken "
                                        + money(unclear.amount())
                                        + ", but VNPAY has not confirmed the payment for order " + unclear.code()
                                        + "."),
                        say(
                                "Bạn không cần làm gì. Chúng tôi hỏi lại VNPAY cho đến khi rõ, thường trong vòng 24 giờ.",
                                "There is nothing you need to do. We ask VNPAY until it is clear, usually within 24 hours."),
                        whatFollows(unclear.order())),
                List.of(),
                unclear.url());
    }

    private String whatFollows(State order) {
        return switch (order) {
            case PENDING_PAYMENT ->
                say(
                        "Trong lúc đó hàng vẫn được giữ cho bạn; xin đừng trả tiền lần nữa. Nếu tiền đã bị trừ, đơn hàng sẽ được xác nhận; nếu không, bạn có thể thanh toán lại.",
                        "Meanwhile your goods are kept for you; please do not pay again. If the money was taken, your order will be confirmed; if it was not, you can pay once more.");
            case EXPIRED ->
                say(
                        "Đơn hàng đã hết thời gian giữ hàng. Nếu tiền đã bị trừ mà hàng vẫn còn, đơn sẽ được xác nhận; nếu hàng đã hết, tiền sẽ được hoàn lại.",
                        "The time of your order was over. If the money was taken and the goods are still there, your order will be confirmed; if they are gone, the money goes back to you.");
            case CANCELLED ->
                say(
                        "Đơn hàng đã bị hủy. Nếu tiền đã bị trừ, tiền sẽ được hoàn lại cho bạn.",
                        "Your order was cancelled. If the money was taken, it goes back to you.");
            case PAID, IN_ASSEMBLY, SHIPPED, DELIVERED ->
                say(
                        "Đơn hàng đã được thanh toán bằng một lần trả khác và vẫn tiếp tục như thường. Nếu tiền đã bị trừ thêm lần này, khoản đó sẽ được hoàn lại cho bạn.",
                        "Your order was paid by another payment and goes on as usual. If the money was taken once more, that payment goes back to you.");
        };
    }

    Letter refundOnItsWay(RefundOnItsWay refund) {
        return letter(
                say("Hoàn tiền cho đơn hàng ", "Refund for order ") + refund.code(),
                say("Hoàn lại ", "Giving back ") + money(refund.amount()),
                refund.name(),
                List.of(
                        why(refund.reason(), refund.code()),
                        say(
                                "Tiền được hoàn qua VNPAY về đúng thẻ hoặc tài khoản bạn đã dùng để trả. Tùy ngân hàng, việc này mất vài ngày làm việc. Chúng tôi sẽ báo cho bạn khi tiền đã được chuyển.",
                                "The money goes back through VNPAY to the card or account you paid with. Depending on your bank this takes some working days. We will tell you when it has been paid out.")),
                List.of(new Row(say("Số tiền hoàn", "Refund"), money(refund.amount()), true)),
                refund.url());
    }

    private String why(RefundReason reason, String code) {
        return switch (reason) {
            case ASKED ->
                say(
                        "Chúng tôi hoàn lại tiền cho đơn hàng " + code + " của bạn.",
                        "We are giving you money back for your order " + code + ".");
            case CALLED_OFF ->
                say(
                        "Đơn hàng " + code + " đã bị hủy, nên chúng tôi hoàn lại tiền cho bạn.",
                        "Your order " + code + " was cancelled, so we are giving your money back.");
            case LATE ->
                say(
                        "Khoản thanh toán cho đơn hàng " + code
                                + " đến sau khi đơn đã hết hạn hoặc đã hủy, nên chúng tôi hoàn lại toàn bộ số tiền.",
                        "Your payment for order " + code
                                + " arrived after it had expired or was cancelled, so all of the money goes back to you.");
            case SECOND ->
                say(
                        "Đơn hàng " + code
                                + " đã được thanh toán hai lần. Lần thanh toán đầu đã đủ, nên chúng tôi hoàn lại lần sau.",
                        "Your order " + code
                                + " was paid twice. The first payment was enough, so we are giving the other one back.");
            case AMOUNT ->
                say(
                        "Số tiền nhận được cho đơn hàng " + code
                                + " không khớp với số tiền của đơn, nên chúng tôi hoàn lại toàn bộ.",
                        "The amount that arrived for order " + code
                                + " is not that of the order, so we are giving all of it back.");
        };
    }

    Letter refundWithdrawn(RefundWithdrawn refund) {
        return letter(
                say("Không hoàn tiền cho đơn hàng ", "No refund for order ") + refund.code(),
                say("Khoản hoàn đã báo được rút lại", "The refund we told you of is withdrawn"),
                refund.name(),
                List.of(
                        say(
                                "Chúng tôi đã báo sẽ hoàn " + money(refund.amount()) + " cho đơn hàng " + refund.code()
                                        + ". Khoản hoàn này đã được rút lại và sẽ không được chuyển.",
                                "We told you that " + money(refund.amount()) + " would go back to you for order "
                                        + refund.code() + ". This refund is withdrawn and will not be paid out."),
                        say(
                                "Nếu bạn thấy điều này không đúng, hãy trả lời thư này; chúng tôi sẽ xem lại ngay.",
                                "If you think that this is wrong, please answer this mail and we will look at it at once.")),
                List.of(),
                refund.url());
    }

    Letter refundPaidOut(RefundPaidOut refund) {
        return letter(
                say("Đã hoàn tiền cho đơn hàng ", "Money paid back for order ") + refund.code(),
                say("Đã chuyển ", "Paid back ") + money(refund.amount()),
                refund.name(),
                List.of(
                        say(
                                "Chúng tôi đã hoàn " + money(refund.amount()) + " cho đơn hàng " + refund.code()
                                        + ". Nếu sau vài ngày làm việc bạn vẫn chưa thấy tiền, hãy hỏi ngân hàng của bạn hoặc trả lời thư này.",
                                "We have paid back " + money(refund.amount()) + " for order " + refund.code()
                                        + ". If you do not see it within some working days, please ask your bank or answer this mail.")),
                List.of(new Row(say("Số tiền đã hoàn", "Paid back"), money(refund.amount()), true)),
                refund.url());
    }

    private Letter letter(
            String subject, String preview, String name, List<String> paragraphs, List<Row> table, String url) {
        return new Letter(
                wording.language(),
                subject,
                preview,
                wording.greeting(name),
                paragraphs,
                table,
                new Button(say("Xem đơn hàng", "See your order"), url),
                List.of(wording.orderHelp()));
    }

    private String say(String vi, String en) {
        return wording.say(vi, en);
    }

    private String money(long dong) {
        return wording.money(dong);
    }
}
