package rolt.dev.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleDataTest {
    private static final Map<String, String> SPECS = Map.of(
            "SWITCH", "SwitchSpecs",
            "KEYCAP_SET", "KeycapSetSpecs",
            "ARTISAN", "ArtisanSpecs",
            "ACCESSORY", "AccessorySpecs",
            "SERVICE", "ServiceSpecs");
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "SWITCH", "SwitchVariantAttributes",
            "KEYCAP_SET", "KeycapKitAttributes",
            "ARTISAN", "ArtisanVariantAttributes",
            "ACCESSORY", "AccessoryVariantAttributes",
            "SERVICE", "ServiceVariantAttributes");
    private static final Set<String> PRESET_KITS = Set.of("song60", "may65", "bao75", "truong-son");

    @Test
    void the_shelves_are_full_enough_to_look_like_a_shop() {
        assertThat(SampleYaml.list("switches")).hasSizeGreaterThanOrEqualTo(16);
        assertThat(SampleYaml.list("keycaps")).hasSizeGreaterThanOrEqualTo(14);
        assertThat(SampleYaml.list("artisans")).hasSizeGreaterThanOrEqualTo(8);
        assertThat(SampleYaml.list("accessories")).hasSizeGreaterThanOrEqualTo(16);
        assertThat(SampleYaml.list("services")).hasSizeGreaterThanOrEqualTo(8);
        assertThat(SampleYaml.list("presets")).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void codes_and_skus_are_unique_and_fit_an_address() {
        assertThat(SampleYaml.products().map(product -> text(product, "code")))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(variants().map(variant -> text(variant, "sku")))
                .doesNotHaveDuplicates()
                .allMatch(sku -> sku.matches("[A-Z0-9]+(-[A-Z0-9]+)*"));
    }

    @Test
    void every_text_is_told_in_vietnamese_and_english() {
        List<String> untold = new ArrayList<>();
        SampleYaml.products().forEach(product -> {
            Stream.of("name", "summary", "description").forEach(field -> check(product, field, untold));
            product.path("variants").forEach(variant -> check(variant, "name", untold));
        });
        SampleYaml.list("presets").forEach(preset -> {
            check(preset, "title", untold);
            check(preset, "text", untold);
        });
        assertThat(untold).isEmpty();
    }

    @Test
    void every_specs_satisfies_the_schema_of_its_kind() {
        Map<String, Validator> validators = validators(SPECS);
        assertThat(SampleYaml.products()
                        .flatMap(product -> errors(
                                validators.get(text(product, "kind")), product.path("specs"), text(product, "code"))))
                .isEmpty();
    }

    @Test
    void every_variants_attributes_satisfy_the_schema_of_its_kind() {
        Map<String, Validator> validators = validators(ATTRIBUTES);
        assertThat(SampleYaml.products()
                        .flatMap(product -> product.path("variants")
                                .valueStream()
                                .flatMap(variant -> errors(
                                        validators.get(text(product, "kind")),
                                        variant.path("attributes"),
                                        text(variant, "sku")))))
                .isEmpty();
    }

    @Test
    void the_schemas_refuse_what_they_do_not_know() {
        Validator validator = validators(SPECS).get("ACCESSORY");
        assertThat(validator.validate(new JsonObject("{\"type\":\"SCREW\"}")).getValid())
                .isTrue();
        assertThat(validator
                        .validate(new JsonObject("{\"type\":\"SCREW\",\"magic\":1}"))
                        .getValid())
                .isFalse();
        assertThat(validator.validate(new JsonObject("{\"type\":\"CABLE\"}")).getValid())
                .isFalse();
    }

    @Test
    void everything_has_a_price_and_all_but_services_a_stock() {
        SampleYaml.products()
                .forEach(product -> product.path("variants").forEach(variant -> {
                    assertThat(variant.path("price").asLong())
                            .as(text(variant, "sku"))
                            .isPositive();
                    assertThat(variant.has("stock"))
                            .as(text(variant, "sku"))
                            .isEqualTo(!text(product, "kind").equals("SERVICE"));
                    assertThat(variant.path("stock").asLong())
                            .as(text(variant, "sku"))
                            .isNotNegative();
                }));
    }

    @Test
    void no_more_artisans_are_in_stock_than_were_made() {
        SampleYaml.list("artisans")
                .forEach(artisan -> assertThat(artisan.path("variants")
                                .valueStream()
                                .mapToInt(variant -> variant.path("stock").asInt())
                                .sum())
                        .as(text(artisan, "code"))
                        .isLessThanOrEqualTo(artisan.at("/specs/editionSize").asInt()));
    }

    @Test
    void a_force_curve_runs_downwards_to_the_whole_travel() {
        SampleYaml.list("switches").forEach(product -> {
            List<Double> travel = product.at("/specs/forceCurve")
                    .valueStream()
                    .map(point -> point.path("mm").asDouble())
                    .toList();
            assertThat(travel).as(text(product, "code")).isSorted().doesNotHaveDuplicates();
            assertThat(travel.getLast())
                    .isEqualTo(product.at("/specs/totalTravel").asDouble());
        });
    }

    @Test
    void a_preset_names_skus_that_are_on_the_shelf() {
        Set<String> skus = variants().map(variant -> text(variant, "sku")).collect(Collectors.toSet());
        SampleYaml.list("presets").forEach(preset -> {
            assertThat(preset.at("/kit/code").asText()).isIn(PRESET_KITS);
            assertThat(skus).contains(text(preset, "switch"));
            Stream.of("keycaps", "accessories", "services")
                    .flatMap(part -> preset.path(part).valueStream())
                    .forEach(sku -> assertThat(skus).contains(sku.asText()));
        });
    }

    private static Stream<JsonNode> variants() {
        return SampleYaml.products().flatMap(product -> product.path("variants").valueStream());
    }

    private static void check(JsonNode node, String field, List<String> untold) {
        for (String language : List.of("vi", "en")) {
            if (node.path(field).path(language).asText().isBlank()) {
                untold.add(node.path("code").asText(node.path("sku").asText()) + " " + field + " " + language);
            }
        }
    }

    private static Map<String, Validator> validators(Map<String, String> schemas) {
        JsonSchemaOptions options =
                new JsonSchemaOptions().setBaseUri("rolt://contract").setDraft(Draft.DRAFT202012);
        options.setOutputFormat(OutputFormat.Basic);
        return schemas.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, schema -> {
            JsonObject document = SampleYaml.contract().put("$ref", "#/components/schemas/" + schema.getValue());
            return Validator.create(JsonSchema.of(document), options);
        }));
    }

    private static Stream<String> errors(Validator validator, JsonNode value, String of) {
        OutputUnit result = validator.validate(new JsonObject(value.toString()));
        return result.getValid()
                ? Stream.empty()
                : result.getErrors().stream()
                        .map(error -> of + " " + error.getInstanceLocation() + ": " + error.getError());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
