package rolt.cart;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.Selection;
import rolt.cart.CartHouse.Thing;
import rolt.cart.CartMessages.AddBuild;
import rolt.cart.CartMessages.Cart;
import rolt.cart.CartMessages.CartBuild;
import rolt.cart.CartMessages.CartLine;
import rolt.cart.CartMessages.Done;
import rolt.cart.CartMessages.MergeCart;
import rolt.catalog.CatalogMessages.Kind;
import rolt.fit.FitMessages.Slot;
import rolt.platform.Caller;
import rolt.platform.Problem;

/** Builds in a cart that change while they lie there, or that it cannot take. */
class CartBuildsIT {
    private final CartHouse house = CartHouse.open();
    private final Caller visitor = house.visitor();
    private final TestBuild parts = TestBuild.sold(house, 90);

    @Test
    void all_builds_that_need_other_quantities_get_them_at_one_look() {
        UUID five = add(parts.selection(0));
        UUID six = add(parts.selection(1));
        assertThat(quantities(five)).containsEntry(parts.lube(), 5).containsEntry(parts.packs(), 2);
        loseKey();

        assertThat(quantities(five)).containsEntry(parts.lube(), 4).containsEntry(parts.packs(), 1);
        assertThat(quantities(six)).containsEntry(parts.lube(), 5).containsEntry(parts.packs(), 2);
        assertThat(house.cart(visitor).lines())
                .filteredOn(line -> line.sku().equals(parts.lube()))
                .extracting(CartLine::quantitySeen)
                .containsExactlyInAnyOrder(5, 6);
        assertThat(house.cart(visitor)).isEqualTo(house.cart(visitor));
    }

    @Test
    void a_part_of_which_nothing_is_needed_any_more_is_named() {
        String tuning = house.sell(Thing.of(Kind.SERVICE, 7_000, null)
                .with(new JsonObject().put("unit", "PER_STABILISER"), new JsonObject()));
        UUID build = add(with(parts.selection(0), new Pick(parts.lube(), null), new Pick(tuning, null)));
        assertThat(quantities(build)).containsEntry(tuning, 1);
        assertThat(build().idle()).isEmpty();
        narrowBackspace();

        assertThat(quantities(build)).doesNotContainKey(tuning);
        assertThat(build().idle()).containsExactly("Món thử");
    }

    @Test
    void a_bench_that_does_not_answer_leaves_its_day_open_and_holds_nobody_up() {
        JsonObject specs = new JsonObject().put("unit", "PER_BOARD").put("benchMinutes", 45);
        String bench = house.sell(Thing.of(Kind.SERVICE, 7_000, null).with(specs, new JsonObject()));
        add(with(parts.selection(0), new Pick(bench, null)));
        assertThat(build().notes())
                .filteredOn(verdict -> verdict.rule().equals("V09"))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.unknown()).isTrue());
    }

    @Test
    void a_build_of_which_everything_is_owned_is_not_put_into_a_cart() {
        Selection owned = new Selection(
                parts.kit(),
                List.of(0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(Slot.KIT, Slot.SWITCHES, Slot.KEYCAPS),
                null);
        Problem problem = house.refusal(visitor, "cart.addBuild", new AddBuild(owned, null));
        assertThat(problem.code()).isEqualTo("build.nothing-to-buy");
    }

    @Test
    void what_does_not_fit_is_refused_by_its_name_and_its_rules() {
        Pick tooOften = new Pick(parts.lube(), 9);
        Problem problem = house.refusal(
                visitor, "cart.addBuild", new AddBuild(with(parts.selection(0), tooOften), "Của Minh Anh"));
        assertThat(problem.code()).isEqualTo("build.unfit");
        assertThat(problem.params()).isEqualTo(Map.of("title", "Của Minh Anh", "rules", List.of("V04")));
    }

    @Test
    void a_cart_holds_fifty_builds_and_says_so_also_after_a_login() {
        UUID first = add(parts.selection(0));
        house.database().run("""
                with copies as (
                    insert into builder.build (code, session_id, title_vi, title_en, selection, of_cart)
                    select gen_random_uuid()::text, session_id, '', '', selection, true
                    from builder.build, generate_series(1, 49) where id = $1 returning id)
                insert into cart.line (cart_id, variant_id, build_id, quantity, price_seen)
                select l.cart_id, l.variant_id, copies.id, l.quantity, l.price_seen
                from copies, cart.line l where l.build_id = $1
                """, first);
        Problem problem = house.refusal(visitor, "cart.addBuild", new AddBuild(parts.selection(0), null));
        assertThat(problem.code()).isEqualTo("cart.too-many-builds");
        assertThat(problem.params()).containsEntry("most", 50);

        Caller customer = house.customer();
        house.addBuild(customer, parts.selection(1));
        house.ask(customer, "cart.mergeCart", new MergeCart(visitor.sessionId()), Done.class);
        Cart merged = house.cart(customer);
        assertThat(merged.builds()).hasSize(50).extracting(CartBuild::id).contains(first);
    }

    private static Selection with(Selection build, Pick... services) {
        return new Selection(
                build.kitSku(),
                build.choices(),
                build.switches(),
                build.keycapSkus(),
                build.artisanSkus(),
                build.accessories(),
                List.of(services),
                build.owned(),
                build.legendLanguage());
    }

    private UUID add(Selection selection) {
        return house.addBuild(visitor, selection).builds().getLast().id();
    }

    private CartBuild build() {
        return house.cart(visitor).builds().getFirst();
    }

    private Map<String, Integer> quantities(UUID build) {
        return house.cart(visitor).lines().stream()
                .filter(line -> build.equals(line.buildId()))
                .collect(Collectors.toMap(CartLine::sku, CartLine::quantity));
    }

    /** The kit has no escape key from now on. */
    private void loseKey() {
        house.database()
                .run(
                        "update catalog.product set specs = specs #- '{layout,keymap,0,0}' where code = lower($1)",
                        parts.kit());
    }

    /** The backspace is 1u from now on, and takes no stabiliser. */
    private void narrowBackspace() {
        house.database()
                .run(
                        "update catalog.product set specs = specs #- '{layout,keymap,0,4}' where code = lower($1)",
                        parts.kit());
    }
}
