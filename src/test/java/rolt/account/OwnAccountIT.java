package rolt.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import rolt.Authenticator;
import rolt.Client;
import rolt.Client.Answer;
import rolt.Shopping;
import rolt.TestShop;
import rolt.chat.Talk;

/** What the owner of an account does with it over HTTP, on two nodes. */
class OwnAccountIT {
    private static final long PRICE = 3_200_000;

    private final TestShop shop = TestShop.running();
    private final Client client = shop.client(0).becomeCustomer();

    @Test
    void sessions_are_listed_with_their_devices_and_end_on_every_node_at_once() {
        Client other = shop.client(1).logIn(client.email());
        other.at(1).get("/api/v1/me").expect(200);
        JsonObject sessions = client.get("/api/v1/me/sessions").expect(200).json();
        assertThat(sessions.getJsonArray("items")).hasSize(2);
        JsonObject first = sessions.getJsonArray("items").getJsonObject(0);
        assertThat(first.getBoolean("current")).isTrue();
        assertThat(first.getString("device")).isEqualTo("Java-http-client");
        assertThat(first.getString("address")).isEqualTo("127.0.0.1");
        assertThat(first.getString("lastSeenAt")).isNotNull();
        String id = sessions.getJsonArray("items").getJsonObject(1).getString("id");
        client.delete("/api/v1/me/sessions/" + id).expect(204);
        other.awaitLoggedOut();
        client.delete("/api/v1/me/sessions/" + id).expect(404);
    }

    @Test
    void another_persons_session_is_not_found() {
        Client other = shop.client(0).becomeCustomer();
        String id = other.get("/api/v1/me/sessions")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        client.delete("/api/v1/me/sessions/" + id).expect(404);
        other.get("/api/v1/me").expect(200);
    }

    @Test
    void one_logs_out_everywhere_else_or_everywhere() {
        Client other = shop.client(1).logIn(client.email());
        client.delete("/api/v1/me/sessions?keepCurrent=true").expect(204);
        other.awaitLoggedOut();
        client.get("/api/v1/me").expect(200);
        client.delete("/api/v1/me/sessions").expect(204);
        client.get("/api/v1/me").expect(401);
    }

    @Test
    void a_use_of_a_session_is_written_once_in_five_minutes() {
        String seen = "select last_seen_at from account.session where account_id = ?::uuid";
        String id = client.get("/api/v1/me").json().getString("id");
        String first = shop.text(seen, id);
        changeSomething();
        client.get("/api/v1/me").expect(200);
        assertThat(shop.text(seen, id)).isEqualTo(first);
        shop.text(
                "update account.session set last_seen_at = last_seen_at - interval '6 minutes' where account_id = ?::uuid",
                id);
        changeSomething();
        client.get("/api/v1/me").expect(200);
        assertThat(shop.text(seen, id)).isGreaterThanOrEqualTo(first);
    }

    /** Makes every node forget whom it knows. */
    private void changeSomething() {
        client.patch("/api/v1/me", new JsonObject().put("name", "Minh Anh")).expect(200);
    }

    @Test
    void what_is_given_is_changed_and_the_rest_stays() {
        JsonObject all = new JsonObject()
                .put("phone", "0912 345 678")
                .put("birthDate", "1995-04-30")
                .put("language", "EN");
        assertThat(client.patch("/api/v1/me", all).expect(200).json().getString("phone"))
                .isEqualTo("0912345678");
        JsonObject me = client.patch("/api/v1/me", new JsonObject().put("phone", ""))
                .expect(200)
                .json();
        assertThat(me.containsKey("phone")).isFalse();
        assertThat(me.getString("birthDate")).isEqualTo("1995-04-30");
        assertThat(me.getString("language")).isEqualTo("EN");
        assertThat(me.getString("name")).isEqualTo("Nguyễn Minh Anh");
    }

    @Test
    void a_phone_and_a_birth_date_must_be_possible() {
        for (JsonObject wrong : new JsonObject[] {
            new JsonObject().put("phone", "12"),
            new JsonObject().put("birthDate", "2999-01-01"),
            new JsonObject().put("birthDate", "1995-02-30"),
            new JsonObject().put("name", " ")
        }) {
            assertThat(violated(client.patch("/api/v1/me", wrong).expect(400)))
                    .isEqualTo(wrong.fieldNames().iterator().next());
        }
    }

