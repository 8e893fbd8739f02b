package rolt.catalog;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import rolt.catalog.CatalogMessages.Kind;
import rolt.platform.Problem;
import rolt.platform.Yaml;

/** The contract's schemas of what each kind of product tells about itself. */
final class SpecsSchemas {
    private static final List<String> FILES = List.of("contract/specs-kit.yaml", "contract/specs-parts.yaml");
    private static final Map<Kind, String> NAMES = new EnumMap<>(Map.of(
            Kind.KIT, "KitSpecs",
            Kind.SWITCH, "SwitchSpecs",
            Kind.KEYCAP_SET, "KeycapSetSpecs",
            Kind.ARTISAN, "ArtisanSpecs",
            Kind.ACCESSORY, "AccessorySpecs",
            Kind.SERVICE, "ServiceSpecs"));

    private final Map<Kind, Validator> validators = new EnumMap<>(Kind.class);

    private SpecsSchemas(JsonObject document) {
        JsonSchemaOptions options = new JsonSchemaOptions()
                .setBaseUri("https://rolt.invalid/")
                .setDraft(Draft.DRAFT202012)
                .setOutputFormat(OutputFormat.Basic);
        NAMES.forEach((kind, name) -> {
            JsonObject schema = document.copy().put("$ref", "#/components/schemas/" + name);
            validators.put(kind, Validator.create(JsonSchema.of(schema), options));
        });
    }

    /** Reads the schemas from the class path; blocks. */
    static SpecsSchemas load() {
        return new SpecsSchemas(document());
    }

    static JsonObject document() {
        JsonObject document = new JsonObject();
        FILES.forEach(file -> document.mergeIn(Yaml.object(file), true));
        return document;
    }

    static String name(Kind kind) {
        return NAMES.get(kind);
    }

    /**
     * Checks the specs of a product.
     *
     * @param field where they stand in the input
     * @throws Problem 400 naming the first field that does not fit and the rule it breaks
     */
    void check(Kind kind, String field, JsonObject specs) {
        OutputUnit result = validators.get(kind).validate(specs);
        if (!result.getValid()) {
            OutputUnit deepest = result.getErrors().getLast();
            String rule = deepest.getKeywordLocation().replaceFirst(".*/", "");
            String path =
                    deepest.getInstanceLocation().replaceFirst("^#/?", ".").replace('/', '.');
            throw Problem.invalid(field + (".".equals(path) ? "" : path), rule, Map.of("message", deepest.getError()));
        }
    }
}
