package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.TestShop;
import rolt.chat.Talk;
import rolt.platform.AccessTokens;
import rolt.platform.Config;
import rolt.platform.Role;

/** The support chat over the bridge, on two nodes. */
class ChatBridgeIT {
    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeCustomer();
    private final Client hai = shop.client(1).becomeStaff(Role.SUPPORT);
    private final Client lan = shop.client(0).becomeStaff(Role.TECHNICIAN);

    @Test
    void two_people_on_different_nodes_hear_each_other_after_the_commit() {
        String code = Talk.open(customer, hai);
        BridgeSocket asked = hearing(BridgeSocket.entered(0, customer), code);
        BridgeSocket answering = hearing(BridgeSocket.entered(1, hai), code);
        JsonObject sent = say(asked, code, "Chào bạn");
        assertThat(sent.getString("type")).isEqualTo("rec");
        JsonObject heard = answering.next().getJsonObject("body");
        assertThat(heard.getString("happening")).isEqualTo("MESSAGE");
        assertThat(heard.getJsonObject("message")).isEqualTo(sent.getJsonObject("body"));
        assertThat(Talk.messages(customer, code).getLast()).isEqualTo(heard.getJsonObject("message"));
    }

    @Test
    void nobody_else_hears_a_room_neither_before_nor_after_entering() {
        String code = Talk.open(customer, hai);
        BridgeSocket stranger = new BridgeSocket(1);
        assertThat(stranger.register("chat.room." + code).getString("type")).isEqualTo("err");
        stranger.enter(BridgeIT.ticket(lan));
        for (String address : new String[] {
            "chat.room." + code,
            "chat.room.*",
            "chat.room.",
            "chat.room",
            "chat.room." + code + ".",
            "chat.*",
            "chat.room.#",
            "CHAT.ROOM." + code,
            "chat.sendMessage",
            "chat.deskChanged.x"
        }) {
            assertThat(stranger.register(address).getString("type")).as(address).isEqualTo("err");
        }
        JsonObject forged = new JsonObject()
                .put("type", "send")
                .put("address", "chat.getRoom")
                .put("replyAddress", "reply")
                .put(
                        "headers",
                        new JsonObject().put("accountId", customer.email()).put("roles", "ADMIN"))
                .put("body", new JsonObject().put("code", code));
        assertThat(stranger.ask(forged).getInteger("failureCode")).isEqualTo(404);
        Talk.say(customer, code, "Chỉ mình bạn thấy thôi nhé").expect(200);
        assertThat(stranger.call("catalog.listProducts", new JsonObject().put("limit", 1))
                        .getString("address"))
                .isEqualTo("reply");
    }

    @Test
    void only_staff_hears_of_the_queue() {
        BridgeSocket visitor = BridgeSocket.entered(0, customer);
        assertThat(visitor.register("chat.deskChanged").getString("type")).isEqualTo("err");
        BridgeSocket desk = BridgeSocket.entered(1, hai);
        assertThat(desk.register("chat.deskChanged").getString("type")).isEqualTo("registered");
        String code = Talk.open(customer);
        assertThat(desk.next().getJsonObject("body").getString("code")).isEqualTo(code);
    }

    @Test
    void who_is_replaced_is_told_so_at_every_attempt_also_in_the_moment_of_the_hand_over() throws Exception {
        String code = Talk.open(customer, hai);
        BridgeSocket socket = BridgeSocket.entered(1, hai);
        CompletableFuture<Void> handOver = CompletableFuture.runAsync(
                () -> Talk.handOver(hai, code, accountOf(lan)).expect(200));
        List<JsonObject> answers = new ArrayList<>();
        while (!handOver.isDone()) {
            answers.add(say(socket, code, "Còn mình đây"));
        }
        handOver.get();
        answers.add(say(socket, code, "Mình nói thêm"));
        assertThat(answers.getLast().getInteger("failureCode")).isEqualTo(403);
        List<String> kinds = answers.stream()
                .map(answer -> answer.getString("type").equals("rec")
                        ? "said"
                        : new JsonObject(answer.getString("message")).getString("code"))
                .toList();
        assertThat(kinds)
                .containsOnly(
                        kinds.contains("said")
                                ? new String[] {"said", "chat.view-only"}
                                : new String[] {"chat.view-only"});
        long moved = Talk.messages(customer, code).stream()
                .filter(message -> "HAND_OVER".equals(message.getString("event")))
                .findFirst()
                .orElseThrow()
                .getLong("seq");
        assertThat(Talk.messages(customer, code))
                .filteredOn(message -> "Còn mình đây".equals(message.getString("text")))
                .allSatisfy(message -> assertThat(message.getLong("seq")).isLessThan(moved))
                .hasSize((int) kinds.stream().filter("said"::equals).count());
        // He still hears what is said, and a refusal comes also to who asks for no answer.
        assertThat(socket.register("chat.room." + code).getString("type")).isEqualTo("registered");
        JsonObject silent = new JsonObject()
                .put("type", "send")
                .put("address", "chat.sendMessage")
                .put("body", message(code, "Không cần trả lời"));
        assertThat(socket.ask(silent).getInteger("failureCode")).isEqualTo(403);
    }

