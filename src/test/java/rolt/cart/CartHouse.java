package rolt.cart;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rolt.TestDomains;
import rolt.builder.BuilderMessages.Selection;
import rolt.builder.BuilderVerticle;
import rolt.cart.CartMessages.AddBuild;
import rolt.cart.CartMessages.AddLine;
import rolt.cart.CartMessages.Cart;
import rolt.cart.CartMessages.GetCart;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogVerticle;
import rolt.ordering.OrderingVerticle;
import rolt.platform.Caller;
import rolt.platform.Language;

/** Catalogue, builder, cart and ordering; one for all tests. */
public final class CartHouse extends TestDomains {
    private static CartHouse house;

    /** The house, opened at its first use; it ends with the JVM. */
    public static synchronized CartHouse open() {
        if (house == null) {
            house = new CartHouse();
        }
        return house;
    }

    private CartHouse() {
        super(Map.of(), List.of(CatalogVerticle::new, BuilderVerticle::new, CartVerticle::new, OrderingVerticle::new));
    }

    /** What a test puts on the shelf; without stock it is a service, which nothing limits. */
    public record Thing(Kind kind, long price, Integer stock, JsonObject specs, JsonObject attributes) {
        public static Thing of(Kind kind, long price, Integer stock) {
            return new Thing(kind, price, stock, new JsonObject(), new JsonObject());
        }

        public Thing with(JsonObject specs, JsonObject attributes) {
            return new Thing(kind, price, stock, specs, attributes);
        }
    }

    /** Puts a product of one variant on the shelf; answers the SKU, of which the product's code is the lower case. */
    public String sell(Thing thing) {
        String sku = "T-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        database().run("""
                        with product as (
                            insert into catalog.product (code, kind, brand, name_vi, name_en, summary_vi, summary_en,
                                description_vi, description_en, specs)
                            values (lower($1), $2, 'Thử', 'Món thử', 'Test thing', '', '', '', '', $3) returning id),
                        variant as (
                            insert into catalog.variant (product_id, sku, name_vi, name_en, price, attributes)
                            select id, $1, '', '', $4, $5 from product returning id)
                        insert into stock.stock (variant_id, on_hand) select id, $6::int from variant where $6 is not null
                        """, sku, thing.kind(), thing.specs(), thing.price(), thing.attributes(), thing.stock());
        return sku;
    }

    /** A visitor with a session, who reads Vietnamese. */
    public Caller visitor() {
        UUID session = id("""
                insert into account.session (kind, token_hash, expires_at)
                values ('BROWSER', uuid_send(gen_random_uuid()), now() + interval '1 day') returning id
                """);
        return new Caller(null, session, Set.of(), Language.VI, "127.0.0.1", "test");
    }

    /** An account of a new person, on a session of its own. */
    public Caller customer() {
        UUID account = id("""
                insert into account.account (email, password_hash, name)
                values (gen_random_uuid() || '@example.vn', '-', 'Minh Anh') returning id
                """);
        return new Caller(account, visitor().sessionId(), Set.of(), Language.VI, "127.0.0.1", "test");
    }

    private UUID id(String sql) {
        return database().find(sql, row -> row.getUUID("id")).orElseThrow();
    }

    Cart cart(Caller caller) {
        return ask(caller, "cart.getCart", new GetCart(), Cart.class);
    }

    Cart add(Caller caller, String sku, int quantity) {
        return ask(caller, "cart.addLine", new AddLine(sku, quantity), Cart.class);
    }

    Cart addBuild(Caller caller, Selection selection) {
        return ask(caller, "cart.addBuild", new AddBuild(selection, "Của Minh Anh"), Cart.class);
    }
}
