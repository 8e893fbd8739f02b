package rolt.ui;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rolt.Client;
import rolt.FullShelves;
import rolt.Shopping;
import rolt.TestShop;
import rolt.Workbench;
import rolt.platform.Role;

/** Every page on the smallest phone, light and dark, before axe. */
@ExtendWith(FullShelves.class)
class AccessibilityIT {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final TestShop shop = TestShop.running();

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void what_everybody_sees_has_no_faults(ColorScheme scheme) {
        try (Shopper shopper = Shopper.onPhone(CHROMIUM, scheme)) {
            List.of(
                            "/",
                            "/en",
                            "/products",
                            "/products/song60",
                            "/products/suong-mai",
                            "/builds",
                            "/builds/compare?b=buoi-sang-dau-tien,viet-dem",
                            "/build?kit=song60",
                            "/build?kit=truong-son&sw=tia-chop&caps=gom-bat-trang&all=1&key=16",
                            "/switches/compare?s=suong-mai,gach-hoa",
                            "/products?kind=SWITCH",
                            "/cart",
                            "/login",
                            "/register",
                            "/nothing-here")
                    .forEach(shopper::findsNoFaultWith);
            shopper.sawNoErrors();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void what_a_customer_sees_has_no_faults(ColorScheme scheme) {
        try (Shopper shopper = Shopper.onPhone(CHROMIUM, scheme)) {
            Client client = shopper.logInAsNewCustomer();
            String unpaid = order(client);
            String cancelled = order(client);
            client.post("/api/v1/orders/" + cancelled + "/cancellation", new JsonObject())
                    .expect(200);
            String paid = paidOrder(client);
            String build = build(client);
            Shopping.addToCart(client, "SUONGMAI-70", 1);
            List.of(
                            "/account",
                            "/orders",
                            "/orders/" + unpaid,
                            "/orders/" + cancelled,
                            "/orders/" + paid,
                            "/checkout",
                            "/cart",
                            "/builds",
                            "/builds/" + build,
                            "/account/builds",
                            "/account/builds/new?kit=song60",
                            "/en/account",
                            "/en/orders",
                            "/en/checkout")
                    .forEach(shopper::findsNoFaultWith);
            shopper.sawNoErrors();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_bench_and_the_warranty_have_no_faults(ColorScheme scheme) {
        try (Shopper shopper = Shopper.onPhone(CHROMIUM, scheme)) {
            Client admin = shop.client(0).becomeStaff(Role.ADMIN);
            shopper.logIn(admin.email(), Client.PASSWORD);
            Shopping.addToCart(admin, Shopping.newService(shop, 300_000), 1);
            String worked = paidOrder(admin);
            String work = Workbench.await(shop, worked).getFirst();
            admin.post("/api/v1/staff/work-orders/" + work + "/taking", new JsonObject())
                    .expect(200);
            String delivered = order(admin);
            Workbench.deliver(shop, delivered);
            JsonObject claim = new JsonObject().put("position", 1).put("description", "Phím Enter không nhận.");
            String id = admin.post("/api/v1/orders/" + delivered + "/warranty/claims", claim, Shopping.key())
                    .expect(201)
                    .json()
                    .getString("id");
            List.of(
                            "/staff/workshop",
                            "/staff/workshop/" + work,
                            "/staff/warranty",
                            "/staff/warranty/" + id,
                            "/orders/" + worked,
                            "/orders/" + delivered + "/warranty",
                            "/en/staff/workshop/" + work)
                    .forEach(shopper::findsNoFaultWith);
            shopper.sawNoErrors();
        }
    }

    @Test
    void a_picture_without_words_would_be_found() {
        try (Shopper shopper = Shopper.atDesk(CHROMIUM)) {
            shopper.page().setContent("<html lang=vi><title>ROLT</title><main><h1>ROLT</h1><img src='data:,'></main>");
            assertThatThrownBy(shopper::findsNoFaultHere).hasMessageContaining("image-alt");
        }
    }

    private String order(Client client) {
        return Shopping.placeOrder(client, Shopping.newProduct(shop, 3_500_000, 5), 1);
    }

    private String paidOrder(Client client) {
        String order = order(client);
        Shopping.payAtVnpay(client, shop, Shopping.openAttempt(client, order).getString("payUrl"));
        client.mail(order);
        return order;
    }

    private static String build(Client client) {
        JsonObject selection = new JsonObject()
                .put("kitSku", "SONG60-BLACK")
                .put("switches", new JsonArray().add(new JsonObject().put("sku", "SUONGMAI-70")))
                .put("keycapSkus", new JsonArray().add("GBT-BASE"));
        return client.post("/api/v1/builds", new JsonObject().put("selection", selection))
                .expect(201)
                .json()
                .getString("code");
    }
}
