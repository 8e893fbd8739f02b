package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.gateway.Refusals.assertProblem;
import static rolt.gateway.Refusals.faultsOf;
import static rolt.gateway.Refusals.violations;

import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.Client;
import rolt.Client.Answer;
import rolt.Shopping;
import rolt.TestShop;

/** Whatever a client sends, it is told which field breaks which rule: never a 500, never a stack trace. */
class BadInputIT {
    private final TestShop shop = TestShop.running();
    private final Client visitor = shop.client(0);

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"email\": }", "nonsense", "\"text\"", "[1, 2]", "42", "null", "{'email': 1}"})
    void a_body_that_is_no_json_object_is_refused(String body) {
        assertProblem(post("/api/v1/accounts", body.getBytes(StandardCharsets.UTF_8)), 400);
    }

    @Test
    void broken_utf8_is_refused() {
        byte[] body = "{\"email\": \"a@b.vn\", \"password\": \"mat-khau-dai\", \"name\": \"?\"}"
                .getBytes(StandardCharsets.UTF_8);
        body[body.length - 3] = (byte) 0xC3;
        Answer answer = post("/api/v1/accounts", body);
        assertProblem(answer, 400);
        assertThat(violations(answer).getJsonObject(0).getString("rule")).isEqualTo("utf-8");
    }

    @Test
    void ten_megabytes_are_refused() {
        byte[] body = ("{\"name\": \"" + "x".repeat(10 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertProblem(post("/api/v1/accounts", body), 413);
    }

    @Test
    void another_media_type_is_refused() {
        Answer answer = visitor.send(visitor.request("/api/v1/accounts")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("email=a@b.vn")));
        assertProblem(answer, 415);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("{'email': 5, 'password': 'long-enough', 'name': 'A'}", "email", "type"),
                Arguments.of("{'email': null, 'password': 'long-enough', 'name': 'A'}", "email", "type"),
                Arguments.of("{'email': {'a': 1}, 'password': 'long-enough', 'name': 'A'}", "email", "type"),
                Arguments.of("{'password': 'long-enough', 'name': 'A'}", "email", "required"),
                Arguments.of("{'email': 'a@b.vn', 'password': 'short', 'name': 'A'}", "password", "minLength"),
                Arguments.of(
                        "{'email': 'a@b.vn', 'password': 'long-enough', 'name': 'A', 'role': 'ADMIN'}",
                        "role",
                        "unknown"),
                Arguments.of("{'email': 'a@b.vn', 'password': 'long-enough', 'name': '\\u0000'}", "name", "characters"),
                Arguments.of(
                        "{'email': 'a@b.vn', 'password': 'long-enough', 'name': '\\ud800'}", "name", "characters"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_wrong_field_is_named_with_its_rule(String body, String field, String rule) {
        Answer answer = post("/api/v1/accounts", body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        assertProblem(answer, 400);
        assertThat(faultsOf(answer)).contains(field + " " + rule);
    }

    @ParameterizedTest
    @CsvSource({
        "0, minimum",
        "-1, minimum",
        "-9223372036854775808, minimum",
        "100, maximum",
        "2147483648, maximum",
        "99999999999999999999999999, maximum",
        "1.5, type",
        "1e300, maximum",
        "\"one\", type"
    })
    void negative_and_huge_quantities_are_refused(String quantity, String rule) {
        Client customer = shop.client(0).becomeCustomer();
        String body = "{\"sku\": \"ANY-SKU\", \"quantity\": " + quantity + "}";
        Answer answer = customer.send(customer.request("/api/v1/cart/lines")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertProblem(answer, 400);
        assertThat(faultsOf(answer)).contains("quantity " + rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/products/no-such-product",
                "/api/v1/orders/R-00000000",
                "/api/v1/nothing",
                "/api/v1/builds/AAAAAAAAAAAAAAAAAAAAAA"
            })
    void unknown_things_are_a_404_problem(String path) {
        Answer answer = shop.client(1).becomeCustomer().get(path);
        assertProblem(answer, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/products?limit=none", "/api/v1/products?limit=-5", "/api/v1/products?limit=9999999999999",
                "/api/v1/products?after=%00", "/api/v1/products?after=forged", "/api/v1/products?kind=CAR",
                "/api/v1/products?colour=red", "/api/v1/products?priceMin=-1", "/api/v1/orders/not-a-code"
            })
    void bad_parameters_are_named(String path) {
        Answer answer = shop.client(1).becomeCustomer().get(path);
        assertProblem(answer, 400);
        assertThat(violations(answer)).isNotEmpty();
    }

    @Test
    void a_path_that_is_no_utf8_is_no_500() {
        assertThat(visitor.get("/api/v1/products/%ff%fe").status()).isIn(400, 404);
        assertThat(visitor.get("/api/v1/products/%00").status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/api/v1/products/%", "/vnpay/ipn%zz"})
    void a_broken_percent_sequence_in_a_path_is_a_400(String path) {
        WebClient client = WebClient.create(Vertx.vertx());
        URI url = URI.create(shop.urls.getFirst());
        assertThat(client.get(url.getPort(), url.getHost(), path).send().await().statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_no_row_can_hold_is_refused_at_the_login_too() {
        byte[] body = "{\"email\": \"a\\u0000@b.vn\", \"password\": \"long-enough\"}".getBytes(StandardCharsets.UTF_8);
        assertProblem(post("/api/v1/session", body), 400);
        for (String form : List.of("email=a%00%40b.vn&password=long-enough", "email=%zz")) {
            Answer answer = visitor.send(visitor.request("/login")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "curves/", "boards/", "builds/"})
    void no_picture_has_an_unstorable_name(String sort) {
        assertThat(visitor.get("/pictures/" + sort + "%00.svg").status()).isEqualTo(404);
    }

    @Test
    void another_method_is_a_405_problem() {
        assertProblem(visitor.delete("/api/v1/products"), 405);
    }

    @Test
    void who_is_not_signed_in_gets_a_401_and_a_forged_token_too() {
        assertProblem(visitor.get("/api/v1/orders"), 401);
        assertProblem(shop.client(0).withBearer("x.y.z").get("/api/v1/orders"), 401);
    }

    @Test
    void another_customers_order_is_a_404() {
        Client owner = shop.client(0).becomeCustomer();
        String order = Shopping.placeOrder(owner, Shopping.newProduct(shop, 3_500_000, 1), 1);
        assertProblem(shop.client(0).becomeCustomer().get("/api/v1/orders/" + order), 404);
    }

    @Test
    void a_missing_idempotency_key_is_named() {
        Client customer = shop.client(0).becomeCustomer();
        Answer answer = customer.post("/api/v1/orders", Shopping.checkout(1));
        assertProblem(answer, 400);
        assertThat(faultsOf(answer)).contains("idempotencyKey required");
    }

    @Test
    void problems_are_worded_in_the_language_that_was_asked_for() {
        Answer english = visitor.get("/api/v1/products/no-such-product");
        Answer vietnamese = visitor.send(java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create(shop.urls.getFirst() + "/api/v1/products/no-such-product"))
                .header("Accept-Language", "vi"));
        assertThat(english.json().getString("title"))
                .isNotEqualTo(vietnamese.json().getString("title"));
        assertThat(vietnamese.json().getString("code")).isEqualTo("not-found");
    }

    private Answer post(String path, byte[] body) {
        return visitor.send(visitor.request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    }
}
