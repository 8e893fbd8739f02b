package rolt.platform;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Words amounts of đồng: {@code 1.250.000 ₫} in Vietnamese, {@code ₫1,250,000} in English. */
public final class Money {
    private static final String NO_BREAK_SPACE = "\u00a0";

    private Money() {}

    public static String format(long dong, Language language) {
        String digits = number(Math.absExact(dong), language);
        String sign = dong < 0 ? "-" : "";
        return switch (language) {
            case VI -> sign + digits + NO_BREAK_SPACE + "₫";
            case EN -> sign + "₫" + digits;
        };
    }

    /** Groups the digits of a whole number as the language does. */
    public static String number(long value, Language language) {
        return format("#,##0", value, language);
    }

    /** As {@link #number}, with up to two decimals. */
    public static String decimal(double value, Language language) {
        return format("#,##0.##", value, language);
    }

    private static String format(String pattern, Number value, Language language) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(language == Language.VI ? '.' : ',');
        symbols.setDecimalSeparator(language == Language.VI ? ',' : '.');
        return new DecimalFormat(pattern, symbols).format(value);
    }
}
