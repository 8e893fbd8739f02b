package rolt.cart;

import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import rolt.builder.BuilderMessages.Selection;
import rolt.builder.BuilderVerticle;
import rolt.cart.CartMessages.AddBuild;
import rolt.cart.CartMessages.AddLine;
import rolt.cart.CartMessages.Cart;
import rolt.cart.CartMessages.GetCart;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogVerticle;
import rolt.dev.EmbeddedPostgres;
import rolt.ordering.OrderingVerticle;
import rolt.platform.Bus;
import rolt.platform.Cache;
import rolt.platform.Caller;
import rolt.platform.Config;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Migrations;
import rolt.platform.Platform;
import rolt.platform.Problem;
import rolt.platform.RedisClient;

/** Catalogue, builder, cart and ordering over the bus on a real database, for tests; one for all of them. */
public final class CartHouse {
    private static CartHouse house;

    private final Platform platform;

    /** The house, opened at its first use; its server ends with the JVM. */
    public static synchronized CartHouse open() {
        if (house == null) {
            house = new CartHouse();
        }
        return house;
    }

    private CartHouse() {
        EmbeddedPostgres postgres = EmbeddedPostgres.in(Path.of("target/cart-house/postgres"))
                .durable(false)
                .fresh()
                .start();
        Migrations.run(postgres.url());
        Vertx vertx = Vertx.vertx();
        Bus bus = new Bus(vertx);
        // Nothing of this house is cached, so Redis is never asked.
        RedisClient redis = new RedisClient(vertx, new Config.Redis("redis://127.0.0.1:1"));
        Database database = Database.open(vertx, new Config.Postgres(postgres.url(), 10));
        platform = new Platform(vertx, null, bus, database, new Cache(bus, redis), redis, null);
        List.<Deployable>of(
                        new CatalogVerticle(platform),
                        new BuilderVerticle(platform),
                        new CartVerticle(platform),
                        new OrderingVerticle(platform))
                .forEach(domain -> vertx.deployVerticle(
                                domain, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
                        .await());
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

    public Database database() {
        return platform.database();
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

    public <O> O ask(Caller caller, String operation, Object input, Class<O> answer) {
        return platform.bus()
                .request(caller, operation, input)
                .map(found -> Json.record(found, answer))
                .await();
    }

    /** The problem an operation answers. */
    public Problem refusal(Caller caller, String operation, Object input) {
        return (Problem) platform.bus()
                .request(caller, operation, input)
                .<Throwable>map(found -> null)
                .otherwise(e -> e)
                .await();
    }
}
