package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import rolt.Client;
import rolt.Eventually;
import rolt.TestShop;
import rolt.chat.Talk;
import rolt.platform.Role;

/** The plain websocket of a chat's room, on two nodes. */
class ChatSocketIT {
    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeCustomer();
    private final Client hai = shop.client(1).becomeStaff(Role.SUPPORT);
    private final Client lan = shop.client(0).becomeStaff(Role.TECHNICIAN);
    private final String code = Talk.open(customer, hai);

    @Test
    void two_people_on_different_nodes_talk_and_are_told_everything_once_and_in_order() {
        ToolSocket asking = ToolSocket.open(address(0, BridgeIT.ticket(customer)));
        ToolSocket answering = ToolSocket.open(address(1, hai.bearer()) + "&after=0");
        assertThat(answering.next(2))
                .extracting(frame -> frame.getString("user"))
                .containsExactly("Nguyễn Minh Anh", "system");
        asking.send(new JsonObject()
                .put("message", "Hello")
                .put("id", "id-of-mine-1")
                .encode());
        JsonObject echo = asking.next();
        assertThat(echo)
                .isEqualTo(new JsonObject()
                        .put("type", "chat_message")
                        .put("message", "Hello")
                        .put("user", "Nguyễn Minh Anh")
                        .put("seq", 3)
                        .put("id", "id-of-mine-1"));
        assertThat(answering.next()).isEqualTo(echo);
        List<String> words =
                IntStream.rangeClosed(1, 20).mapToObj(i -> "Câu thứ " + i).toList();
        words.forEach(asking::say);
        IntStream.rangeClosed(1, 20).parallel().forEach(i -> Talk.say(hai, code, "Trả lời " + i));
        List<JsonObject> told = asking.next(40);
        assertThat(answering.next(40)).isEqualTo(told);
        assertThat(told)
                .extracting(frame -> frame.getLong("seq"))
                .containsExactlyElementsOf(LongStream.rangeClosed(4, 43).boxed().toList());
        assertThat(told)
                .extracting(frame -> frame.getString("message"))
                .filteredOn(words::contains)
                .containsExactlyElementsOf(words);

        asking.hangUp();
        ToolSocket again = ToolSocket.open(address(1, BridgeIT.ticket(customer)) + "&after=40");
        assertThat(again.next(3)).extracting(frame -> frame.getLong("seq")).containsExactly(41L, 42L, 43L);
        again.send(new JsonObject()
                .put("message", "Hello")
                .put("id", "id-of-mine-1")
                .encode());
        assertThat(again.next())
                .isEqualTo(new JsonObject()
                        .put("type", "acknowledged")
                        .put("id", "id-of-mine-1")
                        .put("seq", 3));
        again.sawNothingMore();
    }

    @Test
    void who_may_not_come_in_is_told_so_at_the_handshake() {
        String used = BridgeIT.ticket(customer);
        assertThat(ToolSocket.status(address(0, used))).isEqualTo(101);
        assertThat(ToolSocket.status(address(1, used))).isEqualTo(401);
        assertThat(ToolSocket.status(address(0, "x.y.z"))).isEqualTo(401);
        assertThat(ToolSocket.status(address(0, ""))).isEqualTo(401);
        assertThat(ToolSocket.status(url(0, code))).isEqualTo(401);
        assertThat(ToolSocket.status(url(0, code), "Authorization", "Bearer " + customer.bearer()))
                .isEqualTo(101);
        for (String room : new String[] {"support-000000-001", code + "x", "*", "%20", "chat.room." + code}) {
            assertThat(ToolSocket.status(url(0, room) + "?token=" + customer.bearer()))
                    .as(room)
                    .isEqualTo(404);
        }
        assertThat(ToolSocket.status(address(0, lan.bearer()))).isEqualTo(404);
        assertThat(ToolSocket.status(address(0, BridgeIT.ticket(shop.client(0)))))
                .isEqualTo(401);
        assertThat(ToolSocket.status(address(0, customer.bearer()), "Origin", "https://evil.example"))
                .isEqualTo(403);
        assertThat(ToolSocket.status(address(0, customer.bearer()) + "&after=-1"))
                .isEqualTo(400);
        assertThat(shop.client(0)
                        .get("/ws/chat/" + code + "/?token=" + customer.bearer())
                        .status())
                .isEqualTo(426);
    }

