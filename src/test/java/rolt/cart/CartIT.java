package rolt.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rolt.builder.BuilderMessages.Selection;
import rolt.cart.CartHouse.Thing;
import rolt.cart.CartMessages.AddBuild;
import rolt.cart.CartMessages.AddLine;
import rolt.cart.CartMessages.Cart;
import rolt.cart.CartMessages.CartLine;
import rolt.cart.CartMessages.ChangeLine;
import rolt.cart.CartMessages.CountLines;
import rolt.cart.CartMessages.Done;
import rolt.cart.CartMessages.DropLines;
import rolt.cart.CartMessages.LineCount;
import rolt.cart.CartMessages.RemoveBuild;
import rolt.catalog.CatalogMessages.Kind;
import rolt.platform.Caller;
import rolt.platform.Language;
import rolt.platform.Problem;

class CartIT {
    private final CartHouse house = CartHouse.open();
    private final Caller visitor = house.visitor();

    @Test
    void without_a_visit_the_cart_is_empty_and_nothing_can_be_added() {
        Caller nobody = new Caller(null, null, Set.of(), Language.VI, "127.0.0.1", "test");
        assertThat(cart(nobody)).isEqualTo(new Cart(List.of(), List.of(), 0, 0, 0, 0));
        assertThat(count(nobody)).isZero();
        Problem problem = house.refusal(nobody, "cart.addLine", new AddLine("ANY", 1));
        assertThat(problem.status()).isEqualTo(401);
        assertThat(problem.code()).isEqualTo("visit-needed");
    }

