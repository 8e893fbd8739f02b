package rolt.people;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import rolt.people.PeopleMessages.AccountId;
import rolt.people.PeopleMessages.AddAddress;
import rolt.people.PeopleMessages.AddressId;
import rolt.people.PeopleMessages.ChangeAddress;
import rolt.people.PeopleMessages.ChangeCard;
import rolt.people.PeopleMessages.ChangeMyCard;
import rolt.people.PeopleMessages.ListCustomers;
import rolt.people.PeopleMessages.ListStaff;
import rolt.people.PeopleMessages.Nothing;
import rolt.platform.Bus;
import rolt.platform.Platform;

/** Address books, staff cards, and the lists of staff and customers. Deployed on virtual threads. */
public final class PeopleVerticle extends VerticleBase {
    private final Platform platform;

    public PeopleVerticle(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        AddressService addresses = new AddressService(platform.database());
        PeopleService people = new PeopleService(platform.database());

        Bus bus = platform.bus();
        bus.answer("people.listAddresses", Nothing.class, addresses::listAddresses);
        bus.answer("people.getAddress", AddressId.class, addresses::getAddress);
        bus.answer("people.addAddress", AddAddress.class, addresses::addAddress);
        bus.answer("people.changeAddress", ChangeAddress.class, addresses::changeAddress);
        bus.answer("people.preferAddress", AddressId.class, addresses::preferAddress);
        bus.answer("people.removeAddress", AddressId.class, addresses::removeAddress);
        bus.answer("people.getMyCard", Nothing.class, people::getMyCard);
        bus.answer("people.changeMyCard", ChangeMyCard.class, people::changeMyCard);
        bus.answer("people.listStaff", ListStaff.class, people::listStaff);
        bus.answer("people.getStaff", AccountId.class, people::getStaff);
        bus.answer("people.changeCard", ChangeCard.class, people::changeCard);
        bus.answer("people.listCustomers", ListCustomers.class, people::listCustomers);
        bus.answer("people.getCustomer", AccountId.class, people::getCustomer);
        return Future.succeededFuture();
    }
}
