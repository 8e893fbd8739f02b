package rolt.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import rolt.Client;
import rolt.Shopping;
import rolt.TestShop;
import rolt.ordering.OrderLifecycle.Moved;
import rolt.ordering.OrderLifecycle.Reason;
import rolt.ordering.OrderLifecycle.Transition;

/** Orders as staff find them: paid through the door that payment uses. */
final class PaidOrders {
    private final TestShop shop;

    PaidOrders(TestShop shop) {
        this.shop = shop;
    }

    /** Two units of a product, paid; answers the order's code. */
    String goods(Client customer, String sku) {
        return pay(Shopping.placeOrder(customer, sku, 2));
    }

    /** The same with a service of the bench. */
    String withService(Client customer, String sku) {
        Shopping.addToCart(customer, Shopping.newService(shop, 300_000), 1);
        return pay(Shopping.placeOrder(customer, sku, 2));
    }

    private String pay(String code) {
        UUID order = UUID.fromString(shop.text("select id from ordering.orders where code = ?", code));
        Reason paid = new Reason("TEST" + code, null);
        Optional<Moved> moved =
                shop.platform().database().transaction(tx -> OrderLifecycle.move(tx, order, Transition.PAY, paid));
        assertThat(moved).isPresent();
        OrderLifecycle.announce(shop.platform().bus(), moved.get());
        return code;
    }

    static Client.Answer begin(Client staff, String order) {
        return staff.post(path(order) + "/assembly", new JsonObject(), Shopping.key());
    }

    static Client.Answer ship(Client staff, String order) {
        return staff.post(path(order) + "/shipment", parcel("GHN", "LK8F2M9X"), Shopping.key());
    }

    static Client.Answer deliver(Client staff, String order) {
        return staff.post(path(order) + "/delivery", new JsonObject(), Shopping.key());
    }

    static Client.Answer callOff(Client staff, String order) {
        JsonObject reason = new JsonObject().put("reason", "Hết keycap ở xưởng");
        return staff.post(path(order) + "/call-off", reason, Shopping.key());
    }

    static JsonObject parcel(String carrier, String number) {
        return new JsonObject().put("carrier", carrier).put("trackingNumber", number);
    }

    static String path(String order) {
        return "/api/v1/staff/orders/" + order;
    }
}
