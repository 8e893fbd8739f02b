package rolt.mail;

import java.util.List;
import rolt.mail.MailMessages.Button;
import rolt.mail.MailMessages.Letter;
import rolt.mail.MailMessages.SignInChange;
import rolt.mail.MailMessages.SignInChanged;

/** What the shop writes to the owner of an account after a change of how one signs in to it. */
final class SignInLetters {
    private final Wording wording;

    SignInLetters(Wording wording) {
        this.wording = wording;
    }

    /** {@code then}: what is left to do after a new password, which alone does not undo the change. */
    private record Words(String subject, String what, String then) {}

    Letter signInChanged(SignInChanged changed) {
        Words words = words(changed.change());
        return new Letter(
                wording.language(),
                words.subject(),
                say("Không phải bạn? Hãy đặt lại mật khẩu ngay.", "Was it not you? Reset your password now."),
                wording.greeting(changed.name()),
                List.of(
                        words.what(),
                        say(
                                "Nếu bạn biết việc này, bạn không cần làm gì thêm.",
                                "If you know of it, there is nothing more to do.")),
                List.of(),
                new Button(say("Không phải tôi", "It was not me"), changed.url()),
                List.of(
                        say(
                                "Nếu không phải bạn, hãy đặt lại mật khẩu ngay: mọi thiết bị đang đăng nhập sẽ bị đăng xuất.",
                                "If it was not you, reset your password now: everybody who is logged in will be logged out."),
                        words.then()));
    }

    private Words words(SignInChange change) {
        return switch (change) {
            case SECOND_FACTOR_ON -> on();
            case SECOND_FACTOR_OFF -> off();
            case SECOND_FACTOR_RESET -> reset();
            case RECOVERY_CODES_RENEWED -> renewed();
            case RECOVERY_CODE_USED -> used();
            case CODES_GUESSED -> guessed();
            case GOOGLE_LINKED -> linked();
            case GOOGLE_UNLINKED -> unlinked();
        };
    }

    private Words on() {
        return new Words(
                say("Đã bật xác thực hai lớp", "Two-step login is on"),
                say(
                        "Xác thực hai lớp vừa được bật cho tài khoản ROLT của bạn. Từ nay mỗi lần đăng nhập cần thêm một mã"
                                + " từ ứng dụng xác thực.",
                        "Two-step login was turned on for your ROLT account. From now on every login needs a code of the"
                                + " authenticator app besides."),
                say(
                        "Sau đó hãy báo cho ROLT, để chúng tôi tắt xác thực hai lớp giúp bạn.",
                        "Then tell us, so that we turn two-step login off for you."));
    }

    private Words off() {
        return new Words(
                say("Đã tắt xác thực hai lớp", "Two-step login is off"),
                say(
                        "Xác thực hai lớp của tài khoản ROLT vừa được tắt bằng mật khẩu và một mã. Từ nay đăng nhập không"
                                + " cần mã nữa.",
                        "Two-step login of your ROLT account was turned off with the password and a code. From now on no"
                                + " code is needed to log in."),
                onAgain());
    }

    private Words reset() {
        return new Words(
                say("ROLT đã tắt xác thực hai lớp của bạn", "We have turned off your two-step login"),
                say(
                        "Một quản trị viên của ROLT vừa tắt xác thực hai lớp của tài khoản bạn. Từ nay đăng nhập không cần"
                                + " mã nữa; bạn có thể bật lại trong mục Bảo mật.",
                        "An administrator of ROLT has turned off two-step login of your account. From now on no code is"
                                + " needed to log in; you can turn it on again under Security."),
                onAgain());
    }

    private String onAgain() {
        return say(
                "Sau đó hãy bật lại xác thực hai lớp trong mục Bảo mật.",
                "Then turn two-step login on again under Security.");
    }

    private Words renewed() {
        return new Words(
                say("Mã dự phòng mới cho tài khoản ROLT", "New recovery codes for your ROLT account"),
                say(
                        "Mười mã dự phòng mới vừa được tạo cho tài khoản ROLT của bạn. Các mã cũ không còn dùng được.",
                        "Ten new recovery codes were made for your ROLT account. The old ones are worth nothing any more."),
                newCodes());
    }

    private Words used() {
        return new Words(
                say("Một mã dự phòng vừa được dùng", "A recovery code was used"),
                say(
                        "Một mã dự phòng của tài khoản ROLT vừa được dùng thay cho mã từ ứng dụng xác thực. Mỗi mã chỉ dùng"
                                + " được một lần.",
                        "A recovery code of your ROLT account was used in place of a code of the authenticator app. Each is"
                                + " good once."),
                newCodes());
    }

    private String newCodes() {
        return say("Sau đó hãy tạo mã dự phòng mới trong mục Bảo mật.", "Then make new recovery codes under Security.");
    }

    private Words guessed() {
        return new Words(
                say("Ai đó đã nhập đúng mật khẩu nhưng sai mã", "Somebody had your password, but no code"),
                say(
                        "Vừa có nhiều lần nhập sai mã xác thực sau khi mật khẩu ROLT của bạn đã được nhập đúng. Chưa ai đăng"
                                + " nhập được bằng cách đó.",
                        "Your ROLT password was entered correctly, and then several wrong codes. Nobody has got in that"
                                + " way."),
                say(
                        "Khi đó hãy chọn một mật khẩu mà bạn không dùng ở nơi nào khác.",
                        "Then choose a password that you use nowhere else."));
    }

    private Words linked() {
        return new Words(
                say("Đã liên kết tài khoản Google", "A Google account was linked"),
                say(
                        "Một tài khoản Google vừa được liên kết với tài khoản ROLT của bạn. Từ nay có thể đăng nhập bằng"
                                + " tài khoản Google đó.",
                        "A Google account was linked to your ROLT account. From now on one can log in with it."),
                say("Sau đó hãy bỏ liên kết Google trong mục Bảo mật.", "Then unlink Google under Security."));
    }

    private Words unlinked() {
        return new Words(
                say("Đã bỏ liên kết tài khoản Google", "Your Google account was unlinked"),
                say(
                        "Tài khoản Google vừa được bỏ liên kết. Từ nay bạn đăng nhập ROLT bằng e-mail và mật khẩu.",
                        "Your Google account was unlinked. From now on you log in to ROLT with e-mail and password."),
                say("Sau đó hãy liên kết lại Google trong mục Bảo mật.", "Then link Google again under Security."));
    }

    private String say(String vi, String en) {
        return wording.say(vi, en);
    }
}
