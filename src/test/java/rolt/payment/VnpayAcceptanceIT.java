package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.attemptState;
import static rolt.Shopping.newProduct;
import static rolt.Shopping.openAttempt;
import static rolt.Shopping.placeOrder;
import static rolt.Shopping.state;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolt.Client;
import rolt.TestShop;

/** What VNPAY asks of a merchant's notification address before it lets it go live. */
class VnpayAcceptanceIT {
    private final TestShop shop = TestShop.running();

    @ParameterizedTest
    @CsvSource({"success, CAPTURED, PAID", "cancelled, FAILED, PENDING_PAYMENT"})
    void the_shop_passes_the_acceptance_test(String outcome, String attemptState, String orderState) {
        Client customer = shop.client(0).becomeCustomer();
        String order = placeOrder(customer, newProduct(shop, 3_500_000, 1), 1);
        JsonObject attempt = openAttempt(customer, order);
        customer.get(attempt.getString("payUrl"));
        String path = "/simulator/acceptance/" + attempt.getString("txnRef");
        JsonObject report = customer.post(shop.console.url() + path, new JsonObject().put("outcome", outcome))
                .expect(200)
                .json();
        assertThat(codes(report)).isEqualTo("97 01 04 00 02");
        assertThat(report.getBoolean("passed")).isTrue();
        assertThat(attemptState(shop, attempt)).isEqualTo(attemptState);
        assertThat(state(customer, order)).isEqualTo(orderState);
    }

    private static String codes(JsonObject report) {
        JsonArray steps = report.getJsonArray("steps");
        return String.join(
                " ",
                steps.stream()
                        .map(step -> ((JsonObject) step).getString("rspCode"))
                        .toList());
    }
}
