package rolt.mail;

import java.util.List;
import rolt.mail.MailMessages.AccountDeleted;
import rolt.mail.MailMessages.AddressChangeAsked;
import rolt.mail.MailMessages.AddressChanged;
import rolt.mail.MailMessages.AlreadyRegistered;
import rolt.mail.MailMessages.Button;
import rolt.mail.MailMessages.ConfirmNewAddress;
import rolt.mail.MailMessages.Letter;
import rolt.mail.MailMessages.NoAccount;
import rolt.mail.MailMessages.PasswordChanged;
import rolt.mail.MailMessages.PasswordForgotten;
import rolt.mail.MailMessages.VerifyAddress;

/** What the shop writes to the owners of accounts, and to those who are none. */
final class AccountLetters {
    private final Wording wording;

    AccountLetters(Wording wording) {
        this.wording = wording;
    }

    Letter verifyAddress(VerifyAddress verify) {
        return new Letter(
                wording.language(),
                say("Xác nhận địa chỉ e-mail của bạn", "Confirm your e-mail address"),
                say(
                        "Một bước nữa là tài khoản ROLT của bạn sẵn sàng.",
                        "One more step and your ROLT account is ready."),
                wording.greeting(),
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

    Letter alreadyRegistered(AlreadyRegistered registered) {
        return new Letter(
                wording.language(),
                say("Bạn đã có tài khoản tại ROLT", "You already have a ROLT account"),
                say("Bạn chỉ cần đăng nhập bằng e-mail này.", "Just sign in with this e-mail address."),
                wording.greeting(registered.name()),
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

    Letter passwordForgotten(PasswordForgotten forgotten) {
        return new Letter(
                wording.language(),
                say("Đặt lại mật khẩu ROLT của bạn", "Reset your ROLT password"),
                say("Liên kết dùng được trong 30 phút.", "The link works for 30 minutes."),
                wording.greeting(forgotten.name()),
                List.of(say(
                        "Bạn vừa báo quên mật khẩu. Bấm nút dưới đây để chọn mật khẩu mới cho tài khoản ROLT của bạn.",
                        "You told us that you forgot your password. Use the button below to choose a new one for your"
                                + " ROLT account.")),
                List.of(),
                new Button(say("Chọn mật khẩu mới", "Choose a new password"), forgotten.url()),
                List.of(
                        say(
                                "Liên kết dùng được một lần, trong vòng 30 phút. Sau đó bạn sẽ được đăng xuất khỏi mọi"
                                        + " thiết bị.",
                                "The link can be used once, within 30 minutes. You will then be logged out everywhere."),
                        say(
                                "Nếu bạn không yêu cầu, xin bỏ qua thư này: mật khẩu của bạn không thay đổi.",
                                "If you did not ask for it, please ignore this mail: your password is unchanged.")));
    }

    Letter noAccount(NoAccount nobody) {
        return new Letter(
                wording.language(),
                say("Địa chỉ này chưa có tài khoản ROLT", "This address has no ROLT account"),
                say("Có thể bạn đã đăng ký bằng một e-mail khác.", "Perhaps you registered with another address."),
                wording.greeting(),
                List.of(say(
                        "Vừa có người báo quên mật khẩu của tài khoản ROLT mang địa chỉ " + nobody.email()
                                + ", nhưng không có tài khoản nào như vậy. Nếu đó là bạn, có lẽ bạn đã đăng ký bằng một"
                                + " e-mail khác.",
                        "Somebody has told us to have forgotten the password of a ROLT account with the address "
                                + nobody.email() + ", but there is none. If it was you, you may have registered with"
                                + " another address.")),
                List.of(),
                new Button(say("Tạo tài khoản", "Create an account"), nobody.url()),
                List.of(say(
                        "Nếu không phải bạn, bạn không cần làm gì cả.", "If it was not you, there is nothing to do.")));
    }

    Letter passwordChanged(PasswordChanged changed) {
        return new Letter(
                wording.language(),
                say("Mật khẩu ROLT của bạn đã được đổi", "Your ROLT password was changed"),
                say("Không phải bạn? Hãy đặt lại mật khẩu ngay.", "Was it not you? Reset your password now."),
                wording.greeting(changed.name()),
                List.of(say(
                        "Mật khẩu tài khoản ROLT của bạn vừa được đổi. Nếu chính bạn đã đổi, bạn không cần làm gì thêm.",
                        "The password of your ROLT account has just been changed. If you did it, there is nothing more"
                                + " to do.")),
                List.of(),
                new Button(say("Không phải tôi", "It was not me"), changed.url()),
                List.of(say(
                        "Nếu không phải bạn, hãy đặt lại mật khẩu ngay: mọi thiết bị đang đăng nhập sẽ bị đăng xuất.",
                        "If it was not you, reset your password now: everybody who is logged in will be logged out.")));
    }

    Letter confirmNewAddress(ConfirmNewAddress confirm) {
        return new Letter(
                wording.language(),
                say("Xác nhận địa chỉ e-mail mới", "Confirm your new e-mail address"),
                say("Liên kết dùng được trong 24 giờ.", "The link works for 24 hours."),
                wording.greeting(),
                List.of(say(
                        "Bạn muốn dùng địa chỉ này cho tài khoản ROLT của mình. Bấm nút dưới đây khi đang đăng nhập để"
                                + " xác nhận; trước đó địa chỉ cũ vẫn được dùng.",
                        "You want to use this address for your ROLT account. Press the button while you are logged in"
                                + " to confirm it; until then the old address stays.")),
                List.of(),
                new Button(say("Dùng địa chỉ này", "Use this address"), confirm.url()),
                List.of(say(
                        "Nếu bạn không yêu cầu, xin bỏ qua thư này.",
                        "If you did not ask for it, please ignore this mail.")));
    }

    Letter addressChangeAsked(AddressChangeAsked asked) {
        return new Letter(
                wording.language(),
                say("Yêu cầu đổi e-mail của tài khoản ROLT", "A new e-mail address for your ROLT account"),
                say("Không phải bạn? Hãy chặn lại ngay.", "Was it not you? Stop it now."),
                wording.greeting(asked.name()),
                List.of(say(
                        "Có yêu cầu đổi e-mail của tài khoản ROLT này thành " + asked.newEmail()
                                + ". Việc đổi chỉ có hiệu lực khi địa chỉ mới xác nhận. Nếu chính bạn yêu cầu, bạn không"
                                + " cần làm gì ở đây.",
                        "Somebody who knows your password wants to change the address of this ROLT account to "
                                + asked.newEmail() + ". It takes effect once the new address confirms. If it is you,"
                                + " there is nothing to do here.")),
                List.of(),
                new Button(say("Không phải tôi", "It was not me"), asked.url()),
                List.of(revertNote()));
    }

    Letter addressChanged(AddressChanged changed) {
        return new Letter(
                wording.language(),
                say("E-mail của tài khoản ROLT đã được đổi", "The address of your ROLT account was changed"),
                say("Bạn có 7 ngày để lấy lại.", "You have 7 days to take it back."),
                wording.greeting(changed.name()),
                List.of(
                        say(
                                "Tài khoản ROLT này từ nay dùng địa chỉ " + changed.newEmail()
                                        + ". Nếu chính bạn đã đổi, bạn không cần làm gì thêm. Nếu không, bạn có thể lấy lại tài"
                                        + " khoản trong vòng 7 ngày.",
                                "From now on this ROLT account has the address " + changed.newEmail()
                                        + ". If you changed it,"
                                        + " there is nothing more to do. If not, you can take your account back within 7 days.")),
                List.of(),
                new Button(say("Không phải tôi", "It was not me"), changed.url()),
                List.of(revertNote()));
    }

    private String revertNote() {
        return say(
                "Khi bạn bấm nút này và xác nhận, tài khoản giữ địa chỉ này, mọi thiết bị bị đăng xuất, mật khẩu cũ mất"
                        + " hiệu lực, cách đăng nhập mới thêm (Google, xác thực hai lớp) bị gỡ, và bạn nhận liên kết để"
                        + " chọn mật khẩu mới.",
                "When you press the button and confirm, the account keeps this address, everybody is logged out, the old"
                        + " password is worthless, new ways to log in (Google, two-step login) are gone, and you get a"
                        + " link to choose a new password.");
    }

    Letter accountDeleted(AccountDeleted deleted) {
        return new Letter(
                wording.language(),
                say("Tài khoản ROLT của bạn đã được xóa", "Your ROLT account is deleted"),
                say("Cảm ơn bạn đã ghé ROLT.", "Thank you for having been with us."),
                say("Tạm biệt " + deleted.name() + ",", "Goodbye " + deleted.name() + ","),
                List.of(say(
                        "Tài khoản của bạn đã được xóa cùng sổ địa chỉ, giỏ hàng và các bộ dựng đã lưu. Chứng từ của"
                                + " những đơn hàng đã hoàn tất được giữ lại vì pháp luật yêu cầu, nhưng không còn gắn với tài"
                                + " khoản nào.",
                        "Your account is deleted, with its address book, cart and saved builds. The records of"
                                + " finished orders are kept because the law asks for it, but they belong to no account"
                                + " any more.")),
                List.of(),
                new Button(say("Ghé lại cửa hàng", "Visit the shop"), deleted.url()),
                List.of(say(
                        "Cảm ơn bạn đã đồng hành cùng ROLT. Bạn luôn có thể tạo tài khoản mới.",
                        "Thank you for having been with us. You can make a new account at any time.")));
    }

    private String say(String vi, String en) {
        return wording.say(vi, en);
    }
}
