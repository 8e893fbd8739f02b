package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.Client;
import rolt.Eventually;
import rolt.TestShop;
import rolt.chat.Talk;
import rolt.platform.Texts;

/** What a program on the same machine could do to a node over the TCP bridge. */
class TcpBridgeIT {
    private static final TestShop SHOP = TestShop.running();
    private static TcpBridgeVerticle patient;
    private static TcpBridgeVerticle impatient;

    private final Client customer = SHOP.client(0).becomeCustomer();

    @BeforeAll
    static void start() {
        Gateway gateway = Gateway.of(SHOP.platform(), Contract.load(), new Problems(Texts.load()));
        patient = new TcpBridgeVerticle(gateway);
        impatient = new TcpBridgeVerticle(gateway, Duration.ofMillis(500));
        SHOP.platform().vertx().deployVerticle(patient).await();
        SHOP.platform().vertx().deployVerticle(impatient).await();
    }

    @AfterAll
    static void stop() {
        SHOP.platform().vertx().undeploy(patient.deploymentID()).await();
        SHOP.platform().vertx().undeploy(impatient.deploymentID()).await();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 0, Bridge.FRAME_BYTES + 1})
    void a_frame_of_a_wrong_length_ends_the_socket_before_it_comes(int length) {
        try (TcpSocket socket = entered(patient)) {
            socket.sendLength(length);
            assertThat(socket.next().getString("body")).isEqualTo("frame_length");
            socket.awaitEnd();
        }
    }

    @Test
    void what_is_no_proper_frame_is_refused_and_the_next_one_is_read() {
        try (TcpSocket socket = entered(patient)) {
            for (String text : new String[] {
                "null",
                "[]",
                "1",
                "\"text\"",
                "{",
                "{}",
                "[".repeat(Bridge.FRAME_BYTES),
                "{\"type\":7,\"address\":{}}",
                "{\"type\":null,\"address\":\"chat.getRoom\"}",
                "{\"type\":\"send\",\"address\":null,\"replyAddress\":null}",
                "{\"type\":\"send\",\"address\":\"gateway.enter\",\"replyAddress\":null,\"body\":{\"ticket\":null,\"token\":null}}",
                "{\"type\":\"message\",\"address\":\"chat.getRoom\"}",
                "{\"type\":\"publish\",\"address\":\"account.changed\",\"body\":{}}",
                "{\"type\":\"register\",\"address\":[\"account.changed\"]}",
                "{\"type\":\"send\",\"address\":7,\"headers\":7,\"body\":[]}",
                "{\"type\":\"send\",\"address\":\"chat.getRoom\",\"headers\":[1],\"body\":7,\"replyAddress\":{}}",
                "{\"type\":\"send\",\"address\":\"chat.getRoom\",\"replyAddress\":\"" + "x".repeat(37) + "\"}",
                "{\"type\":\"send\",\"address\":\"gateway.enter\",\"body\":{\"token\":{\"a\":[]}}}"
            }) {
                socket.send(text.getBytes(StandardCharsets.UTF_8));
                assertThat(socket.next().getString("type")).as(text).isEqualTo("err");
            }
            socket.send(new JsonObject().put("type", "unregister").put("address", "chat.room.x-1"));
            socket.send(new JsonObject().put("type", "ping"));
            assertThat(socket.next().getString("type")).isEqualTo("pong");
            assertThat(socket.call("chat.listRooms", new JsonObject()).getString("type"))
                    .isEqualTo("message");
        }
    }

    @Test
    void who_does_not_enter_is_hung_up_soon_also_in_the_middle_of_a_frame() {
        try (TcpSocket entered = entered(impatient);
                TcpSocket silent = new TcpSocket(impatient.port());
                TcpSocket slow = new TcpSocket(impatient.port())) {
            slow.sendLength(100);
            slow.awaitEnd();
            silent.awaitEnd();
            assertThat(entered.call("chat.listRooms", new JsonObject()).getString("type"))
                    .isEqualTo("message");
        }
    }

    @Test
    void a_program_that_reads_nothing_is_hung_up() {
        String address = "chat.room." + Talk.open(customer);
        try (TcpSocket socket = entered(patient)) {
            socket.register(address);
            JsonObject event = new JsonObject().put("happening", "MESSAGE").put("text", "ệ".repeat(4_000));
            IntStream.range(0, 1_500).forEach(i -> SHOP.platform().bus().publish(address, event));
            String account = SHOP.text("select id from account.account where email = ?", customer.email());
            Eventually.ask(
                    () -> SHOP.platform()
                            .redis()
                            .send(Command.ZCARD, "rolt:sockets:" + account)
                            .await()
                            .toInteger(),
                    places -> places == 0);
            socket.awaitEnd();
        }
    }

    private TcpSocket entered(TcpBridgeVerticle bridge) {
        TcpSocket socket = new TcpSocket(bridge.port());
        JsonObject entered = socket.call("gateway.enter", new JsonObject().put("token", customer.bearer()));
        assertThat(entered.getString("type")).as(entered.encode()).isEqualTo("message");
        return socket;
    }
}
