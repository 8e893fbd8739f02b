package rolt.mail;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import rolt.mail.MailMessages.Button;
import rolt.platform.Language;
import rolt.platform.Text;

/** How all mails of a language speak. */
record Wording(Language language) {
    String say(String vi, String en) {
        return new Text(vi, en).in(language);
    }

    String greeting(String name) {
        return say("Chào " + name + ",", "Hello " + name + ",");
    }

    /** For who may be anybody. */
    String greeting() {
        return say("Chào bạn,", "Hello,");
    }

    /** Below what is about an order. */
    String orderHelp() {
        return say(
                "Cần giúp đỡ? Hãy trả lời thư này và ghi kèm mã đơn hàng.",
                "Need help? Answer this mail and mention the order code.");
    }

    Button followOrder(String url) {
        return new Button(say("Theo dõi đơn hàng", "Follow your order"), url);
    }

    String money(long dong) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(language == Language.VI ? '.' : ',');
        String digits = new DecimalFormat("#,##0", symbols).format(dong);
        return say(digits + "\u00a0₫", "₫" + digits);
    }
}
