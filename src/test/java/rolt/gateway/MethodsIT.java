package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.gateway.Refusals.assertProblem;

import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.Client;
import rolt.Client.Answer;
import rolt.TestShop;

/** Which methods an address takes. */
class MethodsIT {
    private final Client visitor = TestShop.running().client(0);

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/products, 'GET, HEAD'",
        "POST, /api/v1/products/no-such-product, 'GET, HEAD'",
        "GET, /api/v1/tickets, POST",
        "PUT, /api/v1/orders, 'GET, HEAD, POST'",
        "PATCH, /api/v1/cart/lines/1, PUT",
        "PUT, /api/v1/session, 'DELETE, POST'",
        "POST, /products, 'GET, HEAD'",
        "PUT, /login, 'GET, HEAD, POST'",
        "PUT, /eventbus/0/a/xhr_send, POST",
        "DELETE, /health/live, 'GET, HEAD'"
    })
    void another_method_is_refused_with_those_that_are_taken(String method, String path, String allowed) {
        Answer answer = ask(method, path);
        assertProblem(answer, 405);
        assertThat(answer.http().headers().firstValue("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /api/v1/nothing", "POST, /nothing", "PUT, /api/nothing", "GET, /api/v1/nothing"})
    void an_address_that_takes_nothing_is_a_404(String method, String path) {
        assertProblem(ask(method, path), 404);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void head_is_get_without_the_body(Version version) {
        Answer get = visitor.get("/api/v1/products");
        Answer head = visitor.send(
                visitor.request("/api/v1/products").version(version).HEAD());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.http().body()).isEmpty();
        assertThat(head.http().headers().firstValue("ETag"))
                .isEqualTo(get.http().headers().firstValue("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/openapi.yaml", "/health/live", "/products", "/en/login", "/.well-known/jwks.json"})
    void head_is_taken_wherever_get_is(String path) {
        assertThat(ask("HEAD", path).expect(200).http().body()).isEmpty();
    }

    @Test
    void head_of_a_missing_or_a_private_thing_has_the_status_of_get() {
        assertThat(ask("HEAD", "/api/v1/products/no-such-product").status()).isEqualTo(404);
        assertThat(ask("HEAD", "/api/v1/orders").status()).isEqualTo(401);
    }

    @Test
    void vnpay_settles_nothing_by_head() {
        assertThat(visitor.get("/vnpay/ipn").expect(200).json().getString("RspCode"))
                .isEqualTo("97");
        assertThat(ask("POST", "/vnpay/ipn").expect(200).json().getString("RspCode"))
                .isEqualTo("99");
        ask("HEAD", "/vnpay/ipn").expect(200);
    }

    private Answer ask(String method, String path) {
        return visitor.send(visitor.request(path).method(method, BodyPublishers.noBody()));
    }
}
