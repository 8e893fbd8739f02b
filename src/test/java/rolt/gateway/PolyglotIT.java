package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.TestShop;
import rolt.TestShop.Alone;
import rolt.chat.Talk;
import rolt.dev.services.FreePort;
import rolt.platform.Role;

/** Programs in other languages on the bus of a node that leaves the workshop to them. */
class PolyglotIT {
    private static final String ANSWERED = "workshop.promiseBench";
    private static final String OTHERS =
            "account,mail,catalog,builder,stock,media,cart,ordering,chat,payment,finance,people";

    private static final TestShop SHOP = TestShop.running();
    private static Client service;
    private static int port;
    private static Alone node;

    private final Client customer = SHOP.client(0).becomeCustomer();
    private final String room = Talk.open(customer);
    private Script python;

    @BeforeAll
    static void start() {
        service = SHOP.client(0).becomeStaff(Set.of(Role.CUSTOMER));
        port = FreePort.find();
        node = SHOP.startAlone(Map.of(
                "DOMAINS",
                OTHERS,
                "TCP_BRIDGE_PORT",
                String.valueOf(port),
                "TCP_BRIDGE_SERVICE",
                SHOP.text("select id from account.account where email = ?", service.email()),
                "TCP_BRIDGE_ANSWERS",
                ANSWERED + ",chat.getRoom"));
    }

    @AfterAll
    static void stop() {
        node.stop();
    }

    @AfterEach
    void end() {
        if (python != null) {
            python.close();
        }
    }

    @Test
    void python_answers_an_operation_for_everybody_who_calls_it() {
        assertThat(promise(150).status()).as("nobody answers yet").isEqualTo(503);
        python = python();
        assertThat(promise(150).expect(200).json())
                .isEqualTo(new JsonObject().put("minutes", 150).put("promisedOn", "2027-01-05"));
        assertThat(promise(60_000).expect(422).json().getString("code")).isEqualTo("bench.too-much");
        assertThat(promise(-1).status()).as("is refused before it is asked").isEqualTo(400);
        try (TcpSocket caller = entered(customer)) {
            JsonObject answer = caller.call(ANSWERED, new JsonObject().put("minutes", 720));
            assertThat(answer.getJsonObject("body").getString("promisedOn")).isEqualTo("2027-01-06");
        }
    }

    @Test
    void node_calls_operations_and_hears_the_chat() {
        python = python();
        try (Script script = Script.run("node", "follow.mjs", customer.bearer(), String.valueOf(port), room)) {
            assertThat(script.frame("gateway.enter").getJsonObject("body").getBoolean("entered"))
                    .isTrue();
            assertThat(script.frame(ANSWERED).getJsonObject("body").getString("promisedOn"))
                    .isEqualTo("2027-01-05");
            assertThat(script.frame("chat.getRoom").getJsonObject("body").getString("code"))
                    .isEqualTo(room);
            assertThat(script.frame("chat.room." + room).getString("type")).isEqualTo("registered");
            JsonObject heard = script.frame("chat.room." + room).getJsonObject("body");
            assertThat(heard.getJsonObject("message").getString("text")).isEqualTo("Hello from Node");
        }
    }

