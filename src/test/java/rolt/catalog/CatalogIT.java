package rolt.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static rolt.catalog.TestCatalog.READER;
import static rolt.catalog.TestCatalog.VISITOR;
import static rolt.catalog.TestCatalog.service;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolt.catalog.CatalogMessages.Facet;
import rolt.catalog.CatalogMessages.FacetChoice;
import rolt.catalog.CatalogMessages.GetProduct;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.ListProducts;
import rolt.catalog.CatalogMessages.ListVariants;
import rolt.catalog.CatalogMessages.NewProduct;
import rolt.catalog.CatalogMessages.Product;
import rolt.catalog.CatalogMessages.ProductItem;
import rolt.catalog.CatalogMessages.ProductList;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.catalog.CatalogMessages.Suggest;
import rolt.catalog.CatalogMessages.Suggestion;
import rolt.catalog.CatalogMessages.Suggestions;
import rolt.catalog.CatalogMessages.Variant;
import rolt.catalog.CatalogMessages.VariantList;
import rolt.platform.Caller;
import rolt.platform.Problem;
import rolt.platform.Text;

class CatalogIT {
    private static TestCatalog catalog;

    @BeforeAll
    static void fill() {
        catalog = new TestCatalog();
        catalog.add(
                caps("sen", "Mây Trắng", new Text("Sen Đầu Hạ", "First Lotus"), "SA", 300_000, 250_000),
                caps("nui", "Mây Trắng", new Text("Núi Trong Mây", "Mountain in Cloud"), "CHERRY", 400_000),
                caps("bien", "Kestrel", new Text("Biển Đêm", "Night Sea"), "SA", 500_000),
                caps("de", "O'Brien \\ Sons", new Text("Dế Mèn", "Cricket"), "OEM", 600_000),
                service("han", new Text("Hàn Mạch", "Soldering"), "PER_BOARD", 90_000));
        catalog.stock("SEN-0", 0);
        catalog.stock("SEN-1", 7);
        catalog.stock("NUI-0", 0);
    }

