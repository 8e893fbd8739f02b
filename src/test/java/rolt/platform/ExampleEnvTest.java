package rolt.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code conf/.example.env} is the list of settings that people copy; it may not fall behind {@link Config}. */
class ExampleEnvTest {
    private static final Path FILE = Path.of("conf/.example.env");

    @Test
    void the_example_makes_a_production_node() throws IOException {
        Config config = Config.of(new JsonObject(example()));
        assertThat(config.environment()).isEqualTo(Config.Environment.PRODUCTION);
    }

    @Test
    void it_names_every_setting_that_is_read_and_no_other() throws IOException {
        Asked asked = new Asked(example());
        Config.of(new JsonObject(asked));
        assertThat(example().keySet()).containsExactlyInAnyOrderElementsOf(asked.names);
    }

    @Test
    void every_setting_has_a_line_that_explains_it() throws IOException {
        String before = "";
        for (String line : Files.readAllLines(FILE)) {
            assertThat(before)
                    .as("the line above %s", line)
                    .matches(above -> !isSetting(line) || above.startsWith("# "));
            before = line;
        }
    }

    private static Map<String, Object> example() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(ExampleEnvTest::isSetting)
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, two) -> two, LinkedHashMap::new));
    }

    private static boolean isSetting(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    /** Settings that note what they were asked for. */
    private static final class Asked extends LinkedHashMap<String, Object> {
        private static final long serialVersionUID = 1;

        private final transient Set<String> names = new HashSet<>();

        Asked(Map<String, Object> settings) {
            super(settings);
        }

        @Override
        public Object get(Object name) {
            names.add((String) name);
            return super.get(name);
        }
    }
}