    @Test
    void one_takes_along_everything_the_shop_keeps() {
        String sku = Shopping.newProduct(shop, PRICE, 5);
        String order = Shopping.placeOrder(client, sku, 1);
        Shopping.addToCart(client, sku, 2);
        client.post("/api/v1/me/addresses", Shopping.checkout(0).getJsonObject("recipient"))
                .expect(201);
        String wanted = "moi-" + client.email();
        client.post("/api/v1/me/email", password(Client.PASSWORD).put("email", wanted))
                .expect(202);
        assertThat(violated(client.post("/api/v1/me/export", password("not it")).expect(400)))
                .isEqualTo("password");
        JsonObject data = client.post("/api/v1/me/export", password(Client.PASSWORD))
                .expect(200)
                .json();
        assertThat(data.getJsonObject("account").getString("email")).isEqualTo(client.email());
        assertThat(data.getInstant("registeredAt")).isBefore(Instant.now());
        assertThat(data.getJsonObject("emailChange").getString("email")).isEqualTo(wanted);
        assertThat(data.getJsonArray("sessions")).hasSize(1);
        JsonObject ordered = data.getJsonArray("orders").getJsonObject(0);
        assertThat(ordered.getString("code")).isEqualTo(order);
        assertThat(ordered.getJsonArray("lines").getJsonObject(0).getString("sku"))
                .isEqualTo(sku);
        assertThat(data.getJsonArray("cart")).hasSize(1);
        assertThat(data.getJsonArray("addresses").getJsonObject(0).getString("street"))
                .isEqualTo("12 Tràng Thi");
        assertThat(data.encode()).doesNotContain("argon2");
    }

    @Test
    void one_takes_along_what_was_said_in_the_chat() {
        String room = Talk.open(client);
        Talk.say(client, room, "Phím này của mình").expect(200);
        JsonObject chat = client.post("/api/v1/me/export", password(Client.PASSWORD))
                .expect(200)
                .json()
                .getJsonArray("chats")
                .getJsonObject(0);
        assertThat(chat.getString("code")).isEqualTo(room);
        assertThat(chat.getJsonArray("messages")).hasSize(2);
        assertThat(chat.getJsonArray("messages").getJsonObject(1).getString("text"))
                .isEqualTo("Phím này của mình");
    }

    @Test
    void one_takes_along_that_there_is_a_second_factor_but_nothing_it_could_be_passed_with() {
        JsonObject before = client.post("/api/v1/me/export", password(Client.PASSWORD))
                .expect(200)
                .json();
        assertThat(before.fieldNames()).doesNotContain("secondFactor", "google");
        Authenticator app = Authenticator.setUp(client);
        JsonObject data = client.post("/api/v1/me/export", password(Client.PASSWORD))
                .expect(200)
                .json();
        JsonObject factor = data.getJsonObject("secondFactor");
        assertThat(factor.fieldNames()).containsExactlyInAnyOrder("since", "recoveryCodesLeft");
        assertThat(factor.getInstant("since")).isBefore(Instant.now());
        assertThat(factor.getInteger("recoveryCodesLeft")).isEqualTo(10);
        assertThat(data.encode())
                .doesNotContain(app.secretAsHex())
                .doesNotContain(app.recoveryCodes().getFirst());
    }

    @Test
    void an_account_stays_while_an_order_is_under_way_and_then_leaves_it_behind() {
        String order = Shopping.placeOrder(client, Shopping.newProduct(shop, PRICE, 5), 1);
        assertThat(refusedDeletion()).isEqualTo("account.unfinished-order");
        client.post("/api/v1/orders/" + order + "/cancellation", new JsonObject())
                .expect(200);
        client.post("/api/v1/me/deletion", password("not it")).expect(400);
        client.post("/api/v1/me/deletion", password(Client.PASSWORD)).expect(204);
        client.at(1).awaitLoggedOut();
        assertThat(shop.number("select count(*) from account.account where email = ?", client.email()))
                .isZero();
        assertThat(shop.text(
                        "select account_id is null and email = ? from ordering.orders where code = ?",
                        client.email(),
                        order))
                .isEqualTo("t");
        assertThat(client.mail("is deleted").text()).contains("Goodbye");
    }

    private String refusedDeletion() {
        return client.post("/api/v1/me/deletion", password(Client.PASSWORD))
                .expect(409)
                .json()
                .getString("code");
    }

    private static JsonObject password(String password) {
        return new JsonObject().put("password", password);
    }

    private static String violated(Answer answer) {
        return answer.json().getJsonArray("violations").getJsonObject(0).getString("field");
    }
}