    @Test
    void what_is_added_is_priced_with_shipping() {
        String sku = thing(200_000, 9);
        Cart cart = add(visitor, sku, 2);
        assertThat(cart.lines()).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Món thử");
            assertThat(line.code()).isEqualTo(sku.toLowerCase(java.util.Locale.ROOT));
            assertThat(line.total()).isEqualTo(400_000);
            assertThat(line.available()).isEqualTo(9);
            assertThat(line.priceSeen()).isNull();
        });
        assertThat(cart.shippingFee()).isEqualTo(40_000);
        assertThat(cart.total()).isEqualTo(440_000);
        assertThat(cart(visitor)).isEqualTo(cart);
    }

    @Test
    void the_same_again_is_added_to_the_line() {
        String sku = thing(1_000, 99);
        add(visitor, sku, 40);
        assertThat(add(visitor, sku, 59).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualTo(99));
        Problem problem = house.refusal(visitor, "cart.addLine", new AddLine(sku, 1));
        assertThat(problem.violations())
                .containsExactly(new Problem.Violation("quantity", "cart-line", Map.of("limit", 99, "held", 99)));
    }

    @Test
    void an_unknown_sku_is_named() {
        Problem problem = house.refusal(visitor, "cart.addLine", new AddLine("NOWHERE", 1));
        assertThat(problem.violations()).containsExactly(new Problem.Violation("sku", "unknown-sku", Map.of()));
        assertThat(count(visitor)).isZero();
    }

    @Test
    void more_than_there_is_cannot_be_added() {
        String sku = thing(1_000, 3);
        add(visitor, sku, 2);
        Problem problem = house.refusal(visitor, "cart.addLine", new AddLine(sku, 2));
        assertThat(problem.code()).isEqualTo("stock.short");
        assertThat(problem.params()).containsEntry("items", List.of(Map.of("sku", sku, "wanted", 4, "available", 3)));
        assertThat(count(visitor)).isEqualTo(2);
    }

    @Test
    void what_is_no_longer_sold_cannot_be_added_and_says_so_in_the_cart() {
        String sku = thing(1_000, 3);
        add(visitor, sku, 1);
        change("update catalog.product set published = false where code = lower($1)", sku);
        assertThat(house.refusal(visitor, "cart.addLine", new AddLine(sku, 1)).code())
                .isEqualTo("product.withdrawn");
        assertThat(cart(visitor).lines().getFirst().withdrawn()).isTrue();
    }

    @Test
    void a_line_says_that_its_price_has_changed_and_that_the_stock_is_short() {
        String sku = thing(1_000, 5);
        add(visitor, sku, 4);
        change("update catalog.variant set price = 2000 where sku = $1", sku);
        change(
                "update stock.stock set on_hand = 1 where variant_id = (select id from catalog.variant where sku = $1)",
                sku);
        CartLine line = cart(visitor).lines().getFirst();
        assertThat(line.unitPrice()).isEqualTo(2_000);
        assertThat(line.priceSeen()).isEqualTo(1_000);
        assertThat(line.shortOf()).isEqualTo(3);
    }

    @Test
    void a_quantity_is_changed_and_0_removes_the_line() {
        UUID line = add(visitor, thing(1_000, 5), 1).lines().getFirst().id();
        assertThat(changeLine(visitor, line, 5).count()).isEqualTo(5);
        assertThat(house.refusal(visitor, "cart.changeLine", new ChangeLine(line, 6))
                        .code())
                .isEqualTo("stock.short");
        assertThat(cart(visitor).count()).isEqualTo(5);
        assertThat(changeLine(visitor, line, 0).lines()).isEmpty();
    }

    @Test
    void anothers_line_and_build_are_not_found() {
        UUID line = add(visitor, thing(1_000, 5), 1).lines().getFirst().id();
        UUID build = addBuild(visitor, TestBuild.sold(house, 9).selection(0))
                .builds()
                .getFirst()
                .id();
        for (Caller other : List.of(house.visitor(), house.customer())) {
            assertThat(house.refusal(other, "cart.changeLine", new ChangeLine(line, 0))
                            .status())
                    .isEqualTo(404);
            assertThat(house.refusal(other, "cart.removeBuild", new RemoveBuild(build))
                            .status())
                    .isEqualTo(404);
            assertThat(house.ask(other, "cart.dropLines", new DropLines(List.of(line)), Done.class)
                            .lines())
                    .isZero();
        }
        assertThat(count(visitor)).isEqualTo(2);
    }

    @Test
    void a_build_counts_as_one_and_leaves_as_one() {
        add(visitor, thing(1_000, 5), 2);
        Cart cart = addBuild(visitor, TestBuild.sold(house, 9).selection(1));
        assertThat(cart.builds()).singleElement().satisfies(build -> {
            assertThat(build.title()).isEqualTo("Của Minh Anh");
            assertThat(build.total()).isEqualTo(1_000_000 + 2 * 20_000 + 500_000 + 6 * 5_000);
        });
        assertThat(cart.lines()).hasSize(5);
        assertThat(cart.count()).isEqualTo(3);
        assertThat(count(visitor)).isEqualTo(3);
        RemoveBuild removal = new RemoveBuild(cart.builds().getFirst().id());
        assertThat(house.ask(visitor, "cart.removeBuild", removal, Cart.class).lines())
                .hasSize(1);
    }

    @Test
    void a_line_of_a_build_does_not_change_alone() {
        CartLine line =
                addBuild(visitor, TestBuild.sold(house, 9).selection(0)).lines().getFirst();
        assertThat(house.refusal(visitor, "cart.changeLine", new ChangeLine(line.id(), 0))
                        .code())
                .isEqualTo("cart.line-of-build");
        assertThat(cart(visitor).lines()).hasSize(4);
    }

    @Test
    void an_unfinished_or_unsellable_build_is_refused_as_a_whole() {
        TestBuild parts = TestBuild.sold(house, 1);
        assertThat(house.refusal(visitor, "cart.addBuild", new AddBuild(parts.withoutSwitches(), null))
                        .params())
                .containsEntry("missing", List.of("SWITCHES"));
        assertThat(house.refusal(visitor, "cart.addBuild", new AddBuild(parts.selection(0), null))
                        .params())
                .containsEntry("items", List.of(Map.of("sku", parts.packs(), "wanted", 2, "available", 1)));
        assertThat(house.refusal(visitor, "cart.addBuild", new AddBuild(parts.selection(7), null))
                        .violations())
                .extracting(Problem.Violation::field)
                .containsExactly("selection.choices.0");
        assertThat(cart(visitor).lines()).isEmpty();
    }

    @Test
    void adds_at_the_same_time_all_count() {
        String sku = thing(1_000, 99);
        IntStream.range(0, 20).parallel().forEach(i -> add(visitor, sku, 1));
        assertThat(cart(visitor).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualTo(20));
    }

    private String thing(long price, int stock) {
        return house.sell(Thing.of(Kind.ACCESSORY, price, stock));
    }

    private Cart cart(Caller caller) {
        return house.cart(caller);
    }

    private int count(Caller caller) {
        return house.ask(caller, "cart.countLines", new CountLines(), LineCount.class)
                .count();
    }

    private Cart add(Caller caller, String sku, int quantity) {
        return house.add(caller, sku, quantity);
    }

    private Cart addBuild(Caller caller, Selection selection) {
        return house.addBuild(caller, selection);
    }

    private Cart changeLine(Caller caller, UUID line, int quantity) {
        return house.ask(caller, "cart.changeLine", new ChangeLine(line, quantity), Cart.class);
    }

    private void change(String sql, String sku) {
        house.database().run(sql, sku);
    }
}
