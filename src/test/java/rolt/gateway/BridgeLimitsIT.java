package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.TestShop;
import rolt.chat.Talk;
import rolt.platform.Role;
import rolt.platform.Texts;

/** What the bridge must bear: at a server of its own, whose limits are those of production. */
class BridgeLimitsIT {
    private static final int LITTLE = 4_096;

    private final TestShop shop = TestShop.running();
    private final RateLimits limits = new RateLimits(shop.platform().redis(), 1);
    private final String session = "/eventbus/000/" + UUID.randomUUID();
    private HttpServer server;
    private String url;

    /** In whose network buffers as little as possible waits. */
    @BeforeEach
    void listen() {
        CompletableFuture<HttpServer> listening = new CompletableFuture<>();
        var vertx = shop.platform().vertx();
        vertx.runOnContext(v -> {
            Router router = Router.router(vertx);
            Gateway gateway = gateway();
            new Bridge(vertx, gateway).mount(router);
            router.route().failureHandler(gateway.problems()::answer);
            vertx.createHttpServer(new HttpServerOptions()
                            .setHost("127.0.0.1")
                            .setPort(0)
                            .setSendBufferSize(LITTLE))
                    .requestHandler(router)
                    .listen()
                    .onComplete(done -> listening.complete(done.result()));
        });
        server = listening.join();
        url = "http://127.0.0.1:" + server.actualPort();
    }

    private Gateway gateway() {
        Gateway shops = Gateway.of(shop.platform(), Contract.load(), new Problems(Texts.load()));
        return new Gateway(
                shop.platform(),
                shops.operations(),
                shops.uploads(),
                shops.authentication(),
                limits,
                shops.sockets(),
                shops.problems());
    }

    @AfterEach
    void end() {
        server.close().await();
    }

    @Test
    void an_office_of_people_who_poll_is_served_but_not_any_number_of_sockets_is_opened() {
        for (int i = 0; i < 1_300; i++) {
            assertThat(asked()).isEqualTo(200);
        }
        new BridgeSocket(url).enter(BridgeIT.ticket(shop.client(0)));
        IntStream.range(0, 1_200).forEach(i -> limits.mayOpen("127.0.0.1"));
        new BridgeSocket(url).awaitEnd();
        assertThat(poll()).contains("o\n");
        assertThat(poll()).contains("c[3000,");
        IntStream.range(1_304, 12_000).forEach(i -> limits.checkTransport("127.0.0.1"));
        assertThat(asked()).isEqualTo(429);
    }

    private int asked() {
        return RawRequest.send(url, "GET /eventbus/info HTTP/1.1", "Host: localhost", "Connection: close")
                .status();
    }

    private String poll() {
        RawRequest.Answer answer = RawRequest.send(
                url, "POST " + session + "/xhr HTTP/1.1", "Host: localhost", "Connection: close", "Content-Length: 0");
        return answer.body();
    }

    @Test
    void who_reads_one_long_answer_slowly_hears_all_that_happens_meanwhile() {
        Client customer = shop.client(0).becomeCustomer();
        Client hai = shop.client(0).becomeStaff(Role.SUPPORT);
        String code = Talk.open(customer, hai);
        speakAtLength(code);
        String address = "chat.room." + code;
        BridgeSocket listening = new BridgeSocket(url);
        listening.enter(BridgeIT.ticket(hai));
        listening.register(address);
        try (SlowReader slow = new SlowReader(url, "raw")) {
            slow.enter(BridgeIT.ticket(customer)).readUntil("entered-now");
            slow.register(address);
            slow.readUntil("registered");
            slow.send(new JsonObject()
                    .put("type", "send")
                    .put("address", "chat.listMessages")
                    .put("replyAddress", "history")
                    .put("body", new JsonObject().put("code", code).put("limit", 100)));
            slow.readUntil("history");
            for (int i = 0; i < 10; i++) {
                shop.platform().bus().publish(address, new JsonObject().put("lastSeq", i));
                assertThat(listening.next().getJsonObject("body").getInteger("lastSeq"))
                        .isEqualTo(i);
            }
            slow.readUntil("{\"lastSeq\":9}");
        }
    }

    private void speakAtLength(String code) {
        shop.text("""
                with longer as (update chat.room set last_seq = last_seq + 100 where code = ? returning *)
                insert into chat.message (room_id, seq, sender_id, side, client_id, kind, text)
                select id, last_seq - n, customer_id, 'CUSTOMER', gen_random_uuid(), 'TEXT', repeat('dài ', 1000)
                from longer, generate_series(0, 99) n""", code);
    }
}
