package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClosedException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.TestShop;

/** What no browser sends, but a socket may. */
class RawRequestIT {
    private final String url = TestShop.running().urls.getFirst();

    @Test
    void a_request_without_a_host_is_a_400() {
        assertRefused("GET /api/v1/products HTTP/1.1", "Connection: close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?x", "?", "*", "products", "api/v1/products", "//api/v1/products"})
    void a_strange_target_is_no_500(String target) {
        RawRequest.Answer answer =
                RawRequest.send(url, "GET " + target + " HTTP/1.1", "Host: localhost", "Connection: close");
        assertThat(answer.status()).isBetween(200, 404);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void a_target_without_a_path_is_a_400() {
        assertRefused("GET ?x HTTP/1.1", "Host: localhost", "Connection: close");
    }

    @Test
    void a_client_that_went_away_is_no_fault_of_the_shop() {
        assertThat(Problems.problemOf(new HttpClosedException("closed")).status())
                .isEqualTo(400);
        assertThat(Problems.problemOf(new ClosedChannelException()).status()).isEqualTo(400);
        assertThat(Problems.problemOf(new ConnectTimeoutException()).status()).isEqualTo(500);
    }

    private void assertRefused(String... lines) {
        RawRequest.Answer answer = RawRequest.send(url, lines);
        assertThat(answer.status()).as(answer.head()).isEqualTo(400);
        assertThat(answer.head()).contains("application/problem+json");
        assertThat(answer.json().getJsonArray("violations").getJsonObject(0).getString("rule"))
                .isEqualTo("request");
    }
}
