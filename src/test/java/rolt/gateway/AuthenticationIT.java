package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.account.AccountHouse.PASSWORD;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.account.AccountHouse;
import rolt.account.AccountMessages.Credentials;
import rolt.account.AccountMessages.Nothing;
import rolt.account.AccountMessages.Ticket;
import rolt.account.AccountMessages.Tokens;
import rolt.platform.Caller;
import rolt.platform.Json;
import rolt.platform.Problem;
import rolt.platform.Texts;

/** The gateway's authentication over real HTTP, with the account domain behind it. */
class AuthenticationIT {
    private static final String BROWSER = "Sec-Fetch-Site";

    private final AccountHouse house = AccountHouse.open();
    private final RateLimits limits = new RateLimits(house.platform().redis(), 1_000);
    private final Authentication authentication = new Authentication(house.platform(), limits);
    private final WebClient client =
            WebClient.create(house.platform().vertx(), new WebClientOptions().setFollowRedirects(false));
    private io.vertx.core.http.HttpServer server;

    @BeforeEach
    void listen() {
        Gateway gateway = new Gateway(
                house.platform(),
                new Operations(Contract.load(), house.platform().bus(), limits),
                null,
                authentication,
                limits,
                null,
                new Problems(Texts.load()));
        Router router = Router.router(house.platform().vertx());
        router.route().handler(new CrossOrigin(gateway));
        new SessionRoutes(gateway).mount(router);
        router.route("/visit").handler(ctx -> tell(ctx, gateway, authentication::visitor));
        router.route().handler(ctx -> tell(ctx, gateway, authentication::caller));
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

    private static void tell(RoutingContext ctx, Gateway gateway, Function<RoutingContext, Future<Caller>> who) {
        who.apply(ctx)
                .onSuccess(caller -> ctx.response().end(Json.buffer(caller)))
                .onFailure(e -> gateway.problems().answer(ctx, e));
    }

    @Test
    void somebody_without_cookie_or_token_is_a_visitor_without_a_session() {
        Caller caller = caller(get("/"));
        assertThat(caller.signedIn()).isFalse();
        assertThat(caller.sessionId()).isNull();
    }

    @Test
    void a_visitor_gets_a_session_on_demand_and_keeps_it() {
        HttpResponse<?> first = get("/visit").send().await();
        String cookie = cookieOf(first);
        UUID session = Json.parse(first.bodyAsBuffer().getBytes(), Caller.class).sessionId();
        assertThat(session).isNotNull();
        assertThat(setCookie(first))
                .contains("HTTPOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        HttpResponse<?> second =
                get("/visit").putHeader("Cookie", cookie).send().await();
        assertThat(second.cookies()).isEmpty();
        assertThat(Json.parse(second.bodyAsBuffer().getBytes(), Caller.class).sessionId())
                .isEqualTo(session);
    }

    @Test
    void an_unknown_cookie_is_a_visitor() {
        Caller caller = caller(get("/").putHeader("Cookie", "rolt_session=AAAAAAAAAAAAAAAAAAAAAA"));
        assertThat(caller.signedIn()).isFalse();
    }

    @Test
    void a_login_gives_a_new_cookie_and_the_logout_takes_it() throws InterruptedException {
        String visit = cookieOf(get("/visit").send().await());
        HttpResponse<?> login = logIn(house.account(), PASSWORD, visit);
        assertThat(login.statusCode()).isEqualTo(204);
        String cookie = cookieOf(login);
        assertThat(cookie).isNotEqualTo(visit);
        assertThat(caller(get("/").putHeader("Cookie", cookie)).signedIn()).isTrue();
        HttpResponse<?> logout = request(HttpMethod.DELETE, "/api/v1/session")
                .putHeader("Cookie", cookie)
                .putHeader(BROWSER, "same-origin")
                .send()
                .await();
        assertThat(setCookie(logout)).contains("Max-Age=0");
        assertThat(caller(get("/").putHeader("Cookie", cookie)).signedIn()).isFalse();
    }

    @Test
    void a_wrong_password_is_a_401_without_a_cookie() throws InterruptedException {
        HttpResponse<?> login = logIn(house.account(), "not the password", null);
        assertThat(login.statusCode()).isEqualTo(401);
        assertThat(login.bodyAsJsonObject().getString("code")).isEqualTo("credentials");
        assertThat(login.cookies()).isEmpty();
    }

    @Test
    void an_access_token_is_its_account() throws InterruptedException {
        String token = token();
        Caller caller = caller(get("/api/v1/me").putHeader("Authorization", "Bearer " + token));
        assertThat(caller.signedIn()).isTrue();
        assertThat(caller(get("/").putHeader("Authorization", "bearer " + token))
                        .accountId())
                .isEqualTo(caller.accountId());
    }

    @Test
    void a_bad_access_token_is_never_a_visitor() throws InterruptedException {
        String token = token();
        String[] parts = token.split("\\.");
        String unsigned = java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                + "." + parts[1] + ".";
        String forged = parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();
        for (String bad : List.of("", "x", "a.b.c", forged, unsigned, parts[0] + "." + parts[1])) {
            HttpResponse<?> response =
                    get("/").putHeader("Authorization", "Bearer " + bad).send().await();
            assertThat(response.statusCode()).as(bad).isEqualTo(401);
        }
    }

    @Test
    void a_change_of_roles_takes_effect_at_once() throws InterruptedException {
        String token = token();
        Caller before = caller(get("/").putHeader("Authorization", "Bearer " + token));
        house.promote(before.accountId(), "FINANCE");
        assertThat(caller(get("/").putHeader("Authorization", "Bearer " + token))
                        .roles())
                .extracting(Enum::name)
                .contains("FINANCE");
    }

    @Test
    void the_language_is_that_of_the_page_or_of_the_request() {
        assertThat(caller(get("/en/cart")).language().tag()).isEqualTo("en");
        assertThat(caller(get("/cart").putHeader("Accept-Language", "en"))
                        .language()
                        .tag())
                .isEqualTo("vi");
        assertThat(caller(get("/api/v1/x").putHeader("Accept-Language", "en-GB,en"))
                        .language()
                        .tag())
                .isEqualTo("en");
    }

    @Test
    void behind_one_proxy_the_address_is_the_one_it_saw() {
        assertThat(caller(get("/").putHeader("X-Forwarded-For", "6.6.6.6, 203.0.113.7"))
                        .address())
                .isEqualTo("203.0.113.7");
        assertThat(caller(get("/").putHeader("X-Forwarded-For", "not an address"))
                        .address())
                .isEqualTo("127.0.0.1");
        assertThat(caller(get("/")).address()).isEqualTo("127.0.0.1");
    }

    @Test
    void what_another_site_sends_is_refused() {
        assertThat(post(BROWSER, "cross-site")).isEqualTo(403);
        assertThat(post(BROWSER, "same-site")).isEqualTo(403);
        assertThat(post("Origin", "https://evil.test")).isEqualTo(403);
        assertThat(post("Origin", "null")).isEqualTo(403);
        assertThat(post("X-Nothing", "said")).isEqualTo(403);
    }

    @Test
    void what_the_shops_own_pages_send_passes() {
        assertThat(post(BROWSER, "same-origin")).isEqualTo(200);
        assertThat(post(BROWSER, "none")).isEqualTo(200);
        assertThat(post("Origin", "http://shop.test:8080")).isEqualTo(200);
        assertThat(post("Origin", "http://127.0.0.1:" + server.actualPort())).isEqualTo(200);
    }

    @Test
    void a_form_of_another_site_cannot_log_anybody_in() throws InterruptedException {
        HttpResponse<?> login = request(HttpMethod.POST, "/api/v1/session")
                .putHeader(BROWSER, "cross-site")
                .sendJson(new JsonObject().put("email", house.account()).put("password", PASSWORD))
                .await();
        assertThat(login.statusCode()).isEqualTo(403);
    }

    @Test
    void a_ticket_opens_the_bridge_once() throws InterruptedException {
        Caller caller = caller(get("/").putHeader("Authorization", "Bearer " + token()));
        String ticket = house.ask(caller, "account.createTicket", new Nothing(), Ticket.class)
                .ticket();
        assertThat(authentication.redeem(ticket).await().accountId()).isEqualTo(caller.accountId());
        Future<?> again = authentication.redeem(ticket);
        assertThat(again.otherwise(e -> null).await()).isNull();
        assertThat(again.cause()).isInstanceOf(Problem.class).hasMessage("ticket");
    }

    @Test
    void the_public_keys_are_there_for_whoever_verifies_tokens() {
        JsonObject keys = get("/.well-known/jwks.json").send().await().bodyAsJsonObject();
        assertThat(keys.getJsonArray("keys")).hasSize(2);
        assertThat(keys.encode()).doesNotContain("\"d\"");
    }

    private int post(String header, String value) {
        String cookie = "rolt_session=AAAAAAAAAAAAAAAAAAAAAA";
        return request(HttpMethod.POST, "/api/v1/x")
                .putHeader("Cookie", cookie)
                .putHeader(header, value)
                .send()
                .await()
                .statusCode();
    }

    private HttpResponse<?> logIn(String email, String password, String cookie) {
        HttpRequest<?> request = request(HttpMethod.POST, "/api/v1/session").putHeader(BROWSER, "same-origin");
        if (cookie != null) {
            request.putHeader("Cookie", cookie);
        }
        return request.sendJson(new JsonObject().put("email", email).put("password", password))
                .await();
    }

    private String token() throws InterruptedException {
        Credentials credentials = new Credentials(house.account(), PASSWORD);
        return house.ask(AccountHouse.visitor(), "account.createToken", credentials, Tokens.class)
                .accessToken();
    }

    private HttpRequest<io.vertx.core.buffer.Buffer> get(String path) {
        return request(HttpMethod.GET, path);
    }

    private HttpRequest<io.vertx.core.buffer.Buffer> request(HttpMethod method, String path) {
        return client.request(method, server.actualPort(), "127.0.0.1", path);
    }

    private static Caller caller(HttpRequest<io.vertx.core.buffer.Buffer> request) {
        HttpResponse<io.vertx.core.buffer.Buffer> response = request.send().await();
        assertThat(response.statusCode()).as(response.bodyAsString()).isEqualTo(200);
        return Json.parse(response.body().getBytes(), Caller.class);
    }

    private static String setCookie(HttpResponse<?> response) {
        return response.cookies().getFirst();
    }

    private static String cookieOf(HttpResponse<?> response) {
        return setCookie(response).split(";")[0];
    }
}