    @ParameterizedTest
    @CsvSource({
        "bien dem, bien",
        "Biển Đêm, bien",
        "BIÊN ĐÊM, bien",
        "night sea, bien",
        "biển, bien",
        "kestrl, bien",
        "mountian, nui",
        "clou, nui",
        "Dế Mèn, de",
        "de men, de",
        "nui may, nui"
    })
    void a_product_is_found_without_diacritics_and_in_spite_of_slips(String q, String code) {
        assertThat(codes(search(q))).first().isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"xyzzy", "'???'", "biển núi", "'; drop table'", "'!!! & | :*'"})
    void what_nothing_has_finds_nothing(String q) {
        assertThat(codes(search(q))).isEmpty();
    }

    @Test
    void a_facets_own_choice_does_not_narrow_its_counts() {
        ProductList list = list(new ListProducts(
                Kind.ARTISAN, null, List.of("Mây Trắng"), List.of("profile:SA"), null, null, null, null, null, null));
        assertThat(codes(list)).containsExactly("sen");
        assertThat(list.total()).isEqualTo(1);
        assertThat(choices(list, "profile"))
                .extracting(FacetChoice::value, FacetChoice::count, FacetChoice::chosen)
                .containsExactlyInAnyOrder(tuple("SA", 1, true), tuple("CHERRY", 1, false));
        assertThat(choices(list, "brand"))
                .extracting(FacetChoice::value, FacetChoice::count, FacetChoice::chosen)
                .containsExactlyInAnyOrder(tuple("Mây Trắng", 1, true), tuple("Kestrel", 1, false));
        assertThat(choices(list, "motif")).extracting(FacetChoice::label).containsExactly("Hoa sen");
    }

    @Test
    void several_choices_widen() {
        ProductList list = list(new ListProducts(
                Kind.ARTISAN, null, null, List.of("profile:SA", "profile:OEM"), null, null, null, "price", null, null));
        assertThat(codes(list)).containsExactly("sen", "bien", "de");
    }

    @Test
    void a_chosen_value_that_nothing_has_stays_on_offer() {
        ProductList list =
                list(new ListProducts(Kind.ARTISAN, null, List.of("Nobody"), null, null, null, null, null, null, null));
        assertThat(list.items()).isEmpty();
        assertThat(choices(list, "brand")).contains(new FacetChoice("Nobody", "Nobody", 0, true));
    }

    @Test
    void a_brand_may_hold_any_character() {
        ProductList list = list(
                new ListProducts(null, null, List.of("O'Brien \\ Sons"), null, null, null, null, null, null, null));
        assertThat(codes(list)).containsExactly("de");
    }

    @Test
    void price_means_the_cheapest_variant() {
        ProductList list =
                list(new ListProducts(Kind.ARTISAN, null, null, null, 250_000L, 400_000L, null, "-price", null, null));
        assertThat(list.items())
                .extracting(ProductItem::code, ProductItem::priceFrom, ProductItem::priceTo)
                .containsExactly(tuple("nui", 400_000L, 400_000L), tuple("sen", 250_000L, 300_000L));
    }

    @Test
    void what_is_sold_out_can_be_left_out() {
        ProductList all = list(ListProducts.of(null));
        assertThat(all.items())
                .filteredOn(item -> !item.available())
                .extracting(ProductItem::code)
                .containsExactly("nui");
        ProductList list = list(new ListProducts(null, null, null, null, null, null, true, null, null, null));
        assertThat(codes(list)).containsExactlyInAnyOrder("sen", "bien", "de", "han");
    }

    @Test
    void everything_is_told_in_the_callers_language() {
        Product vi = product(VISITOR, "sen");
        Product en = product(READER, "sen");
        assertThat(vi.name()).isEqualTo("Sen Đầu Hạ");
        assertThat(en.name()).isEqualTo("First Lotus");
        assertThat(en.variants()).extracting(Variant::name).containsExactly("Sort 0", "Sort 1");
        ProductList list =
                catalog.call(READER, "catalog.listProducts", ListProducts.of(Kind.ARTISAN), ProductList.class);
        assertThat(list.facets()).extracting(Facet::label).contains("Brand", "Profile");
        assertThat(list.items().getLast().highlights()).contains("SA", "Lotus");
    }

    @Test
    void a_product_tells_its_variants_and_what_is_left_of_them() {
        Product product = product(VISITOR, "sen");
        assertThat(product.variants())
                .extracting(Variant::sku, Variant::price, Variant::available)
                .containsExactly(tuple("SEN-0", 300_000L, 0), tuple("SEN-1", 250_000L, 7));
        assertThat(product.specs()).containsEntry("motif", "LOTUS");
        assertThat(product(VISITOR, "han").variants().getFirst().available()).isNull();
    }

    @Test
    void an_unknown_code_is_not_found() {
        assertThatThrownBy(() -> product(VISITOR, "nothing"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }

    @Test
    void a_product_that_has_nothing_to_sell_is_not_found() {
        catalog.database().run("""
                insert into catalog.product (code, kind, brand, name_vi, name_en, summary_vi, summary_en,
                    description_vi, description_en)
                values ('bare', 'ACCESSORY', 'Thử', 'Chưa có loại', 'No variant', '', '', '', '')
                """);
        assertThatThrownBy(() -> product(VISITOR, "bare"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }

    @Test
    void a_bad_cursor_is_named() {
        ListProducts input = new ListProducts(null, null, null, null, null, null, null, null, null, "bad");
        assertThatThrownBy(() -> list(input)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.violations())
                    .singleElement()
                    .satisfies(v -> assertThat(v.field()).isEqualTo("after"));
        });
    }

    @Test
    void variants_are_found_by_id_and_by_sku_in_one_answer() {
        UUID id = product(VISITOR, "nui").variants().getFirst().id();
        VariantList list = catalog.call(
                VISITOR,
                "catalog.listVariants",
                new ListVariants(List.of(id, UUID.randomUUID()), List.of("SEN-1", "NONE")),
                VariantList.class);
        assertThat(list.items())
                .extracting(SoldVariant::sku, SoldVariant::code, SoldVariant::price, SoldVariant::available)
                .containsExactlyInAnyOrder(tuple("NUI-0", "nui", 400_000L, 0), tuple("SEN-1", "sen", 250_000L, 7));
        assertThat(list.items())
                .extracting(variant -> variant.specs().get("motif"))
                .containsOnly("LOTUS");
    }

    @Test
    void names_are_suggested_while_one_types() {
        Suggestions suggestions = catalog.call(VISITOR, "catalog.suggest", new Suggest("bien d"), Suggestions.class);
        assertThat(suggestions.items())
                .extracting(Suggestion::code, Suggestion::name)
                .containsExactly(tuple("bien", "Biển Đêm"));
    }

    @Test
    void specs_that_break_the_contract_are_refused_by_name() {
        assertThatThrownBy(() -> catalog.add(service("bad", new Text("Sai", "Bad"), "PER_MOON", 1_000)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.violations())
                                .singleElement()
                                .satisfies(v -> assertThat(v.field()).isEqualTo("products.0.specs.unit")));
    }

    @Test
    void importing_again_changes_what_is_there() {
        catalog.add(service("doi", new Text("Cũ", "Old"), "PER_BOARD", 9_000));
        catalog.add(service("doi", new Text("Mới", "New"), "PER_SWITCH", 5_000));
        assertThat(product(VISITOR, "doi").name()).isEqualTo("Mới");
        ProductList list = search("moi");
        assertThat(list.items())
                .extracting(ProductItem::code, ProductItem::priceFrom)
                .containsExactly(tuple("doi", 5_000L));
        catalog.database().run("delete from catalog.product where code = 'doi'");
    }

    private static NewProduct caps(String code, String brand, Text name, String profile, long... prices) {
        Map<String, Object> colours = Map.of("body", "#000000", "motif", "#111111", "glow", "#222222");
        return TestCatalog.product(
                code,
                Kind.ARTISAN,
                brand,
                name,
                Map.of(
                        "mount",
                        "MX",
                        "profile",
                        profile,
                        "row",
                        "F",
                        "w",
                        1,
                        "h",
                        1,
                        "artist",
                        "A",
                        "editionSize",
                        9,
                        "motif",
                        "LOTUS",
                        "colours",
                        colours),
                prices);
    }

    private static Product product(Caller caller, String code) {
        return catalog.call(caller, "catalog.getProduct", new GetProduct(code), Product.class);
    }

    private static ProductList search(String q) {
        return list(new ListProducts(null, q, null, null, null, null, null, null, null, null));
    }

    private static ProductList list(ListProducts input) {
        return catalog.call(VISITOR, "catalog.listProducts", input, ProductList.class);
    }

    private static List<String> codes(ProductList list) {
        return list.items().stream().map(ProductItem::code).toList();
    }

    private static List<FacetChoice> choices(ProductList list, String facet) {
        return list.facets().stream()
                .filter(f -> f.name().equals(facet))
                .findFirst()
                .orElseThrow()
                .choices();
    }
}
