package rolt.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.catalog.TestCatalog.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.ListProducts;
import rolt.catalog.CatalogMessages.NewProduct;
import rolt.catalog.CatalogMessages.ProductItem;
import rolt.catalog.CatalogMessages.ProductList;
import rolt.platform.Text;

/** Pages over random products with many ties, both where all matches are counted and where they are too many. */
class PagingIT {
    private static final int PRODUCTS = 300;
    private static final int FEW = 20;
    private static final List<String> WORDS = List.of("Sương", "Mây", "Núi", "Đêm", "Ấm", "ấm", "Áo", "Biển");

    private static TestCatalog catalog;

    @BeforeAll
    static void fill() {
        catalog = new TestCatalog();
        Random random = new Random(11);
        catalog.add(
                IntStream.range(0, PRODUCTS).mapToObj(i -> product(i, random)).toArray(NewProduct[]::new));
    }

    private static NewProduct product(int number, Random random) {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        String unit = random.nextBoolean() ? "PER_BOARD" : "PER_SWITCH";
        NewProduct service = service("p" + number, new Text(word + " chung", word), unit, 1_000 + random.nextInt(9));
        return new NewProduct(
                service.code(),
                service.kind(),
                service.brand(),
                service.name(),
                new Text(random.nextBoolean() ? "chung" : "", ""),
                service.description(),
                service.specs(),
                service.variants(),
                Instant.EPOCH.plusNanos(random.nextInt(50) * 1_000L));
    }

    static Stream<Arguments> orders() {
        return Stream.of("relevance", "newest", "price", "-price", "name")
                .flatMap(sort -> Stream.of(FEW, SearchRepository.COUNTED)
                        .flatMap(counted -> Stream.of(
                                Arguments.of(sort, counted, null, Kind.SERVICE, List.of()),
                                Arguments.of(sort, counted, "chung", null, List.of()),
                                Arguments.of(sort, counted, "chng", null, List.of("unit:PER_BOARD")))));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void pages_show_every_product_exactly_once_and_in_order(
            String sort, int counted, String q, Kind kind, List<String> facets) {
        CatalogService service = new CatalogService(
                new CatalogRepository(catalog.database()),
                new SearchRepository(catalog.database(), counted),
                SpecsSchemas.load(),
                catalog.platform().cache());
        List<ProductItem> seen = new ArrayList<>();
        ProductList page = null;
        do {
            String after = page == null ? null : page.next();
            page = service.listProducts(
                    TestCatalog.VISITOR, new ListProducts(kind, q, null, facets, null, null, null, sort, 7, after));
            seen.addAll(page.items());
        } while (page.next() != null);

        int expected = catalog.database()
                .find(
                        "select count(*)::integer from catalog.product where $1 = '' or $1 = any(facets)",
                        row -> row.getInteger(0),
                        facets.isEmpty() ? "" : facets.getFirst())
                .orElseThrow();
        assertThat(seen).hasSize(expected).doesNotHaveDuplicates();
        if (sort.endsWith("price")) {
            Comparator<Long> order = sort.equals("price") ? Comparator.naturalOrder() : Comparator.reverseOrder();
            assertThat(seen).extracting(ProductItem::priceFrom).isSortedAccordingTo(order);
        }
        assertThat(page.total()).isEqualTo(Math.min(expected, counted));
    }
}
