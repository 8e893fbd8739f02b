package rolt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rolt.dev.samples.SampleData;
import rolt.gateway.Contract;
import rolt.gateway.Operation;

/** The contract beside the running shop. */
class ContractIT {
    private final TestShop shop = TestShop.running();

    static java.util.stream.Stream<Operation> operations() {
        return Contract.load().operations().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_operation_is_answered_with_a_record_of_its_inputs_fields(Operation operation) {
        Class<?> input = shop.platform().bus().answered().get(operation.id());
        assertThat(input).as("somebody answers " + operation.id()).isNotNull();
        Set<String> fields = Arrays.stream(input.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(
                        operation.input().schema().getJsonObject("properties").fieldNames()))
                .isEqualTo(fields);
    }

    @Test
    void the_contract_and_its_viewer_are_served_without_any_network() throws Exception {
        Client anyone = shop.client(0);
        String served = anyone.get("/api/openapi.yaml").expect(200).http().body();
        String declared = Contract.load().document().encode();
        assertThat(new YAMLMapper().readTree(served).toString())
                .isEqualTo(new ObjectMapper().readTree(declared).toString());
        String page = anyone.get("/api/docs").expect(200).http().body();
        assertThat(page).doesNotContain("http://", "https://");
        for (String file : new String[] {"swagger-ui.css", "swagger-ui-bundle.js", "start.js"}) {
            assertThat(page).contains("/api/docs/" + file);
            anyone.get("/api/docs/" + file).expect(200);
        }
    }

    @Test
    void the_examples_of_the_builder_are_true_of_the_sample_products() {
        SampleData.load(shop.postgres.url(), shop.redis.url());
        Client visitor = shop.client(0).becomeCustomer();
        JsonObject paths = Contract.load().document().getJsonObject("paths");
        for (String path : List.of("/builds/price", "/builds/choices", "/builds")) {
            JsonObject operation = paths.getJsonObject(path).getJsonObject("post");
            JsonObject shown = json(operation, "responses", path.equals("/builds") ? "201" : "200");
            examples(json(operation, "requestBody")).forEach((name, asked) -> {
                JsonObject answer = visitor.post("/api/v1" + path, asked).json();
                assertThat(answer.getString("code", ""))
                        .as("%s of %s", name, path)
                        .doesNotContain("invalid");
                JsonObject told = examples(shown).get(name);
                if (told != null && told.containsKey("verdicts")) {
                    assertThat(essence(told)).as("%s of %s", name, path).isEqualTo(essence(answer));
                }
            });
        }
    }

    private static JsonObject json(JsonObject operation, String... way) {
        JsonObject there = operation;
        for (String step : way) {
            there = there.getJsonObject(step);
        }
        return there.getJsonObject("content").getJsonObject("application/json");
    }

    private static Map<String, JsonObject> examples(JsonObject body) {
        return body.containsKey("example")
                ? Map.of("", body.getJsonObject("example"))
                : body.getJsonObject("examples").stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                example -> ((JsonObject) example.getValue()).getJsonObject("value")));
    }

    /** Without what changes from day to day: the stock, the bench's day, and which fixes the shelf offers. */
    private static JsonObject essence(JsonObject quote) {
        JsonObject copy = quote.copy();
        copy.getMap().keySet().retainAll(Set.of("switchCount", "switches", "stabilisers", "missing", "fits", "total"));
        JsonArray rules = new JsonArray();
        quote.getJsonArray("verdicts").stream()
                .map(JsonObject.class::cast)
                .forEach(verdict -> rules.add(verdict.getString("rule") + " " + verdict.getString("severity")));
        return copy.put("verdicts", rules).put("ruleVersion", quote.getString("ruleVersion"));
    }

    @Test
    void health_and_metrics_tell_how_the_node_is() {
        Client anyone = shop.client(1);
        assertThat(anyone.get("/health/live").expect(200).json().getString("status"))
                .isEqualTo("UP");
        assertThat(anyone.get("/health/ready")
                        .expect(200)
                        .json()
                        .getJsonObject("parts")
                        .getMap())
                .containsEntry("database", "UP")
                .containsEntry("redis", "UP");
        assertThat(anyone.get("/metrics").status()).isEqualTo(404);
    }

    @Test
    void a_request_id_that_the_client_gives_comes_back() {
        Client anyone = shop.client(0);
        String given = "support-call-4711";
        assertThat(anyone.send(anyone.request("/api/v1/products").header("X-Request-Id", given))
                        .http()
                        .headers()
                        .firstValue("X-Request-Id"))
                .contains(given);
    }
}
