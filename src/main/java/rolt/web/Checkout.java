package rolt.web;

import java.util.List;
import rolt.account.AccountMessages.Me;
import rolt.cart.CartMessages.Cart;

/**
 * What the checkout shows.
 *
 * @param provinces to choose from
 * @param troubles why the order could not be placed, apart from the fields
 */
public record Checkout(Me me, Cart cart, Form form, List<String> troubles, List<String> provinces) {}
