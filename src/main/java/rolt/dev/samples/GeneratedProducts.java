package rolt.dev.samples;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.NewProduct;
import rolt.catalog.CatalogMessages.NewVariant;
import rolt.platform.Text;

/**
 * Products in any number, for benchmarks: variations on the sample products, the same in every run. Those of earlier runs
 * are kept, since the ledger of their stock is append-only; what goes beyond the wanted number is no longer published.
 */
final class GeneratedProducts {
    private static final int BATCH = 500;
    private static final Instant OPENING = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(7);

    private final SeedNode node;
    private final Map<Kind, List<NewProduct>> samples = new HashMap<>();

    GeneratedProducts(SeedNode node) {
        this.node = node;
        SampleFiles.newProducts()
                .forEach(sample -> samples.computeIfAbsent(sample.kind(), kind -> new ArrayList<>())
                        .add(sample));
    }

    /** Makes sure that as many generated products are published, and no more. */
    void fill(int wanted) {
        int present = node.database()
                .find("select count(*)::integer from catalog.product where code ^@ 'gen-'", row -> row.getInteger(0))
                .orElseThrow();
        for (int first = present + 1; first <= wanted; first += BATCH) {
            add(IntStream.rangeClosed(first, Math.min(wanted, first + BATCH - 1))
                    .mapToObj(this::product)
                    .toList());
        }
        node.database().run("""
                update catalog.product set published = not published
                where code ^@ 'gen-' and published <> (code <= $1)
                """, code(wanted));
        node.database().run("vacuum analyze catalog.product");
        node.database().run("vacuum analyze catalog.variant");
        node.database().run("vacuum analyze stock.stock");
    }

    private void add(List<NewProduct> products) {
        node.add(products);
        node.countStock(products.stream()
                .filter(product -> product.kind() != Kind.SERVICE)
                .flatMap(product -> product.variants().stream())
                .map(variant -> new JsonObject().put("sku", variant.sku()).put("stock", units(variant)))
                .toList());
    }

    /** From none, for every sixth or so, to 99. */
    private static int units(NewVariant variant) {
        return Math.max(0, Math.floorMod(variant.sku().hashCode(), 120) - 20);
    }

    private static String code(int number) {
        return "gen-%07d".formatted(number);
    }

    /** The number alone decides what a product is like. */
    private NewProduct product(int number) {
        RandomGenerator random = new Random(number * 7919L);
        Kind kind = GeneratedWords.kind(random);
        List<NewProduct> models = samples.get(kind);
        NewProduct model = models.get(random.nextInt(models.size()));
        String brand = GeneratedWords.brand(random);
        Text name = GeneratedWords.name(kind, random);
        double dearness = 0.6 + random.nextDouble() * 1.2;
        return new NewProduct(
                code(number),
                kind,
                brand,
                name,
                GeneratedWords.summary(model.summary(), random),
                model.description(),
                GeneratedWords.vary(kind, model.specs(), random),
                model.variants().stream()
                        .limit(kind == Kind.KEYCAP_SET ? 2 : 4)
                        .map(variant -> variant(number, variant, dearness))
                        .toList(),
                OPENING.plus(STEP.multipliedBy(number)));
    }

    private static NewVariant variant(int number, NewVariant model, double dearness) {
        long price = Math.max(1, Math.round(model.price() * dearness / 1000)) * 1000;
        return new NewVariant("G%d-%s".formatted(number, model.sku()), model.name(), price, slim(model.attributes()));
    }

    /** A hundred thousand copies of whole cap lists would measure the disk. */
    private static Map<String, Object> slim(Map<String, Object> attributes) {
        if (!(attributes.get("caps") instanceof List<?> caps)) {
            return attributes;
        }
        Map<String, Object> slim = new HashMap<>(attributes);
        slim.put("caps", caps.subList(0, Math.min(3, caps.size())));
        return slim;
    }
}
