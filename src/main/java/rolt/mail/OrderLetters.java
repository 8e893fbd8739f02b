package rolt.mail;

import java.util.ArrayList;
import java.util.List;
import rolt.mail.MailMessages.Button;
import rolt.mail.MailMessages.Letter;
import rolt.mail.MailMessages.OrderCancelled;
import rolt.mail.MailMessages.OrderDelivered;
import rolt.mail.MailMessages.OrderInAssembly;
import rolt.mail.MailMessages.OrderPaid;
import rolt.mail.MailMessages.OrderShipped;
import rolt.mail.MailMessages.Row;

/** What the shop writes about an order, from the payment to the door. */
final class OrderLetters {
    private final Wording wording;

    OrderLetters(Wording wording) {
        this.wording = wording;
    }

    Letter orderPaid(OrderPaid order) {
        return new Letter(
                wording.language(),
                say("Đã nhận thanh toán cho đơn hàng ", "Payment received for order ") + order.code(),
                say("Tổng cộng ", "Total ") + money(order.total()),
                wording.greeting(order.name()),
                List.of(
                        say(
                                "ROLT đã nhận được thanh toán cho đơn hàng " + order.code()
                                        + ". Cảm ơn bạn. Chúng tôi bắt đầu chuẩn bị hàng ngay.",
                                "We have received your payment for order " + order.code()
                                        + ". Thank you. We are starting on it right away."),
                        say("Giao đến: ", "Delivery to: ") + String.join(", ", order.recipient())),
                rows(order),
                wording.followOrder(order.url()),
                List.of(
                        say("Giá đã gồm thuế GTGT ", "VAT included: ") + money(order.vat()) + ".",
                        wording.orderHelp()));
    }

    Letter orderInAssembly(OrderInAssembly order) {
        return new Letter(
                wording.language(),
                say("Bàn phím của bạn đã lên bàn thợ: đơn hàng ", "Your keyboard is on the bench: order ")
                        + order.code(),
                say("Chúng tôi lắp, cân chỉnh và gõ thử từng phím.", "We assemble, tune and try every key."),
                wording.greeting(order.name()),
                List.of(say(
                        "Thợ của ROLT vừa bắt đầu với đơn hàng " + order.code()
                                + ". Chúng tôi lắp, cân chỉnh và gõ thử từng phím trước khi đóng hộp.",
                        "Our technician has just begun with order " + order.code()
                                + ". We assemble and tune it, and try every key before it goes into its box.")),
                List.of(),
                wording.followOrder(order.url()),
                List.of(
                        say(
                                "Khi hàng được gửi đi, bạn sẽ nhận được mã vận đơn qua thư.",
                                "Once it is on its way, a mail brings you the tracking number."),
                        wording.orderHelp()));
    }

    Letter orderShipped(OrderShipped order) {
        return new Letter(
                wording.language(),
                order.corrected()
                        ? say("Mã vận đơn mới của đơn hàng ", "A new tracking number for order ") + order.code()
                        : say("Đã gửi đi: đơn hàng ", "On its way: order ") + order.code(),
                carrier(order) + " · " + order.trackingNumber(),
                wording.greeting(order.name()),
                List.of(shippedWords(order)),
                List.of(
                        new Row(say("Đơn vị vận chuyển", "Carrier"), carrier(order), false),
                        new Row(say("Mã vận đơn", "Tracking number"), order.trackingNumber(), false)),
                order.trackingUrl() == null
                        ? wording.followOrder(order.url())
                        : new Button(say("Xem hàng đang ở đâu", "See where it is"), order.trackingUrl()),
                order.trackingUrl() == null
                        ? List.of(wording.orderHelp())
                        : List.of(say("Đơn hàng của bạn: ", "Your order: ") + order.url(), wording.orderHelp()));
    }

    private String shippedWords(OrderShipped order) {
        return order.corrected()
                ? say(
                        "Mã vận đơn chúng tôi báo trước đây cho đơn hàng " + order.code()
                                + " chưa đúng. Đây mới là mã đúng; xin lỗi bạn vì sự nhầm lẫn này.",
                        "The tracking number we sent you before for order " + order.code()
                                + " was not right. This one is; we are sorry for the mix-up.")
                : say(
                        "Đơn hàng " + order.code()
                                + " đã rời xưởng và đang trên đường đến bạn. Người giao hàng sẽ gọi trước khi đến.",
                        "Order " + order.code()
                                + " has left our workshop and is on its way to you. The courier calls before he comes.");
    }

