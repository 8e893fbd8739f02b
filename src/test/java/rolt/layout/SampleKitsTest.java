package rolt.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.layout.Layouts.combinations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import rolt.drawing.Colourway;
import rolt.drawing.KeyboardSvg;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.layout.LayoutMessages.StabiliserCount;

class SampleKitsTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final List<JsonNode> KITS =
            read("/dev/sample/kits.yaml").valueStream().toList();

    /** Counted by hand on the keyboards themselves. */
    @ParameterizedTest
    @CsvSource({
        "song60, '', 61",
        "hong-ha60, '', 61",
        "hong-ha60, '1 1 1 1', 64",
        "hong-ha60, '0 0 0 0 1', 60",
        "hong-ha60, '0 0 0 0 2', 58",
        "may65, '', 68",
        "may65, '1', 69",
        "may65, '0 1', 67",
        "nang68, '', 68",
        "bao75, '', 81",
        "bao75, '1', 83",
        "suong75, '', 84",
        "truong-son, '', 87",
        "truong-son, '1 1 1 1', 88",
        "fansipan, '', 85",
        "fansipan, '1 1 1', 89",
        "hai-dang, '', 87",
        "ha-long, '', 98",
        "ha-long, '1 1 1', 101",
        "cuu-long, '', 104",
        "cuu-long, '1 1', 105",
        "sai-canh, '', 65",
        "sai-canh, '1', 66",
        "luy-tre, '', 60",
        "luy-tre, '1', 60",
        "da-giang, '', 69",
        "hai-dong, '', 64",
        "hai-dong, '2', 62",
        "hai-dong, '0 1', 65",
        "set60, '', 61",
        "hat40, '', 47",
        "hat40, '1', 48",
    })
    void a_kit_has_its_true_switch_count(String code, String choices, int switches) {
        var chosen = Stream.of(choices.split(" "))
                .filter(choice -> !choice.isEmpty())
                .map(Integer::valueOf)
                .toList();
        assertThat(layout(kit(code)).board(chosen).switchCount()).isEqualTo(switches);
    }

    @ParameterizedTest
    @MethodSource("kits")
    void every_choice_fits_without_caps_colliding(JsonNode kit) {
        var layout = layout(kit);
        var size = layout.board();
        for (var choices : combinations(layout)) {
            var board = layout.board(choices);
            assertThat(Overlaps.of(board)).as("%s", choices).isEmpty();
            assertThat(List.of(board.width(), board.height()))
                    .as("%s", choices)
                    .containsExactly(size.width(), size.height());
        }
    }

    @ParameterizedTest
    @MethodSource("kits")
    void the_options_are_named_choice_by_choice(JsonNode kit) {
        assertThat(layout(kit).options().stream().map(Layout.Option::words).toList())
                .isEqualTo(spec(kit).options());
    }

    @ParameterizedTest
    @MethodSource("kits")
    void a_kit_satisfies_its_contract(JsonNode kit) {
        assertThat(violations("KitSpecs", kit.get("specs"))).isEmpty();
        for (var variant : kit.get("variants")) {
            assertThat(violations("KitVariantAttributes", variant.get("attributes")))
                    .isEmpty();
        }
    }

    @Test
    void a_kit_outside_its_contract_is_refused() {
        ObjectNode specs = KITS.getFirst().get("specs").deepCopy();
        assertThat(violations("KitSpecs", specs.deepCopy().put("switchCount", 61)))
                .isNotEmpty();
        assertThat(violations("KitSpecs", specs.deepCopy().put("mounting", "GLUE")))
                .isNotEmpty();
        assertThat(violations("KitSpecs", specs.deepCopy().put("connector", "USB_D")))
                .isNotEmpty();
        assertThat(violations("KitSpecs", specs.without(List.of("sockets")))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("kits")
    void every_variant_is_drawn_in_its_colours(JsonNode kit) throws IOException {
        for (var variant : kit.get("variants")) {
            var attributes = variant.get("attributes");
            var caps = YAML.treeToValue(attributes.get("capColours"), Colourway.class);
            var svg = KeyboardSvg.draw(
                    layout(kit).board(), caps, attributes.get("caseColour").asText(), "Kit");
            assertThat(svg).contains(caps.base(), caps.accent()).hasSizeLessThan(32_000);
        }
    }

    @Test
    void codes_and_skus_are_unique_and_prices_are_those_of_the_market() {
        var variants =
                KITS.stream().flatMap(kit -> kit.get("variants").valueStream()).toList();
        assertThat(KITS).hasSizeGreaterThanOrEqualTo(12);
        assertThat(KITS).extracting(kit -> kit.get("code").asText()).doesNotHaveDuplicates();
        assertThat(variants).extracting(variant -> variant.get("sku").asText()).doesNotHaveDuplicates();
        assertThat(variants)
                .extracting(variant -> variant.get("price").asLong())
                .allSatisfy(price -> assertThat(price).isBetween(1_400_000L, 9_000_000L));
    }

    @Test
    void stabilisers_follow_the_choice() {
        var layout = layout(kit("hong-ha60"));
        assertThat(layout.board().stabilisers())
                .containsExactly(new StabiliserCount(2, 4), new StabiliserCount(6.25, 1));
        assertThat(layout.board(List.of(1, 1, 1, 1, 2)).stabilisers())
                .containsExactly(new StabiliserCount(2, 1), new StabiliserCount(7, 1));
    }

    private static List<JsonNode> kits() {
        return KITS;
    }

    private static JsonNode kit(String code) {
        return KITS.stream()
                .filter(kit -> kit.get("code").asText().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Layout layout(JsonNode kit) {
        return Layout.of(spec(kit));
    }

    private static LayoutSpec spec(JsonNode kit) {
        return YAML.convertValue(kit.get("specs").get("layout"), LayoutSpec.class);
    }

    private static List<String> violations(String schema, JsonNode value) {
        var components = new JsonObject();
        for (var file : List.of("/contract/specs-kit.yaml", "/contract/specs-parts.yaml")) {
            components.mergeIn(new JsonObject(read(file).toString()), true);
        }
        var document = components.put("$ref", "#/components/schemas/" + schema);
        var options = new JsonSchemaOptions()
                .setBaseUri("https://rolt.shop/")
                .setDraft(Draft.DRAFT202012)
                .setOutputFormat(OutputFormat.Basic);
        OutputUnit result =
                Validator.create(JsonSchema.of(document), options).validate(new JsonObject(value.toString()));
        var faults = new ArrayList<String>();
        if (!result.getValid()) {
            result.getErrors().forEach(error -> faults.add(error.getInstanceLocation() + " " + error.getError()));
        }
        return faults;
    }

    private static JsonNode read(String resource) {
        try (var file = SampleKitsTest.class.getResourceAsStream(resource)) {
            return YAML.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
