package rolt.people;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Vietnamese telephone number: a mobile one of ten digits (03, 05, 07, 08, 09), or a landline of eleven (02), as the
 * numbering plan has them since 2018.
 */
record PhoneNumber(String national) {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.()-]");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+84|0084)0?");
    private static final Pattern NATIONAL = Pattern.compile("0(2[0-9]{9}|[35789][0-9]{8})");

    /** The number in its national form, from any way in which people write it; empty where it is none. */
    static Optional<PhoneNumber> read(String written) {
        String digits = SEPARATORS.matcher(written).replaceAll("");
        String national = COUNTRY.matcher(digits).replaceFirst("0");
        return NATIONAL.matcher(national).matches() ? Optional.of(new PhoneNumber(national)) : Optional.empty();
    }
}
