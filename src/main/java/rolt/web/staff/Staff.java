package rolt.web.staff;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rolt.account.AccountMessages.RoleWords;
import rolt.people.PeopleMessages.StaffMember;
import rolt.platform.Role;

/**
 * What the pages about staff are given besides the people.
 *
 * @param reader the account of who reads them
 * @param own the reader's roles, which decide where the navigation leads
 * @param roles of staff, in the page's language
 */
public record Staff(UUID reader, Set<Role> own, List<RoleWords> roles) {
    /** The roles of a person, in words. */
    public List<RoleWords> of(StaffMember person) {
        return roles.stream()
                .filter(role -> person.roles().contains(role.code()))
                .toList();
    }

    /** The names of roles with commas. */
    public String names(Collection<Role> codes, String none) {
        return codes.isEmpty()
                ? none
                : roles.stream()
                        .filter(role -> codes.contains(role.code()))
                        .map(RoleWords::name)
                        .collect(Collectors.joining(", "));
    }

    /** The roles of a person as a form sends them back. */
    public String codes(StaffMember person) {
        return person.roles().stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    /** Whether a person has a second factor that the reader can turn off; one's own takes password and code. */
    public boolean canReset(StaffMember person) {
        return person.secondFactor() && !person.accountId().equals(reader);
    }

    /** Position and department, as far as they are known. */
    public String place(StaffMember person) {
        return Stream.of(person.position(), person.department())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
