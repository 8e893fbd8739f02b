package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;
import rolt.account.AccountMessages;
import rolt.account.AccountMessages.AccountChanged;
import rolt.platform.Role;

/** The event bus as a browser meets it, over a real websocket. */
class BridgeIT {
    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeCustomer();
    private final String sku = Shopping.newProduct(shop, 3_200_000, 5);

    @Test
    void without_a_ticket_nothing_can_be_called_or_heard() {
        BridgeSocket socket = new BridgeSocket(0);
        assertThat(socket.call("ordering.listOrders", new JsonObject()).getString("type"))
                .isEqualTo("err");
        assertThat(socket.register("ordering.orderChanged.R-7K3M9Q2X").getString("type"))
                .isEqualTo("err");
    }

    @Test
    void a_ticket_lets_in_once() {
        String ticket = ticket(customer);
        assertThat(new BridgeSocket(0).enter(ticket).getString("type")).isEqualTo("rec");
        assertThat(new BridgeSocket(1).enter(ticket).getString("type")).isEqualTo("err");
        assertThat(new BridgeSocket(0).enter("").getString("type")).isEqualTo("err");
    }

    @Test
    void guessing_at_tickets_is_counted() {
        String count = "rolt:rate:ticket:127.0.0.1";
        shop.platform()
                .redis()
                .send(Command.SET, count, 1_000_000_000, "EX", 60)
                .await();
        assertThat(new BridgeSocket(0).enter(ticket(customer)).getString("type"))
                .isEqualTo("err");
        shop.platform().redis().send(Command.DEL, count).await();
        assertThat(new BridgeSocket(0).enter(ticket(customer)).getString("type"))
                .isEqualTo("rec");
    }

    @Test
    void an_owner_hears_of_the_order_on_another_node() {
        String order = Shopping.placeOrder(customer, sku, 1);
        BridgeSocket socket = entered(1);
        assertThat(socket.register("ordering.orderChanged." + order).getString("type"))
                .isEqualTo("registered");
        customer.at(0)
                .post("/api/v1/orders/" + order + "/cancellation", new JsonObject())
                .expect(200);
        JsonObject event = socket.next();
        assertThat(event.getString("address")).isEqualTo("ordering.orderChanged." + order);
        assertThat(event.getJsonObject("body").getString("state")).isEqualTo("CANCELLED");
    }

    @Test
    void nobody_hears_of_anothers_order_or_of_other_addresses() {
        String order = Shopping.placeOrder(customer, sku, 1);
        BridgeSocket other = new BridgeSocket(0);
        other.enter(ticket(shop.client(0).becomeCustomer()));
        for (String address : new String[] {
            "ordering.orderChanged." + order, "ordering.orderChanged.", "account.changed", "ordering.placeOrder"
        }) {
            assertThat(other.register(address).getString("type")).as(address).isEqualTo("err");
        }
    }

    @Test
    void a_socket_ends_with_the_session_of_its_owner_wherever_that_is_ended() {
        BridgeSocket socket = entered(1);
        customer.at(0).delete("/api/v1/me/session").expect(204);
        socket.awaitEnd();
    }

    @Test
    void a_socket_ends_when_the_roles_of_its_owner_change() {
        Client support = shop.client(0).becomeStaff(Set.of(Role.SUPPORT));
        String order = Shopping.placeOrder(customer, sku, 1);
        BridgeSocket socket = new BridgeSocket(1);
        socket.enter(ticket(support));
        assertThat(socket.register("ordering.orderChanged." + order).getString("type"))
                .isEqualTo("registered");
        UUID account = UUID.fromString(shop.text("""
                with account as (select id from account.account where email = ?)
                update account.account_role set role = 'CUSTOMER' from account where account_id = id returning id
                """, support.email()));
        shop.platform().bus().publish(AccountMessages.CHANGED, new AccountChanged(account));
        socket.awaitEnd();
    }

