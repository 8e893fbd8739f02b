package rolt.dev.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import rolt.platform.Yaml;

/** The sample files and the contract of their specs, as the tests read them. */
public final class SampleYaml {
    private static final YAMLMapper YAML = new YAMLMapper();

    private SampleYaml() {}

    /** A file of {@code dev/sample}, without its ending. */
    public static List<JsonNode> list(String file) {
        return read("/dev/sample/" + file + ".yaml").valueStream().toList();
    }

    public static Stream<JsonNode> products() {
        return Stream.of("switches", "keycaps", "artisans", "accessories", "services")
                .flatMap(file -> list(file).stream());
    }

    public static JsonObject contract() {
        return Yaml.object("contract/specs-parts.yaml");
    }

    private static JsonNode read(String resource) {
        try (InputStream in = SampleYaml.class.getResourceAsStream(resource)) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
