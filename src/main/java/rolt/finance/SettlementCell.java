package rolt.finance;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import rolt.platform.Problem;

/**
 * A cell of a settlement file, read strictly: what is not understood is refused with its place, never guessed.
 *
 * @param line in the file, from 1
 * @param heading as the file has it
 */
record SettlementCell(int line, String heading, String text) {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
    private static final Pattern HUNDREDTHS = Pattern.compile("-?[0-9]{1,12}");
    /** VNPAY's amounts have at most twelve digits, two of them beyond the đồng. */
    private static final long MOST_DONG = 9_999_999_999L;

    private static final int SHOWN = 80;
    private static final Pattern DONG = Pattern.compile(
            "-?([0-9]{1,3}([.][0-9]{3}){1,3}|[0-9]{1,3}(,[0-9]{3}){1,3}|[0-9]{1,3}( [0-9]{3}){1,3}|[0-9]{1,12})");
    private static final Set<String> PAYMENT = Set.of("01", "1", "thanhtoan", "giaodichthanhtoan", "payment", "pay");
    private static final Set<String> REFUND = Set.of(
            "02",
            "2",
            "03",
            "3",
            "hoantien",
            "hoantra",
            "hoantientoanphan",
            "hoantienmotphan",
            "hoantratoanphan",
            "hoantramotphan",
            "refund",
            "fullrefund",
            "partialrefund");
    private static final Set<String> DONE = Set.of("thanhcong", "giaodichthanhcong", "success", "successful");

    String reference() {
        return matching(REFERENCE);
    }

    String number() {
        return matching(NUMBER);
    }

    /** An amount that is written in hundredths of a đồng; VNPAY's are whole đồng. */
    long hundredths() {
        long amount = Long.parseLong(matching(HUNDREDTHS));
        if (amount % 100 != 0) {
            throw unread();
        }
        return amount;
    }

    /** An amount that is written in đồng, in hundredths; its digits may be grouped. */
    long dongInHundredths() {
        String digits = text.replace('\u00a0', ' ').replaceAll("(?i)\\s*(vnd|vnđ|₫|đ)$", "");
        if (!DONG.matcher(digits).matches()) {
            throw unread();
        }
        long dong = Long.parseLong(digits.replaceAll("[., ]", ""));
        if (Math.abs(dong) > MOST_DONG) {
            throw unread();
        }
        return dong * 100;
    }

    boolean isRefund() {
        String word = SettlementColumn.plain(text);
        if (REFUND.contains(word)) {
            return true;
        }
        if (PAYMENT.contains(word)) {
            return false;
        }
        throw unread();
    }

    /** Two digits; spreadsheets drop a leading zero. */
    String status() {
        String word = SettlementColumn.plain(text);
        if (DONE.contains(word)) {
            return "00";
        }
        if (!word.matches("[0-9]{1,2}")) {
            throw unread();
        }
        return word.length() == 1 ? "0" + word : word;
    }

    private String matching(Pattern pattern) {
        if (!pattern.matcher(text).matches()) {
            throw unread();
        }
        return text;
    }

    Problem unread() {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return Problem.unprocessable("settlement.cell", Map.of("row", line, "column", heading, "value", shown));
    }
}
