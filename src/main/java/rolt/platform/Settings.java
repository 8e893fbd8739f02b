package rolt.platform;

import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads settings by name and collects what is wrong with them, so that one start shows all faults. */
final class Settings {
    private static final String PLACEHOLDER = "http://unset.invalid";
    private static final String DEVELOPMENT_MARK = "DEVELOPMENT";
    private static final int KEY_LENGTH = 32;
    private static final Pattern DATED_SECRET =
            Pattern.compile("[^@]+(@\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01]))?");

    private final JsonObject values;
    private final List<String> faults = new ArrayList<>();
    private final List<String> secretNames = new ArrayList<>();

    Settings(JsonObject values) {
        this.values = values;
    }

    String text(String name) {
        String value = optional(name);
        if (value.isEmpty()) {
            faults.add(name + " is not set");
        }
        return value;
    }

    int number(String name, int min, int max) {
        String value = text(name);
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, together with a number out of range.
        }
        return fault(name, "must be a number from " + min + " to " + max + ", not \"" + value + "\"", min);
    }

    int port(String name) {
        return number(name, 0, 65_535);
    }

    boolean flag(String name) {
        String value = text(name);
        if (Set.of("true", "false").contains(value)) {
            return Boolean.parseBoolean(value);
        }
        return fault(name, "must be true or false, not \"" + value + "\"", false);
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        String value = text(name).toUpperCase(Locale.ROOT);
        E[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseGet(() -> fault(
                        name, "must be one of " + Arrays.toString(constants).toLowerCase(Locale.ROOT), constants[0]));
    }

    String url(String name, String... schemes) {
        String value = text(name);
        if (!value.isEmpty() && Arrays.stream(schemes).noneMatch(scheme -> value.startsWith(scheme + "://"))) {
            return fault(name, "must be a URL beginning with " + String.join(":// or ", schemes) + "://", PLACEHOLDER);
        }
        try {
            return value.isEmpty() ? PLACEHOLDER : URI.create(value).toString().replaceAll("/$", "");
        } catch (IllegalArgumentException e) {
            return fault(name, "is not a URL", PLACEHOLDER);
        }
    }

    /** A list separated by commas; may be empty. */
    List<String> list(String name) {
        return Arrays.stream(optional(name).split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** Secrets separated by commas; at least one. */
    List<String> secrets(String name) {
        text(name);
        secretNames.add(name);
        return list(name);
    }

    /** Secrets of which all but the first may have a last day: {@code NEW,OLD@2026-12-31}. */
    List<String> datedSecrets(String name) {
        List<String> secrets = secrets(name);
        boolean good =
                secrets.stream().allMatch(secret -> DATED_SECRET.matcher(secret).matches())
                        && (secrets.isEmpty() || !secrets.getFirst().contains("@"));
        return good
                ? secrets
                : fault(name, "must be secrets, of which all but the first may end like @2026-12-31", secrets);
    }

    /** Days like 2027-02-06, with commas; none where it is not set. */
    List<LocalDate> days(String name) {
        try {
            return list(name).stream().map(LocalDate::parse).toList();
        } catch (DateTimeParseException e) {
            return fault(name, "must be days like 2027-02-06 with commas, not \"" + optional(name) + "\"", List.of());
        }
    }

    /** IP addresses, with commas; none where it is not set. */
    List<String> addresses(String name) {
        List<String> addresses = list(name);
        return addresses.stream().allMatch(Settings::isAddress)
                ? addresses
                : fault(name, "must be IP addresses with commas, not \"" + optional(name) + "\"", addresses);
    }

    private static boolean isAddress(String text) {
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Secrets that are keys, and too long to be guessed. */
    List<String> longSecrets(String name) {
        List<String> secrets = secrets(name);
        return secrets.stream().allMatch(secret -> secret.length() >= KEY_LENGTH)
                ? secrets
                : fault(name, "must have at least " + KEY_LENGTH + " characters each", secrets);
    }

    /** Development's secrets are public and its links are not encrypted, so no production node may use them. */
    void refuseDevelopmentIn(Config.Environment environment) {
        if (environment != Config.Environment.PRODUCTION) {
            return;
        }
        secretNames.stream()
                .filter(name -> optional(name).contains(DEVELOPMENT_MARK))
                .forEach(name -> faults.add(name + " is the default of development; production needs one of its own"));
        Stream.of("PUBLIC_URL", "VNPAY_PAY_URL", "VNPAY_API_URL", "GOOGLE_ISSUER")
                .filter(name -> !optional(name).startsWith("https://"))
                .forEach(name -> faults.add(name + " must begin with https:// in production"));
    }

    void check() {
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
    }

    /** Two settings of which one is of no use alone. */
    void bothOrNeither(String one, String other) {
        if (optional(one).isEmpty() != optional(other).isEmpty()) {
            faults.add(one + " and " + other + " must be set together");
        }
    }

    /** A text that may be missing; then empty. */
    String optional(String name) {
        Object value = values.getValue(name);
        return value == null ? "" : String.valueOf(value).strip();
    }

    /** Notes what is wrong with a setting, and goes on with another value. */
    <T> T fault(String name, String rule, T instead) {
        faults.add(name + " " + rule);
        return instead;
    }
}
