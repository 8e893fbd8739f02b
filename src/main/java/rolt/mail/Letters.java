package rolt.mail;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rolt.mail.MailMessages.AlreadyRegistered;
import rolt.mail.MailMessages.Button;
import rolt.mail.MailMessages.Content;
import rolt.mail.MailMessages.Letter;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailMessages.OrderPaid;
import rolt.mail.MailMessages.Row;
import rolt.mail.MailMessages.VerifyAddress;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Text;

/** Finds the words of a mail in its language. */
final class Letters {
    private final Language language;

    private Letters(Language language) {
        this.language = language;
    }

    /** @throws IllegalArgumentException for an unknown template */
    static Letter of(Mail mail) {
        Letters letters = new Letters(mail.language());
        return switch (content(mail)) {
            case VerifyAddress verify -> letters.verifyAddress(verify);
            case AlreadyRegistered registered -> letters.alreadyRegistered(registered);
            case OrderPaid order -> letters.orderPaid(order);
        };
    }

    private static Content content(Mail mail) {
        for (Class<?> type : Content.class.getPermittedSubclasses()) {
            if (type.getSimpleName().equals(mail.template())) {
                return (Content) Json.record(mail.values(), type);
            }
        }
        throw new IllegalArgumentException("There is no mail " + mail.template());
    }

    private Letter verifyAddress(VerifyAddress verify) {
        return new Letter(
                language,
                say("Xác nhận địa chỉ e-mail của bạn", "Confirm your e-mail address"),
                say(
                        "Một bước nữa là tài khoản ROLT của bạn sẵn sàng.",
                        "One more step and your ROLT account is ready."),
                greeting(verify.name()),
                List.of(say(
                        "Cảm ơn bạn đã tạo tài khoản tại ROLT. Hãy xác nhận rằng địa chỉ e-mail này là của bạn để có thể"
                                + " đặt hàng và nhận thông tin đơn hàng.",
                        "Thank you for creating an account at ROLT. Please confirm that this e-mail address is yours, so"
                                + " that you can place orders and hear about them.")),
                List.of(),
                new Button(say("Xác nhận e-mail", "Confirm e-mail"), verify.url()),
                List.of(
                        say(
                                "Liên kết dùng được một lần, trong vòng 24 giờ.",
                                "The link can be used once, within 24 hours."),
                        say(
                                "Nếu bạn không tạo tài khoản này, xin bỏ qua thư và đừng bấm vào liên kết.",
                                "If you did not create this account, please ignore this mail and leave the link alone.")));
    }

    private Letter alreadyRegistered(AlreadyRegistered registered) {
        return new Letter(
                language,
                say("Bạn đã có tài khoản tại ROLT", "You already have a ROLT account"),
                say("Bạn chỉ cần đăng nhập bằng e-mail này.", "Just sign in with this e-mail address."),
                greeting(registered.name()),
                List.of(say(
                        "Vừa có người đăng ký tài khoản ROLT bằng địa chỉ e-mail này, nhưng bạn đã có tài khoản từ trước."
                                + " Nếu đó là bạn, chỉ cần đăng nhập như mọi khi.",
                        "Somebody has just tried to register at ROLT with this e-mail address, but you already have an"
                                + " account. If it was you, simply sign in as usual.")),
                List.of(),
                new Button(say("Đăng nhập", "Sign in"), registered.url()),
                List.of(say(
                        "Nếu không phải bạn, bạn không cần làm gì cả: tài khoản và mật khẩu của bạn không thay đổi.",
                        "If it was not you, there is nothing to do: your account and your password are unchanged.")));
    }

    private Letter orderPaid(OrderPaid order) {
        return new Letter(
                language,
                say("Đã nhận thanh toán cho đơn hàng ", "Payment received for order ") + order.code(),
                say("Tổng cộng ", "Total ") + money(order.total()),
                greeting(order.name()),
                List.of(
                        say(
                                "ROLT đã nhận được thanh toán cho đơn hàng " + order.code()
                                        + ". Cảm ơn bạn. Chúng tôi bắt đầu chuẩn bị hàng ngay.",
                                "We have received your payment for order " + order.code()
                                        + ". Thank you. We are starting on it right away."),
                        say("Giao đến: ", "Delivery to: ") + String.join(", ", order.recipient())),
                rows(order),
                new Button(say("Theo dõi đơn hàng", "Follow your order"), order.url()),
                List.of(
                        say("Giá đã gồm thuế GTGT ", "VAT included: ") + money(order.vat()) + ".",
                        say(
                                "Cần giúp đỡ? Hãy trả lời thư này và ghi kèm mã đơn hàng.",
                                "Need help? Answer this mail and mention the order code.")));
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

    private String greeting(String name) {
        return say("Chào " + name + ",", "Hello " + name + ",");
    }

    private String say(String vi, String en) {
        return new Text(vi, en).in(language);
    }

    private String money(long dong) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(language == Language.VI ? '.' : ',');
        String digits = new DecimalFormat("#,##0", symbols).format(dong);
        return say(digits + "\u00a0₫", "₫" + digits);
    }
}
