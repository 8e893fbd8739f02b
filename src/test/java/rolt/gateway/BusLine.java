package rolt.gateway;

import io.vertx.core.json.JsonObject;

/** The event bus as a client reaches it, over whatever bridge. */
interface BusLine {
    void send(JsonObject frame);

    JsonObject next();

    default JsonObject ask(JsonObject frame) {
        send(frame);
        return next();
    }

    default JsonObject call(String address, JsonObject body) {
        return ask(new JsonObject()
                .put("type", "send")
                .put("address", address)
                .put("body", body)
                .put("replyAddress", "reply"));
    }

    default JsonObject register(String address) {
        return ask(new JsonObject().put("type", "register").put("address", address));
    }
}
