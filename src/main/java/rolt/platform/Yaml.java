package rolt.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.jackson.VertxModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** YAML files of the class path, as JSON. */
public final class Yaml {
    private static final YAMLMapper MAPPER =
            YAMLMapper.builder().addModule(new VertxModule()).build();

    private Yaml() {}

    /** @throws UncheckedIOException when there is no such file, or it is no YAML */
    public static JsonObject object(String path) {
        return json(tree(path));
    }

    /** A file that is a list of objects; fails as {@link #object}. */
    public static List<JsonObject> list(String path) {
        return tree(path).valueStream().map(Yaml::json).toList();
    }

    /** The object as YAML, for people and their tools. */
    public static String text(JsonObject object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String path) {
        try {
            return MAPPER.readTree(Resources.bytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static JsonObject json(JsonNode node) {
        return new JsonObject(node.toString());
    }
}
