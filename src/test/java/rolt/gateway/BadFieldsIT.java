package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.gateway.Refusals.assertProblem;
import static rolt.gateway.Refusals.faultsOf;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.Client;
import rolt.Client.Answer;
import rolt.Shopping;
import rolt.TestShop;

/** Fields that hold what is not seen, stand where they do not belong, or stand there twice. */
class BadFieldsIT {
    private static final String ACCOUNT = "{\"email\": \"%s@b.vn\", \"password\": \"long-enough\", \"name\": \"A\"%s}";

    private final TestShop shop = TestShop.running();
    private final Client visitor = shop.client(0);

    @ParameterizedTest
    @CsvSource({
        "name, 'Minh Anh\\n'",
        "name, 'Minh\\rAnh'",
        "name, 'Minh\\u202eAnh'",
        "name, 'Minh\\u200bAnh'",
        "name, 'Minh\\u2028Anh'",
        "name, 'Minh\\u007fAnh'",
        "name, '\\u200dMinh Anh'",
        "name, '\\u200d'",
        "phone, '0912345678\\n'",
        "street, '12 Tràng Thi\\n'",
        "street, '\\u206612 Tràng Thi'",
        "note, 'xin\\u0007giao'",
        "note, 'xin\\u202egiao'"
    })
    void what_cannot_be_seen_is_refused(String field, String text) {
        Answer answer = order(field, text);
        assertProblem(answer, 400);
        assertThat(faultsOf(answer)).contains("recipient." + field + " characters");
    }

    @ParameterizedTest
    @CsvSource({"name, 'نرگس می\\u200cخواهد'", "name, '👩\\u200d🔧 Anh'", "note, 'Gọi trước.\\r\\n\\tCảm ơn!'"})
    void what_a_name_needs_or_a_note_may_hold_passes(String field, String text) {
        assertThat(order(field, text).status()).isNotEqualTo(400);
    }

    /** Of an empty cart, so what passes the contract is a 409 or a 422. */
    private Answer order(String field, String text) {
        JsonObject body = Shopping.checkout(1);
        body.getJsonObject("recipient").put(field, "?");
        String json = body.encode().replace("\"?\"", '"' + text + '"');
        Client customer = shop.client(0).becomeCustomer();
        return customer.send(customer.request("/api/v1/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(json)));
    }

    @Test
    void a_field_that_is_given_twice_is_named() {
        Answer answer = post("/api/v1/accounts", ACCOUNT.formatted("a", ", \"name\": \"B\""));
        assertProblem(answer, 400);
        assertThat(faultsOf(answer)).containsExactly("name duplicate");
        Answer nested = post("/api/v1/orders", "{\"recipient\": {\"name\": \"A\", \"name\": \"B\"}}");
        assertThat(faultsOf(nested)).containsExactly("recipient.name duplicate");
        assertProblem(post("/api/v1/session", "{\"email\": \"a@b.vn\", \"email\": \"c@d.vn\"}"), 400);
    }

    @Test
    void only_json_itself_is_json() {
        for (String type :
                new String[] {"application/jsonp", "application/json-patch+json", "application/x+json", ""}) {
            assertProblem(send(type, ACCOUNT.formatted("a", "")), 415);
        }
        for (String type : new String[] {"application/json;charset=utf-8", "Application/JSON ; charset=UTF-8"}) {
            assertThat(send(type, ACCOUNT.formatted(UUID.randomUUID(), "")).status())
                    .as(type)
                    .isEqualTo(202);
        }
    }

    private Answer send(String type, String body) {
        return visitor.send(
                visitor.request("/api/v1/accounts").header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/orders?idempotencyKey=12345678, '{}', idempotencyKey",
        "/api/v1/orders, '{\"idempotencyKey\": \"12345678\"}', idempotencyKey",
        "/api/v1/orders/R-7K3M9Q2X/payments?bankCode=NCB, '{}', bankCode",
        "/api/v1/orders/R-7K3M9Q2X/cancellation, '{\"code\": \"R-7K3M9Q2Y\"}', code",
        "/api/v1/orders/R-7K3M9Q2X/cancellation?code=R-7K3M9Q2Y, '', code",
        "/api/v1/session, '{\"email\": \"a@b.vn\", \"password\": \"x\", \"role\": \"ADMIN\"}', role"
    })
    void a_field_in_the_wrong_place_is_unknown(String path, String body, String field) {
        Answer answer = post(path, body);
        assertProblem(answer, 400);
        assertThat(faultsOf(answer)).contains(field + " unknown");
    }

    @Test
    void a_body_gives_no_parameters() {
        Answer answer = visitor.send(visitor.request("/api/v1/cart")
                .header("Content-Type", "application/json")
                .method("GET", BodyPublishers.ofString("{\"kind\": \"KIT\"}")));
        assertThat(faultsOf(answer)).containsExactly("kind unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearerx.y.z", "Bearer\tx.y.z", "bearer x.y.z"})
    void a_token_that_does_not_hold_is_a_401(String header) {
        assertProblem(visitor.send(visitor.request("/api/v1/cart").header("Authorization", header)), 401);
    }

    private Answer post(String path, String body) {
        return visitor.send(
                visitor.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }
}
