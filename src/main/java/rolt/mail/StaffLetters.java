package rolt.mail;

import java.util.List;
import rolt.mail.MailMessages.Button;
import rolt.mail.MailMessages.Letter;
import rolt.mail.MailMessages.RolesChanged;

/** What the shop writes to its staff. */
final class StaffLetters {
    private final Wording wording;

    StaffLetters(Wording wording) {
        this.wording = wording;
    }

    Letter rolesChanged(RolesChanged changed) {
        boolean staff = !changed.roles().isEmpty();
        return new Letter(
                wording.language(),
                say("Vai trò của bạn tại ROLT đã thay đổi", "Your roles at ROLT have changed"),
                say("Thay đổi có hiệu lực ngay.", "The change takes effect at once."),
                wording.greeting(changed.name()),
                List.of(
                        say(
                                changed.changedBy()
                                        + " vừa thay đổi vai trò của bạn tại ROLT. Thay đổi có hiệu lực ngay,"
                                        + " bạn không cần đăng nhập lại.",
                                changed.changedBy() + " has just changed your roles at ROLT. The change takes effect at"
                                        + " once; there is no need to log in again."),
                        staff ? rolesNow(changed) : noRoles()),
                List.of(),
                staff
                        ? new Button(say("Mở khu vực nhân viên", "Open the staff area"), changed.url())
                        : new Button(say("Mở tài khoản", "Open your account"), changed.url()),
                List.of(say(
                        "Có gì chưa đúng? Bạn hãy hỏi " + changed.changedBy() + " qua địa chỉ " + changed.askAt() + ".",
                        "Something wrong? Please ask " + changed.changedBy() + " at " + changed.askAt() + ".")));
    }

    private String rolesNow(RolesChanged changed) {
        String roles = String.join(", ", changed.roles());
        return say("Vai trò của bạn hiện nay: " + roles + ".", "Your roles now: " + roles + ".");
    }

    private String noRoles() {
        return say(
                "Bạn không còn vai trò nhân viên nào. Tài khoản khách hàng của bạn vẫn dùng được như trước.",
                "You have no role of staff any more. Your account as a customer stays as it was.");
    }

    private String say(String vi, String en) {
        return wording.say(vi, en);
    }
}
