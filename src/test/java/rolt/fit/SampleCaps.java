package rolt.fit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import rolt.fit.Part.Sold;
import rolt.layout.Layout;
import rolt.layout.LayoutMessages.LayoutSpec;

/** The keyboard kits and keycap kits of the sample catalogue. */
final class SampleCaps {
    private static final YAMLMapper YAML = new YAMLMapper();
    static final List<Kit> KITS = products("kits").stream()
            .map(kit -> SampleCaps.kit(kit, kit.get("variants").get(0)))
            .toList();
    static final List<KeycapKit> CAPS = products("keycaps").stream()
            .flatMap(set -> set.get("variants").valueStream().map(kit -> SampleCaps.caps(set, kit)))
            .toList();

    private SampleCaps() {}

    static Kit kit(String code) {
        return KITS.stream()
                .filter(kit -> kit.sold().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    static KeycapKit caps(String sku) {
        return CAPS.stream().filter(kit -> kit.sku().equals(sku)).findFirst().orElseThrow();
    }

    private static List<JsonNode> products(String file) {
        try (var yaml = SampleCaps.class.getResourceAsStream("/dev/sample/" + file + ".yaml")) {
            return YAML.readTree(yaml).valueStream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kit kit(JsonNode product, JsonNode variant) {
        var layout = Layout.of(YAML.convertValue(product.get("specs").get("layout"), LayoutSpec.class));
        return Kit.of(sold(product, variant), map(product.get("specs")), map(variant.get("attributes")), layout);
    }

    private static KeycapKit caps(JsonNode product, JsonNode variant) {
        return KeycapKit.of(sold(product, variant), map(product.get("specs")), map(variant.get("attributes")));
    }

    private static Sold sold(JsonNode product, JsonNode variant) {
        return new Sold(
                variant.get("sku").asText(),
                product.get("code").asText(),
                variant.get("price").asLong(),
                variant.get("stock").asInt());
    }

    private static Map<String, Object> map(JsonNode node) {
        return YAML.convertValue(node, new TypeReference<>() {});
    }
}