    @Test
    void operations_are_called_as_the_owner_of_the_ticket_whatever_the_frame_claims() {
        String order = Shopping.placeOrder(customer, sku, 1);
        BridgeSocket other = new BridgeSocket(0);
        other.enter(ticket(shop.client(0).becomeCustomer()));
        JsonObject forged = new JsonObject()
                .put("type", "send")
                .put("address", "ordering.getOrder")
                .put("replyAddress", "reply")
                .put("headers", new JsonObject().put("caller", customer.email()).put("role", "ADMIN"))
                .put("body", new JsonObject().put("code", order));
        JsonObject refused = other.ask(forged);
        assertThat(refused.getString("type")).isEqualTo("err");
        assertThat(refused.getInteger("failureCode")).isEqualTo(404);
        BridgeSocket own = entered(0);
        JsonObject found = own.call("ordering.getOrder", new JsonObject().put("code", order));
        assertThat(found.getJsonObject("body").getString("code")).isEqualTo(order);
    }

    @Test
    void what_is_on_the_bus_only_cannot_be_called_from_a_browser() {
        BridgeSocket socket = entered(0);
        for (String address :
                new String[] {"payment.settleNotification", "ordering.expireOrders", "account.redeemTicket"}) {
            assertThat(socket.call(address, new JsonObject()).getInteger("failureCode"))
                    .as(address)
                    .isEqualTo(404);
        }
        socket.send(new JsonObject()
                .put("type", "publish")
                .put("address", "account.changed")
                .put("body", "x"));
        assertThat(socket.next().getString("type")).isEqualTo("err");
    }

    @Test
    void a_file_is_uploaded_in_a_form_only() {
        JsonObject body = new JsonObject().put("file", "R0lGODlhAQABAAAAACw=");
        for (String address : new String[] {"media.addPicture", "account.changePicture"}) {
            assertThat(entered(0).call(address, body).getInteger("failureCode"))
                    .as(address)
                    .isEqualTo(415);
        }
    }

    @Test
    void a_malformed_frame_is_refused_and_the_socket_lives_on() {
        BridgeSocket socket = entered(0);
        socket.sendText("{");
        assertThat(socket.next().getString("type")).isEqualTo("err");
        socket.send(new JsonObject()
                .put("type", "send")
                .put("address", "gateway.enter")
                .put("body", "no object"));
        assertThat(socket.next().getString("type")).isEqualTo("err");
        socket.sendText("{\"type\":null,\"address\":\"ordering.listOrders\"}");
        assertThat(socket.next().getString("type")).isEqualTo("err");
        socket.sendText("{\"type\":\"send\",\"address\":\"gateway.enter\",\"replyAddress\":null,\"body\":null}");
        assertThat(socket.next().getString("type")).isEqualTo("err");
        assertThat(socket.call("ordering.listOrders", new JsonObject().put("limit", -1))
                        .getInteger("failureCode"))
                .isEqualTo(400);
        assertThat(socket.call("ordering.listOrders", new JsonObject()).getString("type"))
                .isEqualTo("rec");
    }

    @Test
    void another_site_is_not_let_in() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> BridgeSocket.open(shop.urls.getFirst(), "https://evil.example", null)))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    /** Else a stop would wait for browsers as long as for requests in flight. */
    @Test
    void a_node_that_stops_hangs_up_at_once() {
        TestShop.Alone leaving = shop.startAlone(Map.of());
        BridgeSocket socket = new BridgeSocket(leaving.url());
        assertThat(socket.enter(ticket(customer)).getString("type")).isEqualTo("rec");
        Future<Void> stopped = leaving.node().stop();
        socket.awaitEnd();
        stopped.await();
    }

    private BridgeSocket entered(int node) {
        BridgeSocket socket = new BridgeSocket(node);
        assertThat(socket.enter(ticket(customer)).getString("type")).isEqualTo("rec");
        return socket;
    }

    static String ticket(Client client) {
        return client.post("/api/v1/tickets", new JsonObject())
                .expect(201)
                .json()
                .getString("ticket");
    }
}