    @Test
    void who_joins_may_do_no_more_than_over_any_other_way() {
        try (TcpSocket nobody = new TcpSocket(port)) {
            assertThat(nobody.call("catalog.listProducts", new JsonObject()).getString("type"))
                    .isEqualTo("err");
            assertThat(nobody.register("chat.room." + room).getString("type")).isEqualTo("err");
            assertThat(nobody.register(ANSWERED).getString("type")).isEqualTo("err");
            assertThat(nobody.call("gateway.enter", new JsonObject().put("token", "x.y.z"))
                            .getInteger("failureCode"))
                    .isEqualTo(401);
        }
        try (TcpSocket stranger = entered(SHOP.client(1).becomeCustomer())) {
            for (String address : new String[] {
                "chat.room." + room, "chat.room.*", "chat.deskChanged", "account.changed", "chat.sendMessage", ANSWERED
            }) {
                assertThat(stranger.register(address).getString("type"))
                        .as(address)
                        .isEqualTo("err");
            }
            assertThat(stranger.call("chat.getRoom", new JsonObject().put("code", room))
                            .getInteger("failureCode"))
                    .isEqualTo(404);
            assertThat(stranger.call("account.redeemTicket", new JsonObject()).getInteger("failureCode"))
                    .isEqualTo(404);
            for (String type : new String[] {"publish", "send"}) {
                JsonObject forged = new JsonObject()
                        .put("type", type)
                        .put("address", type.equals("send") ? "__vertx.reply.1" : "account.changed")
                        .put("headers", new JsonObject().put("codecName", "rolt-local"))
                        .put("body", new JsonObject());
                assertThat(stranger.ask(forged).getString("type")).as(type).isEqualTo("err");
            }
        }
    }

    @Test
    void the_service_answers_what_the_settings_name_and_no_domain_of_the_node_answers() {
        try (TcpSocket answering = entered(service)) {
            assertThat(answering.register("chat.getRoom").getString("type")).isEqualTo("err");
            assertThat(answering.register("workshop.listWork").getString("type"))
                    .isEqualTo("err");
            assertThat(answering.register(ANSWERED).getString("type")).isEqualTo("registered");
            CompletableFuture<Client.Answer> asked = CompletableFuture.supplyAsync(() -> promise(151));
            JsonObject request = answering.next();
            assertThat(request.getJsonObject("body").getJsonObject("input").getInteger("minutes"))
                    .isEqualTo(151);
            JsonObject refusal = new JsonObject()
                    .put("type", "send")
                    .put("address", request.getString("replyAddress"))
                    .put("failureCode", 200)
                    .put("message", "<b>no problem at all</b>");
            try (TcpSocket stranger = entered(customer)) {
                assertThat(stranger.ask(refusal).getString("type")).isEqualTo("err");
            }
            assertThat(asked).isNotDone();
            answering.send(refusal);
            assertThat(asked.join().status()).isEqualTo(500);
            assertThat(answering.ask(refusal).getInteger("failureCode"))
                    .as("is answered once")
                    .isEqualTo(404);
            CompletableFuture<Client.Answer> badly = CompletableFuture.supplyAsync(() -> promise(153));
            answering.send(new JsonObject()
                    .put("type", "send")
                    .put("address", answering.next().getString("replyAddress"))
                    .put("body", 7));
            assertThat(badly.join().status()).isEqualTo(500);
            CompletableFuture<Client.Answer> never = CompletableFuture.supplyAsync(() -> promise(154));
            answering.next();
            answering.leave();
            assertThat(never.join().status()).as("who has left will not answer").isEqualTo(503);
        }
        assertThat(promise(152).status()).as("who has left answers no more").isEqualTo(503);
    }

    @Test
    void who_reads_nothing_and_is_hung_up_is_asked_no_more() {
        String address = "chat.room." + Talk.open(service);
        try (TcpSocket answering = entered(service)) {
            answering.register(ANSWERED);
            answering.register(address);
            JsonObject event = new JsonObject().put("happening", "MESSAGE").put("text", "ệ".repeat(4_000));
            IntStream.range(0, 1_500).forEach(i -> node.node().platform().bus().publish(address, event));
            assertThat(promise(155).status()).isEqualTo(503);
        }
    }

    private static Client.Answer promise(int minutes) {
        return SHOP.client(0).get(node.url() + "/api/v1/bench/promise?minutes=" + minutes);
    }

    private static TcpSocket entered(Client person) {
        TcpSocket socket = new TcpSocket(port);
        assertThat(socket.call("gateway.enter", new JsonObject().put("token", person.bearer()))
                        .getString("type"))
                .isEqualTo("message");
        return socket;
    }

    private static Script python() {
        Script script = Script.run("python3", "bench.py", service.bearer(), String.valueOf(port));
        assertThat(script.line()).isEqualTo("ready");
        return script;
    }
}
