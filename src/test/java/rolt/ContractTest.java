package rolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.gateway.Contract;
import rolt.gateway.Operation;
import rolt.platform.Yaml;

/** The contract and the records say the same: each shape is written twice, and this compares the two. */
class ContractTest {
    private static final Contract CONTRACT = Contract.load();
    private static final JsonObject SCHEMAS =
            CONTRACT.document().getJsonObject("components").getJsonObject("schemas");
    private static final Set<String> RATES = Set.of("browse", "write", "login", "payment", "upload", "chat");

    static Stream<Class<?>> records() {
        return messageRecords()
                .filter(type -> SCHEMAS.containsKey(schemaName(type)))
                .filter(type ->
                        "object".equals(SCHEMAS.getJsonObject(schemaName(type)).getString("type")));
    }

    static Stream<Operation> operations() {
        return CONTRACT.operations().stream();
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_has_the_fields_of_its_schema(Class<?> type) {
        JsonObject schema = SCHEMAS.getJsonObject(schemaName(type));
        Map<String, Class<?>> components = components(type);
        JsonObject properties = schema.getJsonObject("properties", new JsonObject());
        // What a header carries is no field of the body.
        components.remove("idempotencyKey");
        Set<String> known = new TreeSet<>(components.keySet());
        Set<String> pathOnly = onlyInPath(type);
        known.removeAll(pathOnly);
        assertThat(new TreeSet<>(properties.fieldNames())).as(type.getName()).isEqualTo(known);
        properties.forEach(property -> assertThat(
                        fits(resolved((JsonObject) property.getValue()), components.get(property.getKey())))
                .as("%s.%s as %s", type.getName(), property.getKey(), property.getValue())
                .isTrue());
    }

    @Test
    void every_object_of_an_answer_has_a_record() {
        Set<String> named = messageRecords().map(ContractTest::schemaName).collect(Collectors.toSet());
        List<String> without = SCHEMAS.stream()
                .filter(entry -> "object".equals(((JsonObject) entry.getValue()).getString("type")))
                .map(Map.Entry::getKey)
                .filter(name -> !named.contains(name))
                .filter(name -> !isSpecs(name))
                .toList();
        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_declares_who_may_call_it_how_often_and_what_goes_wrong(Operation operation) {
        JsonObject json = CONTRACT.document()
                .getJsonObject("paths")
                .getJsonObject(operation.path())
                .getJsonObject(operation.method().name().toLowerCase(java.util.Locale.ROOT));
        assertThat(operation.id()).matches("[a-z]+\\.[a-z][a-zA-Z]+");
        assertThat(operation.rates()).isNotEmpty().isSubsetOf(RATES);
        assertThat(json.getString("summary")).isNotBlank();
        assertThat(json.getJsonArray("tags")).hasSize(1);
        assertThat(json.getJsonObject("responses").getJsonObject("default").getString("$ref"))
                .isEqualTo("#/components/responses/Problem");
        if (operation.cache() != null) {
            assertThat(operation.access().signedIn())
                    .as("only public answers are cached")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_body_refuses_unknown_fields(Operation operation) {
        assertOpen(operation.id(), operation.input().schema());
    }

    @Test
    void no_operation_that_changes_something_takes_a_state() {
        List<String> taking = operations()
                .filter(operation -> !operation.method().name().equals("GET"))
                .filter(operation -> Stream.of("state", "status")
                        .anyMatch(name -> operation
                                .input()
                                .schema()
                                .getJsonObject("properties", new JsonObject())
                                .containsKey(name)))
                .map(Operation::id)
                .toList();
        assertThat(taking).isEmpty();
    }

    @Test
    void operation_ids_are_unique() {
        assertThat(operations().map(Operation::id)).doesNotHaveDuplicates();
    }

    @Test
    void names_that_collide_in_path_and_body_are_refused() {
        JsonObject document = new JsonObject("""
                {"paths": {"/a/{code}": {"post": {"operationId": "a.b", "x-roles": [], "x-rate": "write",
                  "x-ownership": "none", "parameters": [{"name": "code", "in": "path", "required": true, "schema": {"type": "string"}}],
                  "requestBody": {"content": {"application/json": {"schema":
                    {"type": "object", "properties": {"code": {"type": "string"}}}}}},
                  "responses": {"200": {"description": "ok"}}}}}}""");
        assertThatThrownBy(() -> Contract.of(document))
                .hasMessageContaining("a.b")
                .hasMessageContaining("code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-roles", "x-rate", "x-ownership"})
    void an_operation_that_does_not_declare_who_may_call_it_is_refused(String forgotten) {
        JsonObject operation = new JsonObject("""
                {"operationId": "a.b", "x-roles": ["any"], "x-rate": "write",
                  "x-ownership": {"parameter": "code", "of": "order"},
                  "parameters": [{"name": "code", "in": "path", "required": true, "schema": {"type": "string"}}],
                  "responses": {"200": {"description": "ok"}}}""");
        operation.remove(forgotten);
        JsonObject paths = new JsonObject().put("/a/{code}", new JsonObject().put("get", operation));
        assertThatThrownBy(() -> Contract.of(new JsonObject().put("paths", paths)))
                .hasMessageContaining("a.b")
                .hasMessageContaining(forgotten);
    }

    private static void assertOpen(String operation, JsonObject schema) {
        Stream.concat(
                        Stream.of(schema),
                        schema.getJsonObject("components").getJsonObject("schemas").stream()
                                .map(entry -> (JsonObject) entry.getValue()))
                .filter(object -> object.containsKey("properties"))
                .forEach(object -> assertThat(object.getValue("additionalProperties"))
                        .as(
                                "%s: %s",
                                operation, object.getJsonObject("properties").fieldNames())
                        .isEqualTo(false));
    }

    /** Components of an operation's input record that its path or query gives, not its body. */
    private static Set<String> onlyInPath(Class<?> type) {
        return CONTRACT.operations().stream()
                .filter(operation -> simple(operation.id()).equalsIgnoreCase(type.getSimpleName()))
                .flatMap(operation -> operation.input().parameterNames().stream())
                .collect(Collectors.toSet());
    }

    private static String simple(String operationId) {
        return operationId.substring(operationId.indexOf('.') + 1);
    }

    private static boolean fits(JsonObject schema, Class<?> type) {
        Object name = schema.getValue("type");
        String kind = name instanceof JsonArray array ? array.getString(0) : (String) name;
        Map<String, Predicate<Class<?>>> kinds = Map.of(
                "string",
                        t -> t == String.class
                                || t.isEnum()
                                || t == UUID.class
                                || t == Instant.class
                                || t == LocalDate.class
                                || t == byte[].class,
                "integer",
                        t -> Set.of(int.class, long.class, Integer.class, Long.class)
                                .contains(t),
                "number", t -> Set.of(double.class, Double.class).contains(t),
                "boolean", t -> t == boolean.class || t == Boolean.class,
                "array", Collection.class::isAssignableFrom,
                "object", t -> t.isRecord() || t == JsonObject.class || Map.class.isAssignableFrom(t));
        return kind == null || kinds.get(kind).test(type);
    }

    private static JsonObject resolved(JsonObject schema) {
        String ref = schema.getString("$ref");
        return ref == null ? schema : resolved(SCHEMAS.getJsonObject(ref.substring(ref.lastIndexOf('/') + 1)));
    }

    private static boolean isSpecs(String name) {
        JsonObject specs = new JsonObject();
        Stream.of("specs-kit", "specs-parts")
                .forEach(file -> specs.mergeIn(Yaml.object("contract/" + file + ".yaml"), true));
        return specs.getJsonObject("components").getJsonObject("schemas").containsKey(name);
    }

    /** ordering's Line is OrderLine in the contract, where names of all domains meet. */
    private static String schemaName(Class<?> type) {
        return Map.of(
                        "rolt.ordering.OrderingMessages$Line",
                        "OrderLine",
                        "rolt.ordering.OrderingMessages$Step",
                        "OrderStep")
                .getOrDefault(type.getName(), type.getSimpleName());
    }

    private static Map<String, Class<?>> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(
                        RecordComponent::getName, RecordComponent::getType, (a, b) -> a, LinkedHashMap::new));
    }

    private static Stream<Class<?>> messageRecords() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("rolt").stream()
                        .filter(JavaClass::isRecord)
                        .filter(type -> type.getName().contains("Messages$"))
                        .filter(type -> !type.getPackageName().equals("rolt.mail"))
                        .map(JavaClass::reflect);
    }
}
