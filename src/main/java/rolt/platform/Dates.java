package rolt.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words moments as a clock in Vietnam shows them. */
public final class Dates {
    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY_VI = formatter("dd/MM/yyyy");
    private static final DateTimeFormatter DAY_EN = formatter("d MMM yyyy");
    private static final DateTimeFormatter MINUTE_VI = formatter("HH:mm, dd/MM/yyyy");
    private static final DateTimeFormatter MINUTE_EN = formatter("d MMM yyyy, HH:mm");

    private Dates() {}

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(VIETNAM);
    }

    public static String day(Instant moment, Language language) {
        return (language == Language.VI ? DAY_VI : DAY_EN).format(moment);
    }

    public static String day(LocalDate day, Language language) {
        return (language == Language.VI ? DAY_VI : DAY_EN).format(day);
    }

    public static String minute(Instant moment, Language language) {
        return (language == Language.VI ? MINUTE_VI : MINUTE_EN).format(moment);
    }
}
