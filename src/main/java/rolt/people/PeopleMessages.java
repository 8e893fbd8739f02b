package rolt.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rolt.platform.Role;

/** Address books, staff cards, and the lists of staff and customers. */
public final class PeopleMessages {
    private PeopleMessages() {}

    public record Nothing() {}

    /**
     * To whom and where, in the two levels Vietnam has since July 2025.
     *
     * @param phone a Vietnamese number in its national form, digits only
     * @param province a province or a city under the central government
     * @param ward a ward, commune or special zone
     * @param preferred the one the checkout begins with
     */
    public record Address(
            UUID id, String name, String phone, String province, String ward, String street, boolean preferred) {}

    /** One's own, the preferred one first; at most 20, so there are no pages. */
    public record AddressList(List<Address> items) {}

    public record AddressId(UUID id) {}

    /** {@code people.addAddress}; @param preferred null for false, but the first address always is */
    public record AddAddress(
            String name, String phone, String province, String ward, String street, Boolean preferred) {}

    /** {@code people.changeAddress}: all of it; @param preferred null or false leaves it as it is */
    public record ChangeAddress(
            UUID id, String name, String phone, String province, String ward, String street, Boolean preferred) {}

    /**
     * Somebody of staff with the card; what is not filled in is null.
     *
     * @param secondFactor whether one is asked for at the login
     */
    public record StaffMember(
            UUID accountId,
            String email,
            String name,
            Set<Role> roles,
            boolean secondFactor,
            String position,
            String department,
            LocalDate startDate,
            String workPhone,
            String about) {}

    /** {@code people.listStaff}: by search words and role, newest account first. */
    public record ListStaff(String q, Role role, Integer limit, UUID after) {}

    public record StaffList(List<StaffMember> items, UUID next) {}

    public record AccountId(UUID accountId) {}

    /** {@code people.changeCard}, for administrators; null empties a field. */
    public record ChangeCard(UUID accountId, String position, String department, LocalDate startDate) {}

    /** {@code people.changeMyCard}: what its owner may change; null empties a field. */
    public record ChangeMyCard(String workPhone, String about) {}

    /** {@code people.listCustomers}: by name, e-mail or phone, newest account first. */
    public record ListCustomers(String q, Integer limit, UUID after) {}

    public record CustomerList(List<Customer> items, UUID next) {}

    public record Customer(
            UUID accountId,
            String email,
            String name,
            String phone,
            boolean verified,
            Instant registeredAt,
            int orders,
            Instant lastOrderAt) {}

    public record CustomerDetail(Customer customer, List<Address> addresses) {}
}
