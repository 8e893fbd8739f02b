package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rolt.Client;
import rolt.Eventually;
import rolt.TestShop;
import rolt.chat.Talk;
import rolt.platform.Caller;
import rolt.platform.Language;
import rolt.platform.Problem;
import rolt.platform.Role;

/** How much of a node one client can take up, over every way in. */
class SocketLimitsIT {
    private static final int SAID = 1_500;
    private static final int MEGABYTE = 1 << 20;

    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeCustomer();

    @ParameterizedTest
    @ValueSource(strings = {"raw", "websocket", "xhr_streaming", "eventsource"})
    void who_never_reads_is_hung_up_and_the_others_hear_everything_in_time(String transport) {
        Client hai = shop.client(1).becomeStaff(Role.SUPPORT);
        String address = "chat.room." + Talk.open(customer, hai);
        BridgeSocket reading = new BridgeSocket(0);
        reading.enter(BridgeIT.ticket(hai));
        reading.register(address);
        try (SlowReader slow = new SlowReader(shop.urls.getFirst(), transport)) {
            slow.enter(BridgeIT.ticket(customer)).readUntil("entered-now");
            slow.register(address);
            slow.readUntil("registered");
            String text = "ệ".repeat(4_000);
            for (int i = 0; i < SAID; i++) {
                JsonObject event = new JsonObject().put("happening", "MESSAGE").put("text", text);
                shop.platform().bus().publish(address, event.put("lastSeq", i));
                assertThat(reading.next().getJsonObject("body").getInteger("lastSeq"))
                        .isEqualTo(i);
            }
            Eventually.ask(this::placesOfCustomer, places -> places == 0);
            assertThat(slow.readToTheEnd()).isLessThan(9L * MEGABYTE);
        }
        reading.hangUp();
    }

    private int placesOfCustomer() {
        return redis(Command.ZCARD, key(idOfCustomer()));
    }

    private String idOfCustomer() {
        return shop.text("select id from account.account where email = ?", customer.email());
    }

    private static String key(String owner) {
        return "rolt:sockets:" + owner;
    }

    private int redis(Command command, Object... args) {
        return shop.platform().redis().send(command, args).await().toInteger();
    }

    @Test
    void an_account_has_five_sockets_over_all_transports_and_nodes_together() {
        String code = Talk.open(customer);
        List<SlowReader> four = List.of(
                new SlowReader(shop.urls.getFirst(), "raw"),
                new SlowReader(shop.urls.getLast(), "websocket"),
                new SlowReader(shop.urls.getFirst(), "xhr_streaming"),
                new SlowReader(shop.urls.getLast(), "eventsource"));
        four.forEach(socket -> socket.enter(BridgeIT.ticket(customer)).readUntil("entered-now"));
        String tool = shop.urls.getFirst().replace("http", "ws") + "/ws/chat/" + code + "/?token=" + customer.bearer();
        ToolSocket fifth = ToolSocket.open(tool);
        assertThat(ToolSocket.status(tool)).isEqualTo(429);
        try (SlowReader sixth = new SlowReader(shop.urls.getLast(), "xhr_streaming")) {
            sixth.enter(BridgeIT.ticket(customer)).readUntil("too-many-sockets");
        }
        four.forEach(SlowReader::close);
        fifth.hangUp();
        Eventually.ask(this::placesOfCustomer, places -> places == 0);
    }

    /** As a node that is killed leaves them: nobody renews them any more. */
    @Test
    void the_places_of_a_node_that_was_lost_are_free_when_their_lease_ends() {
        Caller caller = caller(UUID.randomUUID(), "127.0.0.1");
        OpenSockets lost =
                new OpenSockets(shop.platform().vertx(), shop.platform().redis());
        OpenSockets living =
                new OpenSockets(shop.platform(1).vertx(), shop.platform(1).redis());
        IntStream.range(0, OpenSockets.MOST).forEach(i -> lost.take(caller).await());
        assertThatThrownBy(() -> living.take(caller).await()).hasMessage(OpenSockets.TOO_MANY);
        String key = key(caller.accountId().toString());
        assertThat(redis(Command.TTL, key)).isBetween(1, 45);
        shop.platform()
                .redis()
                .send(Command.ZRANGE, key, 0, -1)
                .await()
                .forEach(place -> redis(Command.ZINCRBY, key, -46, place.toString()));
        living.take(caller).await();
        assertThat(redis(Command.ZCARD, key)).isEqualTo(1);
    }

    @Test
    void a_renewal_that_comes_after_the_end_of_its_socket_holds_no_place() {
        Caller caller = caller(UUID.randomUUID(), "127.0.0.1");
        OpenSockets sockets =
                new OpenSockets(shop.platform().vertx(), shop.platform().redis());
        String owner = caller.accountId().toString();
        OpenSockets.Place place = sockets.take(caller).await();
        String id = shop.platform()
                .redis()
                .send(Command.ZRANGE, key(owner), 0, -1)
                .await()
                .get(0)
                .toString();
        redis(Command.DEL, key(owner));
        sockets.renew(owner, id).await();
        assertThat(redis(Command.ZCARD, key(owner))).as("forgotten by Redis").isEqualTo(1);
        place.leave();
        sockets.renew(owner, id).await();
        assertThat(redis(Command.ZCARD, key(owner))).isZero();
    }

    @Test
    void the_visitors_of_one_network_have_many_sockets_but_not_any_number() {
        OpenSockets sockets =
                new OpenSockets(shop.platform().vertx(), shop.platform().redis());
        String network = "2001:db8:" + Integer.toHexString((int) (Math.random() * 0xFFFF)) + "::";
        List<OpenSockets.Place> places = IntStream.range(0, OpenSockets.MOST_VISITORS)
                .mapToObj(i -> sockets.take(caller(null, network + i)).await())
                .toList();
        assertThatThrownBy(() -> sockets.take(caller(null, network + "ffff")).await())
                .isInstanceOf(Problem.class)
                .hasMessage(OpenSockets.TOO_MANY);
        places.getFirst().leave();
        assertThat(sockets.take(caller(null, network + "fffe")).await()).isNotNull();
    }

    private static Caller caller(UUID account, String address) {
        return new Caller(account, UUID.randomUUID(), Set.of(), Language.EN, address, "limits");
    }
}
