package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rolt.platform.Caller;

/** The AsyncAPI document and the code say the same. */
class AsyncApiTest {
    private static final Path SOURCES = Path.of("src/main/java");
    /** Every call that publishes: its constant, and whether something is added to it. */
    private static final Pattern PUBLISHED =
            Pattern.compile("bus(?:\\(\\))?\\s*\\.publish\\(\\s*((?:\\w+\\.)?[A-Z_]+)\\s*(\\+)?");

    private static final Contract CONTRACT = Contract.load();
    private static final JsonObject DOCUMENT = EventsContract.of(CONTRACT).document();
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("rolt");

    @Test
    void what_is_published_is_described_and_nothing_else() {
        assertThat(addresses(events())).isEqualTo(published());
    }

    static Stream<String> events() {
        return channels().stream()
                .filter(channel -> ((JsonObject) channel.getValue()).containsKey("x-hears"))
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_has_the_fields_of_its_record(String channel) {
        String name = channels()
                .getJsonObject(channel)
                .getJsonObject("messages")
                .fieldNames()
                .iterator()
                .next();
        JsonObject properties = schema(name).getJsonObject("properties");
        RecordComponent[] components = record(name).getRecordComponents();
        assertThat(properties.fieldNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(components).map(RecordComponent::getName).toList());
        Arrays.stream(components)
                .filter(component -> component.getType().isEnum())
                .forEach(component -> assertThat(resolved(properties.getJsonObject(component.getName()))
                                .getJsonArray("enum"))
                        .as(component.toString())
                        .containsExactlyInAnyOrderElementsOf(
                                Arrays.stream(component.getType().getEnumConstants())
                                        .<Object>map(String::valueOf)
                                        .toList()));
    }

    @Test
    void a_caller_is_described_as_he_comes() {
        assertThat(schema("Caller").getJsonObject("properties").fieldNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Caller.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void every_operation_of_the_rest_interface_is_asked_and_answered() {
        assertThat(CONTRACT.operations()).allSatisfy(operation -> {
            JsonObject channel = channels().getJsonObject(operation.id());
            assertThat(channel.getString("address")).isEqualTo(operation.id());
            JsonObject request = channel.getJsonObject("messages").getJsonObject("request");
            assertThat(request.getJsonObject("payload").getJsonObject("properties"))
                    .isEqualTo(operation.input().schema().getJsonObject("properties"));
            assertThat(DOCUMENT.getJsonObject("operations")
                            .getJsonObject(operation.id())
                            .getString("action"))
                    .isEqualTo("receive");
        });
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(references(DOCUMENT).distinct())
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(at(reference)).as(reference).isNotNull());
    }

    @Test
    void what_may_be_heard_from_outside_is_what_the_bridge_lets_hear() {
        List<String> open = events().map(channels()::getJsonObject)
                .filter(channel -> !channel.getJsonArray("x-hears").isEmpty())
                .map(channel -> channel.getString("address"))
                .toList();
        events().map(channels()::getJsonObject)
                .map(channel -> channel.getString("address"))
                .forEach(address -> {
                    String one =
                            address.replace("{code}", address.startsWith("chat") ? "support-k7m3qx-001" : "R-7K3M9Q2X");
                    assertThat(Audience.isOpen(one)).as(address).isEqualTo(open.contains(address));
                });
    }

    private static JsonObject channels() {
        return DOCUMENT.getJsonObject("channels");
    }

    private static Set<String> addresses(Stream<String> channels) {
        return channels.map(name -> channels().getJsonObject(name).getString("address"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> published() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(AsyncApiTest::publishedIn)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> publishedIn(Path file) {
        try {
            String own = file.getFileName().toString().replace(".java", "");
            return PUBLISHED.matcher(Files.readString(file)).results().map(call -> address(call, own));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String address(MatchResult call, String own) {
        String[] constant = call.group(1).split("\\.");
        String address = value(constant.length == 1 ? own : constant[0], constant[constant.length - 1]);
        return call.group(2) == null ? address : address + (address.endsWith(".") ? "" : ".") + "{code}";
    }

    /** Records of messages have the names of classes that answer them. */
    private static String value(String simpleName, String constant) {
        Field field = named(simpleName)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(found -> found.getName().equals(constant))
                .findFirst()
                .orElseThrow();
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> record(String simpleName) {
        return named(simpleName).filter(Class::isRecord).findFirst().orElseThrow();
    }

    private static Stream<Class<?>> named(String simpleName) {
        return CODE.stream()
                .filter(type -> type.getSimpleName().equals(simpleName))
                .map(JavaClass::reflect);
    }

    private static JsonObject schema(String name) {
        return DOCUMENT.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
    }

    private static JsonObject resolved(JsonObject schema) {
        return schema.containsKey("$ref") ? (JsonObject) at(schema.getString("$ref")) : schema;
    }

    private static Stream<String> references(Object node) {
        if (node instanceof JsonArray array) {
            return array.stream().flatMap(AsyncApiTest::references);
        }
        if (!(node instanceof JsonObject object)) {
            return Stream.empty();
        }
        Stream<String> own = object.getValue("$ref") instanceof String to ? Stream.of(to) : Stream.empty();
        return Stream.concat(own, object.stream().map(Map.Entry::getValue).flatMap(AsyncApiTest::references));
    }

    private static Object at(String reference) {
        Object found = DOCUMENT;
        for (String step : reference.substring(2).split("/")) {
            found = found instanceof JsonObject object ? object.getValue(step) : null;
        }
        return found;
    }
}
