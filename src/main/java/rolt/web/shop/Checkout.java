package rolt.web.shop;

import java.util.List;
import java.util.Set;
import rolt.account.AccountMessages.Me;
import rolt.cart.CartMessages.Cart;
import rolt.people.PeopleMessages.Address;
import rolt.web.Form;
import rolt.web.account.Provinces;

/**
 * What the checkout shows.
 *
 * @param addresses of the customer's book
 * @param chosen the id of the address that is filled in; empty for another one
 * @param accepted the warnings that are ticked: a build's id and a rule, with a dot between
 * @param troubles why the order could not be placed, apart from the fields
 */
public record Checkout(
        Me me,
        Cart cart,
        Form form,
        List<Address> addresses,
        String chosen,
        Set<String> accepted,
        List<String> troubles) {
    /** What there is to choose from. */
    public List<String> provinces() {
        return Provinces.ALL;
    }
}
