package rolt.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rolt.platform.Dates;
import rolt.platform.Line;
import rolt.platform.Problem;

/** What an e-mail address, a name and a password must be; each method answers the form that is stored and compared. */
final class AccountRules {
    static final int PASSWORD_MIN = 8;
    static final int PASSWORD_MAX = 128;

    private static final int EMAIL_MAX = 254;
    private static final int NAME_MAX = 100;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s\\p{C}@<>\",;:()\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
    private static final int FIRST_BIRTH_YEAR = 1900;
    private static final Pattern PHONE = Pattern.compile("(\\+84|0)[0-9]{9,10}");

    /** What cannot be read, and what looks like an address: a name stands in mails, where it would be a link. */
    private static final Pattern NO_NAME = Pattern.compile("\\p{Cntrl}|[/@]|www\\.", Pattern.CASE_INSENSITIVE);

    private static final Set<String> KNOWN_BAD = knownBad();

    private AccountRules() {}

    static String email(String given) {
        String email = required("email", given).strip().toLowerCase(Locale.ROOT);
        if (email.length() > EMAIL_MAX || !EMAIL.matcher(email).matches()) {
            throw Problem.invalid("email", "email");
        }
        return email;
    }

    static String name(String given) {
        String name = Line.of(required("name", given));
        if (!Line.isVisible(name)
                || Line.length(name) > NAME_MAX
                || NO_NAME.matcher(name).find()) {
            throw Problem.invalid("name", "name", Map.of("limit", NAME_MAX));
        }
        return name;
    }

    /** A Vietnamese number without blanks; empty for none. */
    static String phone(String given) {
        String phone = given.replaceAll("[ .()-]", "");
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            throw Problem.invalid("phone", "phone");
        }
        return phone;
    }

    /** A day of birth of somebody who lives; null for none. */
    static LocalDate birthDate(String given) {
        if (given == null || given.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(given);
            if (day.getYear() >= FIRST_BIRTH_YEAR && !day.isAfter(LocalDate.now(Dates.VIETNAM))) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw Problem.invalid("birthDate", "birth-date");
        }
        throw Problem.invalid("birthDate", "birth-date");
    }

    /** A password somebody wants to have. */
    static String newPassword(String given, String email) {
        return newPassword("password", given, email);
    }

    /** @param field where it stands in the input */
    static String newPassword(String field, String given, String email) {
        String password = password(field, given);
        int length = password.codePointCount(0, password.length());
        if (length < PASSWORD_MIN) {
            throw Problem.invalid(field, "minLength", Map.of("limit", PASSWORD_MIN));
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (KNOWN_BAD.contains(plain)
                || email.startsWith(plain)
                || plain.chars().distinct().count() < 3) {
            throw Problem.invalid(field, "known-bad");
        }
        return password;
    }

    /** A password as it is hashed: the same letters are the same bytes, whichever keyboard composed the diacritics. */
    static String password(String given) {
        return password("password", given);
    }

    private static String password(String field, String given) {
        String password = Normalizer.normalize(required(field, given), Normalizer.Form.NFC);
        if (password.codePointCount(0, password.length()) > PASSWORD_MAX) {
            throw Problem.invalid(field, "maxLength", Map.of("limit", PASSWORD_MAX));
        }
        return password;
    }

    private static String required(String field, String value) {
        if (value == null) {
            throw Problem.invalid(field, "required");
        }
        return value;
    }

    private static Set<String> knownBad() {
        try (var stream = AccountRules.class.getResourceAsStream("/account/known-bad-passwords.txt");
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().map(String::strip).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