    private String carrier(OrderShipped order) {
        return order.carrier() == null ? say("Đơn vị khác", "Another carrier") : order.carrier();
    }

    Letter orderDelivered(OrderDelivered order) {
        return new Letter(
                wording.language(),
                say("Đã giao: đơn hàng ", "Delivered: order ") + order.code(),
                say("Chúc bạn gõ phím vui!", "Happy typing!"),
                wording.greeting(order.name()),
                List.of(
                        say(
                                "Đơn hàng " + order.code() + " đã đến tay bạn. Chúc bạn gõ phím vui!",
                                "Order " + order.code() + " has reached you. Happy typing!"),
                        say(
                                "Nếu bạn chưa nhận được hàng, hoặc có gì chưa ổn, hãy trả lời thư này: chúng tôi xem ngay.",
                                "If it is not with you, or something is not as it should be, answer this mail and we look"
                                        + " into it at once.")),
                List.of(),
                new Button(say("Xem đơn hàng", "See your order"), order.url()),
                List.of(wording.orderHelp()));
    }

    Letter orderCancelled(OrderCancelled order) {
        return new Letter(
                wording.language(),
                say("Đã hủy: đơn hàng ", "Cancelled: order ") + order.code(),
                order.refund() > 0
                        ? say("Hoàn lại ", "Refund: ") + money(order.refund())
                        : say("Bạn không cần làm gì thêm.", "There is nothing you need to do."),
                wording.greeting(order.name()),
                cancelledWords(order),
                order.refund() > 0
                        ? List.of(new Row(say("Hoàn lại", "Refund"), money(order.refund()), true))
                        : List.of(),
                new Button(say("Xem đơn hàng", "See your order"), order.url()),
                List.of(wording.orderHelp()));
    }

    private List<String> cancelledWords(OrderCancelled order) {
        List<String> words = new ArrayList<>();
        if (order.reason() == null) {
            words.add(say(
                    "Theo yêu cầu của bạn, đơn hàng " + order.code() + " đã được hủy.",
                    "As you asked, order " + order.code() + " is cancelled."));
        } else {
            words.add(say(
                    "Rất tiếc, chúng tôi đã phải hủy đơn hàng " + order.code() + ".",
                    "We are sorry: we had to cancel order " + order.code() + "."));
            words.add(say("Lý do: ", "The reason: ") + order.reason());
        }
        words.add(order.refund() > 0 ? refundWords(order) : order.paid() ? paidBackWords() : unpaidWords());
        return words;
    }

    private String refundWords(OrderCancelled order) {
        return say(
                "Chúng tôi hoàn lại " + money(order.refund())
                        + " qua VNPAY, về đúng nguồn tiền bạn đã dùng để thanh toán. Tùy ngân hàng, tiền có thể về sau vài"
                        + " ngày làm việc. Bạn không cần làm gì thêm.",
                "We pay " + money(order.refund())
                        + " back through VNPAY to where you paid from. Depending on your bank this may take some"
                        + " working days. There is nothing you need to do.");
    }

    private String paidBackWords() {
        return say(
                "Số tiền bạn đã trả cho đơn hàng này đã được hoàn lại hoặc đang trên đường về với bạn; trang đơn hàng cho biết"
                        + " khoản hoàn đã đến đâu.",
                "What you had paid for it has been paid back before, or is on its way back; the order's page shows how far"
                        + " it is.");
    }

    private String unpaidWords() {
        return say(
                "Đơn hàng chưa được thanh toán, nên bạn không phải trả gì. Nếu tài khoản của bạn vẫn bị trừ tiền, chúng tôi"
                        + " sẽ hoàn lại.",
                "It was not paid, so there is nothing to pay. Should your account be charged all the same, we pay it"
                        + " back.");
    }

    private List<Row> rows(OrderPaid order) {
        List<Row> rows = new ArrayList<>();
        order.lines()
                .forEach(line -> rows.add(new Row(line.quantity() + " × " + line.name(), money(line.total()), false)));
        rows.add(new Row(say("Tạm tính", "Subtotal"), money(order.goodsTotal()), false));
        rows.add(new Row(
                say("Phí giao hàng", "Shipping"),
                order.shippingFee() == 0 ? say("Miễn phí", "Free") : money(order.shippingFee()),
                false));
        rows.add(new Row(say("Tổng cộng", "Total"), money(order.total()), true));
        return rows;
    }

    private String say(String vi, String en) {
        return wording.say(vi, en);
    }

    private String money(long dong) {
        return wording.money(dong);
    }
}
