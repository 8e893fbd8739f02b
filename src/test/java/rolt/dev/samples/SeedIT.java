package rolt.dev.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import rolt.TestServers;
import rolt.platform.Bus;
import rolt.platform.Cache;
import rolt.platform.Config;
import rolt.platform.RedisClient;

class SeedIT {
    private static final String NO_REDIS = "redis://127.0.0.1:1";

    @Test
    void the_sample_can_be_loaded_again() {
        String url = TestServers.emptyDatabase();
        SampleData.load(url, NO_REDIS);
        List<String> once = content(url);
        SampleData.load(url, NO_REDIS);
        forgetWhatIsLoaded(url);
        SampleData.load(url, NO_REDIS);
        assertThat(content(url)).isEqualTo(once).hasSizeGreaterThan(80);
        assertThat(number(url, "select count(*) from builder.build where preset"))
                .isGreaterThanOrEqualTo(6);
    }

    @Test
    void the_ledger_sums_up_to_the_stock() {
        String url = TestServers.emptyDatabase();
        SampleData.load(url, NO_REDIS);
        fill(url, 60);
        assertThat(number(url, "select count(*) from stock.stock where on_hand > 0"))
                .isPositive();
        assertThat(number(url, """
                select count(*) from stock.stock s where on_hand <>
                    coalesce((select sum(on_hand_delta) from stock.ledger l where l.variant_id = s.variant_id), 0)
                """)).isZero();
    }

    @Test
    void generated_products_are_the_same_in_every_run() {
        String first = TestServers.emptyDatabase();
        String second = TestServers.emptyDatabase();
        fill(first, 60);
        fill(second, 25);
        fill(second, 60);
        assertThat(content(first)).isEqualTo(content(second)).hasSize(60);
    }

    @Test
    void fewer_generated_products_hide_the_others() {
        String url = TestServers.emptyDatabase();
        fill(url, 40);
        fill(url, 15);
        assertThat(content(url)).hasSize(40);
        assertThat(number(url, "select count(*) from catalog.product where published"))
                .isEqualTo(15);
    }

    @Test
    void a_seed_ends_what_running_nodes_keep() {
        String redis = TestServers.redis().url();
        assertThat(keptPreset(redis, "before")).isEqualTo("before");
        assertThat(keptPreset(redis, "not asked")).isEqualTo("before");
        new SeedNode(TestServers.emptyDatabase(), redis).close();
        assertThat(keptPreset(redis, "after")).isEqualTo("after");
    }

    /** What a node that has nothing on its heap yet answers. */
    private static String keptPreset(String redisUrl, String computed) {
        Vertx vertx = Vertx.vertx();
        RedisClient redis = new RedisClient(vertx, new Config.Redis(redisUrl));
        try {
            Cache.Slot slot = new Cache.Slot("preset", List.of("builds"), Duration.ofMinutes(1));
            Cache.Entry entry = new Cache.Entry(Buffer.buffer(computed), "\"1\"", "text/plain");
            return new Cache(new Bus(vertx), redis)
                    .get(slot, () -> Future.succeededFuture(entry))
                    .await()
                    .body()
                    .toString();
        } finally {
            redis.close();
            vertx.close().await();
        }
    }

    private static void fill(String url, int products) {
        try (SeedNode node = new SeedNode(url, NO_REDIS)) {
            new GeneratedProducts(node).fill(products);
        }
    }

    private static void forgetWhatIsLoaded(String url) {
        try (SeedNode node = new SeedNode(url, NO_REDIS)) {
            node.database().run("delete from dev.loaded");
        }
    }

    private static List<String> content(String url) {
        try (SeedNode node = new SeedNode(url, NO_REDIS)) {
            return node.database().list("""
                    select p.code || p.name_vi || p.brand || p.specs || p.facets::text || p.price ||
                        (select string_agg(v.sku || v.price || coalesce(s.on_hand, -1), ',' order by v.position)
                            from catalog.variant v left join stock.stock s on s.variant_id = v.id
                            where v.product_id = p.id)
                    from catalog.product p order by p.code
                    """, row -> row.getString(0));
        }
    }

    private static long number(String url, String query) {
        try (SeedNode node = new SeedNode(url, NO_REDIS)) {
            return node.database().find(query, row -> row.getLong(0)).orElseThrow();
        }
    }
}
