package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rolt.Client;
import rolt.Eventually;
import rolt.Shopping;
import rolt.TestShop;
import rolt.payment.Vnpay;
import rolt.platform.Role;

/** What moves money and stock, asked for over the bridge instead of over HTTP. */
class FinanceBridgeIT {
    private static final String REFUND = "019a9f7e-5a2b-7c3d-8e4f-0123456789ab";
    private static final JsonObject NOTE = new JsonObject().put("note", "Thử").put("idempotencyKey", "key-of-the-test");

    /** Inputs that the contract takes, of things that there are not. */
    private static final Map<String, JsonObject> MONEY = Map.of(
            "payment.confirmAttempt",
            NOTE.copy().put("txnRef", "NOBODYS0001").put("amount", 1).put("transactionNo", "1"),
            "payment.dismissAttempt",
            NOTE.copy().put("txnRef", "NOBODYS0001"),
            "payment.requestRefund",
            NOTE.copy().put("code", "R-00000000").put("amount", 1),
            "payment.resendRefund",
            NOTE.copy().put("refundId", REFUND),
            "payment.confirmRefund",
            NOTE.copy().put("refundId", REFUND).put("transactionNo", "1"),
            "payment.payRefundByTransfer",
            NOTE.copy().put("refundId", REFUND).put("reference", "FT1"),
            "payment.withdrawRefund",
            NOTE.copy().put("refundId", REFUND));

    private final TestShop shop = TestShop.running();

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMIN", "CUSTOMER"},
            mode = EnumSource.Mode.EXCLUDE)
    void money_is_for_finance_alone(Role role) {
        BridgeSocket socket = entered(0, shop.client(0).becomeStaff(role));
        MONEY.forEach(
                (operation, input) -> assertThat(socket.call(operation, input).getInteger("failureCode"))
                        .as(operation)
                        .isEqualTo(role == Role.FINANCE ? 404 : 403));
    }

    @Test
    void each_effect_on_money_needs_a_key_and_knows_its_fields() {
        BridgeSocket socket = entered(1, shop.client(1).becomeStaff(Role.FINANCE));
        MONEY.forEach((operation, input) -> {
            JsonObject keyless = input.copy();
            keyless.remove("idempotencyKey");
            for (JsonObject wrong : List.of(
                    keyless,
                    input.copy().put("idempotencyKey", "short"),
                    input.copy().put("state", "PAID_OUT"))) {
                assertThat(socket.call(operation, wrong).getInteger("failureCode"))
                        .as(operation + " " + wrong)
                        .isEqualTo(400);
            }
        });
    }

    @Test
    void what_the_shop_asks_of_itself_is_asked_by_nobody_else() {
        BridgeSocket socket = entered(0, shop.client(0).becomeStaff(Role.ADMIN));
        for (String address : List.of(
                "payment.settleFromFile",
                "payment.finishRefundFromFile",
                "payment.sendRefund",
                "payment.trackRefund",
                "payment.followUpCapture",
                "payment.reconcileAttempt",
                "payment.settleNotification",
                "payment.sweepLog",
                "ordering.expireOrders")) {
            assertThat(socket.call(address, new JsonObject()).getInteger("failureCode"))
                    .as(address)
                    .isEqualTo(404);
        }
    }

    @Test
    void who_follows_his_order_hears_of_its_refund() {
        Client customer = shop.client(0).becomeCustomer();
        String order = Shopping.placeOrder(customer, Shopping.newProduct(shop, 3_500_000, 3), 1);
        Shopping.payAtVnpay(
                customer, shop, Shopping.openAttempt(customer, order).getString("payUrl"));
        Eventually.ask(() -> Shopping.state(customer, order), "PAID"::equals);
        Vnpay.faults(shop, new JsonObject().put("apiCode", "95"));
        BridgeSocket socket = entered(0, customer);
        socket.register("ordering.orderChanged." + order);
        Client finance = shop.client(1).becomeStaff(Role.FINANCE);
        JsonObject body = new JsonObject().put("amount", 1_000).put("note", "Thử");
        finance.post("/api/v1/orders/" + order + "/refunds", body, Shopping.key())
                .expect(201);
        for (String moved : List.of("asked for", "sent")) {
            assertThat(socket.next().getJsonObject("body").getString("state"))
                    .as(moved)
                    .isEqualTo("PAID");
        }
        Vnpay.faults(shop, new JsonObject());
        String refund = shop.text(
                "select r.id from payment.refund r join ordering.orders o on o.id = r.order_id where o.code = ?",
                order);
        JsonObject transfer =
                new JsonObject().put("note", "Thử").put("reference", "FT1").put("notAtVnpay", true);
        finance.post("/api/v1/refunds/" + refund + "/transfer", transfer, Shopping.key())
                .expect(200);
        assertThat(socket.next().getJsonObject("body").getString("code")).isEqualTo(order);
    }

    private BridgeSocket entered(int node, Client client) {
        BridgeSocket socket = new BridgeSocket(node);
        assertThat(socket.enter(BridgeIT.ticket(client)).getString("type")).isEqualTo("rec");
        return socket;
    }
}
