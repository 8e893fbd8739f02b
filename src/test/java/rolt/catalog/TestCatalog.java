package rolt.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import rolt.TestDomains;
import rolt.catalog.CatalogMessages.ImportProducts;
import rolt.catalog.CatalogMessages.ImportedProducts;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.NewProduct;
import rolt.catalog.CatalogMessages.NewVariant;
import rolt.platform.Caller;
import rolt.platform.Language;
import rolt.platform.Text;

/** The catalogue alone, with nothing in it. */
final class TestCatalog extends TestDomains {
    static final Caller VISITOR = Caller.system("test");
    static final Caller READER = new Caller(null, null, Set.of(), Language.EN, "127.0.0.1", "test");

    TestCatalog() {
        super(Map.of(), List.of(CatalogVerticle::new));
    }

    <T> T call(Caller caller, String operation, Record input, Class<T> answer) {
        return platform().bus().call(caller, operation, input, answer);
    }

    ImportedProducts add(NewProduct... products) {
        return call(VISITOR, "catalog.importProducts", new ImportProducts(List.of(products)), ImportedProducts.class);
    }

    void stock(String sku, int units) {
        database().run("insert into stock.stock select id, $2 from catalog.variant where sku = $1", sku, units);
    }

    /** A service, the kind with the shortest specs, with a variant for each price. */
    static NewProduct service(String code, Text name, String unit, long... prices) {
        Map<String, Object> specs = Map.of(
                "type",
                "ASSEMBLE",
                "unit",
                unit,
                "benchMinutes",
                1,
                "needs",
                List.of(),
                "forbids",
                List.of(),
                "returnable",
                true);
        return product(code, Kind.SERVICE, "ROLT", name, specs, prices);
    }

    static NewProduct product(
            String code, Kind kind, String brand, Text name, Map<String, Object> specs, long... prices) {
        List<NewVariant> variants = IntStream.range(0, prices.length)
                .mapToObj(i -> new NewVariant(
                        code.toUpperCase(Locale.ROOT) + "-" + i,
                        new Text("Loại " + i, "Sort " + i),
                        prices[i],
                        Map.of("pieces", i + 1)))
                .toList();
        Text text = new Text("Tóm tắt", "Summary");
        return new NewProduct(code, kind, brand, name, text, text, specs, variants, null);
    }
}
