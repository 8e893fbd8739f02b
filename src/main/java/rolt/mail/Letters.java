package rolt.mail;

import java.util.ArrayList;
import java.util.List;
import rolt.mail.MailMessages.AccountDeleted;
import rolt.mail.MailMessages.AddressChangeAsked;
import rolt.mail.MailMessages.AddressChanged;
import rolt.mail.MailMessages.AlreadyRegistered;
import rolt.mail.MailMessages.Button;
import rolt.mail.MailMessages.ConfirmNewAddress;
import rolt.mail.MailMessages.Content;
import rolt.mail.MailMessages.Letter;
import rolt.mail.MailMessages.Mail;
import rolt.mail.MailMessages.NoAccount;
import rolt.mail.MailMessages.OrderPaid;
import rolt.mail.MailMessages.PasswordChanged;
import rolt.mail.MailMessages.PasswordForgotten;
import rolt.mail.MailMessages.PaymentUnclear;
import rolt.mail.MailMessages.RefundOnItsWay;
import rolt.mail.MailMessages.RefundPaidOut;
import rolt.mail.MailMessages.RolesChanged;
import rolt.mail.MailMessages.Row;
import rolt.mail.MailMessages.SignInChanged;
import rolt.mail.MailMessages.VerifyAddress;
import rolt.platform.Json;

/** Finds the words of a mail in its language. */
final class Letters {
    private final Wording wording;

    private Letters(Wording wording) {
        this.wording = wording;
    }

    /** @throws IllegalArgumentException for an unknown template */
    static Letter of(Mail mail) {
        Wording wording = new Wording(mail.language());
        AccountLetters account = new AccountLetters(wording);
        return switch (content(mail)) {
            case VerifyAddress verify -> account.verifyAddress(verify);
            case AlreadyRegistered registered -> account.alreadyRegistered(registered);
            case PasswordForgotten forgotten -> account.passwordForgotten(forgotten);
            case NoAccount nobody -> account.noAccount(nobody);
            case PasswordChanged changed -> account.passwordChanged(changed);
            case ConfirmNewAddress confirm -> account.confirmNewAddress(confirm);
            case AddressChangeAsked asked -> account.addressChangeAsked(asked);
            case AddressChanged changed -> account.addressChanged(changed);
            case SignInChanged changed -> new SignInLetters(wording).signInChanged(changed);
            case AccountDeleted deleted -> account.accountDeleted(deleted);
            case RolesChanged changed -> new StaffLetters(wording).rolesChanged(changed);
            case OrderPaid order -> new Letters(wording).orderPaid(order);
            case PaymentUnclear unclear -> new MoneyLetters(wording).paymentUnclear(unclear);
            case RefundOnItsWay refund -> new MoneyLetters(wording).refundOnItsWay(refund);
            case RefundPaidOut refund -> new MoneyLetters(wording).refundPaidOut(refund);
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

    private Letter orderPaid(OrderPaid order) {
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

    private String say(String vi, String en) {
        return wording.say(vi, en);
    }

    private String money(long dong) {
        return wording.money(dong);
    }
}
