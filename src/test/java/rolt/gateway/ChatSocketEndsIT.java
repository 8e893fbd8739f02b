package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Eventually;
import rolt.TestShop;
import rolt.chat.Talk;
import rolt.platform.AccessTokens;
import rolt.platform.Config;
import rolt.platform.Role;
import rolt.platform.Texts;

/** How the plain websocket of a chat's room lives and ends, on two nodes. */
class ChatSocketEndsIT {
    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeCustomer();
    private final Client hai = shop.client(1).becomeStaff(Role.SUPPORT);
    private final String code = Talk.open(customer, hai);

    @Test
    void a_room_in_which_nothing_is_said_is_closed_with_a_word() {
        ToolSocket socket = ToolSocket.open(address(0, customer.bearer()));
        shop.text("update chat.room set active_at = now() - interval '301 seconds' where code = ?", code);
        JsonObject last = socket.next();
        assertThat(last.getString("user")).isEqualTo("system");
        assertThat(last.getString("message")).isEqualTo("Connection closed due to inactivity.");
        assertThat(socket.end()).isEqualTo(1000);
    }

    @Test
    void a_socket_ends_with_its_access_token_and_with_its_session() {
        Config.Auth auth = shop.platform().config().auth();
        AccessTokens brief = new AccessTokens(
                shop.platform().vertx(),
                new Config.Auth(
                        auth.jwtKeys(),
                        auth.encryptionKeys(),
                        Duration.ofSeconds(2),
                        auth.refreshLife(),
                        auth.sessionLife()));
        AccessTokens.Claims claims = brief.read(customer.bearer()).await();
        String token = brief.issue(claims.accountId(), claims.sessionId());
        ToolSocket expiring = ToolSocket.open(address(0, token));
        ToolSocket lasting = ToolSocket.open(address(1, BridgeIT.ticket(customer)));
        assertThat(expiring.end()).isEqualTo(1008);
        assertThat(ToolSocket.status(address(1, token))).isEqualTo(401);
        lasting.say("Phiên vẫn còn").next();
        customer.delete("/api/v1/me/session").expect(204);
        assertThat(lasting.end()).isEqualTo(1008);
    }

    @Test
    void with_the_account_of_a_customer_the_sockets_of_who_answered_him_end_at_once_and_no_other_is_asked() {
        ToolSocket asking = ToolSocket.open(address(0, customer.bearer()));
        ToolSocket answering = ToolSocket.open(address(1, hai.bearer()));
        String elsewhere = Talk.open(shop.client(0).becomeCustomer(), hai);
        ToolSocket other = ToolSocket.open(url(1, elsewhere) + "?token=" + hai.bearer());
        other.send("{").error();
        shop.text("update chat.seat set seen_at = null");
        customer.post("/api/v1/me/deletion", new JsonObject().put("password", Client.PASSWORD))
                .expect(204);
        assertThat(asking.end()).isEqualTo(1008);
        assertThat(answering.end()).isEqualTo(1008);
        other.send("{").error();
        assertThat(shop.number(
                        "select count(*) from chat.seat s join chat.room r on r.id = s.room_id "
                                + "where r.code = ? and s.seen_at is not null",
                        elsewhere))
                .isZero();
    }

    @Test
    void the_sixth_socket_is_refused_on_whichever_node_and_the_others_stay() {
        List<ToolSocket> open = IntStream.range(0, OpenSockets.MOST)
                .mapToObj(i -> ToolSocket.open(address(i % 2, customer.bearer())))
                .toList();
        assertThat(ToolSocket.status(address(1, customer.bearer()))).isEqualTo(429);
        assertThat(ToolSocket.status(address(1, hai.bearer()))).isEqualTo(101);
        assertThat(open.getFirst().say("Mình vẫn đây").next().getString("type")).isEqualTo("chat_message");
        open.getLast().hangUp();
        Eventually.ask(() -> ToolSocket.status(address(1, customer.bearer())), status -> status == 101);
    }

    @Test
    void an_open_socket_beats_for_its_owner_and_one_who_never_reads_is_hung_up() {
        HttpServer server = impatient(Duration.ofMillis(400));
        String address = "ws://127.0.0.1:" + server.actualPort() + "/ws/chat/" + code + "/?token=";
        shop.text("update chat.seat set seen_at = now() - interval '1 hour'");
        ToolSocket reading = ToolSocket.open(address + hai.bearer());
        Eventually.ask(() -> Talk.room(customer, code).getBoolean("otherOnline"), online -> online);
        String text = "Dài ".repeat(900);
        IntStream.range(0, 60).forEach(i -> Talk.say(customer, code, text).expect(200));
        ToolSocket.asleep(address + customer.bearer() + "&after=0");
        IntStream.range(0, 20).forEach(i -> Talk.say(customer, code, text).expect(200));
        assertThat(reading.next(80)).hasSize(80);
        Eventually.ask(
                () -> shop.platform()
                        .redis()
                        .send(Command.ZCARD, "rolt:sockets:" + idOf(customer))
                        .await()
                        .toInteger(),
                open -> open == 0);
        ToolSocket again = ToolSocket.open(address + customer.bearer() + "&after=0");
        assertThat(again.next(82)).extracting(frame -> frame.getLong("seq")).isSorted();
        server.close().await();
    }

    private UUID idOf(Client person) {
        return UUID.fromString(shop.text("select id from account.account where email = ?", person.email()));
    }

    /** The same route with hearts that beat faster. */
    private HttpServer impatient(Duration heartbeat) {
        var platform = shop.platform();
        Gateway gateway = Gateway.of(platform, Contract.load(), new Problems(Texts.load()));
        Router router = Router.router(platform.vertx());
        CompletableFuture<HttpServer> listening = new CompletableFuture<>();
        platform.vertx().runOnContext(v -> {
            new ChatSocketRoute(platform.vertx(), gateway, heartbeat).mount(router);
            platform.vertx()
                    .createHttpServer(new HttpServerOptions()
                            .setHost("127.0.0.1")
                            .setPort(0)
                            .setWebSocketClosingTimeout(1))
                    .requestHandler(router)
                    .listen()
                    .onComplete(done -> listening.complete(done.result()));
        });
        return listening.join();
    }

    private String address(int node, String token) {
        return url(node, code) + "?token=" + token;
    }

    private String url(int node, String room) {
        return shop.urls.get(node).replace("http", "ws") + "/ws/chat/" + room + "/";
    }
}
