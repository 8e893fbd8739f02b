package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static rolt.Shopping.attemptState;
import static rolt.payment.Vnpay.faults;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolt.Eventually;
import rolt.TestShop;

/** The scenarios that the simulator offers by name, and what the shop makes of each. */
@ExtendWith(Books.class)
class PresetScenariosIT {
    private final TestShop shop = TestShop.running();
    private final Sale sale = new Sale();
    private final JsonObject attempt = sale.attempt();

    @ParameterizedTest
    @CsvSource({
        "P01, CAPTURED",
        "P02, CAPTURED",
        "P03, OPEN",
        "P04, OPEN",
        "P05, REVIEW",
        "P06, UNKNOWN",
        "P06b, UNKNOWN",
        "P07, HELD",
        "P08, UNKNOWN",
        "P09, FAILED",
        "P10, CAPTURED",
        "P11, UNKNOWN",
        "P15, OPEN",
        "P33, OPEN",
        "P33b, OPEN"
    })
    void a_payment_ends_as_its_scenario_says(String preset, String state) {
        faults(shop, new JsonObject().put("preset", preset));
        sale.payAtVnpay(attempt);
        Eventually.ask(() -> attemptState(shop, attempt), state::equals);
    }

    @ParameterizedTest
    @CsvSource({
        "P27, UNKNOWN, ACCEPTED",
        "P27b, UNKNOWN, ACCEPTED",
        "P27c, UNKNOWN, UNKNOWN",
        "P27d, UNKNOWN, ACCEPTED",
        "P28, REFUSED, REFUSED"
    })
    void a_refund_stands_as_its_scenario_says_before_and_after_vnpay_is_asked(
            String preset, String sent, String asked) {
        sale.payAtVnpay(attempt);
        faults(shop, new JsonObject().put("preset", preset));
        new FinanceDesk().giveBack(sale, Sale.PRICE).expect(201);
        Eventually.ask(() -> refund("state"), sent::equals);
        faults(shop, new JsonObject());
        Refunding.track(shop, refund("id"));
        assertThat(refund("state").replace("PAID_OUT", "ACCEPTED")).isEqualTo(asked);
        assertThat(refundsAtVnpay()).isEqualTo(1);
    }

    private String refund(String column) {
        return shop.text(
                "select r." + column + " from payment.refund r join ordering.orders o on o.id = order_id"
                        + " where o.code = ?",
                sale.order());
    }

    /** How often VNPAY was asked to give money back. */
    private long refundsAtVnpay() {
        String path = "/simulator/calls?txnRef=" + attempt.getString("txnRef");
        return sale.customer().get(shop.console.url() + path).expect(200).json().getJsonArray("calls").stream()
                .filter(call -> ((JsonObject) call).getString("what").equals("refund"))
                .count();
    }
}
