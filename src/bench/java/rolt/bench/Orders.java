package rolt.bench;

import io.vertx.core.json.JsonObject;
import rolt.ordering.OrderingMessages.PlaceOrder;
import rolt.ordering.OrderingMessages.Recipient;
import rolt.platform.Json;

/** The order that every measured customer places: one piece, sent to Hà Nội. */
final class Orders {
    private static final Recipient RECIPIENT =
            new Recipient("Nguyễn Minh Anh", "0912345678", "Hà Nội", "Cửa Nam", "12 Tràng Thi", null);

    private Orders() {}

    /** The message on the bus. */
    static PlaceOrder placeOrder(String idempotencyKey) {
        return new PlaceOrder(RECIPIENT, Customers.PRICE, null, idempotencyKey);
    }

    /** The body over HTTP, where the key is a header. */
    static JsonObject body() {
        return new JsonObject().put("recipient", Json.object(RECIPIENT)).put("expectedTotal", Customers.PRICE);
    }
}
