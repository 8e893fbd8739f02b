package rolt.people;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import rolt.people.AddressRules.Stored;
import rolt.people.PeopleMessages.AddAddress;
import rolt.people.PeopleMessages.Address;
import rolt.people.PeopleMessages.AddressId;
import rolt.people.PeopleMessages.AddressList;
import rolt.people.PeopleMessages.ChangeAddress;
import rolt.people.PeopleMessages.Nothing;
import rolt.platform.Caller;
import rolt.platform.Database;
import rolt.platform.DatabaseException;
import rolt.platform.Problem;
import rolt.platform.Transaction;

/** Each customer's own address book, of at most {@value #MOST} addresses, one of which is preferred. */
final class AddressService {
    static final int MOST = 20;

    private final Database database;
    private final AddressRepository addresses;

    AddressService(Database database) {
        this.database = database;
        this.addresses = new AddressRepository(database);
    }

    AddressList listAddresses(Caller caller, Nothing nothing) {
        return new AddressList(addresses.list(caller.accountId()));
    }

    /** @throws Problem 404 for one that is not there, or another's */
    Address getAddress(Caller caller, AddressId input) {
        return addresses.find(database, caller.accountId(), input.id()).orElseThrow(AddressService::notFound);
    }

    /**
     * Adds an address; one that is there already is answered as it is.
     *
     * @throws Problem 400 for a phone number that is none; 409 where the book is full
     */
    Address addAddress(Caller caller, AddAddress input) {
        Stored stored = AddressRules.stored(input);
        return database.transaction(tx -> {
            addresses.lock(tx, caller.accountId());
            UUID id = addresses
                    .add(tx, caller.accountId(), stored, MOST)
                    .orElseThrow(() -> Problem.conflict("address.too-many", Map.of("most", MOST)));
            return settle(tx, caller, id, input.preferred());
        });
    }

    /** @throws Problem as {@link #addAddress}; 409 where the same address stands in the book a second time, 404 */
    Address changeAddress(Caller caller, ChangeAddress input) {
        Stored stored = AddressRules.stored(input);
        try {
            return change(
                    caller,
                    input.id(),
                    input.preferred(),
                    tx -> addresses.change(tx, caller.accountId(), input.id(), stored));
        } catch (DatabaseException e) {
            throw e.broke(AddressRepository.ONCE) ? Problem.conflict("address.already") : e;
        }
    }

    /** Makes an address the one that the checkout begins with. */
    Address preferAddress(Caller caller, AddressId input) {
        return change(caller, input.id(), true, tx -> {});
    }

    private Address change(Caller caller, UUID id, Boolean preferred, Consumer<Transaction> change) {
        return database.transaction(tx -> {
            addresses.lock(tx, caller.accountId());
            change.accept(tx);
            return settle(tx, caller, id, preferred);
        });
    }

    private Address settle(Transaction tx, Caller caller, UUID id, Boolean preferred) {
        if (Boolean.TRUE.equals(preferred)) {
            addresses.prefer(tx, caller.accountId(), id);
        }
        return addresses.find(tx, caller.accountId(), id).orElseThrow(AddressService::notFound);
    }

    Nothing removeAddress(Caller caller, AddressId input) {
        boolean removed = database.transaction(tx -> {
            addresses.lock(tx, caller.accountId());
            return addresses.remove(tx, caller.accountId(), input.id());
        });
        if (!removed) {
            throw notFound();
        }
        return null;
    }

    private static Problem notFound() {
        return Problem.notFound("address");
    }
}
