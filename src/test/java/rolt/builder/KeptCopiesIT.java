package rolt.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rolt.builder.BuilderMessages.SaveBuild;
import rolt.builder.BuilderMessages.SavedBuild;
import rolt.cart.CartHouse;
import rolt.cart.CartMessages.AddBuild;
import rolt.cart.CartMessages.Cart;
import rolt.cart.CartMessages.RemoveBuild;
import rolt.cart.TestBuild;
import rolt.platform.Caller;

/** Which builds outlive their use. */
class KeptCopiesIT {
    private final CartHouse house = CartHouse.open();
    private final BuilderRepository builds = new BuilderRepository(house.database());
    private final TestBuild parts = TestBuild.sold(house, 90);

    @Test
    void a_copy_goes_when_its_cart_is_gone_and_a_shared_build_stays() {
        Caller visitor = house.visitor();
        UUID inCart = addToCart(visitor);
        UUID removed = addToCart(visitor);
        house.ask(visitor, "cart.removeBuild", new RemoveBuild(removed), Cart.class);
        Caller gone = house.visitor();
        UUID left = addToCart(gone);
        UUID shared = house.ask(gone, "builder.saveBuild", new SaveBuild(parts.selection(1), null), SavedBuild.class)
                .id();
        house.database().run("delete from account.session where id = $1", gone.sessionId());

        builds.sweep(1_000);
        assertThat(builds.listCopies(List.of(inCart, removed, left, shared)))
                .as("a new one may be on its way into a cart")
                .hasSize(4);
        house.database()
                .run("update builder.build set created_at = now() - interval '2 days' where id = any($1)", (Object)
                        new UUID[] {inCart, removed, left, shared});
        builds.sweep(1_000);
        assertThat(builds.listCopies(List.of(inCart, removed, left, shared)))
                .extracting(BuilderRepository.Copy::id)
                .containsExactlyInAnyOrder(inCart, shared);
    }

    private UUID addToCart(Caller caller) {
        return house.ask(caller, "cart.addBuild", new AddBuild(parts.selection(0), null), Cart.class)
                .builds()
                .getLast()
                .id();
    }
}
