package rolt.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;
import rolt.ordering.OrderLifecycle;
import rolt.ordering.OrderLifecycle.Reason;
import rolt.ordering.OrderLifecycle.Transition;
import rolt.platform.Role;

/** Orders that the bench has something to do for, paid through the door that payment uses. */
final class Paying {
    private Paying() {}

    static Client technician(TestShop shop, int node) {
        return shop.client(node).becomeStaff(EnumSet.of(Role.TECHNICIAN));
    }

    /** A product and a service, each on its own; answers the order's code. */
    static String order(TestShop shop, Client customer) {
        Shopping.addToCart(customer, Shopping.newService(shop, 300_000), 1);
        return pay(shop, Shopping.placeOrder(customer, Shopping.newProduct(shop, 3_500_000, 5), 1));
    }

    static String pay(TestShop shop, String code) {
        UUID order = UUID.fromString(shop.text("select id from ordering.orders where code = ?", code));
        var platform = shop.platform();
        platform.database()
                .transaction(tx -> OrderLifecycle.move(tx, order, Transition.PAY, new Reason("TEST" + code, null)))
                .ifPresent(moved -> OrderLifecycle.announce(platform.bus(), moved));
        return code;
    }

    static String path(String work) {
        return "/api/v1/staff/work-orders/" + work;
    }

    static JsonObject file(Client staff, String work) {
        return staff.get(path(work)).expect(200).json();
    }

    static Client.Answer move(Client staff, String work, String move) {
        return staff.post(path(work) + "/" + move, new JsonObject());
    }

    /** The first work order of an order, as its customer sees it. */
    static JsonObject own(Client customer, String order) {
        return customer.get("/api/v1/orders/" + order + "/work")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    /** What has happened to work, the oldest first. */
    static List<String> events(JsonObject file) {
        return file.getJsonArray("events").stream()
                .map(event -> ((JsonObject) event).getString("what"))
                .toList();
    }

    static void refused(Client.Answer answer, String code) {
        assertThat(answer.expect(409).json().getString("code")).isEqualTo(code);
    }
}
