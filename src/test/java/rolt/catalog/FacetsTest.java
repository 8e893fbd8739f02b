package rolt.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.ListProducts;
import rolt.platform.Language;
import rolt.platform.Problem;

class FacetsTest {
    private static final JsonObject SCHEMAS =
            SpecsSchemas.document().getJsonObject("components").getJsonObject("schemas");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_facet_is_told_by_the_specs_of_its_kind(Kind kind) {
        JsonObject specs = SCHEMAS.getJsonObject(SpecsSchemas.name(kind)).getJsonObject("properties");
        assertThat(rules(kind))
                .allSatisfy(rule -> assertThat(specs.fieldNames()).contains(rule.path()));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void no_value_is_shown_as_a_constant(Kind kind) {
        JsonObject specs = SCHEMAS.getJsonObject(SpecsSchemas.name(kind)).getJsonObject("properties");
        rules(kind)
                .forEach(rule -> assertThat(values(specs.getJsonObject(rule.path())))
                        .allSatisfy(value -> assertThat(FacetWords.of(rule.name(), value, Language.VI))
                                .doesNotContain("_")
                                .doesNotContain("NONE")));
    }

    @Test
    void a_product_is_found_by_what_its_specs_tell() {
        Map<String, Object> specs =
                Map.of("formFactor", "TKL", "hotSwap", "NONE", "firmware", List.of("QMK", "VIA"), "weight", 900);
        assertThat(Facets.values(Kind.KIT, "Mây Trắng", specs))
                .containsExactlyInAnyOrder(
                        "kind:KIT", "brand:Mây Trắng", "size:TKL", "hotSwap:NONE", "firmware:QMK", "firmware:VIA");
    }

    @Test
    void choices_of_one_facet_widen_and_facets_narrow() {
        Choices choices = Choices.of(wanted(List.of("ROLT"), List.of("size:SIXTY", "hotSwap:NONE", "size:TKL")));
        assertThat(choices.query())
                .isEqualTo("'=kind:KIT' & ('=brand:ROLT') & ('=size:SIXTY' | '=size:TKL') & ('=hotSwap:NONE')");
        assertThat(choices.queryWithout("size")).isEqualTo("'=kind:KIT' & ('=brand:ROLT') & ('=hotSwap:NONE')");
    }

    @Property
    void a_brand_never_leaves_its_quotes(@ForAll String brand) {
        String query = Choices.of(wanted(List.of(brand), List.of())).query();
        String quoted = query.substring("'=kind:KIT' & ('".length(), query.length() - "')".length());
        assertThat(quoted.replace("''", "").replace("\\\\", "")).doesNotContain("'", "\\");
    }

    @Test
    void an_unknown_facet_is_refused() {
        assertThatThrownBy(() -> Choices.of(wanted(null, List.of("colour:RED"))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.violations())
                                .singleElement()
                                .satisfies(v -> assertThat(v.field()).isEqualTo("facet")));
    }

    private static List<Facets.Rule> rules(Kind kind) {
        return Facets.of(kind).stream().filter(rule -> !rule.path().isEmpty()).toList();
    }

    private static List<String> values(JsonObject schema) {
        if (schema.containsKey("$ref")) {
            String ref = schema.getString("$ref");
            return values(SCHEMAS.getJsonObject(ref.substring(ref.lastIndexOf('/') + 1)));
        }
        return switch (schema.getString("type")) {
            case "array" -> values(schema.getJsonObject("items"));
            case "boolean" -> List.of("true", "false");
            default -> schema.getJsonArray("enum").stream().map(String::valueOf).toList();
        };
    }

    private static ListProducts wanted(List<String> brands, List<String> facets) {
        return new ListProducts(Kind.KIT, null, brands, facets, null, null, null, null, null, null);
    }
}
