package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Eventually;
import rolt.TestShop;
import rolt.platform.Caller;
import rolt.platform.Config;
import rolt.platform.Language;
import rolt.platform.Problem;
import rolt.platform.RedisClient;
import rolt.platform.Role;

/** How much of the chat one account can take up. */
class ChatLimitsIT {
    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeCustomer();
    private final Client hai = shop.client(1).becomeStaff(Role.SUPPORT);

    @Test
    void the_sixth_socket_of_an_account_is_told_and_closed_on_whichever_node() {
        List<BridgeSocket> open = new ArrayList<>();
        for (int i = 0; i < OpenSockets.MOST; i++) {
            open.add(BridgeSocket.entered(i % 2, customer));
        }
        BridgeSocket sixth = new BridgeSocket(1);
        JsonObject refused = sixth.enter(BridgeIT.ticket(customer));
        assertThat(new JsonObject(refused.getString("message")).getString("code"))
                .isEqualTo("too-many-sockets");
        sixth.awaitEnd();
        BridgeSocket.entered(1, hai);
        open.getFirst().hangUp();
        BridgeSocket next = entersAtLast();
        assertThat(next.call("chat.listRooms", new JsonObject()).getString("type"))
                .isEqualTo("rec");
    }

    /** The server hears of an end a moment later. */
    private BridgeSocket entersAtLast() {
        return Eventually.ask(
                () -> {
                    BridgeSocket socket = new BridgeSocket(0);
                    return "rec".equals(socket.enter(BridgeIT.ticket(customer)).getString("type")) ? socket : null;
                },
                Objects::nonNull);
    }

    @Test
    void sockets_are_counted_on_the_node_while_redis_is_away() {
        RedisClient away = new RedisClient(shop.platform().vertx(), new Config.Redis("redis://127.0.0.1:1"));
        OpenSockets sockets = new OpenSockets(shop.platform().vertx(), away);
        Caller caller = somebody();
        List<OpenSockets.Place> places = new ArrayList<>();
        for (int i = 0; i < OpenSockets.MOST; i++) {
            places.add(sockets.take(caller).await());
        }
        assertThatThrownBy(() -> sockets.take(caller).await())
                .isInstanceOf(Problem.class)
                .hasMessage("too-many-sockets");
        places.getFirst().leave();
        assertThat(sockets.take(caller).await()).isNotNull();
        away.close();
    }

    @Test
    void who_writes_more_than_five_messages_in_five_seconds_is_told_so() {
        Operations strict = new Operations(
                Contract.load(),
                shop.platform().bus(),
                new RateLimits(shop.platform().redis(), 1));
        Caller caller = somebody();
        JsonObject input = new JsonObject()
                .put("code", "support-000000-001")
                .put("clientId", UUID.randomUUID().toString())
                .put("text", "Nhanh quá");
        List<Integer> statuses = new ArrayList<>();
        for (String operation : List.of(
                "chat.sendMessage",
                "chat.sendMessage",
                "chat.sendMessage",
                "chat.sendMessage",
                "chat.sendMessage",
                "chat.sendMessage",
                "chat.openRoom",
                "chat.proposeChange",
                "chat.sendPicture")) {
            statuses.add(status(strict, caller, operation, input));
        }
        assertThat(statuses).containsExactly(404, 404, 404, 404, 404, 429, 429, 429, 429);
    }

    @Test
    void a_picture_for_the_chat_is_an_upload_like_any_other() {
        Operations strict = new Operations(
                Contract.load(),
                shop.platform().bus(),
                new RateLimits(shop.platform().redis(), 1));
        Caller caller = somebody();
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 19; i++) {
            statuses.add(status(strict, caller, "account.changePicture", new JsonObject()));
        }
        assertThat(statuses).containsOnly(415);
        assertThat(status(strict, caller, "chat.sendPicture", new JsonObject())).isEqualTo(415);
        assertThat(status(strict, caller, "chat.sendPicture", new JsonObject())).isEqualTo(429);
    }

    private static int status(Operations operations, Caller caller, String operation, JsonObject input) {
        return Future.succeededFuture()
                .compose(v -> operations.call(caller, operation, input))
                .map(0)
                .otherwise(e -> Problems.problemOf(e).status())
                .await();
    }

    private static Caller somebody() {
        return new Caller(UUID.randomUUID(), UUID.randomUUID(), Set.of(), Language.EN, "127.0.0.1", "chat-bridge");
    }
}
