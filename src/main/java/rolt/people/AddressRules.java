package rolt.people;

import java.util.Map;
import rolt.people.PeopleMessages.AddAddress;
import rolt.people.PeopleMessages.ChangeAddress;
import rolt.platform.Line;
import rolt.platform.Problem;

/** What an address must be; answers the form that is stored, in which the same address is the same text. */
final class AddressRules {
    private static final int NAME_MAX = 100;
    private static final int PLACE_MAX = 80;
    private static final int STREET_MAX = 200;

    private AddressRules() {}

    /** An address as it is stored. */
    record Stored(String name, String phone, String province, String ward, String street) {
        Object[] values() {
            return new Object[] {name, phone, province, ward, street};
        }
    }

    /** @throws Problem 400 naming the field that is empty, too long or no Vietnamese number */
    static Stored stored(AddAddress given) {
        return new Stored(
                line("name", given.name(), NAME_MAX),
                phone(given.phone()),
                line("province", given.province(), PLACE_MAX),
                line("ward", given.ward(), PLACE_MAX),
                line("street", given.street(), STREET_MAX));
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

    /** The contract has measured what was typed; composed it may be longer. */
    private static String line(String field, String given, int most) {
        String line = Line.of(given);
        if (!Line.isVisible(line)) {
            throw Problem.invalid(field, "required");
        }
        if (Line.length(line) > most) {
            throw Problem.invalid(field, "maxLength", Map.of("limit", most));
        }
        return line;
    }
}
