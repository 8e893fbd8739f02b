package rolt.web.account;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import rolt.people.PeopleMessages.Address;
import rolt.web.Form;

/** An address as the fields of a form. */
public final class AddressForm {
    private AddressForm() {}

    static JsonObject input(RoutingContext ctx) {
        JsonObject input = Form.input(ctx, "name", "phone", "province", "ward", "street");
        if (input.containsKey("phone")) {
            input.put("phone", Form.digits(input.getString("phone")));
        }
        return input;
    }

    /** Fills an address into a form whose fields begin with the prefix. */
    public static void fill(Map<String, String> values, String prefix, Address address) {
        values.put(prefix + "name", address.name());
        values.put(prefix + "phone", address.phone());
        values.put(prefix + "province", address.province());
        values.put(prefix + "ward", address.ward());
        values.put(prefix + "street", address.street());
    }
}
