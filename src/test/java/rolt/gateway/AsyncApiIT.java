package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.TestShop;
import rolt.chat.Talk;

/** The AsyncAPI document as it is served, and frames as they really come. */
class AsyncApiIT {
    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeCustomer();
    private final JsonObject document =
            customer.get("/api/asyncapi.json").expect(200).json();

    @Test
    void the_document_is_served_and_named_where_the_rest_interface_is_shown() {
        assertThat(document.getString("asyncapi")).isEqualTo("3.0.0");
        assertThat(customer.get("/api/asyncapi.yaml").expect(200).http().body()).startsWith("---");
        assertThat(customer.get("/api/docs").expect(200).http().body()).contains("/api/asyncapi.json");
    }

    @Test
    void frames_of_the_bridge_are_as_described() {
        String code = Talk.open(customer);
        BridgeSocket socket = new BridgeSocket(1);
        assertIs("rec", socket.enter(BridgeIT.ticket(customer)));
        assertIs("err", socket.register("chat.room.*"));
        JsonObject registered = socket.register("chat.room." + code);
        assertIs("registered", registered);
        assertThat(registered.containsKey("address"))
                .as("Vert.x's own client would take it for an event")
                .isFalse();
        assertIs("err", socket.call("chat.getRoom", new JsonObject().put("code", "support-000000-001")));
        Talk.say(customer, code, "Ghi chú").expect(200);
        JsonObject event = socket.next();
        assertIs("rec", event);
        assertFits("RoomEvent", event.getJsonObject("body"));
        JsonObject answer = socket.call("chat.getRoom", new JsonObject().put("code", code));
        assertIs("rec", answer);
        assertFits("Room", answer.getJsonObject("body"));
    }

    @Test
    void frames_of_the_plain_websocket_are_as_described() {
        String code = Talk.open(customer);
        ToolSocket socket = ToolSocket.open(shop.urls.getLast().replace("http", "ws") + "/ws/chat/" + code + "/?token="
                + BridgeIT.ticket(customer));
        String words = new JsonObject()
                .put("message", "Hello")
                .put("id", UUID.randomUUID().toString())
                .encode();
        assertIs("chat_message", socket.send(words).next());
        assertIs("acknowledged", socket.send(words).next());
        assertIs("error", socket.send("{}").next());
        customer.post("/api/v1/chat/rooms/" + code + "/closing", new JsonObject())
                .expect(200);
        assertIs("chat_message", socket.next());
    }

    private void assertIs(String message, JsonObject frame) {
        assertThat(frame.getString("type")).isEqualTo(message);
        assertFits(
                document.getJsonObject("components")
                        .getJsonObject("messages")
                        .getJsonObject(message)
                        .getJsonObject("payload"),
                frame);
    }

    private void assertFits(String schema, JsonObject body) {
        assertFits(new JsonObject().put("$ref", "#/components/schemas/" + schema), body);
    }

    private void assertFits(JsonObject schema, JsonObject body) {
        JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
        JsonObject whole = schema.copy().put("components", new JsonObject().put("schemas", schemas.copy()));
        OutputUnit found = Validator.create(
                        JsonSchema.of(whole),
                        new JsonSchemaOptions().setBaseUri("https://rolt.test").setDraft(Draft.DRAFT202012))
                .validate(body);
        assertThat(found.getValid()).as("%s: %s", body, found.getErrors()).isTrue();
    }
}
