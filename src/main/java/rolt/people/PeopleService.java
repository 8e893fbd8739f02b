package rolt.people;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import rolt.people.PeopleMessages.AccountId;
import rolt.people.PeopleMessages.ChangeCard;
import rolt.people.PeopleMessages.ChangeMyCard;
import rolt.people.PeopleMessages.CustomerDetail;
import rolt.people.PeopleMessages.CustomerList;
import rolt.people.PeopleMessages.ListCustomers;
import rolt.people.PeopleMessages.ListStaff;
import rolt.people.PeopleMessages.Nothing;
import rolt.people.PeopleMessages.StaffList;
import rolt.people.PeopleMessages.StaffMember;
import rolt.platform.Caller;
import rolt.platform.Database;
import rolt.platform.Problem;

/** Staff and their cards, and customers as Support sees them. */
final class PeopleService {
    private static final int PAGE = 20;

    private final StaffRepository staff;
    private final CustomerRepository customers;
    private final AddressRepository addresses;

    PeopleService(Database database) {
        this.staff = new StaffRepository(database);
        this.customers = new CustomerRepository(database);
        this.addresses = new AddressRepository(database);
    }

    StaffList listStaff(ListStaff input) {
        int limit = limit(input.limit());
        List<StaffMember> found = staff.list(input, limit + 1);
        return new StaffList(page(found, limit), next(found, limit, StaffMember::accountId));
    }

    /**
     * Somebody of staff; also who has no role of staff yet, or none any more, so that roles can be given and looked back at.
     *
     * @throws Problem 404 for an unknown account
     */
    StaffMember getStaff(AccountId input) {
        return member(input.accountId());
    }

    StaffMember getMyCard(Caller caller, Nothing nothing) {
        return member(caller.accountId());
    }

    private StaffMember member(UUID accountId) {
        return staff.find(accountId, true).orElseThrow(() -> Problem.notFound("person"));
    }

    /** @throws Problem 404 for an account that is not of staff */
    StaffMember changeCard(ChangeCard input) {
        staff.change(input);
        return staff.find(input.accountId(), false).orElseThrow(() -> Problem.notFound("person"));
    }

    StaffMember changeMyCard(Caller caller, ChangeMyCard input) {
        staff.changeOwn(caller.accountId(), input);
        return member(caller.accountId());
    }

    CustomerList listCustomers(ListCustomers input) {
        int limit = limit(input.limit());
        var found = customers.list(input, limit + 1);
        return new CustomerList(page(found, limit), next(found, limit, PeopleMessages.Customer::accountId));
    }

    /** @throws Problem 404 for an unknown account, and for one of staff */
    CustomerDetail getCustomer(AccountId input) {
        return customers
                .find(input.accountId())
                .map(customer -> new CustomerDetail(customer, addresses.list(input.accountId())))
                .orElseThrow(() -> Problem.notFound("person"));
    }

    private static int limit(Integer asked) {
        return asked == null ? PAGE : asked;
    }

    private static <T> List<T> page(List<T> found, int limit) {
        return found.subList(0, Math.min(limit, found.size()));
    }

    private static <T> UUID next(List<T> found, int limit, Function<T, UUID> id) {
        return found.size() > limit ? id.apply(found.get(limit - 1)) : null;
    }
}
