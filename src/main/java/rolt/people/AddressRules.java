package rolt.people;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import rolt.people.PeopleMessages.AddAddress;
import rolt.people.PeopleMessages.ChangeAddress;
import rolt.platform.Problem;

/** What an address must be; answers the form that is stored, in which the same address is the same text. */
final class AddressRules {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private AddressRules() {}

    /** An address as it is stored. */
    record Stored(String name, String phone, String province, String ward, String street) {
        Object[] values() {
            return new Object[] {name, phone, province, ward, street};
        }
    }

    /** @throws Problem 400 naming the field that is empty or no Vietnamese number */
    static Stored stored(AddAddress given) {
        return new Stored(
                line("name", given.name()),
                phone(given.phone()),
                line("province", given.province()),
                line("ward", given.ward()),
                line("street", given.street()));
    }

    /** @throws Problem as {@link #stored(AddAddress)} */
    static Stored stored(ChangeAddress given) {
        return stored(new AddAddress(
                given.name(), given.phone(), given.province(), given.ward(), given.street(), given.preferred()));
    }

    private static String phone(String given) {
        return PhoneNumber.read(given == null ? "" : given)
                .orElseThrow(() -> Problem.invalid("phone", "pattern"))
                .national();
    }

    private static String line(String field, String given) {
        String composed = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
        String line = BLANKS.matcher(composed).replaceAll(" ").strip();
        if (line.isEmpty()) {
            throw Problem.invalid(field, "required", Map.of());
        }
        return line;
    }
}
