package rolt.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rolt.cart.CartHouse.Thing;
import rolt.cart.CartMessages.Cart;
import rolt.cart.CartMessages.CartLine;
import rolt.cart.CartMessages.Done;
import rolt.cart.CartMessages.DropLines;
import rolt.cart.CartMessages.MergeCart;
import rolt.catalog.CatalogMessages.Kind;
import rolt.platform.Caller;

class AccountCartIT {
    private final CartHouse house = CartHouse.open();
    private final Caller visitor = house.visitor();
    private final Caller customer = house.customer();

    @Test
    void the_visitors_cart_joins_the_accounts_at_the_login() {
        String both = thing(1_000, 99);
        String visitors = thing(1_000, 99);
        house.add(customer, both, 60);
        house.add(visitor, both, 60);
        house.add(visitor, visitors, 1);
        house.addBuild(visitor, TestBuild.sold(house, 9).selection(0));
        house.ask(customer, "cart.mergeCart", new MergeCart(visitor.sessionId()), Done.class);
        Cart merged = house.cart(customer);
        assertThat(merged.count()).isEqualTo(99 + 1 + 1);
        assertThat(merged.builds()).hasSize(1);
        assertThat(house.cart(visitor).lines()).isEmpty();
        house.ask(customer, "cart.mergeCart", new MergeCart(visitor.sessionId()), Done.class);
        assertThat(house.cart(customer)).isEqualTo(merged);
    }

    @Test
    void what_has_been_ordered_leaves_the_cart() {
        house.add(customer, thing(1_000, 5), 1);
        List<UUID> lines = house.addBuild(customer, TestBuild.sold(house, 9).selection(0)).lines().stream()
                .map(CartLine::id)
                .toList();
        house.ask(customer, "cart.dropLines", new DropLines(lines), Done.class);
        assertThat(house.cart(customer).lines()).isEmpty();
    }

    @Test
    void the_checkout_sees_the_accounts_lines() {
        house.add(customer, thing(1_000, 5), 3);
        int quantity = house.database()
                .find(
                        "select quantity from cart.checkout where account_id = $1",
                        row -> row.getInteger("quantity"),
                        customer.accountId())
                .orElseThrow();
        assertThat(quantity).isEqualTo(3);
    }

    @Test
    void an_account_can_be_deleted_with_its_builds_and_cart() {
        house.addBuild(customer, TestBuild.sold(house, 9).selection(0));
        house.database().run("delete from account.account where id = $1", customer.accountId());
        assertThat(house.cart(customer).lines()).isEmpty();
    }

    private String thing(long price, int stock) {
        return house.sell(Thing.of(Kind.ACCESSORY, price, stock));
    }
}
