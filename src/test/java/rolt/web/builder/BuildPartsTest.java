package rolt.web.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rolt.builder.BuilderMessages.Pick;
import rolt.builder.BuilderMessages.Selection;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.Product;
import rolt.catalog.CatalogMessages.Variant;

class BuildPartsTest {
    private static final Product RIVER =
            product("river", Kind.KIT, variant("RIVER-BLACK", 0, 9), variant("RIVER-RED", 0, 9));
    private static final Product HILL = product("hill", Kind.KIT, variant("HILL-GREY", 0, 9));
    private static final Product MIST = product(
            "mist",
            Kind.SWITCH,
            variant("MIST-10", 45_000, 90),
            variant("MIST-70", 290_000, 5),
            variant("MIST-90", 373_000, 0));
    private static final Product RAIN = product("rain", Kind.SWITCH, variant("RAIN-10", 50_000, 90));
    private static final Product FOG = product("fog", Kind.SWITCH, variant("FOG-10", 50_000, 90));
    private static final Product GLAZE =
            product("glaze", Kind.KEYCAP_SET, variant("GLAZE-BASE", 0, 9), variant("GLAZE-NOV", 0, 9));
    private static final Product DUSK = product("dusk", Kind.KEYCAP_SET, variant("DUSK-BASE", 0, 9));

    @Test
    void a_product_stands_for_its_first_variant() {
        assertThat(selection("kit", "river", "caps", "glaze").kitSku()).isEqualTo("RIVER-BLACK");
        assertThat(selection("caps", "glaze").keycapSkus()).containsExactly("GLAZE-BASE");
    }

    @Test
    void a_product_ticked_in_the_form_replaces_the_one_before() {
        assertThat(selection("kit", "RIVER-RED", "kit.of", "hill").kitSku()).isEqualTo("HILL-GREY");
        assertThat(selection("caps", "GLAZE-BASE", "caps", "GLAZE-NOV", "caps.of", "dusk")
                        .keycapSkus())
                .containsExactly("DUSK-BASE");
    }

    @Test
    void a_product_ticked_already_keeps_its_variants() {
        assertThat(selection("kit", "RIVER-RED", "kit.of", "river").kitSku()).isEqualTo("RIVER-RED");
        assertThat(selection("caps", "GLAZE-NOV", "caps.of", "glaze").keycapSkus())
                .containsExactly("GLAZE-NOV");
    }

    @Test
    void options_of_the_kit_before_mean_nothing() {
        assertThat(parts("kit.of", "hill", "o.of", "river", "o0", "1").choices())
                .isEmpty();
        assertThat(parts("kit.of", "river", "o.of", "river", "o0", "1").choices())
                .containsExactly(1);
        assertThat(parts("kit", "RIVER-RED", "o", "1").choices()).containsExactly(1);
    }

    @Test
    void switches_come_in_the_cheapest_pack_that_is_there() {
        assertThat(BuildParts.cheapestPack(MIST, 61)).isEqualTo("MIST-70");
        assertThat(BuildParts.cheapestPack(MIST, 18)).isEqualTo("MIST-10");
        assertThat(BuildParts.cheapestPack(MIST, 87)).isEqualTo("MIST-10");
        assertThat(selection("sw.of", "mist").switches()).containsExactly(new Pick("MIST-70", null));
    }

    @Test
    void a_switch_ticked_beside_another_is_for_few_keys_and_the_other_for_the_rest() {
        assertThat(selection("sw", "MIST-70:1", "sw.and", "rain").switches())
                .containsExactly(new Pick("MIST-70", null), new Pick("RAIN-10", null, 1));
        assertThat(selection("sw", "mist::3", "sw", "RAIN-10", "sw.and", "fog,river")
                        .switches())
                .containsExactly(new Pick("FOG-10", null, 1), new Pick("MIST-10", null, 3), new Pick("RAIN-10", null));
    }

    @Test
    void a_switch_left_alone_is_for_all_keys() {
        assertThat(selection("sw", "MIST-70:2:12").switches()).containsExactly(new Pick("MIST-70", 2));
    }

    @Test
    void what_is_unknown_or_out_of_place_is_left_out() {
        assertThat(selection("kit", "MIST-70", "sw", "RIVER-RED", "caps", "NOTHING-1"))
                .isEqualTo(Selection.NONE);
        assertThat(parts("kit", "RIVER-RED", "caps", "NOTHING-1", "sv", "GLAZE-BASE")
                        .unknown())
                .containsExactly("NOTHING-1", "GLAZE-BASE");
    }

    private static Selection selection(String... query) {
        return parts(query).selection(null);
    }

    private static BuildParts parts(String... query) {
        MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < query.length; i += 2) {
            parameters.add(query[i], query[i + 1]);
        }
        return new BuildParts(BuildAddress.read(parameters), List.of(RIVER, HILL, MIST, RAIN, FOG, GLAZE, DUSK));
    }

    private static Product product(String code, Kind kind, Variant... variants) {
        return new Product(null, code, kind, "ROLT", code, "", "", Map.of(), List.of(variants), null);
    }

    private static Variant variant(String sku, long price, int available) {
        int size = Integer.parseInt("0" + sku.replaceAll("\\D", ""));
        Map<String, Object> attributes = size == 0 ? Map.of() : Map.of("packSize", size);
        return new Variant(null, sku, sku, price, available, attributes);
    }
}
