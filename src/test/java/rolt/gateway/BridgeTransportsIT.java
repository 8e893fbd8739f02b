package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.Client;
import rolt.TestShop;
import rolt.chat.Talk;

/** How frames come to the bridge: over a websocket or over plain HTTP, and of which size. */
class BridgeTransportsIT {
    private final TestShop shop = TestShop.running();
    private final Client visitor = shop.client(0);
    private final String session = "/eventbus/000/" + UUID.randomUUID();

    @Test
    void a_browser_without_websockets_is_served_by_polling() {
        assertThat(poll()).contains("o\n");
        JsonObject call = new JsonObject()
                .put("type", "send")
                .put("address", "gateway.enter")
                .put("replyAddress", "reply")
                .put("body", new JsonObject().put("ticket", BridgeIT.ticket(visitor)));
        assertThat(send(new JsonArray().add(call.encode()).encode()).status()).isEqualTo(204);
        assertThat(poll()).contains("a[", "entered");
    }

    /** Whoever keeps connections, a proxy say, would send the next frame over one that is ending, and lose it. */
    @Test
    void the_answer_to_a_poll_says_that_its_connection_ends() {
        RawRequest.Answer answer = RawRequest.send(
                shop.urls.getFirst(), "POST " + session + "/xhr HTTP/1.1", "Host: localhost", "Content-Length: 0");
        assertThat(answer.head()).containsIgnoringCase("connection: close");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[null]",
                "[1]",
                "{}",
                "text",
                "",
                "null",
                "[[]]",
                "[{}]",
                "[\"null\"]",
                "[\"1\"]",
                "[\"{\"]",
                "["
            })
    void what_is_no_frame_is_a_400_over_polling(String body) {
        poll();
        RawRequest.Answer answer = send(body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.head()).contains("application/problem+json");
        assertThat(send("[\"{}\"]").status()).as("the session lives on").isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/jsonp",
                "/jsonp?c=",
                "/jsonp?c=%3Cscript%3E",
                "/jsonp?callback=%0d",
                "/htmlfile",
                "/htmlfile?c=%3Cscript%3E"
            })
    void the_transports_of_old_browsers_are_gone(String transport) {
        assertThat(visitor.get(session + transport).status()).isEqualTo(404);
    }

    @Test
    void a_large_frame_ends_the_socket() {
        String frame =
                new JsonObject().put("type", "x".repeat(Bridge.FRAME_BYTES)).encode();
        BridgeSocket small = new BridgeSocket(0);
        small.sendText(frame.substring(0, 10_000));
        assertThat(small.next().getString("body")).isEqualTo("invalid_json");
        BridgeSocket whole = new BridgeSocket(0);
        whole.sendText(frame);
        whole.awaitEnd();
        BridgeSocket parts = new BridgeSocket(0);
        parts.sendPart(frame.substring(0, 10_000));
        parts.sendText(frame.substring(10_000));
        parts.awaitEnd();
    }

    @Test
    void a_large_frame_is_refused_over_polling_and_the_session_lives_on() {
        poll();
        String frame =
                new JsonObject().put("type", "x".repeat(Bridge.FRAME_BYTES)).encode();
        assertThat(send(new JsonArray().add(frame).encode()).status()).isEqualTo(413);
        assertThat(send("[\"{}\"]").status()).isEqualTo(204);
    }

    /** What a browser may send in one frame is no limit to what it is told over one connection. */
    @ParameterizedTest
    @ValueSource(strings = {"xhr_streaming", "eventsource"})
    void one_connection_tells_more_than_a_frame_may_hold(String transport) {
        Client customer = shop.client(0).becomeCustomer();
        String address = "chat.room." + Talk.open(customer);
        try (SlowReader reader = new SlowReader(shop.urls.getFirst(), transport)) {
            reader.enter(BridgeIT.ticket(customer)).readUntil("entered-now");
            reader.register(address);
            reader.readUntil("registered");
            for (int i = 0; i < 4; i++) {
                shop.platform()
                        .bus()
                        .publish(
                                address,
                                new JsonObject().put("lastSeq", i).put("text", "x".repeat(Bridge.FRAME_BYTES)));
                reader.readUntil("lastSeq\\\":" + i);
            }
        }
    }

    private String poll() {
        return post("/xhr", "").body();
    }

    private RawRequest.Answer send(String body) {
        return post("/xhr_send", body);
    }

    /** Each request over a connection of its own: SockJS ends it after each poll. */
    private RawRequest.Answer post(String transport, String body) {
        return RawRequest.send(
                shop.urls.getFirst(),
                "POST " + session + transport + " HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Content-Length: " + body.length(),
                "",
                body);
    }
}