    @Test
    void a_room_that_is_closed_or_gone_refuses_every_write() {
        String code = Talk.open(customer, hai);
        BridgeSocket socket = BridgeSocket.entered(0, customer);
        customer.post("/api/v1/chat/rooms/" + code + "/closing", new JsonObject())
                .expect(200);
        assertThat(say(socket, code, "Còn ai không?").getInteger("failureCode")).isEqualTo(409);
        assertThat(say(socket, "support-000000-001", "Ai đó?").getInteger("failureCode"))
                .isEqualTo(404);
    }

    @Test
    void a_room_that_is_closed_for_inactivity_is_heard_no_more_until_one_registers_again() {
        String code = Talk.open(customer, hai);
        BridgeSocket socket = hearing(BridgeSocket.entered(1, customer), code);
        shop.text("update chat.room set active_at = now() - interval '301 seconds' where code = ?", code);
        JsonObject last = socket.next().getJsonObject("body");
        assertThat(last.getString("state")).isEqualTo("CLOSED");
        assertThat(last.getJsonObject("message").getString("text")).isEqualTo("Connection closed due to inactivity.");
        JsonObject ended = socket.next();
        assertThat(ended.getString("type")).isEqualTo("unregistered");
        assertThat(ended.getJsonObject("message").getString("address")).isEqualTo("chat.room." + code);
        customer.post("/api/v1/chat/rooms/" + code + "/reopening", new JsonObject())
                .expect(200);
        assertThat(socket.call("chat.getRoom", new JsonObject().put("code", code))
                        .getJsonObject("body")
                        .getString("state"))
                .as("the reopening was not heard")
                .isEqualTo("WAITING");
        hearing(socket, code);
        Talk.say(customer, code, "Mình quay lại rồi").expect(200);
        assertThat(socket.next().getString("address")).isEqualTo("chat.room." + code);
    }

    @Test
    void an_access_token_lets_in_until_it_expires() {
        AccessTokens tokens = shortTokens();
        AccessTokens.Claims claims = tokens.read(hai.bearer()).await();
        BridgeSocket socket = new BridgeSocket(0);
        JsonObject entered = socket.call(
                Conversation.ENTER,
                new JsonObject().put("token", tokens.issue(claims.accountId(), claims.sessionId())));
        assertThat(entered.getString("type")).isEqualTo("rec");
        assertThat(socket.call("chat.listDesk", new JsonObject()).getString("type"))
                .isEqualTo("rec");
        socket.awaitEnd();
        JsonObject refused = new BridgeSocket(0).call(Conversation.ENTER, new JsonObject().put("token", "x.y.z"));
        assertThat(refused.getInteger("failureCode")).isEqualTo(401);
    }

    @Test
    void a_socket_is_entered_once() {
        BridgeSocket socket = BridgeSocket.entered(0, customer);
        assertThat(socket.enter(BridgeIT.ticket(hai)).getInteger("failureCode")).isEqualTo(409);
        assertThat(socket.call("chat.listDesk", new JsonObject()).getInteger("failureCode"))
                .isEqualTo(403);
    }

    private AccessTokens shortTokens() {
        Config.Auth auth = shop.platform().config().auth();
        Config.Auth brief = new Config.Auth(
                auth.jwtKeys(), auth.encryptionKeys(), Duration.ofSeconds(2), auth.refreshLife(), auth.sessionLife());
        return new AccessTokens(shop.platform().vertx(), brief);
    }

    private String accountOf(Client person) {
        return shop.text("select id from account.account where email = ?", person.email());
    }

    private static BridgeSocket hearing(BridgeSocket socket, String code) {
        assertThat(socket.register("chat.room." + code).getString("type")).isEqualTo("registered");
        return socket;
    }

    /** The answer, also where the message itself is heard before. */
    private static JsonObject say(BridgeSocket socket, String code, String text) {
        JsonObject frame = socket.call("chat.sendMessage", message(code, text));
        while (!"reply".equals(frame.getString("address"))) {
            frame = socket.next();
        }
        return frame;
    }

    private static JsonObject message(String code, String text) {
        return new JsonObject()
                .put("code", code)
                .put("clientId", UUID.randomUUID().toString())
                .put("text", text);
    }
}
