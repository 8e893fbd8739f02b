package rolt.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bus as a program in another language meets it. */
class BusIT {
    private final Vertx vertx = Vertx.vertx();
    private final Bus bus = new Bus(vertx);

    record Greet(String name) {}

    record Greeting(String text) {}

    @BeforeEach
    void answer() {
        bus.answer("test.greet", Greet.class, greet -> new Greeting("Chào " + greet.name()));
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void a_json_request_gets_a_json_answer() {
        JsonObject request = new JsonObject()
                .put("caller", Json.object(Caller.system("a-request")))
                .put("input", new JsonObject().put("name", "Anh"));
        JsonObject answer = vertx.eventBus()
                .<JsonObject>request("test.greet", request)
                .await()
                .body();
        assertThat(answer.getString("text")).isEqualTo("Chào Anh");
    }

    @Test
    void what_one_can_do_without_is_not_waited_for() {
        Caller caller = Caller.system("a-request");
        Greet anh = new Greet("Anh");
        assertThat(bus.ask(caller, "test.greet", anh, Greeting.class)).contains(new Greeting("Chào Anh"));
        assertThat(bus.ask(caller, "test.nobody", anh, Greeting.class)).isEmpty();
        vertx.eventBus().consumer("test.silent", message -> {});
        assertThat(bus.ask(caller, "test.silent", anh, Greeting.class)).isEmpty();
        bus.answer("test.broken", Greet.class, greet -> {
            throw Problem.of(500, "internal");
        });
        assertThat(bus.ask(caller, "test.broken", anh, Greeting.class)).isEmpty();
        bus.answer("test.refusing", Greet.class, greet -> {
            throw Problem.notFound("greeting");
        });
        assertThatThrownBy(() -> bus.ask(caller, "test.refusing", anh, Greeting.class))
                .isInstanceOf(Problem.class);
    }

    static Stream<Object> malformed() {
        JsonObject caller = Json.object(Caller.system("a-request"));
        return Stream.of(
                "text",
                5,
                new JsonArray(),
                new JsonObject(),
                new JsonObject().put("caller", caller),
                new JsonObject().put("input", new JsonObject()),
                new JsonObject().put("caller", "me").put("input", new JsonObject()),
                new JsonObject().put("caller", caller).put("input", "text"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void a_malformed_request_is_answered_with_a_400(Object body) {
        ReplyException refused = catchThrowableOfType(
                ReplyException.class,
                () -> vertx.eventBus().request("test.greet", body).await());
        assertThat(refused.failureCode()).isEqualTo(400);
        assertThat(new JsonObject(refused.getMessage()).getString("code")).isEqualTo("invalid");
    }
}
