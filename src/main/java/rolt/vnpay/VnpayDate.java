package rolt.vnpay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** VNPAY's dates: {@code yyyyMMddHHmmss} on Vietnam's clock, whatever the zone of this machine. */
public final class VnpayDate {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{14}");
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private VnpayDate() {}

    public static String format(Instant instant) {
        return FORMAT.format(instant);
    }

    /** The instant, or empty if the text is no date of that form. */
    public static Optional<Instant> parse(String text) {
        if (text == null || !DIGITS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(FORMAT.parse(text, Instant::from));
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }
}