    @Test
    void every_refused_write_is_answered_by_an_error() {
        ToolSocket socket = ToolSocket.open(address(0, customer.bearer()));
        assertThat(socket.send("{").error()).isEqualTo("invalid");
        assertThat(socket.send("[]").error()).isEqualTo("invalid");
        assertThat(socket.send("null").error()).isEqualTo("invalid");
        assertThat(socket.send("7").error()).isEqualTo("invalid");
        assertThat(socket.send("{\"id\": {}, \"message\": \"Hello\"}").error()).isEqualTo("invalid");
        assertThat(socket.send("{}").error()).isEqualTo("invalid");
        assertThat(socket.send("{\"message\": 7}").error()).isEqualTo("invalid");
        assertThat(socket.say("  ").error()).isEqualTo("invalid");
        assertThat(socket.say("a\u0000b").error()).isEqualTo("invalid");
        assertThat(socket.say("x".repeat(4_001)).error()).isEqualTo("invalid");
        socket.sendBytes(new byte[] {1, 2, 3});
        assertThat(socket.error()).isEqualTo("invalid");
        assertThat(socket.say("Vẫn còn đây").next().getString("type")).isEqualTo("chat_message");
        customer.post("/api/v1/chat/rooms/" + code + "/closing", new JsonObject())
                .expect(200);
        assertThat(socket.next().getString("event")).isEqualTo("CLOSE");
        assertThat(socket.say("Còn ai không?").error()).isEqualTo("chat.closed");
        socket.send("{\"message\":\"" + "x".repeat(Bridge.FRAME_BYTES) + "\"}");
        assertThat(socket.end()).isIn(1009, 1006);
    }

    @Test
    void who_is_replaced_reads_on_and_writes_nothing_from_that_very_moment() {
        ToolSocket replaced = ToolSocket.open(address(1, hai.bearer()));
        String next = shop.text("select id from account.account where email = ?", lan.email());
        CompletableFuture<Void> handOver =
                CompletableFuture.runAsync(() -> Talk.handOver(hai, code, next).expect(200));
        List<JsonObject> answers = new ArrayList<>();
        while (!handOver.isDone()) {
            answers.add(replaced.say("Còn mình đây").next());
        }
        handOver.join();
        Talk.say(customer, code, "Chào Lan").expect(200);
        Eventually.ask(replaced::next, frame -> {
            answers.add(frame);
            return "Chào Lan".equals(frame.getString("message"));
        });
        answers.add(replaced.say("Mình nói thêm").next());
        long moved = answers.stream()
                .filter(frame -> "HAND_OVER".equals(frame.getString("event")))
                .findFirst()
                .orElseThrow()
                .getLong("seq");
        assertThat(answers)
                .filteredOn(frame -> "error".equals(frame.getString("type")))
                .isNotEmpty()
                .extracting(frame -> frame.getString("code"))
                .containsOnly("chat.view-only");
        assertThat(Talk.messages(customer, code))
                .filteredOn(message -> "Còn mình đây".equals(message.getString("text")))
                .extracting(message -> message.getLong("seq"))
                .allMatch(seq -> seq < moved);
        assertThat(replaced.say("Vẫn không được").error()).isEqualTo("chat.view-only");
    }

    @Test
    void a_token_in_the_address_is_in_no_log() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger("ROOT");
        log.start();
        root.addAppender(log);
        ToolSocket socket = ToolSocket.open(address(0, customer.bearer()));
        assertThat(ToolSocket.status(address(0, "x.secret-of-mine.z"))).isEqualTo(401);
        socket.say("Xin chào").next();
        socket.hangUp();
        socket.end();
        Eventually.ask(
                () -> List.copyOf(log.list),
                events -> events.stream().anyMatch(event -> told(event).contains("/ws/chat/" + code)));
        root.detachAppender(log);
        assertThat(List.copyOf(log.list))
                .extracting(ChatSocketIT::told)
                .noneMatch(line -> line.contains(customer.bearer()) || line.contains("secret-of-mine"));
    }

    private static String told(ILoggingEvent event) {
        return event.getFormattedMessage()
                + event.getKeyValuePairs()
                + event.getMDCPropertyMap()
                + event.getThrowableProxy();
    }

    private String address(int node, String token) {
        return url(node, code) + "?token=" + token;
    }

    private String url(int node, String room) {
        return shop.urls.get(node).replace("http", "ws") + "/ws/chat/" + room + "/";
    }
}
