package rolt.dev.samples;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import rolt.catalog.CatalogMessages.ImportProducts;
import rolt.catalog.CatalogMessages.ImportedProducts;
import rolt.catalog.CatalogMessages.NewProduct;
import rolt.catalog.CatalogVerticle;
import rolt.platform.Bus;
import rolt.platform.Cache;
import rolt.platform.Caller;
import rolt.platform.Config;
import rolt.platform.Database;
import rolt.platform.Platform;
import rolt.platform.RedisClient;

/** As much of a node as it takes to write products the way the shop writes them. Blocks its callers. */
final class SeedNode implements AutoCloseable {
    private static final Caller SEEDER = Caller.system("seed");

    private final Vertx vertx = Vertx.vertx();
    private final Bus bus = new Bus(vertx);
    private final Database database;
    private final RedisClient redis;
    private final Cache cache;

    /** @param redisUrl where the running nodes keep their answers, which a change of the products drops */
    SeedNode(String databaseUrl, String redisUrl) {
        database = Database.open(vertx, new Config.Postgres(databaseUrl, 2));
        redis = new RedisClient(vertx, new Config.Redis(redisUrl));
        cache = new Cache(bus, redis);
        Platform platform = new Platform(vertx, null, bus, database, cache, redis, null, new SimpleMeterRegistry());
        vertx.deployVerticle(
                        new CatalogVerticle(platform),
                        new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
                .await();
    }

    Database database() {
        return database;
    }

    void add(List<NewProduct> products) {
        bus.call(SEEDER, "catalog.importProducts", new ImportProducts(products), ImportedProducts.class);
    }

    /**
     * Counts the stock of variants for the first time; stock that is already kept stays as it is.
     *
     * @param counts objects of {@code sku} and {@code stock}, in units
     */
    void countStock(List<JsonObject> counts) {
        database.run("""
                with counted as (
                    insert into stock.stock (variant_id, on_hand)
                    select v.id, given.stock
                    from jsonb_to_recordset($1::jsonb) as given (sku text, stock integer)
                    join catalog.variant v using (sku)
                    where given.stock is not null
                    on conflict (variant_id) do nothing
                    returning variant_id, on_hand
                )
                insert into stock.ledger (variant_id, on_hand_delta, reserved_delta, reason)
                select variant_id, on_hand, 0, 'COUNT' from counted where on_hand > 0
                """, new JsonArray(counts));
    }

    /** Running nodes, of whose cluster this is no member, see from Redis that what they keep is over. */
    @Override
    public void close() {
        cache.drop("catalog", "builds");
        database.close();
        redis.close();
        vertx.close().await();
    }
}
