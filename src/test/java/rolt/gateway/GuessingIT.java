package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.account.AccountHouse;
import rolt.platform.Caller;
import rolt.platform.Language;
import rolt.platform.Problem;
import rolt.platform.Texts;

/** Whoever guesses at cookies and tokens has to wait, and nobody else. */
class GuessingIT {
    private static final int GUESSES = 300;

    private final AccountHouse house = AccountHouse.open();
    private final Authentication authentication =
            new Authentication(house.platform(), new RateLimits(house.platform().redis(), 1));
    private final Problems problems = new Problems(Texts.load());
    private final WebClient client = WebClient.create(house.platform().vertx());
    private HttpServer server;

    @BeforeEach
    void listen() {
        Router router = Router.router(house.platform().vertx());
        router.get("/visit").handler(ctx -> tell(ctx, authentication.visitor(ctx)));
        router.get("/").handler(ctx -> tell(ctx, authentication.caller(ctx)));
        router.route().failureHandler(problems::answer);
        server = house.platform()
                .vertx()
                .createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await();
    }

    @AfterEach
    void close() {
        client.close();
        server.close().await();
    }

    private void tell(RoutingContext ctx, io.vertx.core.Future<Caller> who) {
        who.onSuccess(caller -> ctx.response().end()).onFailure(e -> problems.answer(ctx, e));
    }

    @Test
    void each_new_false_cookie_counts_and_a_stale_one_counts_once() {
        String own = visit();
        assertThat(withCookie(own)).isEqualTo(200);
        String stale = "a-cookie-of-long-ago";
        for (int i = 0; i < GUESSES; i++) {
            assertThat(withCookie(stale)).isEqualTo(200);
        }
        for (int i = 1; i < GUESSES; i++) {
            assertThat(withCookie(UUID.randomUUID().toString())).isEqualTo(200);
        }
        assertThat(withCookie(UUID.randomUUID().toString())).isEqualTo(429);
        assertThat(withBearer("x.y.z")).isEqualTo(429);
        assertThat(withCookie(own)).isEqualTo(200);
    }

    @Test
    void each_false_token_counts() {
        for (int i = 0; i < GUESSES; i++) {
            assertThat(withBearer("x.y." + i)).isEqualTo(401);
        }
        assertThat(withBearer("x.y.z")).isEqualTo(429);
        assertThat(client.get(server.actualPort(), "127.0.0.1", "/")
                        .send()
                        .await()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void who_has_many_accounts_may_not_ask_for_more_mails_than_who_has_one() {
        RateLimits limits = new RateLimits(house.platform().redis(), 1);
        String address = AccountHouse.visitor().address();
        for (int i = 0; i < 30; i++) {
            limits.check("login", signedIn(address)).await();
        }
        assertThatThrownBy(() -> limits.check("login", signedIn(address)).await())
                .isInstanceOf(Problem.class);
        limits.check("write", signedIn(address)).await();
    }

    private static Caller signedIn(String address) {
        return new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(), Language.VI, address, "guessing-1");
    }

    private String visit() {
        String cookie = client.get(server.actualPort(), "127.0.0.1", "/visit")
                .send()
                .await()
                .cookies()
                .getFirst();
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }

    private int withCookie(String value) {
        return status(get().putHeader("Cookie", SessionCookie.NAME + "=" + value));
    }

    private int withBearer(String token) {
        return status(get().bearerTokenAuthentication(token));
    }

    private HttpRequest<?> get() {
        return client.get(server.actualPort(), "127.0.0.1", "/");
    }

    private static int status(HttpRequest<?> request) {
        return request.send().await().statusCode();
    }
}
